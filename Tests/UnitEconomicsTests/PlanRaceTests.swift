import Formulas
import Testing

@testable import UnitEconomics

@Suite("Where one plan overtakes another is solved, not read off a grid")
struct PlanRaceTests {
  /// One customer, and of all cost only what the platform takes.
  private func simple(_ plans: (inout Draft) -> [Plan], tasks: Double = 1000) throws
    -> PlanComparison
  {
    let free = [
      "humanReview.rate", "failures.perUndetected", "infrastructure.workers.price",
      "infrastructure.monthly.observability", "infrastructure.perTask.vectorSearch",
      "infrastructure.perCustomer.tenant", "infrastructure.traces.ingest",
      "infrastructure.traces.storage", "infrastructure.oneOff.soc2.amount",
      "tools.crm.price", "tools.billing.price", "tools.portal.priceByTime",
      "inference.prices.frontier.input", "inference.prices.frontier.output",
      "inference.prices.frontier.cacheRead", "inference.prices.frontier.cacheWrite",
      "inference.prices.small.input", "inference.prices.small.output",
    ]
    let zero = Dictionary(uniqueKeysWithValues: free.map { ($0, 0.0) })
    let scenario = scenario(zero) { scenario, draft in
      scenario.volume.segments = [draft.segment("only", customers: 1, tasks: tasks)]
      scenario.plans = plans(&draft)
      scenario.chosenPlan = scenario.plans.first?.name
    }
    return try PlanComparison(CostModel(scenario))
  }

  private static func feeOrUse(_ draft: inout Draft) -> [Plan] {
    [
      draft.plan(
        "fee", fee: 100, charges: [draft.standard("plans.fee.charges.use", .submitted, price: 0.5)]),
      draft.plan("use", charges: [draft.standard("plans.use.charges.use", .submitted, price: 0.7)]),
    ]
  }

  @Test("$100 and $0.50 a task beat $0.70 a task from 500 tasks on")
  func worked() throws {
    let found = try simple(Self.feeOrUse)
    let bills = try #require(try found.bills(reach: 0.1...10, under: nil))
    let crossover = try #require(bills.race.crossovers.first)
    #expect(bills.race.crossovers.count == 1)
    #expect(crossover.before == "use" && crossover.beyond == "fee" && !crossover.isJump)
    #expect(isNear(crossover.position, 500, within: 1e-12))
    #expect(bills.race.stretches.map(\.plan) == ["use", "fee"])
    #expect(bills.race.isProven)
    #expect(bills.falls.isEmpty)
  }

  @Test("$0.70 a task covers $3,800 from 5,428.57… tasks on")
  func breakEven() throws {
    let found = try simple(Self.feeOrUse)
    let curves = try found.curves(over: .tasks, 0.1...10, under: nil)
    let use = try #require(curves.curves.last?.breakEvens)
    #expect(use.count == 1 && use[0].isRising && !use[0].isJump)
    #expect(isNear(curves.tasks(at: use[0].position), 3800 / 0.7, within: 1e-12))
    let fee = try #require(curves.curves.first?.breakEvens.first)
    #expect(isNear(curves.tasks(at: fee.position), 3700 / 0.5, within: 1e-12))
    #expect(curves.factors[100] == 1)
    let stated = found.base.values
    for curve in curves.curves {
      #expect(isNear(curve.revenue[100], try stated.number("plans.\(curve.plan).revenue")))
    }
  }

  @Test("crossovers, put back, give equal figures", arguments: PlanScale.allCases)
  func putBack(scale: PlanScale) throws {
    let found = try PlanComparison(CostModel(scenario()))
    let bills = try #require(try found.bills(reach: 0.1...10, under: nil))
    #expect(!bills.race.crossovers.isEmpty)
    for place in bills.race.crossovers where !place.isJump {
      let changes = bills.race.direction.changes(place.position)
      let figures = try [place.before, place.beyond].map {
        try found.model.figure(CustomerFigure.revenue.path($0, bills.segment), changes)
      }
      #expect(isNear(figures[0], figures[1], within: 1e-9))
    }
    let curves = try found.curves(over: scale, 0.01...100, under: nil)
    // More customers of the same size never change which plan keeps more.
    #expect(curves.margins.crossovers.isEmpty == (scale == .customers))
    for place in curves.margins.crossovers where !place.isJump {
      let changes = curves.direction.changes(place.position)
      let figures = try [place.before, place.beyond].map {
        try found.model.figure(PlanFigure.grossMargin.path($0), changes)
      }
      #expect(isNear(figures[0], figures[1], within: 1e-9))
      let tasks = try found.model.figure("tasksSubmitted", changes)
      #expect(isNear(curves.tasks(at: place.position), tasks, within: 1e-12))
    }
  }

  @Test("who leads on a stretch is the cheapest at any place of it")
  func leaders() throws {
    let found = try PlanComparison(CostModel(scenario()))
    let bills = try #require(try found.bills(reach: 0.01...100, under: nil))
    for part in bills.race.stretches {
      for step in 1..<10 {
        let place = part.from + (part.to - part.from) * Double(step) / 10
        let changes = bills.race.direction.changes(place)
        let all = try found.offers.map {
          try found.model.figure(CustomerFigure.revenue.path($0.name, bills.segment), changes)
        }
        let own = try found.model.figure(
          CustomerFigure.revenue.path(part.plan, bills.segment), changes)
        #expect(own <= all.min()! * (1 + 1e-9))
      }
    }
  }

  @Test("of many plans those that lead are found as among few")
  func many() throws {
    func plans(_ count: Int, _ draft: inout Draft) -> [Plan] {
      var plans: [Plan] = []
      for index in 0..<count {
        let name = "p\(index)"
        let price = draft.standard(
          "plans.\(name).charges.use", .submitted, price: 0.9 - 0.05 * Double(index))
        plans.append(draft.plan(name, fee: 40 * Double(index * index), charges: [price]))
      }
      return plans
    }
    let reach = 0.1...20.0
    let eight = try simple { plans(8, &$0) }
    let twelve = try simple { plans(12, &$0) }
    let few = try #require(try eight.bills(reach: reach, under: nil)).race
    let more = try #require(try twelve.bills(reach: reach, under: nil)).race
    #expect(few.hasAllPairs && !more.hasAllPairs)
    // p₍ᵢ₊₁₎ takes over from pᵢ at 40 (2i + 1) / 0.05 tasks.
    let expected: [Double] = (0..<11).map { 800 * Double(2 * $0 + 1) }.filter { $0 < 20_000 }
    let leading = more.stretches.dropFirst().map(\.from)
    #expect(leading.count == expected.count)
    for (place, exact) in zip(leading, expected) { #expect(isNear(place, exact, within: 1e-11)) }
    for (place, exact) in zip(few.stretches.dropFirst().map(\.from), expected) {
      #expect(isNear(place, exact, within: 1e-11))
    }
  }

  @Test("a bill that falls past a boundary is found there, with what is paid on both sides")
  func fall() throws {
    let model = try CostModel(scenario())
    let input = try #require(model.scenario.inputs["volume.segments.midMarket.tasksPerCustomer"])
    let tasks = try #require(model.graph.reference(to: input.path))
    // The whole usage at $1.00 up to 1,000 tasks, and at $0.80 above: a volume tier.
    let price = Formula.select(
      tasks.isAtMost(.constant(1000, unit: input.unit)), then: .constant(1, unit: .money / .task),
      otherwise: .constant(0.8, unit: .money / .task))
    let tiered = try model.adding([(tasks * price).named("bill")])
    let direction = Direction(value: input, 100...10_000, isLogarithmic: true)
    let positions = direction.positions(400)
    let track = PlanTrack(
      model: tiered, direction: direction, aim: .lowest, stress: [], plans: ["tiered"],
      outputs: ["bill"], positions: positions,
      numbers: try tiered.scan(["bill"], along: direction, at: positions),
      way: try Way(tiered, figures: ["bill"], along: direction, under: [], around: nil))
    let falls = try track.falls()
    #expect(falls.count == 1)
    #expect(falls[0].tasks == 1000 && falls[0].before == 1000)
    #expect(isNear(falls[0].after, 800, within: 1e-12))
  }
}

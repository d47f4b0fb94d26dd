import Formulas
import Readiness
import Testing
import UnitEconomics

@Suite("What items are worth is what the model says")
struct EconomicsTests {
  private static let prices = ["plans.*.charges.*.tiers.*.price"]

  @Test("the move that is named brings the figure to its limit, and less does not")
  func move() throws {
    let limit = Decision.Limit(.min, 0.4)
    let result = try Subjects.result(
      .modelled("grossMargin", limit, .base), "pr-triage",
      levers: Self.prices + ["humanReview.rate"])
    #expect(result.state == .notMet)
    let move = try #require(result.move)
    let model = try Subjects.load("pr-triage").model
    let pattern = PathPattern(move.path)
    func margin(_ factor: Double) throws -> Double {
      let changes = model.scenario.inputs.filter { pattern.matches($0.path) }
        .map { Stress.Change(path: $0.path, kind: .multiply, amount: factor) }
      let changed = model.scenario.changed(by: changes).inputs
      return try #require(model.values(changed: changed)[Output.grossMargin].value)
    }
    #expect(abs(try margin(move.factor) - 0.4) < 1e-9)
    #expect(try margin(1 + (move.factor - 1) * 0.999) < 0.4)
  }

  @Test("of levers the one that moves least in proportion is named")
  func cheapest() throws {
    func factor(_ levers: [String]) throws -> Double {
      let result = try Subjects.result(
        .modelled("grossMargin", .init(.min, 0.4), .base), "pr-triage", levers: levers)
      return try #require(result.move).factor
    }
    let apart = try ["humanReview.rate", Self.prices[0]].map { try factor([$0]) }
    let both = try factor(["humanReview.rate", Self.prices[0]])
    #expect(apart.contains(both))
    let distances = apart.map { abs($0 > 1 ? $0 - 1 : 1 / $0 - 1) }
    #expect(abs(both > 1 ? both - 1 : 1 / both - 1) == distances.min())
  }

  @Test("where no lever is enough none is named")
  func noMove() throws {
    let result = try Subjects.result(
      .modelled("grossMargin", .init(.min, 0.99), .base), levers: ["volume.peakFactor"])
    #expect(result.state == .notMet && result.move == nil)
  }

  @Test("a margin's loss is what is short of the limit, in money")
  func shortMargin() throws {
    let result = try Subjects.result(.modelled("grossMargin", .init(.min, 0.4), .base), "pr-triage")
    let values = try Subjects.load("pr-triage").model.values()
    let margin = try #require(values[Output.grossMargin].value)
    let revenue = try #require(values[Output.revenue].value)
    #expect(try #require(result.lossPerMonth) == (0.4 - margin) * revenue)
  }

  @Test("the worst of all stresses is told, by its name")
  func worst() throws {
    let result = try Subjects.result(.modelled("grossMargin", .init(.min, 0.3), .stresses))
    let reading = try ScenarioReading(try Subjects.load("support-ticket").model)
    let worst = try #require(
      reading.stresses.min {
        $0.values[Output.grossMargin].value ?? 1 < $1.values[Output.grossMargin].value ?? 1
      })
    guard case .figure(_, let value, let name, _)? = result.evidence.first else {
      Issue.record("no figure")
      return
    }
    #expect(value == worst.values[Output.grossMargin].value && name == worst.stress)
  }

  @Test("revenue that moves with work is what is above fees and minimums")
  func revenue() throws {
    let result = try Subjects.result(.revenue(.work, .init(.min, 0.3)))
    let values = try Subjects.load("support-ticket").model.values()
    let all = try #require(values[Output.revenue].value)
    guard case .revenue(_, let share, _)? = result.evidence.first else {
      Issue.record("no share")
      return
    }
    // 46 customers who hand in nothing pay the minimum of 1,500 each.
    #expect(abs(share - (1 - 46 * 1500 / all)) < 1e-12)
    let success = try Subjects.result(.revenue(.success, .init(.min, 0.9)), "pr-triage")
    #expect(success.state == .notMet)
  }

  @Test("what too much escalation loses is the profit that the limit would leave more")
  func escalation() throws {
    let limit = 0.03
    let result = try Subjects.result(.seen(.escalationRate, .init(.max, limit))) {
      $0.logs = LogEvidence(shares: [.escalationRate: .init(cases: 600, all: 10_000)])
      $0.measured = $0.reading
    }
    let loss = try #require(result.lossPerMonth)
    let model = try Subjects.load("support-ticket").model
    let paths = model.scenario.outcomes.escalation.values.map(\.path)
    // Looked for here by a grid, there by halving.
    var best = (distance: Double.infinity, profit: 0.0)
    for step in 0...2_000 {
      let changes = paths.map {
        Stress.Change(path: $0, kind: .multiply, amount: Double(step) / 2_000)
      }
      let values = model.values(changed: model.scenario.changed(by: changes).inputs)
      let distance = abs((values[Output.escalationRate].value ?? 1) - limit)
      if distance < best.distance { best = (distance, values[Output.grossProfit].value ?? 0) }
    }
    let now = try #require(model.values()[Output.grossProfit].value)
    #expect(abs(loss - (best.profit - now)) < 20)
  }

  @Test(
    "a call that should not have been made costs what the scenario says, at the rate of the log")
  func wrongCalls() throws {
    let result = try Subjects.result(.seen(.repeatedEffects, .init(.max, 0))) {
      $0.logs = LogEvidence(
        shares: [.repeatedEffects: .init(cases: 3, all: 100)],
        byTool: [.repeatedEffects: ["refunds": 2, "tags": 1]], runs: 1000)
    }
    let attempts = try #require(
      try Subjects.load("support-ticket").model.values()["attempts"]?.value)
    #expect(try #require(result.lossPerMonth) == 2 * 40 / 1000 * attempts)
  }

  @Test("model and runs agree within a share of what is stated, and not beyond it")
  func agreement() throws {
    var scenario = try Subjects.load("support-ticket").model.scenario
    scenario.humanReview.rate.value *= 1.5
    var inputs = InputTable()
    for input in scenario.inputs {
      var input = input
      if input.path == "humanReview.rate" { input.value *= 1.5 }
      inputs.append(input)
    }
    scenario.inputs = inputs
    let reading = try ScenarioReading(scenario)
    func state(_ within: Double) throws -> ItemResult.State {
      try Subjects.result(.agreeing("costPerCompletedTask", within: within)) {
        $0.measured = reading
        $0.measuredInputs = ["humanReview.rate"]
      }.state
    }
    // People are 55 % of cost, and cost half as much again.
    #expect(try state(0.2) == .notMet)
    #expect(try state(0.3) == .met)
    #expect(
      try Subjects.result(.agreeing("costPerCompletedTask", within: 1)) { _ in }.state == .unproven)
  }

  @Test("a day of delay is a day of profit, or of what people cost more")
  func delay() throws {
    let verdict = try Subjects.judged { _ in }
    let profit = try #require(
      try Subjects.load("support-ticket").model.values()[Output.grossProfit].value)
    let delay = try #require(verdict.perDayOfDelay)
    #expect(delay.kind == .profit && abs(delay.amount - profit / 730 * 24) < 1e-9)
  }

  @Test("a release is taken back, stays, or is not known")
  func releases() throws {
    func state(_ triggers: [ReadinessCase.Trigger]?) throws -> ItemResult.State {
      try Subjects.result(.release) { $0.triggers = triggers }.state
    }
    #expect(try state(nil) == .unproven)
    #expect(try state([.init(name: "a", fires: false, isKnown: true)]) == .met)
    #expect(try state([.init(name: "a", fires: true, isKnown: true)]) == .notMet)
    #expect(try state([.init(name: "a", fires: false, isKnown: false)]) == .unproven)
    #expect(try Subjects.result(.release, "invoice-coding").state == .notMet)
  }
}

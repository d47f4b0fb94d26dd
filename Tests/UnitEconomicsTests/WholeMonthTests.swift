import Formulas
import Testing

@testable import UnitEconomics

@Suite("The month of all customers: invoices added up, and the whole cost model on what happened")
struct WholeMonthTests {
  /// All customers' months at what is expected, added up.
  private func expected(_ plan: MonthPlan) -> WholeMonthTotals {
    let plans = plan.model.scenario.plans
    var totals = WholeMonthTotals(months: 1, plans: plans.count)
    for segment in plan.segments {
      totals.counts.add(segment.luck.expected, row: 0, to: 0, weight: segment.customers)
    }
    for (index, sold) in plans.enumerated() {
      totals.revenue[index] = [plan.values[sold.own(.revenue)]?.value ?? .nan]
    }
    totals.mixed = [plan.values[.revenue].value ?? .nan]
    totals.mixedFees = [plan.values[.paymentFees].value ?? .nan]
    return totals
  }

  @Test("at expected counts it is the model", arguments: 0..<50)
  func expected(index: Int) throws {
    let plan = try MonthPlan(randomModels[index].get(), seed: 1, draws: 2)
    let places = plan.whole.graph.places
    var point = plan.whole.graph.inputs.map { plan.whole.numbers[$0] }
    for (path, numbers) in expected(plan).inputs(of: plan) {
      for place in places[path] ?? [] { point[place] = numbers[0] }
    }
    let month = plan.whole.graph.values(at: point)
    for output in Output.allCases where plan.isOfWholeMonth(output.rawValue) {
      let (known, found) = (plan.values[output].value, month[output].value)
      // Whole workers and people are steps, and a last bit may lie across one.
      let scale = max(1, abs(try plan.values.number("totalCost")))
      let tolerance = output.rawValue.lowercased().contains("cost") ? 1e-9 * scale : 1e-9
      #expect(
        abs((known ?? 0) - (found ?? 0)) <= max(tolerance, abs(known ?? 0) * 1e-9),
        "\(output) is \(found ?? .nan) and not \(known ?? .nan)")
    }
    #expect(plan.isOfWholeMonth("grossMargin") == plan.isOfWholeMonth("revenue"))
    #expect(!plan.isOfWholeMonth("segments.segment0.cost"))
  }

  @Test("revenue spreads as the variances of independent customers add up")
  func variances() throws {
    let small = scenario { scenario, draft in
      scenario.volume.segments = [
        draft.segment("small", customers: 60, tasks: 20),
        draft.segment("middle", customers: 9.5, tasks: 90),
      ]
    }
    let findings = try MonthPlan(CostModel(small), seed: 3, draws: 10_000).findings(by: .alone())
    let whole = try #require(findings.whole)
    #expect(whole.months == 100_000 / 70 && whole.customers == 69.5)
    for evened in findings.evened {
      let revenue = try #require(
        whole.figures.first { $0.path == "plans.\(evened.plan).revenue" })
      #expect(abs(revenue.mean.value - evened.mean) <= 5 * revenue.mean.error)
      // The half customer counts half, and so a quarter of its variance.
      #expect(abs(revenue.deviation.value - evened.deviation) <= 0.08 * evened.deviation)
    }
    let tasks = whole.figures[0]
    #expect(tasks.path == "tasksSubmitted" && tasks.stated == .defined(60 * 20 + 9.5 * 90))
    #expect(abs(tasks.mean.value - 2055) < 4 * tasks.mean.error)
  }

  @Test("customers on several plans add up to the mix that the model has")
  func mix() throws {
    let mixed = scenario { scenario, draft in
      scenario.volume.segments = [draft.segment("all", customers: 7.5, tasks: 40)]
      scenario.chosenPlan = nil
      scenario.planMix = [
        PlanShare(plan: "growth", share: draft.share("plan.growth", 0.37)),
        PlanShare(plan: "payAsYouGo", share: draft.share("plan.payAsYouGo", 0.63)),
      ]
    }
    let plan = try MonthPlan(CostModel(mixed), seed: 3, draws: 4000)
    let parts = plan.parts(of: plan.segments[0], at: 0)
    #expect(parts.count == 8)
    #expect(isNear(parts.reduce(0) { $0 + $1[0] }, 7.5 * 0.37))
    #expect(isNear(parts.reduce(0) { $0 + $1[1] }, 7.5 * 0.63))
    #expect(parts.prefix(7).allSatisfy { isNear($0[0] + $0[1], 1) })
    let findings = plan.findings(by: .alone())
    let revenue = try #require(findings.whole?.figures.first { $0.path == "revenue" })
    // Fee and minimum of growth at 40 tasks are far above what its usage could come to.
    #expect(abs(revenue.mean.value - (revenue.stated.value ?? 0)) < 4 * revenue.mean.error)
  }

  @Test("checks of all customers are judged on whole months, those of one customer on its own")
  func checks() throws {
    let checked = scenario { scenario, draft in
      scenario.volume.segments = [draft.segment("all", customers: 3, tasks: 50)]
      func check(_ name: String, _ output: String, _ limit: Double) -> Check {
        Check(
          name: name, output: output, side: .min, limit: draft.share("checks.\(name)", limit),
          stresses: [])
      }
      scenario.checks = [
        check("tsr", "tsr", 0.92), check("segment", "segments.all.contributionMargin", 0.1),
        check("other", "plans.payAsYouGo.segments.all.contributionMargin", 2),
        check("stated", "segments.all.completedTasks", 0.1),
      ]
    }
    let findings = try MonthPlan(CostModel(checked), seed: 3, draws: 5000).findings(by: .alone())
    let whole = try #require(findings.whole)
    #expect(whole.unjudged.map(\.name) == ["stated"])
    let ofOne = findings.segments[0].checks
    #expect(ofOne.map(\.check.name) == ["segment", "other"])
    #expect(ofOne.map(\.failing.value) == [0, 1])
    let failing = whole.checks[0].failing
    let rate = try figures(checked).number("tsr")
    let (counts, cumulative) = PoissonCount.steps(150)
    var (known, before) = (0.0, 0.0)
    for (count, share) in zip(counts, cumulative) {
      let needed = (0...Int(count)).first { Double($0) / max(1, count) >= 0.92 } ?? 0
      known += (share - before) * Binomial(trials: Int(count), probability: rate).below(needed)
      before = share
    }
    #expect(failing.interval.contains(known), "\(known) and \(failing.interval)")
    #expect(whole.anyFailure == failing)
  }

  @Test("a whole month without a task has no success rate, and costs what is fixed")
  func empty() throws {
    let idle = scenario { scenario, draft in
      scenario.volume.segments = [draft.segment("all", customers: 2, tasks: 0)]
    }
    let whole = try #require(
      MonthPlan(CostModel(idle), seed: 3, draws: 200).findings(by: .alone()).whole)
    let named = Dictionary(uniqueKeysWithValues: whole.figures.map { ($0.path, $0) })
    for path in ["tsr", "escalationRate", "costPerCompletedTask"] {
      #expect(named[path]?.defined == 0 && named[path]?.undefined == 200)
    }
    #expect(named["plans.growth.revenue"]?.least == 4000)
    let cost = try #require(named["totalCost"])
    #expect(cost.deviation.value == 0 && cost.mean.value == cost.stated.value)
  }

  @Test("of very many customers no whole months are drawn, and luck evens out")
  func many() throws {
    let many = scenario { scenario, draft in
      scenario.volume.segments = [draft.segment("all", customers: 1e6, tasks: 50)]
    }
    let findings = try MonthPlan(CostModel(many), seed: 3, draws: 1000).findings(by: .alone())
    #expect(findings.plan.wholeMonths == 0 && findings.whole == nil)
    let sold = try #require(findings.segments.first?.plans[1].revenue)
    #expect(isNear(findings.evened[1].deviation, 1000 * sold.deviation.value))
    #expect(isNear(findings.evened[1].mean, 1e6 * sold.mean.value))
  }
}

import Formulas
import Machine
import Testing

@testable import UnitEconomics

@Suite("One customer's month: its invoice by the plan's own formulas, its cost, and their spread")
struct CustomerMonthTests {
  /// The month in which everything is as often as it is on average has the figures of the model.
  @Test("at expected counts it is the model", arguments: 0..<50)
  func expected(index: Int) throws {
    let plan = try MonthPlan(randomModels[index].get(), seed: 1, draws: 2)
    let model = plan.values
    for segment in plan.segments {
      let month = plan.expected(of: segment)
      try #require(segment.tasks > 0)
      #expect(isNear(month["month.tsr"]?.value, try model.number("tsr"), within: 1e-11))
      let cost = model["segments.\(segment.name).cost"]?.value
      #expect(
        isNear(month["month.cost"]?.value ?? .nan, cost ?? .nan, within: 1e-11)
          || (month["month.cost"]?.value == nil && cost == nil))
      for sold in plan.model.scenario.plans {
        let place = "plans.\(sold.name).segments.\(segment.name)"
        for figure in ["revenue", "contributionMargin"] {
          let (known, found) = (model["\(place).\(figure)"], month["month.\(place).\(figure)"])
          let distance = abs((known?.value ?? 0) - (found?.value ?? 0))
          #expect(distance <= 1e-10 * max(1, abs(known?.value ?? 0)), "\(place).\(figure)")
        }
      }
    }
  }

  @Test("where bills are linear, averages are what the model says")
  func averages() throws {
    let linear = scenario { scenario, draft in
      scenario.volume.segments = [
        draft.segment("small", customers: 30, tasks: 25),
        draft.segment("large", customers: 2, tasks: 4000),
      ]
    }
    let findings = try MonthPlan(CostModel(linear), seed: 4, draws: 10_000).findings(by: .alone())
    #expect(findings.segments.map(\.name) == ["small", "large"])
    for segment in findings.segments {
      for figure in segment.figures where figure.path != "tsr" {
        let stated = try #require(figure.stated.value)
        #expect(abs(figure.mean.value - stated) < 4 * figure.mean.error, "\(figure.path)")
      }
      let bill = segment.plans[1]
      #expect(bill.plan == "payAsYouGo")
      let convexity = try #require(bill.convexity)
      #expect(abs(convexity.value) < 4 * convexity.error)
      // 0.99 for each of a Poisson number of successes.
      let successes = try #require(bill.revenue.stated.value) / 0.99
      #expect(isNear(bill.revenue.deviation.value, 0.99 * successes.squareRoot(), within: 0.04))
      #expect(bill.kickerEarned == nil && segment.plans[0].kickerEarned != nil)
    }
  }

  @Test("an allowance makes the average invoice larger than that of the average month")
  func allowance() throws {
    let months = try months(tasks: 20) { draft in
      draft.plan(
        "sold", fee: 10,
        charges: [
          draft.standard("plans.sold.charges.all", .submitted, price: 1, included: 20)
        ])
    }
    let sold = months.plans[0]
    #expect(sold.revenue.stated == .defined(10))
    // E[(N − 20)⁺] of a Poisson number N about 20 is 20 · P(N = 20).
    let law = Distribution(.poisson(mean: 20))
    let beyond = 20 * (law.cumulative(20) - law.cumulative(19))
    let convexity = try #require(sold.convexity)
    #expect(abs(convexity.value - beyond) < 4 * convexity.error)
    #expect(sold.revenue.least == 10)
  }

  @Test("a kicker is earned as often as the whole distribution says", arguments: [8.0, 60, 700])
  func kicker(tasks: Double) throws {
    let months = try months(tasks: tasks) { draft in
      draft.plan(
        "sold", fee: 1,
        kicker: draft.kicker("plans.sold.successKicker", amount: 0.05, aboveTSR: 0.92))
    }
    let rate = try #require(months.figures[1].stated.value)
    #expect(months.figures[1].path == "tsr")
    let (counts, cumulative) = PoissonCount.steps(tasks)
    var (known, before) = (0.0, 0.0)
    for (count, share) in zip(counts, cumulative) {
      // A month without tasks earns nothing.
      let needed = (1...max(1, Int(count))).first { Double($0) / count >= 0.92 } ?? 1
      let months = Binomial(trials: Int(count), probability: rate)
      known += (share - before) * months.atLeast(needed)
      before = share
    }
    let earned = try #require(months.plans[0].kickerEarned)
    let error = (known * (1 - known) / Double(earned.draws)).squareRoot()
    #expect(abs(earned.value - known) < 4 * error, "\(earned.value) and not \(known)")
  }

  @Test("a month without tasks pays fee and minimum, earns no kicker and is given no credit")
  func empty() throws {
    let months = try months(tasks: 0) { draft in
      var plan = draft.plan(
        "sold", fee: 30,
        charges: [draft.standard("plans.sold.charges.all", .autonomousSuccess, price: 1)],
        kicker: draft.kicker("plans.sold.successKicker", amount: 0.05, aboveTSR: 0), minimum: 40)
      plan.slaCredit = .init(
        belowTSR: draft.share("plans.sold.slaCredit.belowTSR", 0.99),
        credit: draft.share("plans.sold.slaCredit.credit", 0.5))
      return plan
    }
    #expect(months.figures[1].undefined == 10_000 && months.figures[1].defined == 0)
    #expect(months.plans[0].revenue.least == 40 && months.plans[0].revenue.most == 40)
    #expect(months.plans[0].kickerEarned?.count == 0)
    // Nothing but the items of a customer.
    #expect(months.plans[0].contribution.least == 5)
    #expect(months.plans[0].losing.count == 0)
  }

  @Test("packages and volume tiers are counted in whole tasks, not lost to the last bit")
  func wholeTasks() throws {
    let months = try months(tasks: 30) { draft in
      let charge = draft.charge("plans.sold.charges.all", .autonomousSuccess) { draft, charge in
        charge.model = .package(
          size: draft.input("plans.sold.charges.all.size", 1, charge.unit, in: .positive),
          price: draft.input("plans.sold.charges.all.price", 1, charge.packagePrice),
          rounding: .up)
      }
      return draft.plan("sold", charges: [charge])
    }
    let plain = try self.months(tasks: 30) { draft in
      draft.plan(
        "sold", charges: [draft.standard("plans.sold.charges.all", .autonomousSuccess, price: 1)])
    }
    let (packages, tasks) = (months.plans[0].revenue, plain.plans[0].revenue)
    #expect(isNear(packages.mean.value, tasks.mean.value))
    #expect(packages.quantiles == tasks.quantiles)
  }

  @Test("every crew says the same; no plan and no tools are no obstacle")
  func crews() throws {
    let bare = scenario { scenario, draft in
      (scenario.plans, scenario.chosenPlan) = ([], nil)
      scenario.tools = []
      scenario.volume.segments = [draft.segment("only", customers: 2, tasks: 9)]
    }
    for model in [try CostModel(scenario()), try CostModel(bare)] {
      let plan = try MonthPlan(model, seed: 8, draws: 1000)
      let alone = plan.findings(by: .alone())
      for crew in [Machine.crew] + Machine.engines.map({ .alone(pieces: 3, engine: $0) }) {
        let other = plan.findings(by: crew)
        for (one, two) in zip(alone.segments, other.segments) {
          #expect(one.figures.map(\.mean) == two.figures.map(\.mean))
          #expect(one.figures.map(\.quantiles) == two.figures.map(\.quantiles))
          #expect(one.plans.map(\.revenue.mean) == two.plans.map(\.revenue.mean))
          #expect(one.plans.map(\.losing) == two.plans.map(\.losing))
        }
        #expect(alone.whole?.figures.map(\.mean) == other.whole?.figures.map(\.mean))
      }
    }
  }

  /// Months of the only customer of a scenario with one plan.
  private func months(
    tasks: Double, _ plan: (inout Draft) -> Plan
  ) throws -> SegmentMonths {
    let own = scenario { scenario, draft in
      scenario.volume.segments = [
        draft.segment("only", customers: 1, tasks: tasks),
        draft.segment("other", customers: 3, tasks: 1000),
      ]
      scenario.plans = [plan(&draft)]
      scenario.chosenPlan = "sold"
    }
    return try MonthPlan(CostModel(own), seed: 2, draws: 10_000).findings(by: .alone()).segments[0]
  }
}

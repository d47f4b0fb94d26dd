import Formulas
import Testing
import UnitEconomics

private let sold = "plans.sold"

/// Three quarters of 100 tasks succeed at 2 each, beside a fee of 50: 200 before any term.
private func bill(_ edit: (inout Draft, inout Plan) -> Void) throws -> Double {
  try soldRevenue {
    let usage = $0.standard("\(sold).charges.usage", .autonomousSuccess, price: 2)
    var plan = $0.plan("sold", fee: 50, charges: [usage])
    edit(&$0, &plan)
    return plan
  }
}

@Suite("Terms of the whole plan come in their order")
struct PlanTermTests {
  @Test("without terms")
  func none() throws { #expect(try bill { _, _ in } == 200) }

  @Test("A share of what successes were billed is clawed back, the kicker with it")
  func clawback() throws {
    let amount = try bill { draft, plan in
      plan.successKicker = draft.kicker("\(sold).successKicker", amount: 0.4, aboveTSR: 0.7)
      plan.clawback = draft.share("\(sold).clawback", 0.1)
    }
    #expect(isNear(amount, 50 + (150 + 30) * 0.9))
  }

  @Test("Discounts are taken one after the other: of the plan, of the ramp, for prepayment")
  func discounts() throws {
    let amount = try bill { draft, plan in
      plan.discount = draft.share("\(sold).discount", 0.1)
      plan.ramp = .init(
        discount: draft.share("\(sold).ramp.discount", 0.5),
        months: draft.input("\(sold).ramp.months", 3, .month),
        of: draft.input("\(sold).ramp.of", 12, .month, in: .positive))
      plan.prepayment = .init(
        discount: draft.share("\(sold).prepayment.discount", 0.2),
        share: draft.share("\(sold).prepayment.share", 0.5))
    }
    #expect(isNear(amount, 200 * 0.9 * (1 - 0.5 / 4) * 0.9))
  }

  @Test("A ramp that a stress makes longer than the contract is as long as the contract")
  func longRamp() throws {
    let amount = try bill { draft, plan in
      plan.ramp = .init(
        discount: draft.share("\(sold).ramp.discount", 0.5),
        months: draft.input("\(sold).ramp.months", 24, .month),
        of: draft.input("\(sold).ramp.of", 12, .month, in: .positive))
    }
    #expect(amount == 100)
  }

  @Test(
    "The platform fee counts towards the minimum, or is paid on top",
    arguments: [
      (Plan.MinimumCounts.everything, 180.0, 200.0), (.usage, 180, 230), (.usage, 90, 200),
    ])
  func minimum(counts: Plan.MinimumCounts, least: Double, expected: Double) throws {
    let amount = try bill { draft, plan in
      plan.minimum = draft.input("\(sold).minimum", least, Draft.perCustomer)
      plan.minimumCounts = counts
    }
    #expect(amount == expected)
  }

  @Test("The minimum is not discounted, the fee on top of it is")
  func minimumAfterDiscount() throws {
    for (counts, expected) in [(Plan.MinimumCounts.everything, 190.0), (.usage, 190 + 45)] {
      let amount = try bill { draft, plan in
        plan.discount = draft.share("\(sold).discount", 0.1)
        plan.minimum = draft.input("\(sold).minimum", 190, Draft.perCustomer)
        plan.minimumCounts = counts
      }
      #expect(amount == expected)
    }
  }

  @Test(
    "A month below the agreed rate gives back a share of the bill, and one at it does not",
    arguments: [(0.75, 210.0), (0.75.nextUp, 189), (0.9, 189), (0, 210)] as [(Double, Double)])
  func slaCredit(belowTSR: Double, expected: Double) throws {
    let amount = try bill { draft, plan in
      plan.minimum = draft.input("\(sold).minimum", 210, Draft.perCustomer)
      plan.slaCredit = .init(
        belowTSR: draft.share("\(sold).slaCredit.belowTSR", belowTSR),
        credit: draft.share("\(sold).slaCredit.credit", 0.1))
    }
    #expect(isNear(amount, expected))
  }
}

@Suite("What a stress makes of plans is bent so that it makes sense, and said")
struct PlanNoteTests {
  private static let use = "plans.growth.charges.resolutions"

  @Test(
    "Exclusions, ramps and shares that go too far",
    arguments: [
      (
        "\(use).exclusions.steppedIn", 0.7,
        "the exclusions of \(use) would add up to 120 %, and nothing is billed"
      ),
      (
        "plans.growth.ramp.months", 18,
        "plans.growth.ramp.months would be 18 month and is held at the contract's 12 month"
      ),
      ("plan.growth", 0.3, "the shares of plan would add up to 80 %, and are taken in proportion"),
      ("plan.growth", 0.5, nil), ("plans.growth.ramp.months", 12, nil),
    ] as [(String, Double, String?)])
  func notes(path: String, value: Double, note: String?) throws {
    let stated = scenario { scenario, draft in
      scenario.plans[0].charges[0].exclusions = ["steppedIn", "other"].map {
        ($0, draft.share("\(Self.use).exclusions.\($0)", 0.5))
      }
      scenario.plans[0].ramp = .init(
        discount: draft.share("plans.growth.ramp.discount", 0.5),
        months: draft.input("plans.growth.ramp.months", 3, .month),
        of: draft.input("plans.growth.ramp.of", 12, .month))
      scenario.planChoice = .mix(
        ["growth", "payAsYouGo"].map {
          PlanShare(plan: $0, share: draft.share("plan.\($0)", 0.5))
        })
    }
    let change = Stress.Change(path: path, kind: .set, amount: value)
    let stress = Stress(name: "s", changes: [change])
    let reading = try CaseReading(stress, on: CostModel(stated))
    #expect(reading.notes == (note.map { [$0] } ?? []))
    #expect(try reading.values.number("revenue") > 0)
  }
}

@Suite("A mix of plans adds up")
struct PlanMixTests {
  private func mixed(
    growth: Double, payAsYouGo: Double
  ) -> Scenario {
    scenario { scenario, draft in
      scenario.planChoice = .mix([
        PlanShare(plan: "growth", share: draft.share("plan.growth", growth)),
        PlanShare(plan: "payAsYouGo", share: draft.share("plan.payAsYouGo", payAsYouGo)),
      ])
    }
  }

  @Test(
    "Revenue, fees and profit are the shares of each plan's", arguments: [0, 0.25, 1] as [Double])
  func shares(growth: Double) throws {
    let scenario = mixed(growth: growth, payAsYouGo: 1 - growth)
    #expect(scenario.problems == [] && scenario.headlinePlan == nil && scenario.planText == "mix")
    let values = try figures(scenario)
    for output in ["revenue", "paymentFees", "grossProfit", "segments.enterprise.revenue"] {
      let expected =
        try growth * values.number("plans.growth.\(output)")
        + (1 - growth) * values.number("plans.payAsYouGo.\(output)")
      #expect(isNear(try values.number(output), expected, within: 1e-11), "\(output)")
    }
    let margin = try values.number("grossProfit") / values.number("revenue")
    #expect(isNear(try values.number("grossMargin"), margin))
    // Whoever earns the next task earns it in the same mix.
    let reading = try ScenarioReading(scenario)
    #expect(reading.base.nextTasks().allSatisfy { $0.earns != nil })
  }

  @Test("All customers on one plan are that plan")
  func one() throws {
    let values = try figures(mixed(growth: 1, payAsYouGo: 0))
    for output in Output.ofPlan {
      #expect(isNear(values[output].value, values["growth", output].value ?? .nan))
    }
  }

  @Test("A segment may be on a plan of its own")
  func segments() throws {
    let values = try figures(
      scenario { scenario, _ in scenario.volume.segments[1].plan = .one("payAsYouGo") })
    let expected =
      40 * (try values.number("plans.growth.segments.midMarket.revenue"))
      + 6 * (try values.number("plans.payAsYouGo.segments.enterprise.revenue"))
    #expect(isNear(try values.number("revenue"), expected))
    let margin = try values.number("plans.payAsYouGo.segments.enterprise.contributionMargin")
    #expect(isNear(try values.number("segments.enterprise.contributionMargin"), margin))
  }

  @Test("Where a stress moves one share, the others give way in proportion")
  func stressed() throws {
    let model = try CostModel(mixed(growth: 0.5, payAsYouGo: 0.5))
    let stress = Stress.Change(path: "plan.growth", kind: .multiply, amount: 0.5)
    let changed = model.scenario.changed(by: [stress]).inputs
    let values = model.values(changed: changed)
    let expected =
      try values.number("plans.growth.revenue") / 3
      + values.number("plans.payAsYouGo.revenue") * 2 / 3
    #expect(isNear(try values.number("revenue"), expected))
  }
}

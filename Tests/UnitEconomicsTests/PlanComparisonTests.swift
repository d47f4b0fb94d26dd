import Formulas
import Testing
import UnitEconomics

@Suite("Every plan is judged as if it were the chosen one")
struct PlanComparisonTests {
  /// Plans that charge so much a submitted task, held to a least gross margin under stresses.
  static func comparison(
    prices: [(String, Double)], margin: Double? = 0.3, escalations: [Double] = [2],
    fee: Double = 0, shared: Bool = false
  ) throws -> PlanComparison {
    let scenario = scenario { scenario, draft in
      scenario.plans = prices.map { name, price in
        draft.plan(
          name, fee: fee,
          charges: [draft.standard("plans.\(name).charges.use", .submitted, price: price)])
      }
      scenario.chosenPlan = prices.first?.0
      let names = escalations.map { "escalation × \($0)" }
      scenario.stresses = zip(names, escalations).map { name, factor in
        Stress(
          name: name,
          changes: Reason.allCases.compactMap { scenario.outcomes.escalation[$0] }.map {
            .init(path: $0.path, kind: .multiply, amount: factor)
          })
      }
      if let margin {
        scenario.checks = [
          Check(
            name: "margin", output: "grossMargin", side: .min,
            limit: draft.share("checks.margin.min", margin), stresses: names)
        ]
      }
      if shared {
        scenario.checks.append(
          Check(
            name: "tsr", output: "tsr", side: .min, limit: draft.share("checks.tsr.min", 0.99),
            stresses: []))
      }
    }
    return try PlanComparison(CostModel(scenario))
  }

  @Test("the plan that keeps most in its worst case is chosen, of those that meet the rule")
  func rule() throws {
    // People alone would take $7.33 a task: at $8 no customer saves anything.
    let found = try Self.comparison(prices: [("low", 1), ("mid", 3), ("high", 5), ("dear", 8)])
    #expect(found.choice.chosen?.name == "high")
    #expect(found.choice.behind.map(\.name) == ["mid"])
    #expect(Set(found.choice.out.map(\.name)) == ["low", "dear"])
    let dear = try #require(found.offers.first { $0.name == "dear" })
    #expect(dear.isPassed && !dear.leavesSaving)
    let high = try #require(found.choice.chosen)
    #expect(high.worst.stress == "escalation × 2.0")
    #expect(high.baseMargin! > high.worst.margin.value!)
  }

  @Test("equal plans are parted by their order in the file")
  func ties() throws {
    let found = try Self.comparison(prices: [("b", 3), ("a", 3)])
    #expect(found.choice.chosen?.name == "b")
    #expect(found.choice.behind.map(\.name) == ["a"])
  }

  @Test("where no plan survives the stresses none is chosen, and the closest comes first")
  func none() throws {
    let found = try Self.comparison(prices: [("low", 0.8), ("mid", 1)], margin: 0.9)
    #expect(found.choice.chosen == nil)
    #expect(found.choice.out.map(\.name) == ["mid", "low"])
    #expect(found.offers.allSatisfy { !$0.isPassed && $0.worstFailure != nil })
  }

  @Test("a check that no plan changes stands apart and decides nothing between plans")
  func shared() throws {
    let found = try Self.comparison(prices: [("mid", 3)], shared: true)
    #expect(found.choice.chosen?.name == "mid")
    #expect(found.sharedChecks.map(\.check.name).contains("tsr"))
    #expect(found.offers[0].checks.allSatisfy { $0.check.name == "margin" })
    #expect(
      found.offers[0].checks.map(\.check.output) == [
        "plans.mid.grossMargin", "plans.mid.grossMargin",
      ])
  }

  @Test("what a customer leaves adds up to revenue less fees and variable cost")
  func contributions() throws {
    let model = try CostModel(scenario())
    let values = try PlanComparison(model).base.values
    for plan in ["growth", "payAsYouGo"] {
      var sum = 0.0
      for (segment, customers) in [("midMarket", 40.0), ("enterprise", 6)] {
        func figure(_ figure: CustomerFigure) throws -> Double {
          try values.number(figure.path(plan, segment))
        }
        let contribution = try figure(.contribution)
        #expect(
          isNear(contribution / (try figure(.revenue)), try figure(.contributionMargin)))
        let completed = try values.number(SegmentFigure.completedTasks.path(segment))
        #expect(isNear(try figure(.pricePerCompletedTask) * completed, try figure(.revenue)))
        let people = completed * (try values.number("humanBaselineCostPerTask"))
        #expect(isNear(try figure(.saving), people - (try figure(.revenue))))
        #expect(isNear(try figure(.customerReturn) * (try figure(.revenue)), try figure(.saving)))
        sum += customers * contribution
      }
      let profit = try values.number(PlanFigure.grossProfit.path(plan))
      #expect(isNear(sum, profit + (try values.number("fixedCost")), within: 1e-11))
    }
  }
}

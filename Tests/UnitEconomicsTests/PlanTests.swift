import Formulas
import Testing
import UnitEconomics

@Suite("A plan bills fee, usage and kicker, and at least its minimum")
struct PlanTests {
  /// The revenue from the one customer, who submits 100 tasks.
  private func revenue(
    _ overrides: [String: Double] = [:], _ plan: (inout Draft) -> Plan
  ) throws -> Double {
    try figures(
      scenario(overrides) { scenario, draft in
        scenario.tools = []
        scenario.volume.segments = [draft.segment("only", customers: 1, tasks: 100)]
        scenario.plans = [plan(&draft)]
        scenario.chosenPlan = "sold"
      }
    ).number("revenue")
  }

  @Test(
    "The minimum counts fee and usage, and is paid where they stay below it",
    arguments: [(0, 250), (249.5, 250), (250, 250), (251, 251)])
  func minimum(least: Double, expected: Double) throws {
    let revenue = try revenue {
      let usage = $0.standard("plans.sold.charges.usage", .submitted, price: 2)
      return $0.plan("sold", fee: 50, charges: [usage], minimum: least)
    }
    #expect(revenue == expected)
  }

  // Nothing escalates but a quarter for ambiguity, and nothing goes wrong: the TSR is exactly 0.75.
  private static let threeQuarters = [
    "outcomes.escalation.policyBlocked": 0, "outcomes.escalation.dataMissing": 0,
    "outcomes.escalation.modelError": 0, "outcomes.escalation.ambiguity": 0.25,
    "outcomes.wrongResult": 0,
  ]

  @Test(
    "The kicker is paid on every success once the threshold is reached, and it is at equality",
    arguments: [(0, 150), (0.5, 150), (0.75, 150), (0.75.nextUp, 0), (0.9, 0)])
  func kicker(threshold: Double, expected: Double) throws {
    let revenue = try revenue(Self.threeQuarters) {
      let kicker = $0.kicker("plans.sold.successKicker", amount: 2, aboveTSR: threshold)
      return $0.plan("sold", kicker: kicker)
    }
    #expect(revenue == expected)
  }

  @Test("A kicker may be a share of what a success is worth")
  func kickerOfValue() throws {
    let revenue = try revenue(Self.threeQuarters) { draft in
      let amount = SuccessKicker.Amount.share(
        draft.share("plans.sold.successKicker.share", 0.1),
        ofValue: draft.input("plans.sold.successKicker.value", 8, .money / .task))
      let threshold = draft.share("plans.sold.successKicker.aboveTSR", 0.7)
      return draft.plan("sold", kicker: SuccessKicker(amount: amount, aboveTSR: threshold))
    }
    #expect(isNear(revenue, 60))
  }

  @Test("The kicker counts towards the minimum")
  func kickerAndMinimum() throws {
    let revenue = try revenue(Self.threeQuarters) {
      let kicker = $0.kicker("plans.sold.successKicker", amount: 2, aboveTSR: 0.5)
      return $0.plan("sold", fee: 20, kicker: kicker, minimum: 160)
    }
    #expect(revenue == 170)
  }

  @Test("An amount in another currency is exchanged at the stated rate")
  func foreignCurrency() throws {
    let values = try figures(
      scenario { scenario, draft in
        let rate = draft.input("exchangeRates.EUR", 1.25, .money / .foreignMoney, in: .positive)
        let fee = draft.input(
          "plans.growth.platformFee", 1000, Draft.perCustomer.inForeignMoney, currency: "EUR")
        scenario.exchangeRates = ["EUR": rate]
        scenario.plans[0].platformFee = fee
        scenario.plans[0].charges = []
        scenario.plans[0].successKicker = nil
        scenario.plans[0].minimum = nil
        scenario.humanReview.rate = draft.input(
          "humanReview.rate", 38 / 1.25, .foreignMoney / .hour, currency: "EUR")
      })
    #expect(try values.number("revenue") == 46 * 1250)
    // Source: worked_example.json, where the rate of pay is $38.
    #expect(isNear(try values.number("humanReviewCost"), 82744.47170684484))
    #expect(try values.number("humanReview.rate") == 30.4)
  }

  @Test("An amount in another currency without a rate is refused, not taken for home money")
  func noRate() {
    let unexchanged = scenario { scenario, draft in
      scenario.humanReview.rate = draft.input(
        "humanReview.rate", 38, .foreignMoney / .hour, currency: "EUR")
    }
    #expect(throws: ModelFaults.self) { try CostModel(unexchanged) }
  }
}

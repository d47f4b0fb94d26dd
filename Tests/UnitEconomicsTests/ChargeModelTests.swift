import Formulas
import Testing
import UnitEconomics

@Suite("A charge turns usage into money as billing systems do")
struct ChargeModelTests {
  /// What a customer that submits so many tasks is charged.
  private func amount(
    units: Double, _ charge: (inout Draft) -> Charge
  ) throws -> Double {
    let values = try figures(
      scenario { scenario, draft in
        scenario.volume.segments = [draft.segment("only", customers: 1, tasks: units)]
        scenario.plans = [draft.plan("sold", charges: [charge(&draft)])]
        scenario.chosenPlan = "sold"
      })
    #expect(
      try values.number("plans.sold.revenue")
        == values.number("plans.sold.chargePerCustomer.usage.only"))
    return try values.number("plans.sold.revenue")
  }

  @Test(
    "Standard: every unit costs the same",
    arguments: [
      // getlago/lago-api@1b1c24a6/spec/services/charge_models/standard_service_spec.rb:37
      ("cc-001", 5.12345, 10, 51.2345),
      // openmeterio/openmeter@7e57a394/openmeter/billing/rating/service/rate/unit_test.go:19
      ("cc-094", 10, 0, 0),
      // Stripe, Tiered pricing, per_unit table (stripe.com/docs/billing/subscriptions/tiers)
      ("cc-123", 5, 1, 5), ("cc-125", 5, 6, 30), ("cc-127", 5, 25, 125),
      // Flexprice, Flat fee (docs.flexprice.io)
      ("cc-155", 0.05, 1000, 50),
    ])
  func standard(source: String, price: Double, units: Double, expected: Double) throws {
    let amount = try amount(units: units) {
      $0.standard("plans.sold.charges.usage", .submitted, price: price)
    }
    #expect(isNear(amount, expected))
  }

  private static let lago: [(upTo: Double?, price: Double)] = [(0.1, 10), (1, 5), (nil, 2)]
  private static let stripe: [(upTo: Double?, price: Double)] = [(5, 7), (10, 6.5), (nil, 6)]
  private static let autumn: [(upTo: Double?, price: Double)] = [
    (1000, 0.01), (10_000, 0.008), (nil, 0.005),
  ]
  // The table ends at 200 units; no usage beyond it is priced, so none is asked for.
  private static let zuora: [(upTo: Double?, price: Double)] = [(100, 0), (200, 2), (nil, 1e6)]

  @Test(
    "Graduated: each tier's units cost that tier's price, the upper bound included",
    arguments: [
      // getlago/lago-api@1b1c24a6/spec/services/charge_models/graduated_service_spec.rb:267
      ("cc-011", lago, 0.05, 0.5),
      // Stripe, Set up tiered pricing (docs.stripe.com/subscriptions/pricing-models/tiered-pricing)
      ("cc-122", stripe, 5, 35),
      // Autumn, Graduated pricing (docs.useautumn.com/documentation/modelling-pricing)
      ("cc-144", autumn, 15_000, 107),
      // Zuora, Example: Tiered pricing mode (tiered with overage)
      ("cc-149", zuora, 130, 60),
      // By hand on the same tables: at a bound, one past it, nothing used.
      ("by hand", lago, 0.1, 1), ("by hand", lago, 1, 5.5), ("by hand", lago, 3, 9.5),
      ("by hand", stripe, 6, 41.5), ("by hand", stripe, 10, 67.5), ("by hand", stripe, 20, 127.5),
      ("by hand", autumn, 1000, 10), ("by hand", autumn, 10_000, 82), ("by hand", autumn, 0, 0),
    ])
  func graduated(
    source: String, tiers: [(upTo: Double?, price: Double)], units: Double, expected: Double
  ) throws {
    let amount = try amount(units: units) {
      $0.graduated("plans.sold.charges.usage", .submitted, tiers)
    }
    #expect(isNear(amount, expected))
  }

  @Test("Included units come off before the price", arguments: [(4, 0), (10, 0), (12, 14)])
  func included(units: Double, expected: Double) throws {
    let graduated = try amount(units: units) {
      $0.graduated("plans.sold.charges.usage", .submitted, Self.stripe, included: 10)
    }
    #expect(graduated == expected)
    let standard = try amount(units: units) {
      $0.standard("plans.sold.charges.usage", .submitted, price: 7, included: 10)
    }
    #expect(standard == expected)
  }

  @Test("Each metric counts what its name says", arguments: Metric.allCases)
  func metrics(metric: Metric) throws {
    let values = try figures(
      scenario { scenario, draft in
        let charge = draft.standard("plans.sold.charges.usage", metric, price: 2)
        let (mid, large) = ("volume.segments.midMarket", "volume.segments.enterprise")
        scenario.volume.segments[0].seats = draft.input("\(mid).seats", 25, .seat / .customer)
        scenario.volume.segments[1].seats = draft.input("\(large).seats", 300, .seat / .customer)
        scenario.volume.segments[0].active = draft.share("\(mid).active", 0.75)
        scenario.plans = [draft.plan("sold", charges: [charge])]
        scenario.chosenPlan = "sold"
      })
    #expect(isNear(try values.number("revenue"), 2 * (try usage(of: metric, values))))
  }

  private func usage(of metric: Metric, _ values: Values) throws -> Double {
    let attempts = try values.number("attempts")
    switch metric {
    case .submitted: return try values.number("tasksSubmitted")
    case .completed: return try values.number("completedTasks")
    case .autonomousSuccess: return try values.number("autonomousSuccesses")
    case .escalation:
      return try values.number("tasksSubmitted") * values.number("escalationRate")
    case .attempt: return attempts
    case .token: return try attempts * values.number("tokensPerAttempt")
    case .inputToken, .outputToken:
      let kinds = metric == .inputToken ? ["input", "cacheRead", "cacheWrite"] : ["output"]
      return try ["triage", "resolve"].flatMap { call in kinds.map { "\(call).\($0)" } }
        .reduce(0) { $0 + (try values.number("inferenceLines.\($1).quantity")) }
    case .seat: return 40 * 25 + 6 * 300
    case .activeCustomer: return 40 * 0.75 + 6
    case .toolCall:
      let crm = 3 * (try values.number("tools.crm.tries"))
      let billing = 0.6 * (try values.number("tools.billing.tries"))
      let portal = 0.15 * (try values.number("tools.portal.tries"))
      return attempts * (crm + billing + portal)
    }
  }
}

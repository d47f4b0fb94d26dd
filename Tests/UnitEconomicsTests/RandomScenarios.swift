import TestSupport
import Formulas
import UnitEconomics

/// Models of all kinds, the same in every run: from no tools to four, from cheap to dear.
let randomModels: [Result<CostModel, ModelFaults>] = (0..<50).map { index in
  var seed = Seed(UInt64(1000 + index))
  let scenario = scenario { $0.randomize(&$1, &seed) }
  return Result { () throws(ModelFaults) in try CostModel(scenario) }
}

extension Scenario {
  fileprivate mutating func randomize(_ draft: inout Draft, _ seed: inout Seed) {
    name = "random"
    volume.segments = (0..<Int.random(in: 1...3, using: &seed)).map { index in
      draft.segment(
        "segment\(index)", customers: seed.magnitude(1...500).rounded(),
        tasks: seed.magnitude(10...100_000))
    }
    volume.peakFactor = draft.input("volume.peakFactor", seed.number(1...6), .one, in: .atLeastOne)
    outcomes.maxAttempts = draft.input(
      "outcomes.maxAttempts", Double(Int.random(in: 1...4, using: &seed)), .attempt / .task,
      in: .whole(1...20))
    for reason in Reason.stated {
      outcomes.escalation[reason] = draft.input(
        "outcomes.escalation.\(reason.rawValue)", seed.number(0...0.2), .share, in: .scaledShare)
    }
    outcomes.wrongResult = draft.share("outcomes.wrongResult", seed.number(0...0.15))
    outcomes.wrongDetected = draft.share("outcomes.wrongDetected", seed.number(0...1))
    outcomes.humanCompletes = draft.share("outcomes.humanCompletes", seed.number(0...1))
    tools = (0..<Int.random(in: 0...4, using: &seed)).map { draft.randomTool("tool\($0)", &seed) }
    inference = draft.randomInference(&seed)
    infrastructure.workers?.scaling = Bool.random(using: &seed) ? .whole : .elastic
    if Bool.random(using: &seed) { infrastructure.canary = nil }
    if Bool.random(using: &seed) { infrastructure.traces = nil }
    humanReview.staffing = Bool.random(using: &seed) ? .variable : .wholeFTE
    if Bool.random(using: &seed) { humanReview.sampling = nil }
    if Bool.random(using: &seed) { failures.perUndetected = nil }
    if Bool.random(using: &seed) {
      let leaves = Bool.random(using: &seed)
      humanReview.staffing = leaves ? .erlangA : .erlangC
      humanReview.queue = draft.queue(
        level: seed.number(0.2...0.98), within: seed.magnitude(1...1000),
        shrinkage: seed.number(0...0.6), openHours: seed.number(100...730),
        patience: leaves ? seed.magnitude(10...2000) : nil)
    }
    plans.append(draft.randomPlan(&seed))
  }
}

extension Draft {
  /// A plan of up to five charges of any kinds, beside the example's own.
  fileprivate mutating func randomPlan(_ seed: inout Seed) -> Plan {
    let charges = (0..<Int.random(in: 0...5, using: &seed)).map { index in
      let metrics: [Metric] = [
        .submitted, .completed, .autonomousSuccess, .escalation, .attempt,
      ]
      let model = randomCharge(&seed)
      let metric = metrics.randomElement(using: &seed)!
      return charge("plans.sold.charges.c\(index)", metric) { model(&$0, &$1) }
    }
    let isEarned = Bool.random(using: &seed)
    return plan(
      "sold", fee: seed.magnitude(1...5000), charges: charges,
      kicker: isEarned
        ? kicker(
          "plans.sold.successKicker", amount: seed.number(0...0.2), aboveTSR: seed.number(0...1))
        : nil,
      minimum: Bool.random(using: &seed) ? seed.magnitude(1...5000) : nil,
      paymentFee: Bool.random(using: &seed) ? seed.number(0...0.05) : nil)
  }

  private func randomCharge(_ seed: inout Seed) -> ChargeEdit {
    var bound = 0.0
    var rows = (0..<Int.random(in: 0...3, using: &seed)).map { _ in
      bound += seed.magnitude(1...5000)
      return TierRow(bound, seed.number(0...3), flat: seed.number(0...50))
    }
    rows.append(TierRow(nil, seed.number(0...3), flat: seed.number(0...50)))
    let models: [ChargeEdit] = [
      graduatedTiers(rows), volumeTiers(rows), standardPrice(seed.number(0...3)),
      packages(seed.magnitude(1...100), seed.number(0...9)),
      percentage(
        seed.number(0...0.2), ofValue: seed.magnitude(1...100), fee: seed.number(0...1),
        freeEvents: seed.number(0...50), freeAmount: seed.number(0...500),
        between: 0.1...seed.number(0.1...2)),
      shareTiers(rows.map { ($0.upTo, $0.price / 10, $0.flat ?? 0) }),
    ]
    let model = models.randomElement(using: &seed)!
    return with(
      model, free: Bool.random(using: &seed) ? seed.number(0...500) : nil,
      minimum: Bool.random(using: &seed) ? seed.number(0...900) : nil,
      maximum: Bool.random(using: &seed) ? seed.number(900...90_000) : nil)
  }
}

extension Draft {
  fileprivate mutating func randomTool(_ name: String, _ seed: inout Seed) -> Tool {
    let isPaidByTime = Bool.random(using: &seed)
    let p50 = seed.magnitude(0.05...20)
    return tool(
      name, calls: seed.number(0...5), price: isPaidByTime ? nil : seed.magnitude(1e-4...0.1),
      priceByTime: isPaidByTime ? seed.magnitude(0.01...2) : nil, p50: p50,
      p95: p50 * seed.number(1.01...8),
      timeout: Bool.random(using: &seed) ? p50 * seed.number(0.8...20) : nil,
      errorRate: seed.number(0...0.2), retries: Double(Int.random(in: 0...4, using: &seed)),
      backoff: seed.number(0...3), rateLimit: Bool.random(using: &seed) ? 5000 : nil,
      availability: seed.number(0.95...1))
  }

  fileprivate mutating func randomInference(_ seed: inout Seed) -> Inference {
    let input = seed.magnitude(0.1...10)
    let rates: KeyValuePairs<TokenKind, Double> = [
      .input: input, .output: input * 5, .cacheRead: input / 10, .cacheWrite: input * 1.25,
    ]
    let dearer: KeyValuePairs<TokenKind, Double> = [
      .input: input * 2, .output: input * 7.5, .cacheRead: input / 5, .cacheWrite: input * 2.5,
    ]
    let tiers =
      Bool.random(using: &seed) ? [(above: seed.magnitude(2000...20_000), rates: dearer)] : []
    let prices = ["m": price("m", rates, tiers: tiers, batchDiscount: 0.5)]
    let calls = (0..<Int.random(in: 1...3, using: &seed)).map { index in
      call(
        "call\(index)", model: "m", calls: seed.number(0...8), share: seed.number(0...1),
        input: seed.magnitude(100...10_000), growth: seed.number(0...2000),
        output: seed.number(0...2000), cacheRead: seed.number(0...0.6),
        cacheWrite: seed.number(0...0.4), batch: seed.number(0...1), retries: seed.number(0...0.1),
        firstToken: seed.number(0...2), speed: seed.number(20...200))
    }
    return Inference(prices: prices, calls: calls)
  }
}

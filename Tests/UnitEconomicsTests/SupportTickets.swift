import Formulas
import Testing
import UnitEconomics

/// A scenario that is changed in a few places: values by their paths, parts by the closure.
///
/// It begins as the worked example of the design, support tickets at target scale.
func scenario(
  _ overrides: [String: Double] = [:],
  _ edit: (inout Scenario, inout Draft) -> Void = { _, _ in }
) -> Scenario {
  var draft = Draft(overrides)
  var scenario = draft.supportTickets()
  edit(&scenario, &draft)
  for path in draft.unusedOverrides { Issue.record("no input has the path \(path)") }
  scenario.inputs = draft.inputs
  return scenario
}

extension Draft {
  fileprivate mutating func supportTickets() -> Scenario {
    let prices = [
      "frontier": price(
        "frontier", [.input: 3, .output: 15, .cacheRead: 0.30, .cacheWrite: 3.75]),
      "small": price("small", [.input: 0.25, .output: 2]),
    ]
    let calls = [
      call("triage", model: "small", input: 1800, output: 60, firstToken: 0.3, speed: 140),
      call(
        "resolve", model: "frontier", calls: 6, input: 3200, growth: 650, output: 280,
        cacheRead: 0.7, cacheWrite: 0.15, retries: 0.02, firstToken: 0.8, speed: 70),
    ]
    let tools = [
      tool(
        "crm", calls: 3, price: 0.002, p50: 0.4, p95: 1.6, timeout: 10, errorRate: 0.01,
        retries: 2, backoff: 0.5, rateLimit: 2000, availability: 0.9995),
      tool(
        "billing", calls: 0.6, price: 0.01, p50: 0.7, p95: 4, timeout: 8, errorRate: 0.02,
        retries: 1, backoff: 1),
      tool(
        "portal", calls: 0.15, price: nil, priceByTime: 0.12, p50: 14, p95: 45, timeout: 60,
        errorRate: 0.04, retries: 1, backoff: 2, availability: 0.99),
    ]
    return Scenario(
      name: "Support tickets at target scale", currency: "USD",
      workUnit: WorkUnit(
        name: "ticket resolved",
        humanBaseline: .init(
          time: input("workUnit.humanBaseline.time", 11, .minute / .task),
          rate: input("workUnit.humanBaseline.rate", 32, .money / .hour),
          occupancy: input("workUnit.humanBaseline.occupancy", 0.8, .share, in: .positiveShare))),
      volume: Volume(
        segments: [
          segment("midMarket", customers: 40, tasks: 1200),
          segment("enterprise", customers: 6, tasks: 15_000),
        ],
        peakFactor: input("volume.peakFactor", 3, .one, in: .atLeastOne)),
      outcomes: outcomes(), inference: Inference(prices: prices, calls: calls), tools: tools,
      infrastructure: infrastructure(), humanReview: humanReview(),
      failures: Failures(perUndetected: input("failures.perUndetected", 12, .money / .task)),
      plans: [growth(), payAsYouGo()], chosenPlan: "growth", inputs: InputTable())
  }

  private mutating func outcomes() -> Outcomes {
    let rates: KeyValuePairs<Reason, Double> = [
      .policyBlocked: 0.015, .ambiguity: 0.025, .dataMissing: 0.012, .modelError: 0.01,
    ]
    var escalation: [Reason: Input] = [:]
    for (reason, rate) in rates {
      escalation[reason] = input(
        "outcomes.escalation.\(reason.rawValue)", rate, .share, in: .scaledShare)
    }
    return Outcomes(
      maxAttempts: input("outcomes.maxAttempts", 2, .attempt / .task, in: .whole(1...20)),
      escalation: escalation, wrongResult: share("outcomes.wrongResult", 0.01),
      wrongDetected: share("outcomes.wrongDetected", 0.6),
      humanCompletes: share("outcomes.humanCompletes", 0.97))
  }

  private mutating func infrastructure() -> Infrastructure {
    let path = "infrastructure"
    return Infrastructure(
      workers: .init(
        price: input("\(path).workers.price", 0.34, .money / .worker / .hour),
        slots: input("\(path).workers.slots", 2, .one / .worker, in: .positive),
        targetUtilization: input(
          "\(path).workers.targetUtilization", 0.65, .share, in: .positiveShare),
        minimum: input("\(path).workers.minimum", 2, .worker)),
      monthly: [
        ("platform", input("\(path).monthly.platform", 3800, .money / .month)),
        ("observability", input("\(path).monthly.observability", 900, .money / .month)),
      ],
      perTask: [("vectorSearch", input("\(path).perTask.vectorSearch", 0.0004, .money / .task))],
      perCustomer: [("tenant", input("\(path).perCustomer.tenant", 35, Self.perCustomer))],
      traces: .init(
        size: input("\(path).traces.size", 180, .kilobyte / .attempt),
        retention: input("\(path).traces.retention", 12, .month),
        ingest: input("\(path).traces.ingest", 0.10, .money / .gigabyte),
        storage: input("\(path).traces.storage", 0.023, .money / .gigabyte / .month)),
      evaluation: .init(
        cases: input("\(path).evaluation.cases", 400, .attempt / .run),
        runs: input("\(path).evaluation.runs", 30, .run / .month)),
      shadowShare: share("\(path).shadow.share", 0.02),
      canary: .init(
        share: share("\(path).canary.share", 0.05),
        duration: input("\(path).canary.duration", 48, .hour / .release),
        releases: input("\(path).canary.releases", 4, .release / .month),
        costMultiplier: input("\(path).canary.costMultiplier", 1.15, .one, in: .atLeastOne)),
      oneOff: [
        .init(
          name: "soc2", amount: input("\(path).oneOff.soc2.amount", 60_000, .money),
          months: input("\(path).oneOff.soc2.over", 24, .month, in: .positive))
      ])
  }

  private mutating func humanReview() -> HumanReview {
    let times: KeyValuePairs<Reason, Double> = [
      .policyBlocked: 6, .ambiguity: 9, .dataMissing: 8, .modelError: 12, .toolOutage: 10,
    ]
    var handleTime: [Reason: Input] = [:]
    for (reason, time) in times {
      handleTime[reason] = input(
        "humanReview.handleTime.\(reason.rawValue)", time, .minute / .task,
        range: reason == .ambiguity ? .init(low: 6, high: 18) : nil)
    }
    return HumanReview(
      rate: input("humanReview.rate", 38, .money / .hour),
      occupancy: input("humanReview.occupancy", 0.8, .share, in: .positiveShare),
      hoursPerFTE: input(
        "humanReview.hoursPerFTE", 140, .hour / .fullTimeEquivalent / .month, in: .positive),
      handleTime: handleTime,
      sampling: .init(
        share: share("humanReview.sampling.share", 0.05),
        time: input("humanReview.sampling.time", 2, .minute / .task)),
      approvals: .init(
        share: share("humanReview.approvals.share", 0.03),
        time: input("humanReview.approvals.time", 1, .minute / .task)),
      rework: input("humanReview.rework.time", 14, .minute / .task))
  }

  private mutating func growth() -> Plan {
    plan(
      "growth", fee: 1500,
      charges: [
        graduated(
          "plans.growth.charges.resolutions", .autonomousSuccess, [(5000, 0.90), (nil, 0.70)],
          included: 500)
      ],
      kicker: kicker("plans.growth.successKicker", amount: 0.05, aboveTSR: 0.92),
      minimum: 2000, paymentFee: 0.008)
  }

  private mutating func payAsYouGo() -> Plan {
    plan(
      "payAsYouGo",
      charges: [
        standard("plans.payAsYouGo.charges.resolutions", .autonomousSuccess, price: 0.99)
      ],
      paymentFee: 0.029)
  }
}

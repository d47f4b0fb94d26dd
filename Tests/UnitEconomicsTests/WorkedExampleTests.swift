import Testing
import UnitEconomics

/// Source: worked_example.json, 40-digit arithmetic by two implementations made from the design.
@Suite("The worked example comes out as it was worked out by hand")
struct WorkedExampleTests {
  private static let base = Result { try figures(scenario()) }
  private static let stresses = Result {
    try ScenarioReading(scenario { scenario, _ in scenario.stresses = allStresses })
  }

  @Test(
    "Each figure of the base case",
    arguments: [
      ("tools.crm.timeoutShare", 6.693394796708335e-05), ("tools.crm.tries", 1.0101675942916555),
      ("tools.crm.busySeconds", 0.5704020130178408), ("tools.crm.lost", 1.0200114034641492e-06),
      ("tools.crm.costPerCall", 0.002020335188583311),
      ("tools.crm.secondsPerCall", 0.5813360912567616),
      ("tools.billing.timeoutShare", 0.010752981082577332),
      ("tools.billing.tries", 1.0305379214609258),
      ("tools.billing.busySeconds", 1.1811841358389037),
      ("tools.billing.lost", 0.0009325646471536717),
      ("tools.billing.costPerCall", 0.010305379214609257),
      ("tools.billing.secondsPerCall", 1.2477929656709694),
      ("tools.portal.timeoutShare", 0.020176202667902533),
      ("tools.portal.tries", 1.0593691545611863), ("tools.portal.busySeconds", 17.599500934724),
      ("tools.portal.lost", 0.0035246965133100437),
      ("tools.portal.costPerCall", 0.0006214789475305791),
      ("tools.portal.secondsPerCall", 18.763106735039745), ("inference.triage.inputTokens", 1800.0),
      ("inference.triage.costPerAttempt", 0.00057),
      ("inference.triage.seconds", 0.7285714285714285), ("inference.resolve.inputTokens", 28950.0),
      ("inference.resolve.costPerAttempt", 0.0618032025), ("inference.resolve.seconds", 29.376),
      ("downtime", 0.00199925), ("concurrency", 5.5957858618903735), ("workers", 5.0),
      ("traceGB", 24.916707731992116), ("tasksSubmitted", 138000.0),
      ("attemptLost", 0.0010910041365624367), ("attemptsPerTask", 1.0030880729465423),
      ("toolOutage", 0.002000437910338662), ("escalationRate", 0.06387641075989767),
      ("failedRate", 0.009979995620896614), ("tsr", 0.9261435936192057),
      ("completedTasks", 137184.65590118052), ("toolSecondsPerAttempt", 5.3071500634288284),
      ("modelSecondsPerAttempt", 30.10457142857143), ("runtimeSecondsPerTask", 35.521075471130196),
      ("inferencePerAttempt", 0.0623732025), ("toolsPerAttempt", 0.012337454936645075),
      ("infrastructureLines.workers", 1241.0), ("infrastructureLines.platform", 3800.0),
      ("infrastructureLines.observability", 900.0), ("infrastructureLines.vectorSearch", 55.2),
      ("infrastructureLines.tenant", 1610.0),
      ("infrastructureLines.traceIngest", 2.4916707731992114),
      ("infrastructureLines.traceStorage", 6.877011334029823),
      ("infrastructureLines.evaluation", 896.527889239741),
      ("infrastructureLines.shadow", 206.20141452514042),
      ("infrastructureLines.canary", 20.400477981521846), ("infrastructureLines.soc2", 2500.0),
      ("humanHours.escalations", 1264.8669371178926), ("humanHours.sampling", 215.30842552522353),
      ("humanHours.approvals", 69.0), ("humanHours.rework", 192.81351539572256),
      ("inferenceCost", 8634.082538893666), ("toolsCost", 1707.8264378500478),
      ("infrastructureCost", 11238.698463853632), ("humanReviewCost", 82744.47170684484),
      ("failuresCost", 6610.749099281917), ("totalCost", 110935.8282467241),
      ("fixedCost", 8096.527889239741), ("costPerCompletedTask", 0.8086606152705265),
      ("costPerSubmittedTask", 0.8038828133820587),
      ("costPerAutonomousSuccess", 0.8679893905443178), ("revenue", 159646.84043833218),
      ("paymentFees", 1277.1747235066573), ("grossProfit", 47433.83746810141),
      ("grossMargin", 0.29711729551217764), ("contributionMargin", 0.3478325358953234),
      ("humanBaselineCostPerTask", 7.333333333333333),
      ("rateLimitUtilization.crm", 0.014366467298684227),
      ("segments.midMarket.revenue", 2105.8036967258945),
      ("segments.midMarket.cost", 915.2547857172553),
      ("segments.midMarket.contributionMargin", 0.5573655717575697),
      ("segments.enterprise.revenue", 12569.115428216064),
      ("segments.enterprise.cost", 11038.184821465691),
      ("segments.enterprise.contributionMargin", 0.11380098237570709),
      ("plans.payAsYouGo.revenue", 126529.73776025588),
      ("plans.payAsYouGo.paymentFees", 3669.3623950474207),
      ("plans.payAsYouGo.grossMargin", 0.09424303985422444),
      ("plans.payAsYouGo.contributionMargin", 0.15823217025597047),
      ("plans.payAsYouGo.revenuePerCustomer.midMarket", 1100.2585892196164),
      ("plans.payAsYouGo.revenuePerCustomer.enterprise", 13753.232365245205),
    ])
  func base(path: String, expected: Double) throws {
    #expect(isNear(try Self.base.get().number(path), expected, within: 1e-12))
  }

  @Test(
    "Each figure under its stresses",
    arguments: [
      ("moreEscalation", "tsr", 0.8642676207696467),
      ("moreEscalation", "escalationRate", 0.12575238360945667),
      ("moreEscalation", "toolOutage", 0.002000437910338662),
      ("moreEscalation", "attemptsPerTask", 1.0030880729465423),
      ("moreEscalation", "runtimeSecondsPerTask", 35.521075471130196),
      ("moreEscalation", "workers", 5.0), ("moreEscalation", "totalCost", 168155.5343393976),
      ("moreEscalation", "completedTasks", 136928.48937358335),
      ("moreEscalation", "costPerCompletedTask", 1.2280536731886171),
      ("moreEscalation", "revenue", 147348.86010848774),
      ("moreEscalation", "grossMargin", -0.1492068896602975),
      ("moreEscalation", "contributionMargin", -0.09425887117356772),
      ("moreEscalation", "plans.payAsYouGo.grossMargin", -0.45312674212307086),
      ("slowTools", "tsr", 0.9255391123459922),
      ("slowTools", "escalationRate", 0.06448740583993462),
      ("slowTools", "toolOutage", 0.002651818592680836),
      ("slowTools", "attemptsPerTask", 1.027519123528721),
      ("slowTools", "runtimeSecondsPerTask", 46.92653888689978), ("slowTools", "workers", 6.0),
      ("slowTools", "totalCost", 112212.95672814759),
      ("slowTools", "completedTasks", 137182.48594368584),
      ("slowTools", "costPerCompletedTask", 0.8179831117378324),
      ("slowTools", "revenue", 159578.4736063317),
      ("slowTools", "grossMargin", 0.28881645530105365),
      ("slowTools", "contributionMargin", 0.3396106903059112),
      ("slowTools", "plans.payAsYouGo.grossMargin", 0.08357032209372771),
      ("both", "tsr", 0.8637035250987384), ("both", "escalationRate", 0.12632299308718842),
      ("both", "toolOutage", 0.002651818592680836), ("both", "attemptsPerTask", 1.027519123528721),
      ("both", "runtimeSecondsPerTask", 46.92653888689978), ("both", "workers", 6.0),
      ("both", "totalCost", 169395.3163002274), ("both", "completedTasks", 136926.4866124822),
      ("both", "costPerCompletedTask", 1.237125997248697), ("both", "revenue", 147313.3220812205),
      ("both", "grossMargin", -0.1578981484297263),
      ("both", "contributionMargin", -0.10287483909448883),
      ("both", "plans.payAsYouGo.grossMargin", -0.4645635574599542),
    ])
  func stressed(stress: String, path: String, expected: Double) throws {
    let reading = try #require(try Self.stresses.get().stresses.first { $0.stress == stress })
    #expect(isNear(try reading.values.number(path), expected, within: 1e-12))
  }

  private static let allStresses: [Stress] = {
    let reasons = ["policyBlocked", "ambiguity", "dataMissing", "modelError"]
    let escalation = reasons.map {
      Stress.Change(path: "outcomes.escalation.\($0)", kind: .multiply, amount: 2)
    }
    let latency = ["crm", "billing", "portal"].flatMap { tool in
      ["p50", "p95"].map {
        Stress.Change(path: "tools.\(tool).latency.\($0)", kind: .multiply, amount: 3)
      }
    }
    return [
      Stress(name: "moreEscalation", changes: escalation),
      Stress(name: "slowTools", changes: latency),
      Stress(name: "both", changes: escalation + latency),
    ]
  }()
}

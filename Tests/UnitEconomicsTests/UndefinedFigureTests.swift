import Formulas
import Testing
import UnitEconomics

@Suite("A figure that makes no sense is undefined, and a sentence says why")
struct UndefinedFigureTests {
  private static let noCustomers = [
    "volume.segments.midMarket.customers": 0.0, "volume.segments.enterprise.customers": 0,
  ]

  @Test(
    "Without customers nothing can be divided by tasks or revenue",
    arguments: [
      ("costPerCompletedTask", "completedTasks is 0, and nothing can be divided by it"),
      ("costPerSubmittedTask", "tasksSubmitted is 0, and nothing can be divided by it"),
      ("costPerAutonomousSuccess", "autonomousSuccesses is 0, and nothing can be divided by it"),
      ("grossMargin", "plans.growth.revenue is 0, and nothing can be divided by it"),
      ("contributionMargin", "plans.growth.revenue is 0, and nothing can be divided by it"),
      (
        "plans.payAsYouGo.grossMargin",
        "plans.payAsYouGo.revenue is 0, and nothing can be divided by it"
      ),
      ("segments.midMarket.cost", "tasksSubmitted is 0, and nothing can be divided by it"),
    ])
  func noCustomers(path: String, reason: String) throws {
    let values = try figures(scenario(Self.noCustomers))
    #expect(values[path] == .undefined(because: reason))
    #expect(try values.number("totalCost") > 0)
    #expect(try values.number("revenue") == 0)
  }

  @Test("Without revenue margins are undefined, and so is a check on them not passed")
  func noRevenue() throws {
    let free = scenario { scenario, draft in
      scenario.plans = [draft.plan("free")]
      scenario.chosenPlan = "free"
      scenario.checks = [
        Check(
          name: "margin", output: "grossMargin", side: .min,
          limit: Input("checks.margin.min", "limit", -100, .share), stresses: [])
      ]
    }
    let reading = try ScenarioReading(free)
    let reason = "plans.free.revenue is 0, and nothing can be divided by it"
    #expect(reading.checks[0].reading == .undefined(because: reason))
    #expect(!reading.checks[0].isPassed)
    #expect(!reading.isPassed)
    #expect(try reading.base.values.number("grossProfit") < 0)
  }

  @Test("What is not stated is undefined and not 0", arguments: [true, false])
  func notStated(hasTools: Bool) throws {
    let values = try figures(
      scenario { scenario, _ in
        scenario.plans = []
        scenario.chosenPlan = nil
        scenario.workUnit.humanBaseline = nil
        scenario.infrastructure = Infrastructure()
        if !hasTools { scenario.tools = [] }
      })
    for output in Output.ofPlan {
      #expect(values[output] == .undefined(because: "the scenario has no plan"))
    }
    #expect(values[.workers] == .undefined(because: "no workers are stated"))
    #expect(
      values[.humanBaselineCostPerTask] == .undefined(because: "no human baseline is stated"))
    #expect(try values.number("infrastructureCost") == 0)
    #expect(try values.number("costPerCompletedTask") > 0)
    #expect(values["nobody", .revenue] == .undefined(because: "there is no plan \"nobody\""))
  }

  @Test("A p95 that a stress carries below the p50 leaves no latency to compute with")
  func crossedLatency() throws {
    let stress = Stress(
      name: "odd", changes: [.init(path: "tools.crm.latency.p50", kind: .multiply, amount: 10)])
    let reading = try CaseReading(stress, on: CostModel(scenario()))
    let reason = "tools.crm.latency.p95 is below tools.crm.latency.p50"
    #expect(reading.values[.totalCost] == .undefined(because: reason))
    #expect(reading.values.numbers.allSatisfy { !$0.isInfinite })
  }

  @Test("An explanation of the model names what a person would, and no number lent from elsewhere")
  func explanations() throws {
    let model = try CostModel(scenario())
    let values = model.values()
    for (path, expression) in [
      ("tsr", "reachesAnEnd × statedSuccess"),
      ("costPerCompletedTask", "totalCost / completedTasks"),
      ("tools.billing.tries", "1 + tools.billing.tryFails"),
      (
        "totalCost",
        "inferenceCost + toolsCost + infrastructureCost + humanReviewCost + failuresCost"
      ),
      ("infrastructureLines.platform.quantity", "1"),
    ] {
      #expect(model.graph.explain(path, at: values)?.expression == expression)
    }
  }
}

import Formulas
import Testing
import UnitEconomics

@Suite("Solving finds every value that hits a target, and none that does not")
struct SolveTests {
  @Test(
    "what is found, put back, gives the target to 1e-9",
    arguments: [
      ("plans.growth.platformFee", "grossMargin", 0.6), ("humanReview.rate", "grossMargin", 0.5),
      ("outcomes.escalation.ambiguity", "grossMargin", 0.1),
      ("plans.growth.charges.resolutions.tiers.0.price", "grossMargin", 0.4),
      ("humanReview.handleTime.ambiguity", "costPerCompletedTask", 0.7),
      ("volume.segments.midMarket.customers", "grossProfit", 20_000),
      ("tools.crm.price", "toolsCost", 3000),
      ("inference.prices.frontier.output", "inferenceCost", 10_000),
      ("tools.portal.errorRate", "toolOutage", 0.01),
    ])
  func putBack(path: String, output: String, target: Double) throws {
    let model = try CostModel(scenario())
    let solution = try #require(try model.solve(for: path, output: output, target: target))
    #expect(!solution.roots.isEmpty)
    for root in solution.roots where !root.isJump {
      let change = Stress.Change(path: path, kind: .set, amount: root.position)
      let figure = try model.figure(output, [change])
      #expect(abs(figure - target) <= 1e-9 * max(abs(target), 1))
    }
  }

  @Test("no value is said with what the figure can be")
  func noRoot() throws {
    let model = try CostModel(scenario())
    let solution = try #require(
      try model.solve(for: "humanReview.rate", output: "grossMargin", target: 0.99))
    #expect(solution.roots.isEmpty)
    let attained = try #require(solution.attained)
    #expect(attained.upperBound < 0.99)
    let free = Stress.Change(path: "humanReview.rate", kind: .set, amount: 0)
    #expect(attained.upperBound == (try model.figure("grossMargin", [free])))
  }

  @Test("a figure that jumps past its target is told from one that reaches it")
  func jump() throws {
    // The kicker of $0.05 a success is lost where the task success rate falls below 92 %.
    let model = try CostModel(scenario())
    let path = "plans.growth.successKicker.aboveTSR"
    let base = try #require(model.values()["grossMargin"]?.value)
    let solution = try #require(
      try model.solve(for: path, output: "grossMargin", target: base - 0.001))
    let root = try #require(solution.roots.first)
    #expect(root.isJump && !root.isRising)
    let tsr = try #require(model.values()["tsr"]?.value)
    #expect(abs(root.position - tsr) < 1e-12)
  }

  @Test("a value is found under a stress as the stress leaves the rest")
  func underStress() throws {
    let model = try CostModel(scenario())
    let stress = Stress(
      name: "slow",
      changes: ["crm", "billing", "portal"].flatMap { tool in
        ["p50", "p95"].map {
          Stress.Change(path: "tools.\(tool).latency.\($0)", kind: .multiply, amount: 3)
        }
      })
    let path = "humanReview.rate"
    let plain = try #require(try model.solve(for: path, output: "grossMargin", target: 0.5))
    let stressed = try #require(
      try model.solve(for: path, output: "grossMargin", target: 0.5, under: stress))
    #expect(stressed.roots[0].position < plain.roots[0].position)
    let set = Stress.Change(path: path, kind: .set, amount: stressed.roots[0].position)
    #expect(abs(try model.figure("grossMargin", stress.changes + [set]) - 0.5) < 1e-9)
  }

  @Test("a whole number is answered with the first that is enough")
  func whole() throws {
    let model = try CostModel(scenario(["outcomes.maxAttempts": 1]))
    let path = "tools.portal.maxRetries"
    let lost = try (0...3).map {
      try model.figure("tools.portal.lost", [.init(path: path, kind: .set, amount: Double($0))])
    }
    let between = (lost[1] + lost[2]) / 2
    let solution = try #require(
      try model.solve(for: path, output: "tools.portal.lost", target: between))
    #expect(solution.roots == [Crossing(position: 2, isRising: false, isJump: true)])
  }

  @Test("an input or a figure that is not there has no answer")
  func unknown() throws {
    let model = try CostModel(scenario())
    #expect(try model.solve(for: "no.such", output: "tsr", target: 1) == nil)
    #expect(try model.solve(for: "humanReview.rate", output: "no.such", target: 1) == nil)
  }
}

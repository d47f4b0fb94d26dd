import Formulas
import Testing
import UnitEconomics

@Suite("An elasticity is what one per cent more does")
struct ElasticityTests {
  private func elasticities(_ output: String, _ scenario: Scenario) throws -> [Elasticity] {
    try Standpoint(CostModel(scenario)).elasticities(of: output)
  }

  @Test("twice all prices is twice all cost: the elasticities of money add up to 1")
  func moneyOfCost() throws {
    let items = try elasticities("totalCost", scenario()).filter { $0.input.unit.isMoney }
    #expect(items.count > 20)
    let sum = items.reduce(0) { $0 + ($1.elasticity ?? .nan) }
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test("and leaves a margin as it is: what money does to it adds up to 0")
  func moneyOfMargin() throws {
    let items = try elasticities("grossMargin", scenario()).filter { $0.input.unit.isMoney }
    #expect(items.contains { $0.perPercent > 1e-4 } && items.contains { $0.perPercent < -1e-4 })
    #expect(abs(items.reduce(0) { $0 + $1.perPercent }) < 1e-12)
  }

  @Test("a smooth slope is that of the points just beside it", arguments: 0..<12)
  func differences(index: Int) throws {
    let model = try randomModels[index].get()
    let output = "costPerCompletedTask"
    for item in try elasticities(output, model.scenario)
    where item.course == .smooth && item.canRise && item.canFall && item.input.value > 0 {
      let step = item.input.value * 1e-5
      let sides = try [step, -step].map {
        try model.figure(
          output, [.init(path: item.input.path, kind: .set, amount: item.input.value + $0)])
      }
      let slope = (sides[0] - sides[1]) / (2 * step)
      let base = try model.values().number(output)
      #expect(
        abs(slope - item.slope) <= 0.02 * abs(item.slope) + 1e-9 * base / item.input.value,
        "\(item.input.path)")
    }
  }

  @Test("they are ranked by what one per cent does, in the figure's own unit")
  func ranking() throws {
    let items = try elasticities("grossMargin", scenario())
    for (stronger, weaker) in zip(items, items.dropFirst()) {
      #expect(abs(stronger.perPercent) >= abs(weaker.perPercent) * (1 - 1e-6))
    }
    let rate = try #require(items.first { $0.input.path == "humanReview.rate" })
    let base = try CostModel(scenario()).values().number("grossMargin")
    #expect(isNear(rate.elasticity, rate.slope * 38 / base))
    #expect(isNear(rate.perPercent, rate.slope * 0.38))
    let detected = try #require(items.first { $0.input.path == "outcomes.wrongDetected" })
    #expect(isNear(detected.perPercent, detected.slope * 0.004))
  }

  @Test("people employed whole make steps: the slope is the long run's, and flat on the step")
  func steps() throws {
    let whole = scenario { scenario, _ in scenario.humanReview.staffing = .wholeFTE }
    let path = "humanReview.handleTime.ambiguity"
    let item = try #require(try elasticities("totalCost", whole).first { $0.input.path == path })
    let hired = try #require(
      try elasticities("totalCost", scenario()).first { $0.input.path == path })
    guard case .stepped(let here) = item.course else {
      Issue.record("\(item.course)")
      return
    }
    #expect(here == 0)
    #expect(hired.course == .smooth && isNear(item.slope, hired.slope, within: 1e-9))
  }

  @Test("a bend has the mean of both sides: the sixth call carries on with five calls' tokens")
  func bend() throws {
    let item = try #require(
      try elasticities("inferenceCost", scenario(["inference.calls.resolve.growth": 1500]))
        .first { $0.input.path == "inference.calls.resolve.perAttempt" })
    guard case .bent(let below, let above) = item.course else {
      Issue.record("\(item.course)")
      return
    }
    #expect(above > below)
    #expect(isNear(item.slope, (below + above) / 2))
  }

  @Test("a jump is left out of the slope, and one that cannot rise is said to")
  func ends() throws {
    let tsr = try CostModel(scenario()).values().number("tsr")
    let path = "plans.growth.successKicker.aboveTSR"
    let items = try elasticities("grossMargin", scenario([path: tsr]))
    let threshold = try #require(items.first { $0.input.path == path })
    #expect(threshold.course == .jump && threshold.slope == 0)
    let whole = try #require(items.first { $0.input.path == "tools.billing.availability" })
    #expect(!whole.canRise && whole.canFall && whole.perPercent == 0 && whole.slope > 0)
  }

  @Test("of a loss parts mean nothing, and whole numbers have no slope")
  func undefined() throws {
    let dear = scenario(["humanReview.rate": 380])
    let items = try elasticities("grossProfit", dear)
    #expect(!items.isEmpty && items.allSatisfy { $0.elasticity == nil })
    #expect(!items.contains { $0.input.path == "outcomes.maxAttempts" })
  }
}

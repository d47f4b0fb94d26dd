import Testing
import UnitEconomics

@Suite("A price tier by context length is a cliff, call by call")
struct PriceTierTests {
  /// The rates per million of the base and of each tier.
  private static let input = [3.0, 6, 10], output = [15.0, 22.5, 40]

  /// Looks at one call after the other, as the vendor does; the last may be a fraction of a call.
  private func cost(
    calls: Double, first: Double, growth: Double, _ thresholds: [Double]
  ) -> Double {
    var total = 0.0
    var left = calls
    var tokens = first
    while left > 0 {
      let part = min(1, left)
      let tier = thresholds.filter { tokens > $0 }.count
      total += part * (tokens * Self.input[tier] + 700 * Self.output[tier]) * 1e-6
      left -= part
      tokens += growth
    }
    return total
  }

  /// A model with one call of one model that has a tier above each threshold.
  private func model(_ thresholds: [Double]) throws -> CostModel {
    try CostModel(
      scenario { scenario, draft in
        let tiers = thresholds.enumerated().map { index, above in
          (
            above: above,
            rates: [.input: Self.input[index + 1], .output: Self.output[index + 1]]
              as KeyValuePairs<TokenKind, Double>
          )
        }
        let price = draft.price(
          "m", [.input: Self.input[0], .output: Self.output[0]], tiers: tiers)
        let call = draft.call("ask", model: "m", output: 700)
        scenario.inference = Inference(prices: ["m": price], calls: [call])
      })
  }

  private func cost(
    _ model: CostModel, calls: Double, first: Double, growth: Double
  ) throws -> Double {
    var changed: [String: Input] = [:]
    for (name, value) in [("perAttempt", calls), ("input", first), ("growth", growth)] {
      var input = try #require(model.scenario.inputs["inference.calls.ask.\(name)"])
      input.value = value
      changed[input.path] = input
    }
    return try model.values(changed: changed).number("inference.ask.costPerAttempt")
  }

  @Test(
    "It agrees with looking at each call",
    arguments: [[], [5000], [200_000], [100_000, 200_000]])
  func grid(thresholds: [Double]) throws {
    let model = try model(thresholds)
    for calls in [0, 0.5, 1, 2, 3.7, 6, 12.25] {
      for first in [0.0, 4000, 5000, 5001, 150_000, 200_000, 200_001, 400_000] {
        for growth in [0.0, 1, 1000, 25_000, 50_000] {
          let expected = cost(calls: calls, first: first, growth: growth, thresholds)
          let modelled = try cost(model, calls: calls, first: first, growth: growth)
          #expect(isNear(modelled, expected), "\(calls) calls of \(first) + \(growth)")
        }
      }
    }
  }

  // Source: by hand; a request of exactly the threshold still has the base price.
  @Test(
    "A request must be longer than the threshold, not as long",
    arguments: [(200_000, 0.6105), (200_001, 1.215756)])
  func strict(tokens: Double, cost: Double) throws {
    let modelled = try self.cost(model([200_000]), calls: 1, first: tokens, growth: 0)
    #expect(isNear(modelled, cost))
  }

  @Test("A kind that a tier says nothing about keeps the rate of the tier below")
  func inherited() throws {
    let values = try figures(
      scenario { scenario, draft in
        let price = draft.price(
          "m", [.input: 3, .output: 15, .cacheRead: 1],
          tiers: [(above: 100, rates: [.input: 6]), (above: 200, rates: [.output: 30])])
        let call = draft.call("ask", model: "m", input: 1000, output: 10, cacheRead: 0.5)
        scenario.inference = Inference(prices: ["m": price], calls: [call])
      })
    // 500·6 + 500·1 + 10·30
    #expect(isNear(try values.number("inference.ask.costPerAttempt"), 3800e-6))
    #expect(try values.number("inferenceLines.ask.input.tier2.price") == 6)
    #expect(try values.number("inferenceLines.ask.input.quantity") == 0)
  }
}

import Testing
import UnitEconomics

@Suite("Tokens of each kind are counted and priced apart")
struct InferenceTests {
  /// The figures of a scenario with one call `ask` of one model `m`.
  private func figures(
    _ price: (inout Draft) -> ModelPrice, _ call: (inout Draft) -> ModelCall
  ) throws -> (String) throws -> Double {
    let values = try UnitEconomicsTests.figures(
      scenario { scenario, draft in
        scenario.inference = Inference(prices: ["m": price(&draft)], calls: [call(&draft)])
      })
    return { try values.number($0) }
  }

  private func costPerAttempt(
    _ price: (inout Draft) -> ModelPrice, _ call: (inout Draft) -> ModelCall
  ) throws -> Double {
    try figures(price, call)("inference.ask.costPerAttempt")
  }

  // Source: by hand, n·I + g(k(k − 1)/2 + k(n − k)) with k = ⌊n⌋, I = 1000, g = 100: call i has
  // 1000 + 100·i, the fraction of a call the history of all whole ones.
  @Test(
    "The history is sent again with every call",
    arguments: [
      (0, 0), (0.5, 500), (1, 1000), (1.5, 1550), (2, 2100), (3, 3300), (3.25, 3625), (6, 7500),
      (20, 39_000),
    ])
  func history(calls: Double, tokens: Double) throws {
    let figure = try figures({ $0.price("m", [.input: 3, .output: 15]) }) {
      $0.call("ask", model: "m", calls: calls, input: 1000, growth: 100)
    }
    #expect(isNear(try figure("inference.ask.inputTokens"), tokens))
    #expect(isNear(try figure("inferencePerAttempt"), tokens * 3e-6))
  }

  // Source: by hand, for 1000 input tokens (20 % read, 10 % written), 100 output of which 40 reason.
  @Test(
    "Each kind costs its own rate, or where none is stated that of the kind it falls back to",
    arguments: [
      // every rate stated: 700·3 + 200·0.3 + 100·3.75 + 60·15 + 40·20
      ([.input: 3, .output: 15, .cacheRead: 0.3, .cacheWrite: 3.75, .reasoning: 20], false, 4235),
      // reasoning costs what output costs
      ([.input: 3, .output: 15, .cacheRead: 0.3, .cacheWrite: 3.75], false, 4035),
      // a missing cache rate is the input rate, not 0
      ([.input: 3, .output: 15], false, 4500),
      ([.input: 3, .output: 15, .cacheWrite: 4], false, 4600),
      ([.input: 3, .output: 15, .cacheRead: 1], false, 4100),
      // writes that stay for an hour have a rate of their own
      ([.input: 3, .output: 15, .cacheWrite: 4, .cacheWrite1h: 6], true, 4800),
      ([.input: 3, .output: 15, .cacheWrite: 4, .cacheWrite1h: 6], false, 4600),
      // without one, that of writes for five minutes, and without that, of input
      ([.input: 3, .output: 15, .cacheWrite: 4], true, 4600),
      ([.input: 3, .output: 15], true, 4500),
      ([.input: 3, .output: 15, .cacheWrite1h: 6], false, 4500),
      // a rate of 0 is a rate
      ([.input: 3, .output: 15, .cacheRead: 0, .reasoning: 0], false, 3300),
    ] as [(KeyValuePairs<TokenKind, Double>, Bool, Double)])
  func kinds(
    rates: KeyValuePairs<TokenKind, Double>, forAnHour: Bool, microdollars: Double
  ) throws {
    let cost = try costPerAttempt({ $0.price("m", rates) }) {
      $0.call(
        "ask", model: "m", input: 1000, output: 100, reasoning: 40, cacheRead: 0.2,
        cacheWrite: 0.1, cachesForAnHour: forAnHour)
    }
    #expect(isNear(cost, microdollars * 1e-6))
  }

  // Source: by hand, 1000·3 + 100·15 = 4500 millionths, × (1 − batch · discount).
  @Test(
    "What may wait costs less",
    arguments: [(0, 0.5, 4500), (1, 0.5, 2250), (0.4, 0.5, 3600), (0.4, 0, 4500), (1, 1, 0)])
  func batch(share: Double, discount: Double, microdollars: Double) throws {
    let cost = try costPerAttempt({
      $0.price("m", [.input: 3, .output: 15], batchDiscount: discount)
    }) { $0.call("ask", model: "m", input: 1000, output: 100, batch: share) }
    #expect(isNear(cost, microdollars * 1e-6))
  }

  @Test("Cost and seconds grow with billed retries and with the share that makes the call")
  func retries() throws {
    let figure = try figures({ $0.price("m", [.input: 3, .output: 15]) }) {
      $0.call(
        "ask", model: "m", calls: 2, share: 0.5, input: 1000, output: 100, retries: 0.1,
        firstToken: 1, speed: 50)
    }
    // 2 · 0.5 · 1.1 calls of 0.0045 each, and of 1 + 100/50 seconds each.
    #expect(isNear(try figure("inference.ask.costPerAttempt"), 0.00495))
    #expect(isNear(try figure("inference.ask.seconds"), 3.3))
    #expect(isNear(try figure("inference.ask.inputTokens"), 1000))
    #expect(isNear(try figure("tokensPerAttempt"), 0.00121))
  }

  @Test("Lines by kind add up to the cost of the attempts that they are for")
  func lines() throws {
    let values = try UnitEconomicsTests.figures(scenario())
    let attempts = try values.number("attempts")
    for call in ["triage", "resolve"] {
      let kinds = ["input", "cacheRead", "cacheWrite", "output"]
      let lines = try kinds.reduce(0) {
        $0 + (try values.number("inferenceLines.\(call).\($1)"))
      }
      #expect(isNear(lines, attempts * (try values.number("inference.\(call).costPerAttempt"))))
    }
  }
}

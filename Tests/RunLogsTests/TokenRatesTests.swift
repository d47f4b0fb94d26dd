import RunLogs
import Testing

@Suite("Tokens cost what their price list says, exactly")
struct TokenRatesTests {
  @Test("as public calculators work it out", arguments: tokenCostCases)
  func worked(row: TokenCostCase) throws {
    let rates = try #require(TokenRates(perToken: row.rates))
    let cost = try #require(rates.cost(row.usage))
    #expect(cost.prompt == Amount(row.prompt))
    #expect(cost.completion == Amount(row.completion))
  }

  private static func list(_ text: String) throws -> PriceList { try PriceList(Array(text.utf8)) }

  @Test("a request over a threshold is priced by it as a whole, each kind of token by its own")
  func thresholds() throws {
    let list = try Self.list(
      """
      {"m": {"input_cost_per_token": 2e-06, "input_cost_per_token_above_200k_tokens": 4e-06,
      "output_cost_per_token": 1e-05, "cache_read_input_token_cost": 2e-07, "mode": "chat",
      "input_cost_per_token_priority": 3e-06}}
      """)
    let rates = try #require(list.rates(of: "m")?.rates)
    #expect(rates.rate(.input, input: 200_000) == Amount("0.000002"))
    #expect(rates.rate(.input, input: 200_001) == Amount("0.000004"))
    #expect(rates.rate(.output, input: 900_000) == Amount("0.00001"))
    #expect(rates.rate(.input, input: 5, .priority) == Amount("0.000003"))
    #expect(rates.rate(.output, input: 5, .priority) == Amount("0.00001"))
  }

  @Test("in a list of tiers a rate that is missing in a tier is missing, and not that of the model")
  func tiers() throws {
    let list = try Self.list(
      """
      {"t": {"cache_read_input_token_cost": 1e-09, "input_cost_per_token": 1e-06,
      "output_cost_per_token": 2e-06, "tiered_pricing": [
      {"range": [0, 32000], "input_cost_per_token": 3e-07, "output_cost_per_token": 1e-06},
      {"range": [32000, 128000], "input_cost_per_token": 7e-07, "output_cost_per_token": 3.5e-06}]}}
      """)
    let rates = try #require(list.rates(of: "t")?.rates)
    let cost = try #require(
      rates.cost(TokenUsage(input: 40_000, output: 100, cacheRead: 5000, cacheWrite: 15_000)))
    #expect(cost.prompt == Amount("0.028") && cost.completion == Amount("0.00035"))
    #expect(rates.cost(TokenUsage(output: 100))?.completion == Amount("0.0002"))
    #expect(rates.rate(.input, input: 1_000_000) == Amount("0.0000007"))
  }

  @Test("a model goes by its name without provider and date, and behind providers that agree")
  func names() throws {
    let list = try Self.list(
      """
      {"sample_spec": {"input_cost_per_token": 9}, "gpt-x": {"input_cost_per_token": 1e-06},
      "a/one": {"input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06},
      "b/one": {"input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06},
      "a/two": {"input_cost_per_token": 1e-06, "output_cost_per_token": 1e-06},
      "b/two": {"input_cost_per_token": 2e-06, "output_cost_per_token": 1e-06}}
      """)
    #expect(list.rates(of: "openai/gpt-x")?.name == "gpt-x")
    #expect(list.rates(of: "gpt-x-2025-08-07")?.name == "gpt-x")
    #expect(list.rates(of: "gpt-x-20250807")?.name == "gpt-x")
    #expect(list.rates(of: "c/one")?.name == "a/one")
    #expect(list.rates(of: "c/two") == nil && list.rates(of: "sample_spec") == nil)
  }

  @Test("no rate is not a rate of 0, and a rate of 0 is one")
  func absent() throws {
    let free = try #require(TokenRates(perToken: [.input: "0", .output: "0"]))
    #expect(free.cost(TokenUsage(input: 5, output: 5))?.prompt == .zero)
    let half = try #require(TokenRates(perToken: [.input: "1e-06"]))
    #expect(half.cost(TokenUsage(input: 5, output: 5)) == nil)
    #expect(half.cost(TokenUsage(input: 5)) != nil)
  }
}

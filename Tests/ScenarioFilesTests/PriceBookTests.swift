import Foundation
import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Prices come from a price book")
struct PriceBookTests {
  static let book = """
    {
      "sample_spec": { "input_cost_per_token": 0 },
      "plain": { "input_cost_per_token": 1.5625e-05, "output_cost_per_token": 2.6667e-10,
        "cache_read_input_token_cost": 3e-07, "cache_creation_input_token_cost": 3.75e-06,
        "cache_creation_input_token_cost_above_1hr": 6e-06, "output_cost_per_reasoning_token": 3e-06,
        "input_cost_per_token_batches": 7.8125e-06, "output_cost_per_token_batches": 1.33335e-10 },
      "long": { "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05,
        "input_cost_per_token_above_200k_tokens": 2.5e-06, "output_cost_per_token_above_200k_tokens": 1.5e-05,
        "input_cost_per_token_above_512k_tokens": 3e-06 },
      "ranges": { "tiered_pricing": [
        { "range": [0, 32000], "input_cost_per_token": 1e-06, "output_cost_per_token": 5e-06 },
        { "range": [32000, 128000], "input_cost_per_token": 1.8e-06, "output_cost_per_token": 9e-06 } ] },
      "uneven": { "input_cost_per_token": 2e-06, "output_cost_per_token": 4e-06,
        "input_cost_per_token_batches": 1e-06, "output_cost_per_token_batches": 3e-06 },
      "free": { "input_cost_per_token": 0, "output_cost_per_token": 0.0 },
      "odd": { "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
        "cache_read_input_token_cost": 3e-07, "cache_creation_input_token_cost": 1e-07 },
      "picture": { "output_cost_per_image": 0.04 }
    }
    """

  private func load(
    _ model: String, priceBook: String? = "book.json", _ change: (String) -> String = { $0 }
  ) throws -> (scenario: Scenario?, messages: [String]) {
    let text = WorkedExample.replacing("model: \"small\"", "model: \"\(model)\"")
    let folder = try ScenarioFolder(["a.json5": change(text), "book.json": Self.book])
    let loaded = folder.load(priceBook: priceBook)
    return (loaded.model?.scenario, folder.messages(loaded))
  }

  private func rates(_ model: String) throws -> [TokenKind: Double] {
    let (scenario, messages) = try load(model)
    #expect(messages == [])
    return (scenario?.inference.prices[model]?.rates ?? [:]).mapValues(\.value)
  }

  @Test("token prices become prices of a million tokens without a rounding between")
  func exact() throws {
    #expect(
      try rates("plain") == [
        .input: 15.625, .output: 0.00026667, .cacheRead: 0.3, .cacheWrite: 3.75,
        .cacheWrite1h: 6, .reasoning: 3,
      ])
    #expect(try load("plain").scenario?.inference.prices["plain"]?.batchDiscount?.value == 0.5)
    #expect(try load("uneven").scenario?.inference.prices["uneven"]?.batchDiscount == nil)
  }

  @Test("tiers by context length, named in fields or listed by range")
  func tiers() throws {
    let long = try load("long").scenario?.inference.prices["long"]?.tiers ?? []
    #expect(long.map(\.above.value) == [200_000, 512_000])
    #expect(long.map { $0.rates[.input]?.value } == [2.5, 3])
    #expect(long.map { $0.rates[.output]?.value } == [15, nil])
    let ranges = try load("ranges").scenario?.inference.prices["ranges"]
    #expect(ranges?.rates[.input]?.value == 1)
    #expect(ranges?.tiers.map(\.above.value) == [32_000])
    #expect(ranges?.tiers.map { $0.rates[.output]?.value } == [9])
  }

  @Test("an odd price is a warning, and the scenario still has its answer")
  func warnings() throws {
    let free = try load("free")
    #expect(free.scenario != nil)
    #expect(free.messages.filter { !$0.hasPrefix("=") }.count == 2)
    let odd = try load("odd")
    #expect(odd.scenario != nil)
    #expect(odd.messages.first?.hasSuffix("cache writes of odd cheaper than cache reads") == true)
  }

  @Test(
    "an unknown model is told with the nearest of the book, one without token prices with its lack")
  func unknown() throws {
    #expect(
      try load("plian").messages.map { String($0.split(separator: " ", maxSplits: 1)[1]) } == [
        "no price is known for the model \"plian\"", "did you mean \"plain\"?",
      ])
    #expect(try load("picture").messages.filter { !$0.hasPrefix("=") }.count == 2)
  }

  @Test("a scenario names its book itself, and its own prices come first")
  func named() throws {
    let named = try load("plain", priceBook: nil) {
      $0.replacing("  inference: {", with: "  inference: { priceBook: \"book.json\",")
    }
    #expect(named.messages == [])
    #expect(named.scenario?.inference.book?.name == "book.json")
    let own = try load("plain") {
      $0.replacing(
        "    prices: {",
        with: "    prices: { plain: { input: \"$1 / Mtok\", output: \"$2 / Mtok\" },")
    }
    #expect(own.scenario?.inference.prices["plain"]?.rates[.input]?.value == 1)
    #expect(own.scenario?.inference.book == nil)
  }

  @Test("a book in dollars serves a scenario in euros at the stated rate")
  func foreign() throws {
    let euros = { (text: String) in
      text.replacing("currency: \"USD\"", with: "currency: \"EUR\", exchangeRates: { USD: 0.9 }")
        .replacing("$", with: "€")
    }
    let (scenario, messages) = try load("plain", euros)
    #expect(messages == [])
    #expect(scenario?.inference.prices["plain"]?.rates[.input]?.foreignCurrency == "USD")
  }

  @Test("a setting may scale a price of the book")
  func setting() throws {
    let folder = try ScenarioFolder([
      "a.json5": WorkedExample.replacing("model: \"small\"", "model: \"plain\""),
      "book.json": Self.book,
    ])
    let loaded = folder.load(
      settings: ["inference.prices.plain.input=× 2"], priceBook: "book.json")
    #expect(folder.messages(loaded) == [])
    #expect(loaded.model?.scenario.inputs["inference.prices.plain.input"]?.value == 31.25)
    let other = folder.load(
      settings: ["inference.prices.plain.input=$4 / Mtok"], priceBook: "book.json")
    #expect(folder.messages(other) == [])
    #expect(other.model?.scenario.inputs["inference.prices.plain.input"]?.value == 4)
    #expect(other.model?.scenario.inputs["inference.prices.plain.output"]?.value == 0.00026667)
  }

  /// Where LiteLLM's list lies on this machine, from `LITELLM_PRICES`.
  private static let bookPath = ProcessInfo.processInfo.environment["LITELLM_PRICES"] ?? ""

  @Test(
    "every chat model of the public book has its prices as written",
    .enabled(
      if: FileManager.default.fileExists(atPath: bookPath),
      "LITELLM_PRICES names no price book on this machine"))
  func publicBook() throws {
    let models: [(String, Double, Double)] = [
      ("claude-sonnet-4-5-20250929", 3, 15), ("gpt-4.1", 2, 8), ("gpt-4o-mini", 0.15, 0.6),
    ]
    for (model, input, output) in models {
      let text = WorkedExample.replacing("model: \"small\"", "model: \"\(model)\"")
      let folder = try ScenarioFolder(["a.json5": text])
      let loaded = ScenarioLoader(priceBook: Self.bookPath).load(folder.path + "/a.json5")
      #expect(folder.messages(loaded) == [])
      let rates = loaded.model?.scenario.inference.prices[model]?.rates
      #expect(rates?[.input]?.value == input && rates?[.output]?.value == output)
    }
  }
}

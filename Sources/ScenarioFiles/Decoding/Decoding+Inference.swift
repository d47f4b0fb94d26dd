import Formulas
import UnitEconomics

extension Decoding {
  func inference(_ reader: ObjectReader, book: PriceBook?) -> Inference {
    var prices: [String: ModelPrice] = [:]
    let stated = reader.named("prices", "models by the names that calls use") { name, reader in
      (name, modelPrice(reader))
    }
    for (name, price) in stated {
      prices[name] = price
    }
    _ = reader.optionalText(
      "priceBook", "a file of prices for models that are not priced here")
    let calls = reader.named(
      "calls", "what the agent asks of models, by names of your own", call)
    if !reader.isStated("calls") {
      reader.reportMissing("calls", "the model calls of an attempt", example: "{ … }")
    }
    var usesBook = false
    for call in calls where prices[call.model] == nil {
      if let price = book?.price(of: call.model, for: self) {
        prices[call.model] = price
        usesBook = true
      }
    }
    return Inference(
      prices: prices, calls: calls, book: usesBook ? book?.identity : nil,
      bookModels: book?.modelNames ?? [])
  }

  /// Each tier is a line of every call, and each looks through those below it.
  private static let mostPriceTiers = 1_000

  private func modelPrice(_ reader: ObjectReader) -> ModelPrice {
    let rates = self.rates(reader)
    let tiers = reader.list(
      "tiers", "prices of longer requests", most: Self.mostPriceTiers
    ) { reader in
      ModelPrice.Tier(
        above: reader.input(
          "above", "input tokens above which these prices hold", .token / .call),
        rates: self.rates(reader))
    }
    let discount = reader.optionalInput(
      "batchDiscount", "what a request costs less that may wait", .share, in: .share)
    return ModelPrice(rates: rates, tiers: tiers ?? [], batchDiscount: discount)
  }

  private func rates(_ reader: ObjectReader) -> ModelPrice.Rates {
    var rates: ModelPrice.Rates = [:]
    for kind in TokenKind.allCases {
      rates[kind] = reader.optionalInput(
        kind.rawValue, "price of \(kind.words)", .money / .megatoken)
    }
    return rates
  }

  private enum CacheLifetime: String, CaseIterable {
    case fiveMinutes = "5 min"
    case oneHour = "1 h"
  }

  private func call(_ name: String, _ reader: ObjectReader) -> ModelCall {
    let model = reader.text("model", "the model that is called", example: "frontier")
    let zeroTokens = Unit.token / .call
    return ModelCall(
      name: name, model: model,
      perAttempt: reader.input("perAttempt", "calls in one attempt", .call / .attempt),
      share: reader.input(
        "share", "part of attempts that make the call", .share, in: .share, default: 1),
      input: reader.input("input", "input tokens of the first call", zeroTokens),
      growth: reader.input(
        "growth", "input tokens that each later call has more", zeroTokens, default: 0),
      output: reader.input("output", "output tokens of a call, reasoning included", zeroTokens),
      reasoning: reader.optionalInput(
        "reasoning", "part of the output that is reasoning", zeroTokens),
      cacheRead: reader.input(
        "cacheRead", "part of the input read from the cache", .share, in: .share, default: 0),
      cacheWrite: reader.input(
        "cacheWrite", "part of the input written to the cache", .share, in: .share, default: 0),
      cachesForAnHour: reader.choice(
        "cacheLifetime", "how long the cache keeps what is written",
        default: CacheLifetime.fiveMinutes) == .oneHour,
      batch: reader.input(
        "batch", "part of the calls sent as a batch", .share, in: .share, default: 0),
      billedRetries: reader.input(
        "billedRetries", "calls made again at full price", .share, in: .share, default: 0),
      timeToFirstToken: reader.input(
        "timeToFirstToken", "wait before the first output token", .second / .call, default: 0),
      speed: reader.optionalInput(
        "speed", "output tokens a second", .token / .second, in: .positive))
  }
}

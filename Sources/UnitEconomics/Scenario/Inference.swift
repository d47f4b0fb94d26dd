/// The calls of language models that one attempt makes, and what their tokens cost.
public struct Inference: Sendable {
  public var prices: [String: ModelPrice]
  public var calls: [ModelCall]
  /// The price book that supplied prices the scenario does not state itself.
  public var book: PriceBookIdentity?
  /// The models that the price book has prices of, to name the nearest where a call asks for another.
  public var bookModels: [String]

  public init(
    prices: [String: ModelPrice], calls: [ModelCall], book: PriceBookIdentity? = nil,
    bookModels: [String] = []
  ) {
    self.prices = prices
    self.calls = calls
    self.book = book
    self.bookModels = bookModels
  }
}

/// Which edition of which price list was used.
public struct PriceBookIdentity: Sendable, Equatable {
  public let name: String
  /// The edition's own date, where it carries one.
  public let date: String?
  public let sha256: String

  public init(name: String, date: String?, sha256: String) {
    self.name = name
    self.date = date
    self.sha256 = sha256
  }
}

/// The kinds of token that vendors price apart.
public enum TokenKind: String, Sendable, CaseIterable {
  case input, cacheRead, cacheWrite, cacheWrite1h, output, reasoning

  /// The kind whose price stands in where a vendor states none for this one.
  public var fallback: TokenKind? {
    switch self {
    case .input, .output: nil
    case .cacheRead, .cacheWrite: .input
    case .cacheWrite1h: .cacheWrite
    case .reasoning: .output
    }
  }

  /// Whether the model writes it; the other kinds are sent to it.
  var isAnswer: Bool { self == .output || self == .reasoning }

  /// The kind as a person reads it.
  public var words: String {
    switch self {
    case .input: "input tokens"
    case .cacheRead: "cached input tokens"
    case .cacheWrite: "cache writes"
    case .cacheWrite1h: "cache writes, 1 h"
    case .output: "output tokens"
    case .reasoning: "reasoning tokens"
    }
  }
}

/// What a model's tokens cost, per million.
public struct ModelPrice: Sendable {
  public typealias Rates = [TokenKind: Input]

  public var rates: Rates
  /// Other rates for requests whose input is longer; each re-prices the whole request.
  public var tiers: [Tier]
  /// What a request costs less when it may wait.
  public var batchDiscount: Input?

  public init(rates: Rates, tiers: [Tier] = [], batchDiscount: Input? = nil) {
    self.rates = rates
    self.tiers = tiers
    self.batchDiscount = batchDiscount
  }

  /// Rates for requests with more input than a threshold.
  public struct Tier: Sendable {
    /// The rates hold for a request with more input tokens than this.
    public var above: Input
    public var rates: Rates

    public init(above: Input, rates: Rates) {
      self.above = above
      self.rates = rates
    }
  }

  /// The rate of a kind of token once so many thresholds are crossed: the highest crossed tier that
  /// states it, else the base rate, else the same for the kind it falls back to.
  public func rate(_ kind: TokenKind, tiersCrossed: Int) -> Input? {
    for tier in tiers.prefix(tiersCrossed).reversed() {
      if let own = tier.rates[kind] { return own }
    }
    if let own = rates[kind] { return own }
    return kind.fallback.flatMap { rate($0, tiersCrossed: tiersCrossed) }
  }
}

/// One kind of model call: who is asked, how often an attempt, with how many tokens.
public struct ModelCall: Sendable {
  public var name: String
  public var model: String
  public var perAttempt: Input
  /// The share of attempts that make this call at all.
  public var share: Input
  /// Input of the first call, cached or not.
  public var input: Input
  /// Input that each later call of the attempt has more: the history is sent again.
  public var growth: Input
  /// Output, reasoning included.
  public var output: Input
  /// The part of the output that is reasoning, where the model prices it apart.
  public var reasoning: Input?
  public var cacheRead: Input
  public var cacheWrite: Input
  /// Whether what is written stays in the cache for an hour, at its own price.
  public var cachesForAnHour: Bool
  public var batch: Input
  public var billedRetries: Input
  public var timeToFirstToken: Input
  public var speed: Input?

  public init(
    name: String, model: String, perAttempt: Input, share: Input, input: Input, growth: Input,
    output: Input, reasoning: Input? = nil, cacheRead: Input, cacheWrite: Input,
    cachesForAnHour: Bool = false, batch: Input, billedRetries: Input, timeToFirstToken: Input,
    speed: Input? = nil
  ) {
    self.name = name
    self.model = model
    self.perAttempt = perAttempt
    self.share = share
    self.input = input
    self.growth = growth
    self.output = output
    self.reasoning = reasoning
    self.cacheRead = cacheRead
    self.cacheWrite = cacheWrite
    self.cachesForAnHour = cachesForAnHour
    self.batch = batch
    self.billedRetries = billedRetries
    self.timeToFirstToken = timeToFirstToken
    self.speed = speed
  }
}

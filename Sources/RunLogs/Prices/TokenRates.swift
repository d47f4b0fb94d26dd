import UnitEconomics

/// What the tokens of a model cost, each exactly as its price list writes it.
public struct TokenRates: Sendable, Hashable {
  /// Which tokens a rate is for.
  public typealias Kind = TokenKind

  /// At what terms a request was made.
  public typealias Service = PriceTerms

  /// One rate as it is written: for which tokens, from which size of input on, at which terms.
  public struct Rate: Sendable, Hashable {
    public let kind: Kind
    /// It holds for requests of more input tokens than this; −1 where for all.
    public let above: Int
    public let service: Service
    /// For one token.
    public let amount: Amount
  }

  public private(set) var rates: [Rate] = []
  /// Whether a threshold begins a list of its own, in which rates that are missing below it are missing.
  var isTiered = false

  init() {}

  /// Rates for one token: `["input": "7.5e-07", …]`.
  public init?(perToken texts: [Kind: String]) {
    for (kind, text) in texts {
      guard let amount = Amount(text) else { return nil }
      add(Rate(kind: kind, above: -1, service: .standard, amount: amount))
    }
  }

  mutating func add(_ rate: Rate) { rates.append(rate) }

  mutating func remove(where isLeft: (Rate) -> Bool) { rates.removeAll(where: isLeft) }

  /// The same rates where a threshold itself is of the larger requests.
  var fromThresholds: TokenRates {
    var result = self
    result.rates = rates.map {
      Rate(kind: $0.kind, above: max(-1, $0.above - 1), service: $0.service, amount: $0.amount)
    }
    return result
  }

  /// The rates with every amount so many times as large.
  public func multiplied(by factor: Amount) -> TokenRates {
    var result = self
    result.rates = rates.map {
      Rate(kind: $0.kind, above: $0.above, service: $0.service, amount: $0.amount.times(factor))
    }
    return result
  }

  /// The sizes of input above which other rates hold, rising.
  public var thresholds: [Int] { Set(rates.lazy.map(\.above).filter { $0 >= 0 }).sorted() }

  public var isEmpty: Bool { rates.isEmpty }

  /// Whether the tokens of a request of usual size and terms cost the same.
  func isLike(_ other: TokenRates) -> Bool {
    [Kind.input, .output].allSatisfy { rate($0, input: 1) == other.rate($0, input: 1) }
  }

  /// The rate for one token of a request of some size.
  ///
  /// The highest threshold that the request crosses decides, for each kind of token by itself; then the
  /// terms asked for, and the usual ones where those have no rate.
  public func rate(_ kind: Kind, input: Int, _ service: Service = .standard) -> Amount? {
    var best: Rate?
    let floor = isTiered ? rates.lazy.map(\.above).filter { input > $0 }.max() ?? -1 : -1
    for rate in rates where rate.kind == kind && input > rate.above && rate.above >= floor {
      guard rate.service == service || rate.service == .standard else { continue }
      guard let known = best else {
        best = rate
        continue
      }
      let isAsked = rate.service == service && known.service != service
      if rate.above > known.above || rate.above == known.above && isAsked { best = rate }
    }
    return best?.amount
  }

  /// What a request costs; nil where there is no rate for tokens that it has.
  ///
  ///     prompt     = (input − read − written) · input rate + read · … + written · …
  ///     completion = (output − reasoning) · output rate + reasoning · reasoning rate
  ///
  /// A cache rate that is missing is the input rate, one for an hour that of five minutes, one of
  /// reasoning that of output. A rate of 0 is a rate.
  ///
  /// - Parameter requests: how many requests the tokens are of; their mean size crosses thresholds.
  public func cost(
    _ usage: TokenUsage, _ service: Service = .standard, requests: Int = 1
  ) -> (prompt: Amount, completion: Amount)? {
    let size = requests > 1 ? usage.input / requests : usage.input
    func rate(_ kind: Kind) -> Amount? { self.rate(kind, input: size, service) }
    guard let input = rate(.input) ?? (usage.input == 0 ? .zero : nil),
      let output = rate(.output) ?? (usage.output == 0 ? .zero : nil)
    else { return nil }
    let write = rate(.cacheWrite) ?? input
    let plain = usage.input - usage.cacheRead - usage.cacheWrite - usage.cacheWrite1h
    return (
      input * plain + (rate(.cacheRead) ?? input) * usage.cacheRead + write * usage.cacheWrite
        + (rate(.cacheWrite1h) ?? write) * usage.cacheWrite1h,
      output * (usage.output - usage.reasoning)
        + (rate(.reasoning) ?? output) * usage.reasoning
    )
  }
}

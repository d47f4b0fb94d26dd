/// What a field of LiteLLM's price list is the price of: which tokens, of what requests, at which terms.
///
///     <base>[_above_<N>k_tokens][_batches|_flex|_priority]
///
///     PriceField("input_cost_per_token_above_200k_tokens_flex")   // input, above 200,000, flex
///
/// - Source: BerriAI/litellm; fields are understood by how they end, never by a fixed list.
public struct PriceField: Sendable, Hashable {
  /// Which tokens it is a price of.
  public let kind: TokenKind
  /// It holds for requests of more input tokens than this; nil where for all.
  public let above: Int?
  /// At what terms a request is made.
  public let terms: PriceTerms
  /// Whether it is the older of two spellings, which the newer one beside it overrules.
  public let isOlder: Bool

  /// Those that begin alike stand longest first.
  private static let bases: [(name: String, kind: TokenKind, isOlder: Bool)] = [
    ("input_cost_per_token_cache_hit", .cacheRead, true),
    ("input_cost_per_token", .input, false), ("output_cost_per_token", .output, false),
    ("cache_read_input_token_cost", .cacheRead, false),
    ("cache_creation_input_token_cost_above_1hr", .cacheWrite1h, false),
    ("cache_creation_input_token_cost", .cacheWrite, false),
    ("output_cost_per_reasoning_token", .reasoning, false),
  ]

  /// - Returns: nil for a field that is no price of tokens.
  public init?(_ name: String) {
    guard let base = Self.bases.first(where: { name.hasPrefix($0.name) }) else { return nil }
    var rest = name.dropFirst(base.name.count)
    var above: Int?
    if rest.hasPrefix("_above_"), let end = rest.firstRange(of: "k_tokens") {
      let digits = rest[..<end.lowerBound].dropFirst("_above_".count)
      guard let thousands = Int(digits), (0...1_000_000_000).contains(thousands) else { return nil }
      above = thousands * 1000
      rest = rest[end.upperBound...]
    }
    var terms = PriceTerms.standard
    if !rest.isEmpty {
      guard rest.first == "_", let own = PriceTerms(rawValue: String(rest.dropFirst())) else {
        return nil
      }
      terms = own
    }
    (kind, isOlder, self.above, self.terms) = (base.kind, base.isOlder, above, terms)
  }
}

/// At what terms a request is made.
public enum PriceTerms: String, Sendable, CaseIterable { case standard, batches, flex, priority }

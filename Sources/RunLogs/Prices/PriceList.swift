/// Models and what their tokens cost, from LiteLLM's `model_prices_and_context_window.json` as it is.
///
/// - Source: BerriAI/litellm; fields are understood by how they end, never by a fixed list.
public struct PriceList: Sendable {
  public private(set) var models: [String: TokenRates] = [:]
  /// Models by what stands behind the last stroke of their names.
  private var byLastPart: [Substring: [String]] = [:]

  /// Reads a price list.
  ///
  /// - Throws: ``LineFault`` where it is no JSON, or no object of objects.
  public init(_ bytes: [UInt8]) throws(LineFault) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(LineFault) in try Self.read(buffer) }
    }
    models = try result.get()
    for name in models.keys { byLastPart[Self.lastPart(name[...]), default: []].append(name) }
  }

  private static func lastPart(_ name: Substring) -> Substring {
    name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name
  }

  private static func read(
    _ buffer: UnsafeBufferPointer<UInt8>
  ) throws(LineFault) -> [String: TokenRates] {
    var models: [String: TokenRates] = [:]
    var cursor = JSONCursor(buffer)
    try cursor.object { (cursor, key) throws(LineFault) in
      guard key.count > 0, !(key == "sample_spec"), !(key == "fallback_generalizations") else {
        return try cursor.skip()
      }
      guard let name = key.string else {
        throw LineFault(offset: cursor.at, problem: .notUTF8)
      }
      let rates = try readModel(&cursor)
      if !rates.isEmpty { models[name] = rates }
    }
    try cursor.expectEnd()
    return models
  }

  private static func readModel(_ cursor: inout JSONCursor) throws(LineFault) -> TokenRates {
    var rates = TokenRates()
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "tiered_pricing", try cursor.kind() == .array {
        rates.isTiered = true
        try cursor.array { (cursor) throws(LineFault) in try readTier(&cursor, into: &rates) }
      } else {
        try readRate(&cursor, key) { rates.add($0) }
      }
    }
    return rates
  }

  /// Keeps what is a rate of tokens, and passes over everything else.
  private static func readRate(
    _ cursor: inout JSONCursor, _ key: JSONText, _ keep: (TokenRates.Rate) -> Void
  ) throws(LineFault) {
    guard try cursor.kind() == .number, let field = key.string,
      let (kind, above, service) = meaning(of: field)
    else { return try cursor.skip() }
    let place = cursor.at
    guard let amount = Amount(bytes: try cursor.numberRange()) else {
      throw LineFault(offset: place, problem: .notAmount(field: field))
    }
    keep(.init(kind: kind, above: above, service: service, amount: amount))
  }

  /// One of `tiered_pricing`: its rates hold for requests of more tokens than its range begins with.
  private static func readTier(
    _ cursor: inout JSONCursor, into rates: inout TokenRates
  ) throws(LineFault) {
    var start: Int?
    var own: [TokenRates.Rate] = []
    try cursor.object { (cursor, key) throws(LineFault) in
      guard key == "range" else { return try readRate(&cursor, key) { own.append($0) } }
      try cursor.array { (cursor) throws(LineFault) in
        let count = try cursor.numeral()?.looseCount
        if start == nil { start = count }
      }
    }
    guard let start else { return }
    for rate in own {
      rates.add(
        .init(kind: rate.kind, above: start, service: rate.service, amount: rate.amount))
    }
  }

  private static let bases: [(String, TokenRates.Kind)] = [
    ("input_cost_per_token_cache_hit", .cacheRead), ("input_cost_per_token", .input),
    ("output_cost_per_token", .output), ("cache_read_input_token_cost", .cacheRead),
    ("cache_creation_input_token_cost_above_1hr", .cacheWrite1h),
    ("cache_creation_input_token_cost", .cacheWrite),
    ("output_cost_per_reasoning_token", .reasoning),
  ]

  /// `<base>[_above_<N>k_tokens][_batches|_flex|_priority]`; nil for anything else.
  static func meaning(
    of field: String
  ) -> (kind: TokenRates.Kind, above: Int, service: TokenRates.Service)? {
    guard let (base, kind) = bases.first(where: { field.hasPrefix($0.0) }) else { return nil }
    var rest = field.dropFirst(base.count)
    var above = -1
    if rest.hasPrefix("_above_"), let end = rest.firstRange(of: "k_tokens") {
      let start = rest.index(rest.startIndex, offsetBy: 7)
      guard start < end.lowerBound, let thousands = Int(rest[start..<end.lowerBound]) else {
        return nil
      }
      above = thousands * 1000
      rest = rest[end.upperBound...]
    }
    if rest.isEmpty { return (kind, above, .standard) }
    guard let service = TokenRates.Service(rawValue: String(rest.dropFirst())), rest.first == "_"
    else { return nil }
    return (kind, above, service)
  }

  /// The rates of a model by the name that a log gives it.
  ///
  /// A name is looked for as it stands, then without what providers write before it, then without a
  /// date behind it, and at last behind any provider, where all of those ask the same of it.
  public func rates(of model: String) -> (name: String, rates: TokenRates)? {
    var name = model[...]
    while true {
      if let found = models[String(name)] { return (String(name), found) }
      guard let slash = name.firstIndex(of: "/") else { break }
      name = name[name.index(after: slash)...]
    }
    if let undated = Self.withoutDate(name), let found = models[undated] { return (undated, found) }
    let others = (byLastPart[name] ?? []).sorted().compactMap { other in
      models[other].map { (name: other, rates: $0) }
    }.filter { $0.rates.rate(.input, input: 1) != nil && $0.rates.rate(.output, input: 1) != nil }
    guard let first = others.first, others.allSatisfy({ $0.rates.isLike(first.rates) }) else {
      return nil
    }
    return first
  }

  /// A name without the date behind it: `-2025-08-07` or `-20250807`; nil where there is none.
  private static func withoutDate(_ name: Substring) -> String? {
    for pattern in ["-dddd-dd-dd", "-dddddddd"] where name.utf8.count > pattern.utf8.count {
      let tail = name.utf8.suffix(pattern.utf8.count)
      let isDate = zip(tail, pattern.utf8).allSatisfy { byte, sign in
        sign == UInt8(ascii: "d")
          ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sign
      }
      if isDate { return String(name.dropLast(pattern.count)) }
    }
    return nil
  }
}

import Synchronization
import UnitEconomics

/// Models and what their tokens cost, from a price book whose format is known by what stands in it.
///
/// An object is LiteLLM's `model_prices_and_context_window.json`, or a book of our own where its first key
/// is `unitecon-prices`; a list is the data of genai-prices. See ``LiteLLMPrices``, ``OwnPrices`` and
/// ``GenAIPrices``.
public struct PriceList: Sendable {
  /// In which format a book is written.
  public enum Format: String, Sendable { case liteLLM, genAIPrices, own }

  public let format: Format
  /// What the book calls itself, and when somebody last looked; nil where it does not say.
  public private(set) var title: String?
  public private(set) var checked: String?
  /// By the name that the book gives each.
  public private(set) var models: [String: PriceEntry] = [:]
  /// Chat models of the book that have no price of tokens at all.
  public private(set) var unpriced: [String] = []
  private var aliases: [String: String] = [:]
  /// Models by what stands behind the last stroke of their names.
  private var byLastPart: [Substring: [String]] = [:]
  private var providers: [PriceProvider] = []
  private let found = FoundNames()

  /// Reads a price book.
  ///
  /// - Throws: ``LineFault`` where it is no JSON, or no book of a known format.
  public init(_ bytes: [UInt8]) throws(LineFault) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(LineFault) in try Contents(buffer) }
    }
    let contents = try result.get()
    format = contents.format
    (title, checked, providers) = (contents.title, contents.checked, contents.providers)
    models.reserveCapacity(contents.entries.count)
    for entry in contents.entries {
      guard entry.periods.contains(where: { !$0.rates.isEmpty }) else {
        if entry.isChat { unpriced.append(entry.name) }
        continue
      }
      // Of two entries with one name the later one counts.
      models[entry.name] = entry
      for alias in entry.aliases { aliases[alias] = entry.name }
    }
    for name in models.keys { byLastPart[Self.lastPart(name[...]), default: []].append(name) }
    unpriced.sort()
  }

  /// What a book holds, whatever its format.
  private struct Contents {
    var format = Format.liteLLM
    var title: String?
    var checked: String?
    var entries: [PriceEntry] = []
    var providers: [PriceProvider] = []

    init(_ buffer: UnsafeBufferPointer<UInt8>) throws(LineFault) {
      var cursor = JSONCursor(buffer, from: buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
      format = Self.format(of: buffer)
      switch format {
      case .genAIPrices:
        let book = try GenAIPrices(&cursor)
        (entries, providers) = (book.entries, book.providers)
      case .own:
        let book = try OwnPrices(&cursor)
        (entries, title, checked) = (book.entries, book.name, book.checked)
      case .liteLLM: try readLiteLLM(&cursor)
      }
    }

    /// What the first signs say: a list, or an object whose first key is our mark.
    static func format(of buffer: UnsafeBufferPointer<UInt8>) -> Format {
      var cursor = JSONCursor(buffer, from: buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
      func isNext(_ sign: UInt8) -> Bool {
        cursor.skipBlanks()
        return cursor.at < cursor.end && cursor.base[cursor.at] == sign
      }
      if isNext(UInt8(ascii: "[")) { return .genAIPrices }
      guard isNext(UInt8(ascii: "{")) else { return .liteLLM }
      cursor.at += 1
      guard isNext(UInt8(ascii: "\"")), let key = try? cursor.text() else { return .liteLLM }
      return key.string == OwnPrices.mark ? .own : .liteLLM
    }

    private mutating func readLiteLLM(_ cursor: inout JSONCursor) throws(LineFault) {
      try cursor.object { (cursor, key) throws(LineFault) in
        guard key.count > 0, !(key == "sample_spec"), !(key == "fallback_generalizations") else {
          return try cursor.skip()
        }
        guard let name = key.string else { throw cursor.fault(.notUTF8) }
        entries.append(try LiteLLMPrices.read(name, &cursor))
      }
      try cursor.expectEnd()
    }
  }

  /// Whether bytes are to be read as a book that is not of LiteLLM's format.
  public static func isOfOtherFormat(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { Contents.format(of: $0) != .liteLLM }
  }

  private static func lastPart(_ name: Substring) -> Substring {
    name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name
  }

  /// The newest rates of a model by the name that a log gives it, as ``entry(of:)`` finds it.
  public func rates(of model: String) -> (name: String, rates: TokenRates)? {
    entry(of: model).map { ($0.name, $0.rates()) }
  }

  /// What the book says of a model by the name that a log gives it.
  ///
  /// A name is looked for as it stands, then without what providers write before it, then by the rules of
  /// the book, then without a date behind it, and at last behind any provider, where all of those ask the
  /// same of it.
  public func entry(of model: String) -> PriceEntry? {
    if let entry = models[model] { return entry }
    return found.entry(of: model) { search(model) }.flatMap { models[$0] }
  }

  private func search(_ model: String) -> String? {
    var name = model[...]
    while true {
      let own = String(name)
      if models[own] != nil { return own }
      if let other = aliases[own] { return other }
      if let other = byRule(name) { return other }
      guard let slash = name.firstIndex(of: "/") else { break }
      name = name[name.index(after: slash)...]
    }
    if let undated = Self.withoutDate(name) {
      if models[undated] != nil { return undated }
      if let other = aliases[undated] ?? byRule(undated[...]) { return other }
    }
    let others = (byLastPart[name] ?? []).sorted().compactMap { models[$0] }.filter {
      let rates = $0.rates()
      return rates.rate(.input, input: 1) != nil && rates.rate(.output, input: 1) != nil
    }
    guard let first = others.first,
      others.allSatisfy({ $0.rates().isLike(first.rates()) })
    else { return nil }
    return first.name
  }

  /// The model that the rules of the book give a name to: first those of the provider before it.
  private func byRule(_ name: Substring) -> String? {
    guard !providers.isEmpty else { return nil }
    let whole = String(name)
    if let slash = name.firstIndex(of: "/") {
      let (before, behind) = (String(name[..<slash]), String(name[name.index(after: slash)...]))
      guard
        let provider = providers.first(where: { $0.id == before })
          ?? providers.first(where: { $0.ofProviders?.matches(before) ?? false })
      else { return nil }
      return entry(of: behind, at: provider) ?? entry(of: whole, at: provider)
    }
    let provider = providers.first { $0.ofModels?.matches(whole) ?? false }
    return provider.flatMap { entry(of: whole, at: $0) }
  }

  private func entry(of model: String, at provider: PriceProvider) -> String? {
    if let own = provider.entry(of: model) { return own }
    for id in provider.fallbacks {
      if let own = providers.first(where: { $0.id == id })?.entry(of: model) { return own }
    }
    return nil
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

/// Names that were looked for, and what they mean: a log asks of the same few again and again.
private final class FoundNames: Sendable {
  private let names = Mutex<[String: String?]>([:])
  /// A log that has more names than this has made them up.
  private static let most = 10_000

  func entry(of name: String, _ search: () -> String?) -> String? {
    if let known = names.withLock({ $0[name] }) { return known }
    let entry = search()
    names.withLock { if $0.count < Self.most { $0[name] = .some(entry) } }
    return entry
  }
}

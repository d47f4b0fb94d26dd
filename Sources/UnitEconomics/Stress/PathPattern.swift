/// A path in which `*` stands for any one part: `tools.*.latency.p50`.
///
///     PathPattern("tools.*.latency.*").matches("tools.crm.latency.p95")   // true
///     PathPattern("tools.*").matches("tools.crm.latency.p95")             // false
public struct PathPattern: Sendable, Hashable {
  public let text: String
  /// What stands before the first `*`, without its dot; all of it where there is none.
  private let stem: String

  public init(_ text: String) {
    self.text = text
    let start = text.prefix { $0 != "*" }
    // The name that the star stands for may be in brackets, and no dot before them.
    stem = String(start.last == "." && start.count < text.count ? start.dropLast() : start)
  }

  public func matches(_ path: String) -> Bool {
    guard path.utf8.starts(with: stem.utf8) else { return false }
    if stem.utf8.count == text.utf8.count { return text == path }
    var pattern = PathWalk(text)
    var other = PathWalk(path)
    while let wanted = pattern.next() {
      guard let part = other.next() else { return false }
      let isAny = wanted.count == 1 && wanted.first == UInt8(ascii: "*")
      guard isAny || wanted.elementsEqual(part) else { return false }
    }
    return other.next() == nil
  }
}

/// The names that a path is made of, one after the other.
struct PathWalk {
  private var rest: Substring.UTF8View

  init(_ path: String) { rest = path[...].utf8 }

  mutating func next() -> Substring.UTF8View? {
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "["), let close = closingQuote {
      let name = rest[..<close].dropFirst(2)
      rest = rest[close...].dropFirst(2)
      dropDot()
      return name
    }
    // A shell may have taken the quotes away.
    if first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) {
      let name = rest[..<close].dropFirst()
      rest = rest[close...].dropFirst()
      dropDot()
      return name
    }
    // A bracket that nothing closes is part of a name, or the walk would stand still before it.
    let end = rest.dropFirst().firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") }
    let name = rest[..<(end ?? rest.endIndex)]
    rest = end.map { rest[$0...] } ?? rest[rest.endIndex...]
    dropDot()
    return name
  }

  /// Where the quote stands that ends a name in brackets; the name may hold brackets itself.
  private var closingQuote: Substring.UTF8View.Index? {
    zip(rest.indices, rest.indices.dropFirst()).dropFirst(2).first { quote, bracket in
      rest[quote] == UInt8(ascii: "\"") && rest[bracket] == UInt8(ascii: "]")
    }?.0
  }

  private mutating func dropDot() {
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst() }
  }
}

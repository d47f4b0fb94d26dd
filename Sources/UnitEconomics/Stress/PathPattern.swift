/// A path in which `*` stands for any one part: `tools.*.latency.p50`.
///
///     PathPattern("tools.*.latency.*").matches("tools.crm.latency.p95")   // true
///     PathPattern("tools.*").matches("tools.crm.latency.p95")             // false
public struct PathPattern: Sendable, Hashable {
  public let text: String
  private let parts: [String]

  public init(_ text: String) {
    self.text = text
    parts = InputPath.parts(text)
  }

  public func matches(_ path: String) -> Bool {
    if !text.contains("*") { return text == path }
    let others = InputPath.parts(path)
    return parts.count == others.count && zip(parts, others).allSatisfy { $0 == "*" || $0 == $1 }
  }
}

/// How paths are put together from names and taken apart again.
///
/// A name with a dot in it stands in brackets: `inference.prices["gpt-4.1"].input`.
public enum InputPath {
  /// The path one level further down.
  public static func appending(_ name: String, to path: String) -> String {
    let isPlain = !name.isEmpty && !name.contains { ".[]\"".contains($0) }
    guard isPlain else { return "\(path)[\"\(name)\"]" }
    return path.isEmpty ? name : "\(path).\(name)"
  }

  /// The names that a path is made of.
  public static func parts(_ path: String) -> [String] {
    guard path.contains("[") else {
      return path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
    var parts: [String] = []
    var rest = path[...]
    while !rest.isEmpty {
      if rest.hasPrefix("[\""), let end = rest.firstIndex(of: "]") {
        parts.append(String(rest[..<end].dropFirst(2).dropLast()))
        rest = rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex { $0 == "." || $0 == "[" } ?? rest.endIndex
        parts.append(String(rest[..<end]))
        rest = rest[end...]
      }
      if rest.hasPrefix(".") { rest = rest.dropFirst() }
    }
    return parts
  }
}

extension InputPath {
  /// The path one level up; empty at the top.
  public static func parent(of path: String) -> String {
    parts(path).dropLast().reduce("") { appending($1, to: $0) }
  }
}

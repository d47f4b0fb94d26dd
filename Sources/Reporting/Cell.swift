/// What stands in one place of a table: a value and its meaning, never its drawing.
public enum Cell: Hashable, Sendable {
  case text(String)
  case number(Double, NumberStyle)
  /// A figure that has no value, with the reason in words: shown as `n/a` with a footnote, empty in CSV.
  case undefined(String)
  case empty
  /// A judgement and what was judged; without a text the verdict's own word stands for it.
  case verdict(Verdict, String = "")
}

extension Cell {
  /// A number in full, for programs; empty where there is none.
  static func plain(_ value: Double?) -> Cell {
    value.flatMap { $0.isFinite ? .number($0, .quantity()) : nil } ?? .empty
  }
}

extension Cell: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
}

/// How a check came out, always said with a mark or a word; colour only repeats it.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  case passed, failed, warning

  public var word: String { rawValue }

  public var mark: String {
    switch self {
    case .passed: "✓"
    case .failed: "✗"
    case .warning: "!"
    }
  }

  /// The mark and the text, for people: `✗ margin below 20%`.
  func shown(_ text: String) -> String { mark + " " + (text.isEmpty ? word : text) }

  /// The word and the text, for CSV and for search: `failed: margin below 20%`.
  func spelledOut(_ text: String) -> String {
    text.isEmpty || text.lowercased() == word ? word : word + ": " + text
  }
}

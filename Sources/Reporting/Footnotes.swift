/// The reasons why figures have no value, each numbered once in the order met.
struct Footnotes {
  private(set) var reasons: [String] = []

  /// The mark for a reason, new or met before: `¹`.
  mutating func mark(for reason: String) -> String {
    let index = reasons.firstIndex(of: reason) ?? reasons.count
    if index == reasons.count { reasons.append(reason) }
    return Footnotes.superscript(index + 1)
  }

  /// Each reason behind its mark: `¹ no task is completed`.
  var lines: [String] {
    reasons.enumerated().map { Footnotes.superscript($0 + 1) + " " + $1 }
  }

  private static func superscript(_ number: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
  }
}

extension Cell {
  /// The cell as people read it.
  ///
  /// A figure without a value is `n/a`, and its reason becomes a footnote.
  func text(footnotes: inout Footnotes) -> String {
    switch self {
    case .text(let text): text
    case .number(let value, let style): style.text(for: value) ?? missing(value, &footnotes)
    case .undefined(let reason): "n/a" + footnotes.mark(for: reason)
    case .empty: ""
    case .verdict(let verdict, let text): verdict.shown(text)
    }
  }

  private func missing(_ value: Double, _ footnotes: inout Footnotes) -> String {
    let reason = value.isNaN ? "the result is not a number" : "the result is not finite"
    return "n/a" + footnotes.mark(for: reason)
  }
}

import UnitEconomics

/// A scenario file that extends another and states some of its inputs anew.
///
///     let text = OverlayText(extending: "base.json5", currency: "USD", comments: ["Measured."])
public struct OverlayText {
  /// An input with what it is stated to be.
  public struct Statement {
    public let input: Input
    public let value: Double
    public let range: ClosedRange<Double>?
    public let source: String
    public let note: String?

    public init(
      _ input: Input, _ value: Double, range: ClosedRange<Double>?, source: String, note: String?
    ) {
      self.input = input
      self.value = value
      self.range = range
      self.source = source
      self.note = note
    }
  }

  private let base: String
  private let currency: String
  private let comments: [String]
  private let left: [String]
  private var tree = Branch()

  /// - Parameters:
  ///   - base: the file that is extended, as this one is to name it.
  ///   - currency: of amounts of money.
  ///   - comments: what stands at its beginning.
  ///   - left: what is not stated, and why; it stands at its end as a comment.
  public init(extending base: String, currency: String, comments: [String], left: [String]) {
    self.base = base
    self.currency = currency
    self.comments = comments
    self.left = left
  }

  public mutating func add(_ statement: Statement) {
    tree.add(entry(statement), at: InputPath.parts(statement.input.path)[...])
  }

  /// The file.
  public var text: String {
    var lines = comments.map { "// \(Self.harmless($0))" }
    lines += ["{", "  extends: \(Self.quoted(base)),"]
    Self.write(tree, indent: "  ", to: &lines)
    if !left.isEmpty {
      lines += ["", "  // Not measured; what the scenario says of it stands:"]
      lines += left.map { "  //   \(Self.harmless($0))" }
    }
    lines.append("}")
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ statement: Statement) -> String {
    func value(_ number: Double) -> String {
      let text = QuantityText.text(number, in: statement.input.unit, currency: currency)
      return Double(text) == nil ? Self.quoted(text) : text
    }
    var fields = ["value: \(value(statement.value))"]
    if let range = statement.range {
      fields += ["low: \(value(range.lowerBound))", "high: \(value(range.upperBound))"]
    }
    fields.append("source: \(Self.quoted(statement.source))")
    if let note = statement.note { fields.append("note: \(Self.quoted(note))") }
    return "{ \(fields.joined(separator: ", ")) }"
  }

  private static func write(_ branch: Branch, indent: String, to lines: inout [String]) {
    for (name, twig) in branch.twigs {
      switch twig {
      case .leaf(let text): lines.append("\(indent)\(key(name)): \(text),")
      case .branch(let own):
        lines.append("\(indent)\(key(name)): {")
        write(own, indent: indent + "  ", to: &lines)
        lines.append("\(indent)},")
      }
    }
  }

  private static func key(_ name: String) -> String { JSON5.key(name, quoted: quoted(name)) }

  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(harmless(escaped))\""
  }

  /// Text in which nothing ends a line or steers what shows it.
  private static func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Inputs under the names that their paths are made of, in the order in which they came.
private struct Branch {
  enum Twig {
    case leaf(String)
    indirect case branch(Branch)
  }

  private(set) var twigs: [(name: String, twig: Twig)] = []

  mutating func add(_ text: String, at parts: ArraySlice<String>) {
    guard let first = parts.first else { return }
    let rest = parts.dropFirst()
    if rest.isEmpty {
      twigs.append((first, .leaf(text)))
      return
    }
    var place = twigs.count
    var own = Branch()
    if let known = twigs.firstIndex(where: { $0.name == first }),
      case .branch(let branch) = twigs[known].twig
    {
      (place, own) = (known, branch)
    }
    own.add(text, at: rest)
    if place == twigs.count {
      twigs.append((first, .branch(own)))
    } else {
      twigs[place].twig = .branch(own)
    }
  }
}

import Foundation

/// The sentences of the Wording files, read from their source: what stands in string literals.
///
/// A sentence is shown when all its literal parts are: what is put in between differs from file to
/// file. Parts too short to be told from other text, and single words, are left out.
enum WordingSentences {
  struct Sentence: Sendable {
    let file: String
    /// The function or constant that makes it.
    let name: String
    let parts: [String]
  }

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private static let files = [
    "ScenarioFiles/Texts/Wording+Encoding.swift", "ScenarioFiles/Texts/Wording+Files.swift",
    "ScenarioFiles/Syntax/Wording+Syntax.swift", "ScenarioFiles/Syntax/Wording+Values.swift",
    "ScenarioFiles/Decoding/Wording+Meaning.swift",
    "ScenarioFiles/Decoding/Wording+Uncertainty.swift", "ScenarioFiles/Axes/Wording+Axes.swift",
    "ScenarioFiles/Assumptions/Wording+Assumptions.swift",
    "ScenarioFiles/Decoding/Wording+Suggestions.swift",
    "ScenarioFiles/Readiness/Wording+Readiness.swift", "UnitEconomics/Wording.swift",
  ]

  static func all() throws -> [Sentence] {
    try files.flatMap { file in
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      return text.split(separator: "  static ").dropFirst().compactMap { member in
        let name = member.drop { $0 != " " }.dropFirst().prefix { $0.isLetter || $0.isNumber }
        let parts = literals(String(member)).filter { $0.count >= 8 && $0.contains(" ") }
        return parts.isEmpty ? nil : Sentence(file: file, name: String(name), parts: parts)
      }
    }
  }

  /// The literal parts of all strings in some source, interpolations cut out.
  private static func literals(_ source: String) -> [String] {
    let lines = source.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("///") }
    var rest = Array(lines.joined(separator: "\n"))[...]
    var parts: [String] = []
    while let character = rest.popFirst() {
      if character == "\"" { parts += string(&rest, isRaw: false) }
      if character == "#", rest.first == "\"" {
        rest.removeFirst()
        parts += string(&rest, isRaw: true)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// Reads one string up to its closing quote.
  private static func string(_ rest: inout ArraySlice<Character>, isRaw: Bool) -> [String] {
    var parts = [""]
    while let character = rest.popFirst() {
      if character == "\"", !isRaw || rest.first == "#" { return parts }
      guard character == "\\", !isRaw else {
        parts[parts.count - 1].append(character)
        continue
      }
      let escaped = rest.popFirst() ?? "("
      guard escaped == "(" else {
        parts[parts.count - 1].append(escaped)
        continue
      }
      skipInterpolation(&rest)
      parts.append("")
    }
    return parts
  }

  private static func skipInterpolation(_ rest: inout ArraySlice<Character>) {
    var depth = 1
    while depth > 0, let character = rest.popFirst() {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"": _ = string(&rest, isRaw: false)
      default: break
      }
    }
  }
}

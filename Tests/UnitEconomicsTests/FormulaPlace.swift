@testable import Formulas

/// Where in the code a step is written: its expression, with a star for every name that a scenario gives.
///
/// One line of code makes a step for each tool, each call, each tier; a slip in it is in all of them, and is
/// noticed where one of them is.
struct FormulaPlaces {
  private let graph: FormulaGraph
  /// The text of each step that was asked for.
  private var texts: [Int: String] = [:]

  init(_ graph: FormulaGraph) { self.graph = graph }

  /// The place of a mutant, and the slip that is made there.
  mutating func place(of mutant: FormulaMutant) -> String {
    guard let term = mutant.term else { return "\(mutant.slip) in \(text(mutant.position))" }
    // A sum has as many terms as the scenario has parts; each is a place of its own.
    let own = Int(graph.operands(of: mutant.position).dropFirst(term).first!)
    let path = graph.nodes[own].label.map { Self.general($0.path) }
    return "\(mutant.slip) \(path ?? text(own))"
  }

  private mutating func text(_ position: Int) -> String {
    if let text = texts[position] { return text }
    let text = Self.general(graph.expression(position))
    texts[position] = text
    return text
  }

  /// A text with a star for every name of a path in it; that an amount is in another currency is no
  /// other place.
  private static func general(_ text: String) -> String {
    var result: [UInt8] = []
    var path: [UInt8] = []
    // Where the path of the innermost brackets began, as long as there is nothing else in them.
    var lone: Int?
    for byte in text.utf8 + [0x20] {
      // Letters, digits, points and lines below; all others are in none of our paths.
      if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
        || byte == 0x2E || byte == 0x5F
      {
        path.append(byte)
        continue
      }
      if path.starts(with: "exchangeRates".utf8), result.suffix(4).elementsEqual(" × ".utf8) {
        result.removeLast(4)
      } else if !path.isEmpty {
        if result.last != 0x28 { lone = nil }
        result += generalPath(path)
      }
      path.removeAll(keepingCapacity: true)
      result.append(byte)
      if byte == 0x28 { lone = result.count - 1 }
      if byte == 0x29, let start = lone {
        result.remove(at: start)
        result.removeLast()
        lone = nil
      }
    }
    return String(decoding: result.dropLast(), as: UTF8.self)
  }

  /// After these parts of a path stands a name.
  private static let holders: Set<Substring> = [
    "segments", "tools", "calls", "prices", "plans", "charges", "monthly", "perTask", "perCustomer",
    "oneOff", "exclusions", "tiers", "rateLimitUtilization", "inferenceLines", "toolsLines",
    "infrastructureLines", "plan", "inference",
  ]
  /// What stands there and is no name.
  private static let words: Set<Substring> = [
    "calls", "prices", "workers", "traceIngest", "traceStorage", "evaluation", "shadow", "canary",
  ]

  private static func generalPath(_ path: [UInt8]) -> String.UTF8View {
    let text = String(decoding: path, as: UTF8.self)
    let parts = text.split(separator: ".")
    guard parts.count > 1, parts[0].first!.isLetter else { return text.utf8 }
    var general = String(parts[0])
    var areNames = false
    for (before, part) in zip(parts, parts.dropFirst()) {
      let isName = holders.contains(before) && !words.contains(part)
      areNames =
        areNames || before.contains("PerCustomer") || before.hasPrefix("pricePer")
        || before == "keptAfterDiscounts"
      general += isName || areNames ? ".*" : "." + part
    }
    return general.utf8
  }
}

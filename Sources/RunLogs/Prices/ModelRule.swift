/// Which names mean a model: the rules by which genai-prices tells, letters of either case.
///
/// - Source: pydantic/genai-prices, JSON Schema of its data, version 2.
indirect enum ModelRule: Sendable {
  case equals(String)
  case startsWith(String)
  case endsWith(String)
  case contains(String)
  case pattern(String)
  case any([ModelRule])
  case all([ModelRule])

  /// As deep as rules may lie in each other, and as long as a name or a pattern may be.
  private static let deepest = 16
  private static let longest = 200

  func matches(_ name: String) -> Bool {
    guard name.utf8.count <= Self.longest else { return false }
    return matches(lower: name.lowercased())
  }

  private func matches(lower name: String) -> Bool {
    switch self {
    case .equals(let text): name == text
    case .startsWith(let text): name.hasPrefix(text)
    case .endsWith(let text): name.hasSuffix(text)
    case .contains(let text): text.isEmpty || name.firstRange(of: text) != nil
    case .pattern(let text): (try? Regex(text))?.matchesSomewhere(in: name) ?? false
    case .any(let rules): rules.contains { $0.matches(lower: name) }
    case .all(let rules): rules.allSatisfy { $0.matches(lower: name) }
    }
  }

  /// Reads a rule; nil where it is none that is known, or a pattern that could take long.
  static func read(
    _ cursor: inout JSONCursor, depth: Int = 0
  ) throws(LineFault) -> ModelRule? {
    guard depth < deepest else { throw cursor.fault(.tooDeep) }
    guard try cursor.kind() == .object else {
      try cursor.skip()
      return nil
    }
    var rule: ModelRule?
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "or" || key == "and" {
        let isAny = key == "or"
        var rules: [ModelRule] = []
        var isWhole = true
        try cursor.array { (cursor) throws(LineFault) in
          if let part = try read(&cursor, depth: depth + 1) {
            rules.append(part)
          } else {
            isWhole = false
          }
        }
        if isAny { rule = .any(rules) } else if isWhole { rule = .all(rules) }
        return
      }
      let name = key.string
      guard let text = try cursor.string() else { return }
      switch name {
      case "equals": rule = .equals(text.lowercased())
      case "starts_with": rule = .startsWith(text.lowercased())
      case "ends_with": rule = .endsWith(text.lowercased())
      case "contains": rule = .contains(text.lowercased())
      case "regex": if isQuick(text) { rule = .pattern(text) }
      default: break
      }
    }
    return rule
  }

  /// Whether a pattern ends soon on any name: repetition of groups does not, nor does much of it.
  private static func isQuick(_ pattern: String) -> Bool {
    guard pattern.utf8.count <= longest else { return false }
    var repeated = 0
    var last: Character = " "
    for sign in pattern {
      if sign == "*" || sign == "+" || sign == "{" {
        guard last != ")" else { return false }
        repeated += 1
      }
      last = sign
    }
    return repeated <= 6
  }
}

extension Regex {
  fileprivate func matchesSomewhere(in text: String) -> Bool {
    ((try? firstMatch(in: text)) ?? nil) != nil
  }
}

extension ArgumentSchema {
  /// What is wrong with a value by itself, whatever is in it; nil where nothing is.
  static func bareFault(_ value: PlainJSON, _ rules: [String: PlainJSON]) -> String? {
    if let type = rules["type"] {
      let names: [String] =
        switch type {
        case .text(let name): [name]
        case .list(let all):
          all.compactMap { item in
            if case .text(let name) = item { name } else { nil }
          }
        default: []
        }
      if !names.isEmpty, !value.typeNames.contains(where: names.contains) {
        return Wording.isNo(names)
      }
    }
    if case .list(let allowed)? = rules["enum"], !allowed.contains(value) {
      return Wording.notOneOf
    }
    if let only = rules["const"], only != value { return Wording.notOneOf }
    switch value {
    case .number(let number): return limits(number, rules)
    case .text(let text):
      return lengths(text.unicodeScalars.count, "minLength", "maxLength", rules, "characters")
    case .list(let items): return lengths(items.count, "minItems", "maxItems", rules, "entries")
    default: return nil
    }
  }

  private static func number(_ key: String, _ rules: [String: PlainJSON]) -> Double? {
    if case .number(let number)? = rules[key] { number } else { nil }
  }

  private static func limits(_ value: Double, _ rules: [String: PlainJSON]) -> String? {
    if let least = number("minimum", rules), value < least { return Wording.tooSmall }
    if let most = number("maximum", rules), value > most { return Wording.tooGreat }
    if let bound = number("exclusiveMinimum", rules), value <= bound { return Wording.tooSmall }
    if let bound = number("exclusiveMaximum", rules), value >= bound { return Wording.tooGreat }
    return nil
  }

  private static func lengths(
    _ count: Int, _ least: String, _ most: String, _ rules: [String: PlainJSON], _ noun: String
  ) -> String? {
    if let bound = number(least, rules), Double(count) < bound { return Wording.tooFew(noun) }
    if let bound = number(most, rules), Double(count) > bound { return Wording.tooMany(noun) }
    return nil
  }
}

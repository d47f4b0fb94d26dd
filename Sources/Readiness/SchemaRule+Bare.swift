extension SchemaRule {
  /// What is wrong with a value by itself, whatever is in it; nil where nothing is.
  func bareFault(_ value: PlainJSON) -> String? {
    if !types.isEmpty, types.isDisjoint(with: value.types) { return Wording.isNo(typeNames) }
    if let allowed, !allowed.contains(value) { return Wording.notOneOf }
    if let only, only != value { return Wording.notOneOf }
    switch value {
    case .number(let number):
      if let least, number < least { return Wording.tooSmall }
      if let most, number > most { return Wording.tooGreat }
      if let above, number <= above { return Wording.tooSmall }
      if let below, number >= below { return Wording.tooGreat }
      return nil
    case .text(let text):
      guard lengths.texts.least != nil || lengths.texts.most != nil else { return nil }
      return lengths.texts.fault(text.unicodeScalars.count, "characters")
    case .list(let items): return lengths.lists.fault(items.count, "entries")
    default: return nil
    }
  }
}

extension SchemaRule.Bounds {
  fileprivate func fault(_ count: Int, _ noun: String) -> String? {
    if let least, Double(count) < least { return Wording.tooFew(noun) }
    if let most, Double(count) > most { return Wording.tooMany(noun) }
    return nil
  }
}

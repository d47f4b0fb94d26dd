import UnitEconomics

extension ObjectReader {
  /// A text that must be there.
  ///
  /// - Parameter known: texts that are known, where others may stand too.
  func text(
    _ key: String, _ sentence: String, example: String, known: [String] = []
  ) -> String {
    let form: Declared.Form = known.isEmpty ? .text : .suggested(known)
    if declare(key, form, sentence, isRequired: true) != nil { return "" }
    if let text = optionalText(key, sentence) { return text }
    if !isStated(key) {
      reportMissing(key, sentence, example: "\"\(example)\"")
    }
    return ""
  }

  func optionalText(_ key: String, _ sentence: String) -> String? {
    if declare(key, .text, sentence) != nil { return nil }
    guard let node = node(key) else { return nil }
    if case .string(let text) = node.value { return text }
    reportUnreadable(path(key), Wording.expectedText(path(key)), at: node.span)
    return nil
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ sentence: String, default fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    optionalChoice(key, sentence, Choice.self) ?? fallback
  }

  /// One of a few words, or none.
  func optionalChoice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ sentence: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    if let probe = declare(key, .words(Choice.allCases.map(\.rawValue)), sentence) {
      return turn(key, by: probe)
    }
    return node(key).flatMap { choice($0, key) }
  }

  /// One of a few words that must be there.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ sentence: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    if let probe = declare(
      key, .words(Choice.allCases.map(\.rawValue)), sentence, isRequired: true)
    {
      return turn(key, by: probe)
    }
    if let node = node(key) { return choice(node, key) }
    if let first = Choice.allCases.first {
      reportMissing(key, sentence, example: "\"\(first.rawValue)\"")
    }
    return nil
  }

  /// Each of the words in its turn.
  private func turn<Choice: CaseIterable>(_ key: String, by probe: Probe) -> Choice {
    let all = Array(Choice.allCases)
    return all[probe.turn(key, in: path, ways: all.count)]
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: JSONNode, _ key: String
  ) -> Choice? where Choice.RawValue == String {
    if case .string(let word) = node.value, let choice = Choice(rawValue: word) { return choice }
    decoding.markUnread(path(key))
    let words = Choice.allCases.map(\.rawValue)
    if case .string(let word) = node.value {
      let near = nearestWord(to: word, among: words)
      decoding.report(
        .error(
          Wording.unknownChoice(path(key), word), at: node.span,
          help: near.map(Wording.didYouMean) ?? Wording.oneOf(words)))
    } else {
      decoding.report(
        .error(Wording.expectedText(path(key)), at: node.span, help: Wording.oneOf(words)))
    }
    return nil
  }
}

import Formulas
import Readiness
import UnitEconomics

/// Reads what a checklist says: sections, items, and how each is decided.
struct ChecklistReader {
  let decoding: Decoding

  init(_ decoding: Decoding) { self.decoding = decoding }

  /// The version of the format that this program reads.
  private static let version = 1.0

  func checklist(_ root: JSONNode) -> Checklist? {
    let reader = ObjectReader(decoding, path: "", node: root)
    _ = reader.optionalText("$schema", "where an editor finds the schema of this file")
    let key = "unitecon-checklist"
    reader.version(key, "the version of the format", Self.version, written: "\"\(key)\"") {
      .error(Wording.unknownChecklist, at: $0, help: Wording.write("\"\(key)\": 1"))
    }
    let name = reader.text("name", "what the checklist is called", example: "Our readiness")
    let sections = reader.named("sections", "what belongs together, in order", section)
    reader.close()
    let items = sections.flatMap(\.items)
    if items.isEmpty, !decoding.hasErrors {
      decoding.report(.error(Wording.noItems, at: decoding.opening(of: root.span)))
    }
    return decoding.hasErrors ? nil : Checklist(name: name, sections: sections)
  }

  private func section(_ key: String, _ reader: ObjectReader) -> Checklist.Section {
    Checklist.Section(
      key: key, title: reader.optionalText("title", "what people read above its items") ?? key,
      items: reader.named("items", "sentences that are to be true, by names of your own", item))
  }

  private func item(_ key: String, _ reader: ObjectReader) -> Checklist.Item? {
    let says = reader.text(
      "says", "the sentence that is to be true", example: "Every run has a trace")
    let decision = DecisionReader(reader).decision()
    let blocks = reader.truth("blocks", "whether it alone means no-go") ?? false
    let rule = reader.optionalChoice(
      "rule", "the rule of no-go that it belongs to", Checklist.Rule.self)
    let costs = reader.texts("costs", "lines of cost that it brings with it") ?? []
    let way = reader.optionalText("way", "what has to be done where it is not met")
    let levers = reader.texts("levers", "inputs by which it can be met") ?? []
    return decision.map {
      Checklist.Item(
        key: key, says: says, decision: $0, isBlocking: blocks, rule: rule, costs: costs,
        way: way, levers: levers)
    }
  }
}

extension ObjectReader {
  /// A truth value; nil where it is absent or none.
  func truth(_ key: String, _ sentence: String) -> Bool? {
    if declare(key, .truth, sentence) != nil { return nil }
    guard let node = node(key) else { return nil }
    if case .bool(let value) = node.value { return value }
    reportUnreadable(path(key), Wording.expectedTruth(path(key)), at: node.span)
    return nil
  }

  /// A list of texts, or one text that stands for a list of one; nil where it is absent or neither.
  func texts(_ key: String, _ sentence: String) -> [String]? {
    if declare(key, .texts, sentence) != nil { return nil }
    guard let node = node(key) else { return nil }
    if case .string(let text) = node.value { return [text] }
    guard case .array(let items) = node.value else {
      reportUnreadable(path(key), Wording.expectedList(path(key)), at: node.span)
      return nil
    }
    return items.compactMap { item in
      if case .string(let text) = item.value { return text }
      reportUnreadable(path(key), Wording.expectedText(path(key)), at: item.span)
      return nil
    }
  }

  /// A length of time in days, weeks, months or years.
  func term(_ key: String, _ sentence: String) -> Term? {
    if declare(key, .term, sentence) != nil { return nil }
    guard let node = node(key) else { return nil }
    if case .string(let text) = node.value, let term = Term(text) { return term }
    reportUnreadable(path(key), Wording.expectedTerm(path(key)), at: node.span)
    return nil
  }

  /// A length of time that must be there.
  func neededTerm(_ key: String, _ sentence: String) -> Term? {
    decoding.probe?.require(key, in: path)
    if let term = term(key, sentence) { return term }
    if !isStated(key) { reportMissing(key, sentence, example: "\"12 months\"") }
    return nil
  }

  func day(_ key: String, _ sentence: String) -> Day? {
    if declare(key, .day, sentence) != nil { return nil }
    guard let node = node(key) else { return nil }
    if case .string(let text) = node.value, let day = Day(text) { return day }
    reportUnreadable(path(key), Wording.expectedDay(path(key)), at: node.span)
    return nil
  }
}

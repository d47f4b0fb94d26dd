import Formulas
import Readiness
import UnitEconomics

extension Decoding {
  /// What the scenario states of its readiness; nil where it says nothing of it.
  ///
  /// Read after everything that has a formula, since none of it has one.
  func readinessBlock(_ root: JSONNode, checklist: Checklist?, _ tools: [Tool]) -> ReadinessBlock? {
    let reader = ObjectReader(self, path: "", node: root)
    return reader.section("readiness", "what speaks for going live") { reader in
      // Read before the scenario, as what evidence there may be depends on it.
      _ = reader.optionalText("checklist", "the checklist; the shipped one by default")
      var block = ReadinessBlock(checklist: checklist)
      block.launch = reader.day("launch", "the day of going live")
      block.tools = reader.named("tools", "what tools may do, by their names") {
        name, reader in rule(name, reader, tools)
      }
      if let checklist {
        block.evidence = evidence(reader, checklist)
      } else {
        _ = reader.node("evidence")
      }
      let suites = reader.texts(
        "evaluation", "results of evaluations: CSV or JSON lines beside this file")
      if let suites, let node = reader.node("evaluation"), readsReadiness {
        block.results = results(suites, node)
      }
      for (path, node) in reader.names(
        "matches", "what the log calls what the scenario names", .text)
      {
        guard case .string(let name) = node.value else {
          report(.error(Wording.expectedText(reader.path("matches")), at: node.span))
          continue
        }
        block.matches[InputPath.normal(path)] = name
      }
      for (word, node) in reader.names(
        "policyWords", "what decisions are called in logs",
        .words(PolicyWord.allCases.map(\.rawValue)))
      {
        if case .string(let text) = node.value, let meaning = PolicyWord(rawValue: text) {
          block.policyWords[word] = meaning
        } else {
          report(
            .error(
              Wording.unknownChoice(reader.path("policyWords"), spelling(node.span)),
              at: node.span, help: Wording.oneOf(PolicyWord.allCases.map(\.rawValue))))
        }
      }
      return block
    }
  }

  private func rule(_ name: String, _ reader: ObjectReader, _ tools: [Tool]) -> ToolRule {
    var rule = ToolRule(name: name)
    if let names = reader.texts("names", "what logs call the tool"), !names.isEmpty {
      rule.names = names
    }
    rule.access =
      reader.optionalChoice("access", "how the tool is reached", Tool.Kind.self)
      ?? tools.first { $0.name == name }?.kind
    rule.isOfRecord = reader.truth("systemOfRecord", "whether it is a system of record") ?? false
    rule.changes = reader.truth("changes", "whether a call changes something") ?? false
    rule.risk = reader.optionalChoice("risk", "how risky a call is", ToolRule.Risk.self)
    rule.needsApproval = reader.truth("approval", "whether a person has to approve a call") ?? false
    rule.wrongCall = reader.optionalInput(
      "wrongCall", "what a call costs that should not have been made", .money / .call)
    if rule.needsApproval, rule.risk == nil, let node = reader.node("approval") {
      report(
        .error(
          Wording.approvalWithoutRisk(reader.path), at: node.span, help: Wording.stateRisk))
    }
    if let file = reader.optionalText("schema", "a JSON Schema of its arguments, beside this file"),
      let node = reader.node("schema")
    {
      if readsReadiness { rule.schema = schema(file, at: node) }
    }
    return rule
  }

  private func evidence(_ reader: ObjectReader, _ checklist: Checklist) -> [String: Document] {
    var all: [String: Document] = [:]
    let known = checklist.sections.flatMap { section in
      section.items.map { "\(section.key).\($0.key)" }
    }
    _ = reader.section("evidence", "documents, by items of the checklist") { reader in
      for member in reader.members(among: checklist.sections.map(\.key)) {
        let section = checklist.sections.first { $0.key == member.key }
        guard let section else {
          _ = reader.node(member.key)
          noSuchItem(member.key, member.keySpan, known)
          continue
        }
        _ = reader.section(section.key, section.title) { reader in
          for member in reader.members(among: section.items.map(\.key)) {
            guard let item = section.items.first(where: { $0.key == member.key }) else {
              _ = reader.node(member.key)
              noSuchItem("\(section.key).\(member.key)", member.keySpan, known)
              continue
            }
            let path = InputPath.appending(member.key, to: section.key)
            all[path] = reader.section(member.key, item.says) { document($0, member) }
          }
        }
      }
    }
    return all
  }

  private func noSuchItem(_ path: String, _ span: Span, _ known: [String]) {
    let near = nearest(to: path, among: known)
    report(
      .error(
        Wording.noSuchItem(path), at: span, help: near.map(Wording.didYouMean) ?? Wording.seeItems))
  }

  private func document(_ reader: ObjectReader, _ member: JSONMember) -> Document {
    var document = Document(
      by: reader.optionalText("by", "who says so"), on: reader.day("on", "since when it is true"),
      until: reader.day("until", "the last day on which it counts"),
      planned: reader.day("planned", "the day for which it is planned"),
      file: reader.optionalText("file", "a document beside this file"),
      link: reader.optionalText("link", "where the document is"),
      note: reader.optionalText("note", "what a reviewer would ask next"),
      notApplicable: reader.optionalText("notApplicable", "why it does not apply"))
    if let file = document.file, let node = reader.node("file") {
      document.sha256 = bytes(of: file, at: node).map(sha256)
    }
    let isEmpty =
      !["on", "planned", "notApplicable"].contains(where: reader.isStated)
      || document.notApplicable?.allSatisfy { $0 == " " } == true
    if isEmpty {
      report(
        .error(
          Wording.emptyEvidence(reader.path), at: opening(of: member.value.span),
          help: Wording.evidenceExample))
    }
    return document
  }
}

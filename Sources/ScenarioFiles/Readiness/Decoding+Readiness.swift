import Formulas
import Readiness
import UnitEconomics

extension Decoding {
  /// What the scenario states of its readiness; nil where it says nothing of it.
  ///
  /// Read after everything that has a formula, since none of it has one.
  func readinessBlock(_ root: JSONNode, checklist: Checklist?, _ tools: [Tool]) -> ReadinessBlock? {
    let reader = ObjectReader(self, path: "", node: root)
    return reader.section("readiness") { reader in
      // Read before the scenario, as what evidence there may be depends on it.
      _ = reader.node("checklist")
      var block = ReadinessBlock(checklist: checklist)
      block.launch = reader.day("launch")
      block.tools = reader.named("tools") { name, reader in rule(name, reader, tools) }
      if let checklist {
        block.evidence = evidence(reader, checklist)
      } else {
        _ = reader.node("evidence")
      }
      if let node = reader.node("evaluation"), readsReadiness {
        block.results = results(reader, node)
      }
      for (path, node) in reader.names("matches") {
        guard case .string(let name) = node.value else {
          report(.error(Wording.expectedText(reader.path("matches")), at: node.span))
          continue
        }
        block.matches[InputPath.normal(path)] = name
      }
      for (word, node) in reader.names("policyWords") {
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
    if let names = reader.texts("names"), !names.isEmpty { rule.names = names }
    rule.access =
      reader.optionalChoice("access", Tool.Kind.self) ?? tools.first { $0.name == name }?.kind
    rule.isOfRecord = reader.truth("systemOfRecord") ?? false
    rule.changes = reader.truth("changes") ?? false
    rule.risk = reader.optionalChoice("risk", ToolRule.Risk.self)
    rule.needsApproval = reader.truth("approval") ?? false
    rule.wrongCall = reader.optionalInput(
      "wrongCall", "what a call costs that should not have been made", .money / .call)
    if rule.needsApproval, rule.risk == nil, let node = reader.node("approval") {
      report(
        .error(
          Wording.approvalWithoutRisk(reader.path), at: node.span, help: Wording.stateRisk))
    }
    if let file = reader.optionalText("schema"), let node = reader.node("schema") {
      if readsReadiness { rule.schema = schema(file, at: node) }
    }
    return rule
  }

  private func evidence(_ reader: ObjectReader, _ checklist: Checklist) -> [String: Document] {
    var all: [String: Document] = [:]
    let known = checklist.sections.flatMap { section in
      section.items.map { "\(section.key).\($0.key)" }
    }
    _ = reader.section("evidence") { reader in
      for member in reader.members {
        let section = checklist.sections.first { $0.key == member.key }
        guard let section else {
          _ = reader.node(member.key)
          noSuchItem(member.key, member.keySpan, known)
          continue
        }
        _ = reader.section(section.key) { reader in
          for member in reader.members {
            guard section.items.contains(where: { $0.key == member.key }) else {
              _ = reader.node(member.key)
              noSuchItem("\(section.key).\(member.key)", member.keySpan, known)
              continue
            }
            let path = InputPath.appending(member.key, to: section.key)
            all[path] = reader.section(member.key) { document($0, member) }
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
      by: reader.optionalText("by"), on: reader.day("on"), until: reader.day("until"),
      planned: reader.day("planned"), file: reader.optionalText("file"),
      link: reader.optionalText("link"), note: reader.optionalText("note"),
      notApplicable: reader.optionalText("notApplicable"))
    if let file = document.file, let node = reader.node("file") {
      document.sha256 = bytes(of: file, at: node).map(sha256)
    }
    let isEmpty = !["on", "planned", "notApplicable"].contains(where: reader.isStated)
    if isEmpty {
      report(
        .error(
          Wording.emptyEvidence(reader.path), at: opening(of: member.value.span),
          help: Wording.evidenceExample))
    }
    return document
  }
}

import Readiness
import UnitEconomics

extension Report {
  /// What a checklist asks, item by item, and how each is decided.
  public static func checklist(
    _ checklist: Checklist, sources: [Subject.Source], program: Program
  ) -> Report {
    var blocks = checklist.sections.map { section in
      var table = Table(
        title: harmless(section.title),
        columns: [
          Column("Item"), Column("Says"), Column("Is decided by"), Column(""),
          Column("Costs", priority: 1),
        ])
      for item in section.items {
        table.rows.append(
          Row([
            .text(harmless(InputPath.appending(item.key, to: section.key))),
            .text(harmless(item.says)), .text(item.decision.words), .text(item.weight),
            .text(harmless(item.costs.joined(separator: ", "))),
          ]))
      }
      return Block.table(table)
    }
    let files =
      sources.isEmpty
      ? ""
      : " From \(sources.map { "\(harmless($0.name)) (\($0.sha256.prefix(8)))" }.joined(separator: ", "))."
    blocks.append(.text("Made by \(program.name) \(program.version).\(files)"))
    return Report(title: harmless(checklist.name), blocks: blocks)
  }
}

extension Checklist.Item {
  /// Whether something stands or falls with it.
  fileprivate var weight: String {
    if let rule { return "rule (\(rule.letter))" }
    return isBlocking ? "blocks" : ""
  }
}

extension Table {
  /// A checklist, an item a row.
  public static func checklistFacts(_ checklist: Checklist) -> Table {
    var table = Table(
      columns: ["item", "says", "decidedBy", "blocks", "rule", "costs", "way"].map { Column($0) })
    for section in checklist.sections {
      for item in section.items {
        table.rows.append(
          Row(
            [
              InputPath.appending(item.key, to: section.key), item.says, item.decision.words,
              item.isBlocking ? "true" : "false", item.rule?.rawValue ?? "",
              item.costs.joined(separator: " "), item.way ?? "",
            ].map { .text(harmless($0)) }))
      }
    }
    return table
  }
}

extension JSON {
  /// A checklist, as its table has it.
  public static func checklist(_ checklist: Checklist, program: Program) -> JSON {
    [
      "version": 1,
      "program": .string("\(program.name) \(program.version)"),
      "name": .string(checklist.name),
      "items": .array(
        checklist.sections.flatMap { section in
          section.items.map { item -> JSON in
            [
              "item": .string(InputPath.appending(item.key, to: section.key)),
              "section": .string(section.title), "says": .string(item.says),
              "decidedBy": .string(item.decision.words), "blocks": .bool(item.isBlocking),
              "rule": item.rule.map { .string($0.rawValue) } ?? nil,
              "costs": .array(item.costs.map { .string($0) }),
              "way": item.way.map { .string($0) } ?? nil,
            ]
          }
        }),
    ]
  }
}

extension Decision {
  /// How an item is decided, in words.
  var words: String {
    func shown(_ value: Double, _ style: NumberStyle = .share) -> String {
      style.text(for: value) ?? ""
    }
    func limit(_ limit: Limit, _ style: NumberStyle = .share) -> String {
      "\(limit.side == .min ? "≥" : "≤") \(shown(limit.value, style))"
    }
    func style(_ path: String) -> NumberStyle {
      let ofShares: [Output] = [
        .tsr, .escalationRate, .failedRate, .grossMargin, .contributionMargin,
      ]
      let isShare =
        Output(rawValue: path).map(ofShares.contains)
        ?? (path.hasSuffix("argin") || path.hasPrefix("rateLimitUtilization"))
      return isShare ? .share : .quantity(digits: 4)
    }
    switch self {
    case .stated(let statement): return "the scenario states it (\(statement.rawValue))"
    case .seen(let share, let bound):
      let how = share.isSampled ? "logs, the whole 95 % interval of" : "logs, of all \(share.noun)"
      return "\(how) \(share.isSampled ? share.words : "those \(share.words)") \(limit(bound))"
    case .quantified(let within):
      return "logs, 95 % intervals of success and escalation within ± \(shown(within))"
    case .attested(let term, let planned):
      let plan = planned.map { ", or planned within \($0.text) of going live" } ?? ""
      return "a document or somebody's word, no older than \(term.text)\(plan)"
    case .evaluated(.cases(let kind), let bound):
      return "results of evaluations, \(kind.rawValue) cases \(limit(bound, .count))"
    case .evaluated(.passed(let kind), let bound):
      return "results of evaluations, \(kind.rawValue) cases passed \(limit(bound))"
    case .evaluated(.regressions, let bound):
      return "results of evaluations, cases that passed before \(limit(bound, .count))"
    case .evaluatedWithin(let kind, let term):
      return "results of evaluations, last \(kind.rawValue) cases no older than \(term.text)"
    case .modelled(let path, let bound, let state):
      let place =
        switch state {
        case .base: "as stated"
        case .measured: "with what runs measure"
        case .stresses: "under every stress of the scenario, or of the pack where it states none"
        case .pack: "under every stress of the pessimistic pack"
        }
      return "the model, \(harmless(path)) \(limit(bound, style(path))) \(place)"
    case .likely(let path, let bound, let least):
      return
        "simulation, \(harmless(path)) \(limit(bound, style(path))) with a probability of at least \(shown(least))"
    case .agreeing(let path, let within):
      return "logs and model, \(harmless(path)) within ± \(shown(within))"
    case .revenue(let kind, let bound):
      return
        "the model, revenue that is not there without \(kind == .work ? "tasks" : "success") \(limit(bound))"
    case .release: return "logs before and after, no rollback trigger of the scenario fires"
    case .reconstructed(let needs, let bound):
      return
        "logs, the last run that did not end well and \(limit(bound)) of all have \(needs.map { "\($0)" }.joined(separator: ", "))"
    case .blocked(let bound):
      return
        "logs or tests of the policy, one risky call stopped or approved, around policy \(limit(bound))"
    }
  }
}

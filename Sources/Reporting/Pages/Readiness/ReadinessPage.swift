import Readiness
import UnitEconomics

extension Report {
  /// Whether an agent may go live: the verdict and what stands in the way first, then every item with its
  /// evidence, then what was found in the logs.
  public static func readiness(_ answer: ReadinessAnswer, program: Program) -> Report {
    var blocks: [Block] = [.paragraph(answer.headline)]
    if answer.unread.count > 0 {
      let lines = answer.unread.count
      blocks.append(
        .paragraph([
          .verdict(.warning, lines == 1 ? "1 line" : "\(countText(lines)) lines"),
          " of the logs could not be read, and nothing of them is judged.",
        ]))
    }
    answer.delay.map { blocks.append(.paragraph($0)) }
    blocks += answer.blocks
    blocks.append(.paragraph(answer.provenance(program)))
    return Report(title: "Readiness: \(answer.subject.scenario.name)", blocks: blocks)
  }
}

extension ReadinessAnswer {
  /// All but the verdict and where it comes from.
  var blocks: [Block] {
    [.table(rules)] + (blocking.rows.isEmpty ? [] : [.table(blocking)])
      + verdict.subject.checklist.sections.map { .table(table(of: $0)) }
      + blindSpots + findings.map { .table($0) } + story
  }

  /// Go or no-go, and how many items stand how.
  var headline: [Phrase] {
    var phrases: [Phrase] = [
      verdict.isGo ? .verdict(.passed, "Go") : .verdict(.failed, "No-go"), ": ",
    ]
    let blocking = verdict.blocking
    if verdict.isGo {
      phrases.append("all three rules are proven, and nothing stands in the way.")
    } else {
      let unmet = verdict.rules.filter { !$0.isMet }.map { "(\($0.rule.letter))" }
      if !unmet.isEmpty {
        phrases.append(
          .plain(
            unmet.count == 1
              ? "rule \(unmet[0]) is not proven; "
              : "rules \(unmet.joined(separator: ", ")) are not proven; "))
      }
      phrases.append(
        .plain(
          "\(blocking.count) \(blocking.count == 1 ? "item stands" : "items stand") in the way."))
    }
    let all = verdict.results.count
    phrases.append(
      .plain(
        " Of \(all) items on \(on.text) \(verdict.count(.met)) met, \(verdict.count(.notMet)) not met, "
          + "\(verdict.count(.unproven)) unproven, \(verdict.count(.notApplicable)) not applicable."
      ))
    return phrases
  }

  /// What a day is worth.
  var delay: [Phrase]? {
    guard let delay = verdict.perDayOfDelay else { return nil }
    let amount = text(abs(delay.amount), money)
    let basis = verdict.subject.measured == nil ? "as modelled" : "with what was measured"
    if delay.amount < 0 {
      return [
        "Each day with the agent as it is loses ", .strong(amount), .plain(", \(basis)."),
      ]
    }
    let what = delay.kind == .profit ? "gross profit" : "what people cost more"
    return [
      "Each day of delay forgoes ", .strong(amount), .plain(" of \(what), \(basis)."),
    ]
  }

  /// The three rules, each with what it is decided by.
  private var rules: Table {
    var table = Table(
      title: "No-go if you cannot", columns: [Column("Rule"), Column(""), Column("Because")])
    for (rule, items, isMet) in verdict.rules {
      table.rows.append(
        Row([
          .text("(\(rule.letter)) \(rule.words)"),
          .verdict(isMet ? .passed : .failed, isMet ? "proven" : "not proven"),
          .text(
            items.isEmpty
              ? "no item of the checklist stands for it"
              : items.map { words(on: $0) }.joined(separator: "; ")),
        ]))
    }
    return table
  }

  /// Every item of a section, and by what it is known.
  private func table(of section: Checklist.Section) -> Table {
    var table = Table(
      title: harmless(section.title),
      columns: [
        Column("Item"), Column(""), Column("Evidence"),
        Column("A month", .trailing, priority: 1),
      ])
    for result in verdict.results where result.path.isIn(section.key) {
      let mark = result.isHeavy ? " *" : ""
      table.rows.append(
        Row([
          .text(harmless(result.item.says) + mark),
          .verdict(result.state.sign, result.state.words), .text(words(on: result)),
          amount(result.costPerMonth),
        ]))
    }
    let results = verdict.results.filter { $0.path.isIn(section.key) }
    if results.contains(where: \.isHeavy) {
      table.notes.append("* must be met before the agent goes live")
    }
    let costs = results.filter { $0.costPerMonth != nil }
      .map { "\(harmless($0.item.key)) \(harmless($0.costPaths.joined(separator: " + ")))" }
    if !costs.isEmpty {
      table.notes.append("What it costs a month is, in the model: \(costs.joined(separator: "; "))")
    }
    return table
  }

  func provenance(_ program: Program) -> [Phrase] {
    var phrases = subject.provenance(program)
    let words =
      [harmless("Judged on \(on.text) by \(verdict.subject.checklist.name).")]
      + (asked.isEmpty ? [] : [harmless("With \(asked.joined(separator: " ")).")])
    phrases.append(.plain(" " + words.joined(separator: " ")))
    if !files.isEmpty {
      let names = files.map { "\(harmless($0.name)) (\(count($0.lines)) lines)" }
      phrases.append(.plain(" Read: \(names.joined(separator: ", "))."))
    }
    return phrases
  }
}

extension String {
  /// Whether an item's path lies in a section.
  fileprivate func isIn(_ section: String) -> Bool {
    hasPrefix(section + ".") || hasPrefix(section + "[")
  }
}

extension ItemResult {
  /// Whether nothing goes live while it is open.
  var isHeavy: Bool { item.isBlocking || item.rule != nil }
}

import RunLogs
import UnitEconomics

extension Report {
  /// How runs changed from one release to the next, whether it is to be taken back, and what it is worth.
  public static func release(_ answer: ReleaseAnswer, program: Program) -> Report {
    var blocks: [Block] = [.paragraph(answer.headline), .paragraph(answer.judgement)]
    blocks += answer.warnings.map { .paragraph([.verdict(.warning, $0)]) }
    blocks.append(.table(answer.figures))
    if !answer.verdicts.isEmpty { blocks.append(.table(answer.triggers)) }
    if let worth = answer.worthTable { blocks.append(.table(worth)) }
    for (title, side) in [("before", answer.before), ("after", answer.after)] {
      var reading = side.reading
      reading.title = "What was read, \(title)"
      blocks.append(.table(reading))
      if side.unread.count > 0 { blocks.append(.table(side.faults)) }
    }
    blocks.append(.paragraph(answer.after.provenance(program, besides: answer.before.files)))
    return Report(title: "Before and after", blocks: blocks)
  }
}

extension ReleaseAnswer {
  private func text(_ value: Double, _ style: NumberStyle) -> String {
    style.text(for: value) ?? "n/a"
  }

  /// What changed for sure, and what may not have.
  var headline: [Phrase] {
    var phrases: [Phrase] = []
    for figure in [ReleaseFigure.tsr, .costPerSuccess] {
      guard let change = comparison.change(of: figure) else { continue }
      let style = figure.style(currency)
      let range = change.interval.map {
        " (95 % interval \(text($0.lowerBound, style.ofDifference)) to \(text($0.upperBound, style.ofDifference)))"
      }
      phrases += [
        .plain("\(figure.words.capitalizedFirst) went from \(text(change.before, style)) to "),
        .strong(text(change.after, style)),
        .plain(
          "\(range ?? ""), which chance alone \(change.isSure ? "hardly explains" : "may explain"). "
        ),
      ]
    }
    return phrases.isEmpty ? ["The runs tell neither how they ended nor what they cost."] : phrases
  }

  /// Whether the release is to be taken back.
  var judgement: [Phrase] {
    guard !verdicts.isEmpty else {
      return [
        "No trigger is stated: a rollback block in the scenario given with --scenario says when a release is taken back."
      ]
    }
    let fired = verdicts.filter { $0.verdict == .fires }.map(\.trigger.name)
    let open = verdicts.filter { $0.verdict == .crossed || $0.verdict == .unknown }
      .map(\.trigger.name)
    if !fired.isEmpty {
      return [.verdict(.failed, "Roll back: \(fired.joined(separator: ", ")).")]
    }
    if !open.isEmpty {
      return [
        .verdict(.warning, "Not decided: \(open.joined(separator: ", ")). The other triggers hold.")
      ]
    }
    return [.verdict(.passed, "No trigger fires.")]
  }

  /// What a reader must know before using the figures, side by side.
  var warnings: [String] {
    let sides = [("before", before), ("after", after)]
    return sides.flatMap { name, side in
      side.warnings.filter { !$0.hasPrefix("Too few") }.map { "\(name): \($0)" }
    }
  }

  /// Every figure before and after.
  var figures: Table {
    var table = Table(
      title: "What changed",
      columns: [
        Column("Figure"), Column("Before", .trailing), Column("After", .trailing),
        Column("Change", .trailing), Column("95 % from", .trailing), Column("to", .trailing),
        Column("p", .trailing, priority: 1), Column("Could see", .trailing, priority: 1),
      ])
    let runs = [before, after].map { Cell.number(Double($0.total.attempts), .count) }
    table.rows.append(
      Row([.text("runs")] + runs + Array(repeating: .empty, count: 5), style: .faint))
    for change in changes {
      let style = change.figure.style(currency)
      func cell(_ value: Double?, _ style: NumberStyle) -> Cell {
        value.map { .number($0, style) } ?? .undefined("too few runs to say")
      }
      table.rows.append(
        Row([
          .text(change.figure.words), .number(change.before, style), .number(change.after, style),
          .number(change.difference, style.ofDifference),
          cell(change.interval?.lowerBound, style.ofDifference),
          cell(change.interval?.upperBound, style.ofDifference),
          cell(change.pValue, .quantity(digits: 2)), cell(change.leastSeen, style.ofDifference),
        ]))
    }
    table.notes = [
      "p is how likely chance alone makes a change as large; of eight figures one below 0.05 is no rarity. Could see is the least change that so many runs find in four of five tries."
    ]
    return table
  }

  /// What each trigger says.
  var triggers: Table {
    var table = Table(
      title: "Roll-back triggers",
      columns: [
        Column("Trigger"), Column("Figure"), Column("Before", .trailing),
        Column("Limit", .trailing), Column("After", .trailing), Column("Verdict"),
        Column("Power", .trailing, priority: 1),
      ])
    for verdict in verdicts {
      let style = verdict.trigger.figure.style(currency)
      func cell(_ value: Double?, _ style: NumberStyle) -> Cell {
        value.map { .number($0, style) } ?? .undefined("the runs do not tell it")
      }
      table.rows.append(
        Row([
          .text(verdict.trigger.name), .text(verdict.trigger.figure.words),
          cell(verdict.before, style), cell(verdict.threshold, style), cell(verdict.after, style),
          .verdict(verdict.verdict.sign, verdict.verdict.words), cell(verdict.power, .share),
        ]))
    }
    table.notes = [
      "A trigger fires where the figure is beyond its limit by more than chance explains with 95 % confidence. Power is how likely so many runs show that a release at its limit is worse than what was before."
    ]
    return table
  }

  /// What the change is worth in the scenario.
  var worthTable: Table? {
    guard let worth else { return nil }
    let currency = worth.stated.currency
    var table = Table(
      title: "What it is worth in \(worth.stated.scenario.name)",
      columns: [
        Column(""), Column("As stated", .trailing, priority: 1), Column("Before", .trailing),
        Column("After", .trailing), Column("Change", .trailing),
      ])
    for (name, output, style) in [
      ("cost of a completed task", Output.costPerCompletedTask, NumberStyle.money(currency)),
      ("task success rate", .tsr, .share), ("total cost a month", .totalCost, .money(currency)),
      ("gross profit a month", .grossProfit, .money(currency)),
      ("gross margin", .grossMargin, .share),
    ] {
      let values = [worth.stated, worth.before, worth.after].map { $0.reading.base.values[output] }
      guard let old = values[1].value, let new = values[2].value else { continue }
      table.rows.append(
        Row(
          [.text(name)] + values.map { $0.cell(style) } + [
            .number(new - old, style.ofDifference)
          ]))
    }
    table.notes = [
      "Before and after are the scenario with what was measured laid over it, as measure --into writes it."
    ]
    return table
  }
}

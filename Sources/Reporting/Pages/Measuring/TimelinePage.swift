import RunLogs
import UnitEconomics

extension Report {
  /// The runs of one task, or one of them, as they happened.
  public static func timeline(_ answer: TimelineAnswer, program: Program) -> Report {
    let runs = answer.runs
    var blocks: [Block] = []
    if let only = runs.first, runs.count == 1, only.chain != nil {
      blocks += answer.blocks(of: only)
    } else {
      let total = answer.total
      blocks.append(.paragraph(answer.headline(of: total)))
      // Of runs with steps, each says below what is missing from it.
      if runs.allSatisfy({ $0.chain == nil }) {
        blocks += answer.warnings(of: total).map { .paragraph([.verdict(.warning, $0)]) }
      }
      blocks.append(.table(answer.overview))
      for (index, run) in runs.enumerated() where run.chain != nil {
        blocks.append(.heading("Run \(index + 1) of \(runs.count): \(run.trace ?? "")"))
        blocks += answer.blocks(of: run)
      }
    }
    blocks.append(.paragraph(answer.measure.provenance(program)))
    return Report(title: answer.title, blocks: blocks)
  }
}

extension TimelineAnswer {
  static var money: NumberStyle { .money(MeasureAnswer.currency) }

  fileprivate var title: String {
    guard runs.count == 1, let only = runs.first else {
      return "\(measure.count(runs.count)) runs of task \(name)"
    }
    return only.trace.map { "Run \($0)" } ?? "A run of task \(name)"
  }

  func blocks(of run: RunTimeline) -> [Block] {
    var blocks: [Block] = [.paragraph(opening(of: run) + headline(of: run.tally))]
    blocks += warnings(of: run.tally).map { .paragraph([.verdict(.warning, $0)]) }
    guard let chain = run.chain else { return blocks }
    blocks.append(.table(stepTable(of: run)))
    if let contents = contents(of: run) { blocks.append(.table(contents)) }
    return blocks + [.table(links(of: chain))]
  }

  /// Who ran for what, how long, and how it ended.
  private func opening(of run: RunTimeline) -> [Phrase] {
    var phrases: [Phrase] = [.plain(run.runner)]
    if let task = run.task, task != run.trace { phrases += [" at task ", .code(task)] }
    if let began = run.began { phrases.append(.plain(" began \(began)")) }
    if let runtime = run.runtime {
      let took = measure.text(Double(runtime) / 1e9, .seconds)
      phrases.append(.plain("\(run.began == nil ? "" : " and") took \(took)"))
    }
    phrases += [
      ". How it ended: ", .strong(run.ending), ". ",
    ]
    return phrases
  }

  /// What it cost and what for.
  fileprivate func headline(of tally: Tally) -> [Phrase] {
    var phrases: [Phrase] = []
    let costs = [(tally.recorded, "as recorded"), (tally.computed, "by the price list")]
      .filter { $0.0.runs > 0 }
    for (index, (cost, words)) in costs.enumerated() {
      phrases += [
        index == 0 ? (tally.attempts == 1 ? "It cost " : "They cost ") : " and ",
        .strong(measure.text(cost.total.value, Self.money)),
        .plain(" \(words)\(part(cost.runs, of: tally.attempts))"),
      ]
    }
    phrases.append(costs.isEmpty ? "What it cost is not told: " : ": ")
    let usage = tally.usage
    var parts = [
      number(tally.calls, "model call"), "\(measure.count(usage.input)) tokens in",
    ]
    if usage.cacheRead > 0 { parts.append("\(measure.count(usage.cacheRead)) of them cached") }
    parts.append("\(measure.count(usage.output)) out")
    let failed = tally.toolErrors > 0 ? " (\(measure.count(tally.toolErrors)) failed)" : ""
    parts.append(number(tally.toolCalls, "tool call") + failed)
    return phrases + [.plain(parts.joined(separator: ", ") + ".")]
  }

  private func part(_ runs: Int, of all: Int) -> String {
    runs < all ? " (\(measure.count(runs)) of \(measure.count(all)) runs)" : ""
  }

  private func number(_ count: Int, _ noun: String) -> String {
    "\(measure.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  fileprivate func warnings(of tally: Tally) -> [String] {
    var warnings = tally.unpriced.sorted { $0.key < $1.key }.map { model, calls in
      "Unpriced: \(model.isEmpty ? "calls without a model's name" : model), \(number(calls, "call")); the run has no computed cost"
    }
    if tally.unrecordedCalls > 0, tally.recorded.runs > 0 {
      warnings.append(
        "\(measure.count(tally.unrecordedCalls)) of \(number(tally.calls, "call")) record no cost: what is recorded is too low"
      )
    }
    if tally.uncountedCalls > 0 {
      warnings.append("Of \(number(tally.uncountedCalls, "model call")) the tokens are not told")
    }
    return warnings
  }

  /// The links of one run, and what is missing from them.
  private func links(of chain: RunChain) -> Table {
    var table = Table(
      title: "Is the chain whole?",
      columns: [Column("Link"), Column("State"), Column("What is missing")])
    for (link, state) in states(chain) {
      var missing = chain.gaps.filter { $0.key.link == link }
        .sorted { $0.key.rawValue < $1.key.rawValue }
        .map { gap, count in gap.words(count) }
      if state == .missing, missing.isEmpty {
        missing.append("\(link.untoldWords), which other runs tell")
      }
      let cell: Cell =
        state == .missing
        ? .verdict(.failed, state.words)
        : state == .present ? .verdict(.passed, state.words) : .text(state.words)
      table.rows.append(
        Row([.text(link.words), cell, .text(missing.joined(separator: "; "))]))
    }
    return table
  }
}

import RunLogs

extension TimelineAnswer {
  /// What steps were given and gave back, a line each; nil where that was not asked for or no step tells.
  func contents(of run: RunTimeline) -> Table? {
    guard run.steps.contains(where: { $0.given != nil || $0.answered != nil }) else { return nil }
    var table = Table(
      title: "What was said", columns: [Column("Step"), Column(""), Column("In a line")])
    // As much as stands beside the steps; elsewhere a line has no end, but a reader has.
    let room = terminalWidth.map { max(20, $0 - 44) } ?? 200
    for step in run.steps {
      var name = terminalWidth == nil ? step.label : step.shortLabel
      for (word, text) in [("given", step.given), ("gave", step.answered)] {
        guard let text else { continue }
        let line = harmless(text)
        let cut = line.count > room ? line.prefix(room - 1) + "…" : line
        table.rows.append(Row([.text(name), .text(word), .text(cut)], indent: min(step.depth, 8)))
        name = ""
      }
    }
    return table
  }
}

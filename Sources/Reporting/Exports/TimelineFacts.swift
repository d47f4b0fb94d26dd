import RunLogs
import UnitEconomics

extension Table {
  /// The runs of one task, or one of them, a step a row, and behind the steps of each run the run itself.
  ///
  /// | column | holds |
  /// |---|---|
  /// | run, task | the trace, or the line of a plain log; what it ran for |
  /// | row | step, or run: its sums are those of its steps that are counted |
  /// | depth, kind, name | how many steps it is part of, and what it does |
  /// | usage | counted; below: a step below has it; repeated: of an answer counted before; uncounted: not told |
  /// | chain | of a run, each link and how it stands with it |
  /// | given, answered | with contents: the last thing that it was given and what it gave back, in a line |
  public static func timelineFacts(_ answer: TimelineAnswer) -> Table {
    let money = MeasureAnswer.currency
    var table = Table(
      columns: [
        "run", "task", "row", "depth", "kind", "name", "at (s)", "seconds (s)", "usage",
        "input (token)", "cacheRead (token)", "cacheWrite (token)", "cacheWrite1h (token)",
        "output (token)", "reasoning (token)", "recorded (\(money))", "computed (\(money))",
        "error", "outcome", "reason", "chain", "given", "answered", "file", "line",
      ].map { Column($0) })
    for run in answer.runs {
      let names: [Cell] = [run.runName(answer), run.task ?? ""].map { .text(harmless($0)) }
      for step in run.steps { table.rows.append(Row(names + step.cells(answer))) }
      table.rows.append(Row(names + run.cells(answer)))
    }
    return table
  }
}

extension RunTimeline {
  fileprivate func runName(_ answer: TimelineAnswer) -> String {
    trace ?? "\(answer.file(file)):\(line)"
  }

  fileprivate func cells(_ answer: TimelineAnswer) -> [Cell] {
    let chain = chain.map { chain in
      answer.states(chain).map { "\($0.link)=\($0.state.rawValue)" }.joined(separator: " ")
    }
    var cells: [Cell] = [
      .text("run"), .empty, .empty, .text(harmless(runner)), .plain(start == nil ? nil : 0),
    ]
    cells += [.plain(runtime.map { Double($0) / 1e9 }), .empty]
    cells += tally.usage.cells
    cells += [
      .plain(tally.recorded.runs > 0 ? tally.recorded.total.value : nil),
      .plain(tally.computed.runs > 0 ? tally.computed.total.value : nil), .empty,
      .text(outcome?.rawValue ?? ""),
      .text(outcome == nil || outcome == .success ? "" : (reason ?? .unexplained).rawValue),
      .text(chain ?? ""), .empty, .empty, .text(harmless(answer.file(file))), .plain(Double(line)),
    ]
    return cells
  }
}

extension RunTimeline.Step {
  fileprivate func cells(_ answer: TimelineAnswer) -> [Cell] {
    var cells: [Cell] = [
      .text("step"), .plain(Double(depth)), .text(kind.rawValue), .text(harmless(name)),
      .plain(offset.map { Double($0) / 1e9 }), .plain(duration.map { Double($0) / 1e9 }),
      .text(fate.word),
    ]
    cells += usage?.cells ?? Array(repeating: .empty, count: 6)
    cells += [
      .plain(recorded?.value), .plain(computed?.value),
      .text(isError ? harmless(error ?? "error") : ""), .text(outcome?.rawValue ?? ""), .empty,
      .empty, .text(harmless(given ?? "")), .text(harmless(answered ?? "")),
      .text(harmless(answer.file(file))), .plain(Double(line)),
    ]
    return cells
  }
}

extension UsageFate {
  var word: String {
    switch self {
    case .none: ""
    case .uncounted: "uncounted"
    case .counted: "counted"
    case .below: "below"
    case .repeated: "repeated"
    }
  }
}

extension TokenUsage {
  /// Name by name, in the order of the columns.
  var parts: [(name: String, count: Int)] {
    [
      ("input", input), ("cacheRead", cacheRead), ("cacheWrite", cacheWrite),
      ("cacheWrite1h", cacheWrite1h), ("output", output), ("reasoning", reasoning),
    ]
  }

  fileprivate var cells: [Cell] { parts.map { .plain(Double($0.count)) } }
}

/// Looks for the runs of a task, or for one trace by its name or the beginning of it.
public struct RunSearch: Sendable {
  /// What was asked for.
  public let name: String
  private let folded: String
  private var ofTask: [RunTimeline] = []
  private var exact: [RunTimeline] = []
  private var begun: RunTimeline?
  /// The first traces whose names begin so, and how many do.
  public private(set) var beginnings: [String] = []
  public private(set) var beginningCount = 0
  /// Traces and tasks that there are, of which one may have been meant.
  public private(set) var known: Set<String> = []

  /// As many traces of one beginning are told.
  private static let mostBeginnings = 5

  init(_ name: String) {
    self.name = name
    folded = name.lowercased()
  }

  /// The runs that were asked for, in order of time: those of a task, a trace, or the only one that begins so.
  public var runs: [RunTimeline] {
    let found = !ofTask.isEmpty ? ofTask : !exact.isEmpty ? exact : []
    if found.isEmpty, beginningCount == 1, let begun { return [begun] }
    func order(_ run: RunTimeline) -> (Int64, Int, Int) {
      (run.start ?? .max, run.file, run.line)
    }
    return found.sorted { order($0) < order($1) }
  }

  mutating func look(at run: RunOfSpans, _ names: NameTable, _ traces: TraceNames) {
    guard let number = run.spans.first?.trace else { return }
    let trace = traces[number]
    if known.count < LogPart.mostTasks {
      known.insert(trace)
      if let task = run.attempt.taskName { known.insert(task) }
    }
    if run.attempt.taskName == name {
      ofTask.append(RunTimeline(run, names, traces))
    } else if trace.lowercased() == folded {
      exact.append(RunTimeline(run, names, traces))
    } else if !folded.isEmpty, trace.lowercased().hasPrefix(folded) {
      beginningCount += 1
      if beginningCount == 1 { begun = RunTimeline(run, names, traces) }
      if beginnings.count < Self.mostBeginnings { beginnings.append(trace) }
    }
  }

  /// Takes in rows of the task, and other tasks that there are.
  mutating func take(_ part: LogPart, file: Int, from line: Int) {
    ofTask += part.rows.map { RunTimeline(row: $0.attempt, file: file, line: line + $0.line + 1) }
    if known.count < LogPart.mostTasks { known.formUnion(part.tasks) }
  }
}

/// What a stretch of a log holds, read apart from all others.
struct LogPart: Sendable {
  var tallies: [String: Tally] = [:]
  var spans: [SpanRecord] = []
  var names = NameTable()
  /// Calls of tools that answers ask for.
  var askedCalls: [AskedCall] = []
  /// Where a run is to be shown: what its trace is called, rows of its task, and tasks that there are.
  var traceNames = TraceNames()
  var rows: [(line: Int, attempt: Attempt)] = []
  var tasks: Set<String> = []
  var contents: [StepContent] = []
  /// What calls were given and what policy said of them, where that is asked for.
  var calls: [CallNote] = []
  var acts: [PolicyNote] = []
  var lineCount = 0
  /// How many objects are rows, and whether anything of any object is known.
  var rowCount = 0
  var isKnown = false
  /// Which of the places that columns are mapped to are there, a bit each; nil where there are no rows.
  var mapped: UInt64?
  /// Rows that are pieces of people's work.
  var rowsOfPeople: [Attempt] = []
  var faults = LineFaults()
  /// Lines of logs and metrics, which say nothing of runs.
  var otherSignals = 0

  /// As many tasks are kept to find one of a name near to what was asked for.
  static let mostTasks = 1 << 16

  /// Adds a run of a plain log, which stands in the present line.
  mutating func add(row attempt: Attempt, _ settings: MeasureSettings) {
    add(attempt, settings)
    guard let asked = settings.task, let task = attempt.taskName else { return }
    if task == asked { rows.append((lineCount, attempt)) }
    if tasks.count < Self.mostTasks { tasks.insert(task) }
  }

  mutating func add(_ attempt: Attempt, _ settings: MeasureSettings) {
    if settings.isOfPeople { return rowsOfPeople.append(attempt) }
    let group = settings.grouping.map { $0.key(attempt) } ?? ""
    tallies[group, default: Tally()].add(attempt, settings)
  }

  mutating func take(_ notes: (calls: [CallNote], acts: [PolicyNote])) {
    calls += notes.calls
    acts += notes.acts
  }

  /// Takes what a reader of spans has kept.
  mutating func take(_ reader: OTLPReader) {
    // Nothing is copied where there are no others.
    if spans.isEmpty { spans = reader.spans } else { spans += reader.spans }
    askedCalls += reader.askedCalls
    names = reader.names
    contents = reader.saying?.kept ?? []
    traceNames = reader.telling ?? TraceNames()
  }
}

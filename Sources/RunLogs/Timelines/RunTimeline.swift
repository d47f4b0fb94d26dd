/// One run as it happened, step by step, or a row of a plain log, which has no steps.
public struct RunTimeline: Sendable {
  /// What its log calls its trace; nil for a row.
  public let trace: String?
  public let task: String?
  public let agent: String?
  public let version: String?
  public let model: String?
  public let outcome: Outcome?
  public let reason: FailureReason?
  /// In nanoseconds since 1970.
  public let start: Int64?
  /// In nanoseconds.
  public let runtime: Int64?
  /// The run alone, as all runs together are measured: its sums are those of its steps.
  public let tally: Tally
  /// In the order in which a reader follows them: each behind the one that it is part of, by time.
  public internal(set) var steps: [Step]
  /// nil for a row.
  public let chain: RunChain?
  /// The number of its first file among those read, and the line in it, from 1.
  public let file: Int
  public let line: Int
  /// The number of its trace; nil for a row.
  let number: UInt128?

  /// One step of a run.
  public struct Step: Sendable {
    /// How many steps it is part of.
    public let depth: Int
    public let kind: StepKind
    /// The agent, the model or the tool; else what the step is called.
    public let name: String
    /// In nanoseconds from the beginning of the run.
    public let offset: Int64?
    public let duration: Int64?
    public let usage: TokenUsage?
    public let fate: UsageFate
    public let recorded: Amount?
    public let isError: Bool
    public let error: String?
    public let outcome: Outcome?
    public let file: Int
    public let line: Int
    let span: UInt64
    /// The last thing that it was given and what it gave back, where that was asked for.
    public internal(set) var given: String?
    public internal(set) var answered: String?

    /// Whether what it used is in the sum of the run.
    public var isCounted: Bool { if case .counted = fate { true } else { false } }

    /// What the price list says of it, where it is counted and has a price.
    public var computed: Amount? { if case .counted(let amount) = fate { amount } else { nil } }
  }

  /// When it began, in UTC and to the second.
  public var began: String? { start.map { Timestamp.text($0) } }

  init(_ run: RunOfSpans, _ names: NameTable, _ traces: TraceNames) {
    let attempt = run.attempt
    let first = run.spans.min { ($0.file, $0.line) < ($1.file, $1.line) }
    number = first?.trace
    trace = first.map { traces[$0.trace] }
    (file, line) = (Int(first?.file ?? 0), Int(first?.line ?? 0) + 1)
    chain = attempt.chain
    steps = StepOrder(run.spans).places.map { place in
      Step(
        run.spans[place.index], depth: place.depth, run.uses[place.index], names,
        since: attempt.start)
    }
    (task, agent, version, model) = (
      attempt.taskName, attempt.agent, attempt.version, attempt.model
    )
    (outcome, reason) = (attempt.outcome, attempt.reason)
    (start, runtime) = (attempt.start, attempt.runtime)
    tally = Tally(of: attempt)
  }

  /// A row of a plain log.
  init(row attempt: Attempt, file: Int, line: Int) {
    (trace, number, chain, steps) = (nil, nil, nil, [])
    (self.file, self.line) = (file, line)
    (task, agent, version, model) = (
      attempt.taskName, attempt.agent, attempt.version, attempt.model
    )
    (outcome, reason) = (attempt.outcome, attempt.reason)
    (start, runtime) = (attempt.start, attempt.runtime)
    tally = Tally(of: attempt)
  }
}

extension RunTimeline.Step {
  fileprivate init(
    _ span: SpanRecord, depth: Int, _ fate: UsageFate, _ names: NameTable, since start: Int64?
  ) {
    self.depth = depth
    kind = span.kind
    let title = names[span.title]
    name =
      switch span.kind {
      case .agent: names[span.agent] ?? title ?? ""
      case .inference, .embedding: names[span.model] ?? title ?? ""
      case .tool: names[span.tool] ?? title ?? ""
      default: title ?? ""
      }
    let isTimed = span.start > 0
    offset = start.flatMap { isTimed ? span.start - $0 : nil }
    duration = isTimed && span.end > 0 ? span.end - span.start : nil
    usage = span.hasUsage ? span.usage : nil
    self.fate = fate
    recorded = span.cost
    isError = span.isError
    error = names[span.error]
    outcome = span.outcome
    (file, line) = (Int(span.file), Int(span.line) + 1)
    self.span = span.id
  }
}

extension Tally {
  /// One run alone.
  fileprivate init(of attempt: Attempt) {
    self.init()
    add(attempt, MeasureSettings())
  }

  /// Some runs together.
  public init(of runs: [RunTimeline]) {
    self.init()
    for run in runs { merge(run.tally) }
  }
}

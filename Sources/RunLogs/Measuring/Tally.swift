/// What some runs come to.
///
/// All of it adds up exactly, so that no order of lines and no number of cores changes any of it.
public struct Tally: Sendable {
  public private(set) var attempts = 0
  /// Runs by how they ended; those of which nothing is told are in none.
  public private(set) var outcomes: [Outcome: Int] = [:]
  /// Escalated and failed runs by why; what no rule explains is unexplained.
  public private(set) var reasons: [FailureReason: Int] = [:]
  public private(set) var usage = TokenUsage.zero
  /// Of the tokens, those of successful runs.
  public private(set) var usageOfSuccess = TokenUsage.zero
  /// The kinds of tokens that some log tells.
  public internal(set) var toldTokens: ToldTokens = []
  public private(set) var calls = 0
  /// What the log says that its runs cost, over those that it says it of.
  public private(set) var recorded = Cost()
  /// What the price list says, over the runs whose every call has a price.
  public private(set) var computed = Cost()
  /// The same on each of the other models that were asked about.
  public private(set) var repriced: [Cost] = []
  /// Calls by the model of the price list that they were priced by.
  public private(set) var priced: [String: Int] = [:]
  /// Calls of models without a price, by model.
  public private(set) var unpriced: [String: Int] = [:]
  public private(set) var unrecordedCalls = 0
  public private(set) var uncountedCalls = 0
  public private(set) var toolCalls = 0
  public private(set) var toolErrors = 0
  public private(set) var tools: [String: ToolTally] = [:]
  /// In nanoseconds, over the runs whose time is told.
  public private(set) var runtime = 0
  public private(set) var timedRuns = 0
  /// How much of them is told, over the runs that have steps.
  public private(set) var chains = ChainTally()
  private(set) var logged = LoggedWork()
  /// Reasons of escalated and failed runs that are none that are known, and so unexplained.
  public private(set) var unknownReasons = UnknownReasons()
  /// Empty where it was not asked for.
  public private(set) var spread = Spread()
  private var starts = RunPeriod()
  /// Tasks that runs were at, where they are put together, by their fingerprints: how the best run ended.
  private(set) var tasks: [UInt64: Outcome?] = [:]
  /// Tasks that people are known to have worked on: how the best run at each ended, and why.
  private(set) var handled: [UInt64: Ending] = [:]
  /// Escalated runs by why.
  public private(set) var escalations: [FailureReason: Int] = [:]
  /// Tasks of a result of a query, by how the best run ended; which they are is not told.
  private(set) var toldTasks: [Outcome?: Int] = [:]
  private(set) var taskResults = 0

  /// How a run ended, and why not well.
  struct Ending: Sendable {
    let outcome: Outcome?
    let reason: FailureReason?
  }

  init() {}

  mutating func add(_ attempt: Attempt, _ settings: MeasureSettings) {
    let outcome = attempt.outcome
    addRuns(1, outcome, attempt.reason, usage: attempt.usage)
    toldTokens.formUnion(attempt.toldTokens)
    calls += attempt.calls
    if let amount = attempt.recorded { recorded.add(amount, runs: 1, outcome) }
    if let amount = attempt.computedWhole { computed.add(amount, runs: 1, outcome) }
    if settings.wantsSpread { spread.add(attempt) }
    if !attempt.repriced.isEmpty { repriced.add(attempt) }
    if !attempt.priced.isEmpty { priced.merge(attempt.priced, uniquingKeysWith: +) }
    if !attempt.unpriced.isEmpty { unpriced.merge(attempt.unpriced, uniquingKeysWith: +) }
    unrecordedCalls += attempt.unrecordedCalls
    uncountedCalls += attempt.uncountedCalls
    toolCalls += attempt.toolCalls
    toolErrors += attempt.toolErrors
    for call in attempt.tools { tools[call.name, default: ToolTally()].add(call) }
    if let chain = attempt.chain { chains.add(chain) }
    if let time = attempt.runtime {
      runtime &+= Int(time)
      timedRuns += 1
    }
    if let start = attempt.start { starts.add(start) }
    if let word = attempt.unknownReason, outcome == .escalated || outcome == .failed {
      unknownReasons.add(word)
    }
    if settings.joinsTasks, let task = attempt.task { tasks.join(outcome, of: task) }
    let known = settings.people?.task(of: attempt)
    if let known { join(Ending(outcome: outcome, reason: attempt.reason), of: known) }
    if let minutes = attempt.humanMinutes {
      let isInDesk = known.flatMap { settings.people?.isHandled($0) } ?? false
      logged.add(minutes, outcome, inHelpDesk: isInDesk ? known : nil)
    }
  }

  /// Adds rows that ended alike.
  mutating func add(_ sums: RowSums, _ outcome: Outcome?) {
    guard sums.rows > 0 else { return }
    addRuns(sums.rows, outcome, nil, usage: sums.usage)
    calls += sums.counts[6]
    recorded.add(Amount(units: sums.cost * 1000), runs: sums.costRows, outcome)
    unrecordedCalls += sums.unrecordedCalls
    toolCalls += sums.counts[7]
    toolErrors += sums.counts[8]
    runtime &+= sums.runtime
    timedRuns += sums.timedRows
  }

  private mutating func addRuns(
    _ runs: Int, _ outcome: Outcome?, _ reason: FailureReason?, usage own: TokenUsage
  ) {
    attempts += runs
    usage += own
    guard let outcome else { return }
    outcomes[outcome, default: 0] += runs
    if outcome == .success {
      usageOfSuccess += own
    } else {
      reasons[reason ?? .unexplained, default: 0] += runs
      if outcome == .escalated { escalations[reason ?? .unexplained, default: 0] += runs }
    }
  }

  mutating func merge(_ other: Tally) {
    attempts += other.attempts
    outcomes.merge(other.outcomes, uniquingKeysWith: +)
    reasons.merge(other.reasons, uniquingKeysWith: +)
    escalations.merge(other.escalations, uniquingKeysWith: +)
    usage += other.usage
    usageOfSuccess += other.usageOfSuccess
    toldTokens.formUnion(other.toldTokens)
    calls += other.calls
    recorded.merge(other.recorded)
    computed.merge(other.computed)
    repriced.merge(other.repriced)
    priced.merge(other.priced, uniquingKeysWith: +)
    unpriced.merge(other.unpriced, uniquingKeysWith: +)
    unrecordedCalls += other.unrecordedCalls
    uncountedCalls += other.uncountedCalls
    toolCalls += other.toolCalls
    toolErrors += other.toolErrors
    for (name, tool) in other.tools { tools[name, default: ToolTally()].merge(tool) }
    runtime &+= other.runtime
    timedRuns += other.timedRuns
    starts.merge(other.starts)
    spread.merge(other.spread)
    chains.merge(other.chains)
    logged.merge(other.logged)
    unknownReasons.merge(other.unknownReasons)
    for (task, outcome) in other.tasks { tasks.join(outcome, of: task) }
    toldTasks.merge(other.toldTasks, uniquingKeysWith: +)
    taskResults += other.taskResults
    for (task, ending) in other.handled { join(ending, of: task) }
  }

  /// The days on which the first and the last run began: `2026-10-01`; nil where no time is told.
  public var period: (first: String, last: String)? { starts.days }

  /// Of the runs at a task the best one counts, and of those the first reason in the order of reasons.
  private mutating func join(_ ending: Ending, of task: UInt64) {
    guard let known = handled[task] else {
      handled[task] = ending
      return
    }
    let best = betterOutcome(known.outcome, ending.outcome)
    let reasons = [known, ending].filter { $0.outcome == best }.compactMap(\.reason)
    let first = FailureReason.allCases.first(where: reasons.contains)
    handled[task] = Ending(outcome: best, reason: first)
  }

  /// Adds what a row of a result says of runs, of tasks or of a tool.
  mutating func add(_ row: ResultRow) {
    switch row.kind {
    case .run:
      addRuns(row[.howMany], row.outcome, row.reason, usage: row.usage)
      toldTokens = .all
      calls += row[.calls]
      recorded.add(row.cost, runs: row[.recordedRuns], row.outcome)
      unrecordedCalls += row[.unrecordedCalls]
      uncountedCalls += row[.uncountedCalls]
      toolCalls += row[.toolCalls]
      toolErrors += row[.toolErrors]
      runtime &+= row[.time]
      timedRuns += row[.timed]
    case .task: toldTasks[row.outcome, default: 0] += row[.howMany]
    case .tool: tools[row.item, default: ToolTally()].add(row)
    case .read: return
    }
  }

  /// Says that its tasks are those of one result.
  mutating func endResult() { taskResults = toldTasks.isEmpty ? 0 : 1 }
}

/// What people worked on tasks, by exports of a help desk and of approvals.
///
/// Rows say which task, and how long: minutes, seconds, or a beginning and an end. Several rows of one task add
/// up. A task is known by the same word as in the log of runs: a conversation, a ticket, or a trace.
public struct HumanWork: Sendable {
  /// What people were there for.
  public enum Kind: String, Sendable, CaseIterable {
    /// They took a task over.
    case handling
    /// They allowed what the agent was about to do.
    case approval

    /// The flag that names such a file, and what `--map` has before its columns.
    var export: String { self == .handling ? "helpdesk" : "approvals" }
  }

  /// One stretch of work on a task.
  struct Piece: Sendable {
    let kind: Kind
    let nanoseconds: Int64
    let reason: FailureReason?
  }

  private(set) var pieces: [UInt64: [Piece]] = [:]
  /// Tasks by the number that their name is, where it is one: traces are known by theirs.
  private var byNumber: [UInt64: UInt64] = [:]
  public private(set) var files: [RunMeasurement.File] = []
  /// The files of which work on tasks that people took over is.
  public private(set) var deskFiles: [RunMeasurement.File] = []
  public private(set) var unread = UnreadLines()
  /// Rows that do not say which task, or how long.
  public private(set) var emptyRows = 0
  /// Reasons of rows that are none that are known: that of the run counts in their place.
  public private(set) var unknownReasons = UnknownReasons()

  public init() {}

  /// Takes in the rows of an export.
  mutating func add(_ rows: [Attempt], _ kind: Kind) {
    for row in rows {
      let time = row.humanMinutes.map { ($0 * 60).nanoseconds } ?? row.runtime
      guard let task = row.task, let time else {
        emptyRows += 1
        continue
      }
      if let word = row.unknownReason { unknownReasons.add(word) }
      pieces[task, default: []].append(
        Piece(kind: kind, nanoseconds: max(0, time), reason: row.reason))
      if let number = row.trace { byNumber[number] = task }
    }
  }

  mutating func add(_ read: [RunMeasurement.File], _ lines: UnreadLines, _ kind: Kind) {
    files += read
    if kind == .handling { deskFiles += read }
    unread = unread.adding(lines)
  }

  /// The task of a run, as the exports know it; nil where they do not.
  func task(of attempt: Attempt) -> UInt64? {
    for name in [attempt.task, attempt.trace] {
      guard let name else { continue }
      if pieces[name] != nil { return name }
      if let task = byNumber[name] { return task }
    }
    return nil
  }

  /// Whether people took a task over, by its fingerprint, and it is told how long that took.
  func isHandled(_ task: UInt64) -> Bool {
    (pieces[task] ?? []).contains { $0.kind == .handling }
  }

  /// How many tasks people worked on so.
  public func taskCount(_ kind: Kind) -> Int {
    pieces.values.count { $0.contains { $0.kind == kind } }
  }
}

/// How long people worked on some tasks.
public struct WorkTally: Sendable {
  public private(set) var tasks = 0
  public private(set) var nanoseconds = 0
  private var times: [Int64] = []

  init() {}

  mutating func add(_ time: Int64) {
    tasks += 1
    nanoseconds &+= Int(time)
    times.append(time)
  }

  /// Minutes a task, in the mean; nil where there is none.
  public var minutesPerTask: Double? {
    tasks > 0 ? Double(nanoseconds) / Double(tasks) / 60e9 : nil
  }

  /// Where that mean lies with 95 % confidence; nil where fewer than two tasks say nothing of it.
  public var interval: ClosedRange<Double>? {
    var sums = RatioSums()
    // In milliseconds, whose squares add up for any number of tasks.
    for time in times { sums.add(Int128(time / 1_000_000)) }
    return sums.interval.map { $0.lowerBound / 60e3...$0.upperBound / 60e3 }
  }

  /// The minutes that a share of the tasks takes at most; nil where there is none.
  public func minutes(at share: Double) -> Double? {
    nearestRank(share, of: times).map { Double($0) / 60e9 }
  }
}

extension RunMeasurement {
  /// What people worked on the tasks of some runs, by how those ended and why.
  ///
  /// A reason that the export states counts before that of the run.
  public func work(
    _ kind: HumanWork.Kind, on tally: Tally
  ) -> [(outcome: Outcome?, reason: FailureReason?, work: WorkTally)] {
    guard let people = settings.people else { return [] }
    struct Ending: Hashable {
      let outcome: Outcome?
      let reason: FailureReason?
    }
    var tallies: [Ending: WorkTally] = [:]
    // In the order of their numbers, so that nothing depends on how a dictionary is laid out.
    for (task, run) in tally.handled.sorted(by: { $0.key < $1.key }) {
      let own = (people.pieces[task] ?? []).filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      let stated = own.lazy.compactMap(\.reason).first
      let reason = run.outcome == .success ? nil : stated ?? run.reason ?? .unexplained
      tallies[Ending(outcome: run.outcome, reason: reason), default: WorkTally()]
        .add(own.reduce(0) { $0 &+ $1.nanoseconds })
    }
    let outcomes: [Outcome?] = Outcome.allCases + [nil]
    let reasons: [FailureReason?] = FailureReason.allCases + [nil]
    return outcomes.flatMap { outcome in
      reasons.compactMap { reason in
        tallies[Ending(outcome: outcome, reason: reason)].map { (outcome, reason, $0) }
      }
    }
  }

  /// Tasks that people worked on, and that no run is at.
  public var strangeTasks: Int {
    (settings.people?.pieces.keys.count { total.handled[$0] == nil }) ?? 0
  }
}

/// How long people worked on some runs, as the log of those states it.
///
/// Where a help desk tells minutes of the same task, those count and the log's do not: it is the same work.
struct LoggedWork: Sendable {
  private(set) var minutes = Amount.zero
  /// Runs that people worked on; one with no minute at all is none of them.
  private(set) var runs = 0
  /// Of those, the ones whose tasks people took over, since the agent had not solved them.
  private(set) var takenOverRuns = 0
  /// Tasks of which a help desk tells minutes as well, by their fingerprints.
  private(set) var tasksToldTwice: Set<UInt64> = []

  /// Takes in a run.
  ///
  /// - Parameter task: the task of it, where a help desk tells how long people worked on that.
  mutating func add(_ own: Amount, _ outcome: Outcome?, inHelpDesk task: UInt64?) {
    guard own > .zero else { return }
    if let task {
      tasksToldTwice.insert(task)
      return
    }
    minutes += own
    runs += 1
    if outcome == .escalated || outcome == .failed { takenOverRuns += 1 }
  }

  mutating func merge(_ other: LoggedWork) {
    minutes += other.minutes
    runs += other.runs
    takenOverRuns += other.takenOverRuns
    tasksToldTwice.formUnion(other.tasksToldTwice)
  }
}

extension Tally {
  /// Minutes that people worked, as the log alone tells them.
  public var humanMinutes: Amount { logged.minutes }
  /// Runs that those are of.
  public var handledRuns: Int { logged.runs }
  /// Of those, the runs whose tasks people took over.
  public var takenOverRuns: Int { logged.takenOverRuns }
  /// How many tasks have minutes in the log that do not count, since a help desk tells them as well.
  public var tasksToldTwice: Int { logged.tasksToldTwice.count }
}

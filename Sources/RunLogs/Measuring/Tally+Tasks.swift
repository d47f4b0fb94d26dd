extension Tally {
  /// How many tasks runs were at; 0 where they are not put together, or cannot be.
  public var taskCount: Int { tasksAreApart ? 0 : tasks.count + toldTasks.values.reduce(0, +) }

  /// How many tasks some run ended so, and none better.
  public func taskCount(_ outcome: Outcome) -> Int {
    tasksAreApart ? 0 : tasks.values.count { $0 == outcome } + (toldTasks[outcome] ?? 0)
  }

  /// Whether a task may be in more than one result, so that they cannot be counted.
  public var tasksAreApart: Bool { taskResults + (tasks.isEmpty ? 0 : 1) > 1 && taskResults > 0 }
}

extension [UInt64: Outcome?] {
  mutating func join(_ outcome: Outcome?, of task: UInt64) {
    self[task] = .some(self[task].map { betterOutcome($0, outcome) } ?? outcome)
  }
}

/// Of the runs at a task the best one counts: a success before an escalation, that before a failure.
func betterOutcome(_ one: Outcome?, _ other: Outcome?) -> Outcome? {
  let order: [Outcome?] = [.success, .escalated, .failed, nil]
  return order.first { $0 == one || $0 == other } ?? nil
}

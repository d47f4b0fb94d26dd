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

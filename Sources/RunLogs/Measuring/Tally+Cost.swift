extension Tally {
  /// An amount of money, and how much of it runs took that did not succeed.
  public struct Cost: Sendable, Hashable {
    public var total = Amount.zero
    public var ofFailures = Amount.zero
    /// How many runs it is of, and how many of them succeeded.
    public var runs = 0
    public var successes = 0

    mutating func add(_ amount: Amount, runs count: Int, _ outcome: Outcome?) {
      total += amount
      runs += count
      if outcome == .success { successes += count } else { ofFailures += amount }
    }

    mutating func merge(_ other: Cost) {
      total += other.total
      ofFailures += other.ofFailures
      runs += other.runs
      successes += other.successes
    }
  }
}

extension [Tally.Cost] {
  /// Adds what a run would have cost on each of some models, where every call of it is priced there.
  mutating func add(_ attempt: Attempt) {
    if isEmpty { self = attempt.repriced.map { _ in Tally.Cost() } }
    guard attempt.uncountedCalls == 0 else { return }
    for (place, amount) in attempt.repriced.enumerated() {
      if let amount { self[place].add(amount, runs: 1, attempt.outcome) }
    }
  }

  /// Adds costs on the same models.
  mutating func merge(_ other: [Tally.Cost]) {
    while count < other.count { append(Tally.Cost()) }
    for (place, cost) in other.enumerated() { self[place].merge(cost) }
  }
}

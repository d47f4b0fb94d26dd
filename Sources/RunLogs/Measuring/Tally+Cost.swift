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

/// When the first and the last of some runs began.
struct RunPeriod: Sendable {
  /// In nanoseconds since 1970; nil where no time is told.
  private var starts: ClosedRange<Int64>?

  init() {}

  mutating func add(_ start: Int64) { widen(start...start) }

  mutating func merge(_ other: RunPeriod) {
    if let starts = other.starts { widen(starts) }
  }

  private mutating func widen(_ range: ClosedRange<Int64>) {
    let own = starts ?? range
    starts = min(own.lowerBound, range.lowerBound)...max(own.upperBound, range.upperBound)
  }

  /// The days on which the first and the last run began: `2026-10-01`.
  var days: (first: String, last: String)? {
    starts.map { (Timestamp.day($0.lowerBound), Timestamp.day($0.upperBound)) }
  }
}

extension Tally {
  /// When runs began, in a sentence: `of 2026-10-01`, `from 2026-10-01 to 2026-10-31`; nil where no time is told.
  public var periodWords: String? {
    period.map { $0.first == $0.last ? "of \($0.first)" : "from \($0.first) to \($0.last)" }
  }
}

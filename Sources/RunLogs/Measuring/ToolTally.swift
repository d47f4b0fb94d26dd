/// Calls of one tool.
public struct ToolTally: Sendable {
  public private(set) var calls = 0
  public private(set) var errors = 0
  public private(set) var timeouts = 0
  /// How long each took whose time is told, in nanoseconds.
  private var times: [Int64] = []

  init() {}

  mutating func add(_ call: Attempt.ToolCall) {
    calls += 1
    if call.isError { errors += 1 }
    if call.isTimeout { timeouts += 1 }
    if let time = call.nanoseconds { times.append(time) }
  }

  mutating func merge(_ other: ToolTally) {
    calls += other.calls
    errors += other.errors
    timeouts += other.timeouts
    times += other.times
  }

  /// The seconds that a share of the calls takes at most; nil where no time is told.
  ///
  /// The least time that at least this share does not exceed.
  public func seconds(at share: Double) -> Double? {
    nearestRank(share, of: times).map { Double($0) / 1e9 }
  }

  /// Where that time lies with 95 % confidence, as far as the calls reach.
  ///
  /// - Source: Conover, "Practical Nonparametric Statistics", 3rd edition, 1999, section 3.2: ranks of the
  ///   binomial distribution, by its normal approximation.
  public func interval(at share: Double) -> ClosedRange<Double>? {
    guard times.count > 1 else { return nil }
    let half = 1.959963984540054 * (share * (1 - share) / Double(times.count)).squareRoot()
    guard let low = seconds(at: max(0, share - half)), let high = seconds(at: min(1, share + half))
    else { return nil }
    return low...high
  }
}

/// The least of some values that at least a share of them does not exceed; nil where there are none.
func nearestRank(_ share: Double, of values: [Int64]) -> Int64? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let place = Int((share * Double(sorted.count)).rounded(.up)) - 1
  return sorted[min(max(place, 0), sorted.count - 1)]
}

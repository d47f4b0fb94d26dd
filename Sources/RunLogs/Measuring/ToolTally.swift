/// Calls of one tool.
public struct ToolTally: Sendable {
  public private(set) var calls = 0
  public private(set) var errors = 0
  public private(set) var timeouts = 0
  /// How long each took whose time is told, in nanoseconds.
  private var times: [Int64] = []
  /// What results of queries say of calls whose times are not there.
  private var told: [ToldTimes] = []

  /// The times, in nanoseconds, that half and 95 of 100 calls do not exceed.
  private struct ToldTimes {
    let half: Int
    let most: Int
  }

  init() {}

  mutating func add(_ call: Attempt.ToolCall) {
    calls += 1
    if call.isError { errors += 1 }
    if call.isTimeout { timeouts += 1 }
    if let time = call.nanoseconds { times.append(time) }
  }

  /// Adds what a row of a result says of the tool.
  mutating func add(_ row: ResultRow) {
    calls += row[.toolCalls]
    errors += row[.toolErrors]
    timeouts += row[.toolTimeouts]
    if row[.timed] > 0 { told.append(ToldTimes(half: row[.p50], most: row[.p95])) }
  }

  mutating func merge(_ other: ToolTally) {
    calls += other.calls
    errors += other.errors
    timeouts += other.timeouts
    times += other.times
    told += other.told
  }

  /// Whether its times stand in several results: percentiles of them cannot be put together.
  public var timesAreApart: Bool { told.count + (times.isEmpty ? 0 : 1) > 1 && !told.isEmpty }

  /// The seconds that a share of the calls takes at most; nil where no time is told, or not for this share.
  ///
  /// The least time that at least this share does not exceed.
  public func seconds(at share: Double) -> Double? {
    if timesAreApart { return nil }
    if let told = told.first {
      return share == 0.5 ? Double(told.half) / 1e9 : share == 0.95 ? Double(told.most) / 1e9 : nil
    }
    return nearestRank(share, of: times).map { Double($0) / 1e9 }
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

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
}

/// The least of some values that at least a share of them does not exceed; nil where there are none.
func nearestRank(_ share: Double, of values: [Int64]) -> Int64? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let place = Int((share * Double(sorted.count)).rounded(.up)) - 1
  return sorted[min(max(place, 0), sorted.count - 1)]
}

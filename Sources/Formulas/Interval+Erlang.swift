// Bounds of the queue formulas at the corners of a box: both rise with the load and fall with the
// agents and the wait; the share that leaves rises with the rate of leaving, and the share of those
// answered late falls with it.
extension Interval {
  /// How far rounding may carry a share of late answers, as a part of it.
  private static let rounding = 1e-9

  /// Bounds on the least number of agents.
  static func erlangAgents(
    _ load: Interval, level: Interval, wait: Interval, leaving: Interval
  ) -> Interval {
    guard let queue = Corners(load, wait, leaving) else { return .nothing }
    guard level.low < 1 else { return .nothing }
    let least = Erlang.agents(
      load: queue.leastLoad, level: level.low, wait: wait.high, leaving: queue.leastLeaving,
      staying: leaving.high, slack: 1 + rounding)
    let most = Erlang.agents(
      load: queue.mostLoad, level: level.high, wait: queue.leastWait, leaving: leaving.high,
      staying: queue.leastLeaving, slack: 1 - rounding)
    return Interval(
      least.isNaN ? 0 : least, level.high < 1 && !most.isNaN ? most : .infinity,
      canBeUndefined: queue.canBeUndefined || level.high >= 1 || least.isNaN || most.isNaN)
  }

  /// Bounds on the share that is not answered in time.
  static func erlangLate(
    _ load: Interval, agents: Interval, wait: Interval, leaving: Interval
  ) -> Interval {
    guard let queue = Corners(load, wait, leaving), agents.high >= 0 else { return .nothing }
    let least = Erlang.late(
      load: queue.leastLoad, agents: agents.high, wait: wait.high, leaving: queue.leastLeaving,
      staying: leaving.high)
    let most = Erlang.late(
      load: queue.mostLoad, agents: Swift.max(0, agents.low), wait: queue.leastWait,
      leaving: leaving.high, staying: queue.leastLeaving)
    return Interval(
      least.isNaN ? 0 : least * (1 - rounding),
      most.isNaN ? 1 : Swift.min(1, most * (1 + rounding)),
      canBeUndefined: queue.canBeUndefined || agents.low < 0 || least.isNaN || most.isNaN)
  }
}

/// The part of a box in which a queue can be worked out.
private struct Corners {
  let leastLoad: Double
  let mostLoad: Double
  let leastWait: Double
  let leastLeaving: Double
  /// Whether the box goes beyond it.
  let canBeUndefined: Bool

  init?(_ load: Interval, _ wait: Interval, _ leaving: Interval) {
    guard load.high >= 0, load.low <= Erlang.largestLoad, wait.high >= 0, leaving.high >= 0 else {
      return nil
    }
    leastLoad = max(0, load.low)
    mostLoad = min(load.high, Erlang.largestLoad)
    leastWait = max(0, wait.low)
    leastLeaving = max(0, leaving.low)
    canBeUndefined =
      load.low < 0 || load.high > Erlang.largestLoad || wait.low < 0 || leaving.low < 0
  }
}

import Formulas

extension ModelBuilder {
  /// The people who answer escalations at the busiest hour, held over all open hours.
  ///
  ///                 hours on escalated tasks
  ///     load A = ------------------------------ × peak factor
  ///                        open hours
  ///
  ///                         agents × open hours
  ///     paid hours = ----------------------------
  ///                          1 − shrinkage
  ///
  /// The peak is paid at every open hour, which is pessimistic where people can be sent home. Where
  /// callers leave, agents may be fewer than the work needs; it is done all the same, so that the hours
  /// paid are those of the work at the least.
  ///
  /// - Parameters:
  ///   - hours: people's hours on escalated tasks a month.
  ///   - perTask: the same for each submitted task.
  /// - Returns: the paid hours beyond those spent on tasks.
  mutating func reviewQueue(
    _ queue: HumanReview.Queue, hours: Formula, perTask: Formula, escalationRate: Formula
  ) -> Formula {
    let openHours = self(queue.openHours)
    let handleTime = define(
      "humanReview.queue.handleTime", "mean time on an escalated task", .minute / .task,
      perTask / escalationRate)
    let load = define(
      "humanReview.queue.load", "escalated tasks in work at the busiest hour, in erlangs", .one,
      hours / openHours * self(scenario.volume.peakFactor))
    let patience = queue.patience.map { self($0) }
    let line = WaitingLine(
      load: load, wait: (self(queue.within) / handleTime).expressed(in: .one),
      leaving: patience.map { (handleTime / $0).expressed(in: .one) } ?? 0)
    let agents = define(
      "humanReview.queue.agents", "people on the queue at the busiest hour", .fullTimeEquivalent,
      .select(
        load.isAtMost(0), then: 0,
        otherwise: .erlangAgents(
          load: load, level: self(queue.serviceLevel), wait: line.wait, leaving: line.leaving)
      ).counted(in: .fullTimeEquivalent))
    let present = 1 - self(queue.shrinkage)
    _ = define(
      "humanReview.queue.staff", "people to be paid so that so many are there",
      .fullTimeEquivalent, agents / present)
    // So it is by the choice of the agents; said once more, it bounds the level where both move.
    let late = line.late(agents.number(of: .fullTimeEquivalent), wait: line.wait)
    _ = define(
      "humanReview.queue.serviceLevel", "part of escalated tasks that is answered in time", .share,
      .max(self(queue.serviceLevel), 1 - late))
    figures(line, agents.number(of: .fullTimeEquivalent), handleTime, patience)

    let held = agents.number(of: .fullTimeEquivalent) * openHours
    let kept = patience == nil ? held : Formula.max(held, hours)
    let paid = define(
      "humanReview.queue.paidHours", "hours paid to keep the queue staffed", .hour / .month,
      kept / present)
    return paid - hours
  }

  /// What those who escalate meet at the busiest hour.
  private mutating func figures(
    _ line: WaitingLine, _ agents: Formula, _ handleTime: Formula, _ patience: Formula?
  ) {
    let stem = "humanReview.queue"
    let waiting = define(
      "\(stem).waiting", "part of escalated tasks that wait at all", .share,
      line.late(agents, wait: 0))
    var left: Formula?
    if patience != nil {
      left = define(
        "\(stem).abandonment", "part of escalated tasks whose callers leave before an answer",
        .share, line.late(agents, wait: .constant(WaitingLine.endless)))
    }
    _ = define(
      "\(stem).meanWait", "mean wait for an answer, or until leaving", .second / .task,
      patience.flatMap { patience in left.map { $0 * patience } }
        ?? waiting * handleTime / (agents - line.load))
    _ = define(
      "\(stem).occupancy", "part of the busiest hour that people on the queue are busy", .share,
      line.load * (left.map { 1 - $0 } ?? 1) / agents)
  }
}

/// What a queue is, but for its agents; times are multiples of the handle time.
private struct WaitingLine {
  /// So long that nobody waits longer.
  static let endless = 1e9

  let load: Formula
  let wait: Formula
  let leaving: Formula

  func late(_ agents: Formula, wait: Formula) -> Formula {
    .erlangLate(load: load, agents: agents, wait: wait, leaving: leaving)
  }
}

import Formulas

extension ModelBuilder {
  /// The cost of people: paid hours = tasks / occupancy × (share × time), a line for each kind of work.
  ///
  /// With whole-FTE staffing, people are employed in whole numbers, and what they are paid beyond
  /// the hours needed is a line of its own; so it is with a queue, whose people are there for a service
  /// level and not for an occupancy.
  mutating func humanReview(tasks: Formula, _ outcomes: OutcomeFigures) -> [Formula] {
    let review = scenario.humanReview
    let looksLikeSuccess = outcomes.tsr + outcomes.failedRate
    let detected = outcomes.failedRate * self(scenario.outcomes.wrongDetected)

    let queue = review.staffing.hasQueue ? review.queue : nil
    let escalations = outcomes.escalationByReason.compactMap { reason, share in
      let time = review.handleTime[reason].map { hours(share * self($0)) }
      return (time ?? unstated(share, Wording.noHandleTime(reason), when: canEscalate(reason)))
        .map { (reason: reason, perTask: $0) }
    }
    var work: [(name: [String], title: String, perTask: Formula)] = escalations.map {
      (["escalation", $0.reason.rawValue], "escalations: \($0.reason.words)", $0.perTask)
    }
    func total(_ name: String, _ title: String, _ perTask: Formula) -> Formula {
      define("humanHours.\(name)", "hours on \(title)", .hour / .month, tasks * perTask)
    }
    let perTask = Formula.sum(escalations.map(\.perTask), unit: .hour / .task)
    var groups = [total("escalations", "escalated tasks", perTask)]
    func group(_ name: String, _ title: String, _ share: Formula, _ time: Input?) {
      let stated = time.map { hours(share * self($0)) }
      guard let perTask = stated ?? unstated(share, Wording.noRework, when: true) else { return }
      groups.append(total(name, title, perTask))
      work.append(([name], title, perTask))
    }
    if let sampling = review.sampling {
      group(
        "sampling", "samples of what looks like success", looksLikeSuccess * self(sampling.share),
        sampling.time)
    }
    if let approvals = review.approvals {
      group("approvals", "approvals of risky actions", self(approvals.share), approvals.time)
    }
    group("rework", "rework of detected wrong results", detected, review.rework)

    let rate = self(review.rate)
    let occupancy = self(review.occupancy)
    let paid = tasks / occupancy
    var lines = work.map { name, title, perTask in
      let isQueued = queue != nil && name[0] == "escalation"
      return line(
        .humanReview, name, title,
        quantity: (isQueued ? tasks : paid) * perTask, price: rate)
    }
    if let queue {
      let idle = reviewQueue(
        queue, hours: groups[0], perTask: perTask, escalationRate: outcomes.escalationRate)
      lines.append(
        line(
          .humanReview, ["queue"], "paid hours beyond need, to answer in time", quantity: idle,
          price: rate))
    }
    if review.staffing == .wholeFTE, let hoursPerFTE = review.hoursPerFTE {
      let paid = Formula.sum(groups, unit: .hour / .month) / occupancy
      let perPerson = self(hoursPerFTE)
      let staff = define(
        "humanReview.staff", "people employed for it", .fullTimeEquivalent,
        Formula.ceil(paid / perPerson))
      lines.append(
        line(
          .humanReview, ["idle"], "paid hours beyond need, in whole FTE",
          quantity: staff * perPerson - paid, price: rate))
    }
    return lines
  }

  /// No hours as long as there is no such work, and no figure at all once there is: work whose time
  /// nobody states is not free, whatever a stress does to its share.
  private func unstated(_ share: Formula, _ reason: String, when isPossible: Bool) -> Formula? {
    guard isPossible else { return nil }
    let none = Formula.constant(0, unit: .hour / .task)
    return .select(
      share.isAtMost(.constant(0, unit: .share)), then: none,
      otherwise: .undefined(because: reason, unit: .hour / .task))
  }

  /// Whether tasks can escalate for a reason: tool outages need tools.
  private func canEscalate(_ reason: Reason) -> Bool {
    reason != .toolOutage || !scenario.tools.isEmpty
  }

  private func hours(_ formula: Formula) -> Formula { formula.expressed(in: .hour / .task) }
}

import Formulas

/// How tasks end, and how many attempts that takes.
struct OutcomeFigures {
  let attemptsPerTask: Formula
  /// Of submitted tasks.
  let escalationByReason: [(reason: Reason, share: Formula)]
  let escalationRate: Formula
  let failedRate: Formula
  let tsr: Formula
  /// Of submitted tasks.
  let completedShare: Formula
}

extension ModelBuilder {
  /// Attempts, outages and outcomes.
  ///
  ///     an attempt is lost with F = 1 − Π (1 − L)^⌊n⌋ (1 − (n − ⌊n⌋) L) over the tools
  ///     downtime D = 1 − Π (1 − min(1, n)(1 − availability))
  ///     attempts a task = D·A + (1 − D)(1 + F + … + F^(A − 1))
  ///     tool outage O = D + (1 − D) F^A
  ///     escalation = O + (1 − O) Σ e      failed = (1 − O) w      TSR = 1 − escalation − failed
  ///
  /// Where a stress carries Σ e above 1, the reasons are scaled to add to 1 and w to what is left.
  mutating func outcomes(_ tools: [ToolFigures]) -> OutcomeFigures {
    let outcomes = scenario.outcomes
    let (attempts, outage) = self.attempts(tools)
    let reachesAnEnd = 1 - outage

    let stated = Reason.stated.compactMap { reason in
      outcomes.escalation[reason].map { (reason: reason, rate: self($0)) }
    }
    let total = define(
      "statedEscalation", "stated escalation rates together, of tasks that run to an end", .share,
      .sum(stated.map(\.rate), unit: .share))
    let overflow = Formula.max(1, total)
    var byReason = stated.map { reason, rate in
      (
        reason: reason,
        share: define(
          "escalationByReason.\(reason)", "tasks escalated: \(reason.words)", .share,
          reachesAnEnd * (rate / overflow))
      )
    }
    byReason.append(
      (
        .toolOutage,
        define(
          "escalationByReason.toolOutage", "tasks escalated: tool outage", .share, outage)
      ))
    let escalation = define(
      "escalationRate", "tasks handed to a person", .share,
      .sum(byReason.map(\.share), unit: .share))
    let room = Formula.max(0, 1 - total)
    let failed = define(
      "failedRate", "tasks that end in a wrong result", .share,
      reachesAnEnd * Formula.min(self(outcomes.wrongResult), room))
    let tsr = define(
      "tsr", "task success rate: autonomous successes of submitted tasks", .share,
      1 - escalation - failed)
    let completed = define(
      "completedShare", "tasks completed, by the agent or then by a person", .share,
      .sum(
        [
          tsr, escalation * self(outcomes.humanCompletes),
          failed * self(outcomes.wrongDetected),
        ], unit: .share))
    return OutcomeFigures(
      attemptsPerTask: attempts, escalationByReason: byReason, escalationRate: escalation,
      failedRate: failed, tsr: tsr, completedShare: completed)
  }

  private mutating func attempts(
    _ tools: [ToolFigures]
  ) -> (perTask: Formula, outage: Formula) {
    let survives = tools.map { tool in
      let calls = tool.callsPerAttempt.number(of: .call / .attempt)
      let wholeCalls = Formula.floor(calls)
      return Formula.pow(1 - tool.lost, wholeCalls) * (1 - (calls - wholeCalls) * tool.lost)
    }
    let lost = define(
      "attemptLost", "attempts lost because a tool call failed for good", .share,
      1 - .product(survives))
    let up = tools.map { 1 - $0.need * (1 - $0.availability) }
    let downtime = define(
      "downtime", "tasks that come while a tool they need is down", .share, 1 - .product(up))

    let most = whole(scenario.outcomes.maxAttempts)
    let tries = series(ratio: lost, terms: most)
    let perTask = define(
      "attemptsPerTask", "attempts a task, repeats after lost ones included", .attempt / .task,
      (downtime * .constant(Double(most)) + (1 - downtime) * tries).counted(in: .attempt / .task))
    let outage = define(
      "toolOutage", "tasks that no attempt brings to an end", .share,
      downtime + (1 - downtime) * power(lost, most))
    return (perTask, outage)
  }
}

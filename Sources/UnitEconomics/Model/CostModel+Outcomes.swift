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
  /// Where tasks of a month are counted and not expected.
  var counted: TaskCounts?
}

/// How many tasks of one customer ended how, counted.
///
/// Tasks × (successes / tasks) need not be the successes to the last bit, and a package more or less
/// may hang on that bit.
struct TaskCounts {
  let completed: Formula
  let successes: Formula
  let escalations: Formula
}

extension OutcomeFigures {
  /// How many tasks of one customer end so.
  func completed(of tasks: Formula) -> Formula { counted?.completed ?? tasks * completedShare }
  func successes(of tasks: Formula) -> Formula { counted?.successes ?? tasks * tsr }
  func escalations(of tasks: Formula) -> Formula { counted?.escalations ?? tasks * escalationRate }
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
  /// What is 1 − O, and TSR, is computed as a product, (1 − D)(1 − F)(1 + F + … + F^(A − 1)) and
  /// (1 − O)(1 − Σ e − w): a difference of numbers near 1 would leave 10⁻¹⁷ where nothing is left,
  /// and a cost per success of 10¹⁷.
  mutating func outcomes(_ tools: [ToolFigures]) -> OutcomeFigures {
    let outcomes = scenario.outcomes
    let (attempts, outage, reachesAnEnd) = self.attempts(tools)

    let stated = Reason.stated.compactMap { reason in
      outcomes.escalation[reason].map { (reason: reason, rate: self($0)) }
    }
    let total = define(
      "statedEscalation", "stated escalation rates together, of tasks that run to an end", .share,
      .sum(stated.map(\.rate), unit: .share))
    let scale = reachesAnEnd / Formula.max(1, total)
    var byReason = stated.map { reason, rate in
      (
        reason: reason,
        share: define(
          "escalationByReason.\(reason)", "tasks escalated: \(reason.words)", .share,
          rate * scale)
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
    let wrong = Formula.min(self(outcomes.wrongResult), room)
    let failed = define(
      "failedRate", "tasks that end in a wrong result", .share, reachesAnEnd * wrong)
    let success = define(
      "statedSuccess", "what escalations and wrong results leave, of tasks that run to an end",
      .share, Formula.max(0, 1 - (total + wrong)))
    let tsr = define(
      "tsr", "task success rate: autonomous successes of submitted tasks", .share,
      reachesAnEnd * success)
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
  ) -> (perTask: Formula, outage: Formula, reachesAnEnd: Formula) {
    let survives = tools.map { tool in
      let calls = tool.callsPerAttempt.number(of: .call / .attempt)
      let wholeCalls = Formula.floor(calls)
      return Formula.pow(1 - tool.lost, wholeCalls) * (1 - (calls - wholeCalls) * tool.lost)
    }
    let kept = define(
      "attemptKept", "attempts in which every tool call comes to an end", .share,
      .product(survives))
    let lost = define(
      "attemptLost", "attempts lost because a tool call failed for good", .share, 1 - kept)
    let up = tools.map { 1 - $0.need * (1 - $0.availability) }
    let uptime = define(
      "uptime", "tasks that come while all tools they need are up", .share, .product(up))
    let downtime = define(
      "downtime", "tasks that come while a tool they need is down", .share, 1 - uptime)

    let most = whole(scenario.outcomes.maxAttempts)
    let tries = series(ratio: lost, terms: most)
    let perTask = define(
      "attemptsPerTask", "attempts a task, repeats after lost ones included", .attempt / .task,
      (downtime * .constant(Double(most)) + (1 - downtime) * tries).counted(in: .attempt / .task))
    let outage = define(
      "toolOutage", "tasks that no attempt brings to an end", .share,
      downtime + (1 - downtime) * power(lost, most))
    let reachesAnEnd = define(
      "reachesAnEnd", "tasks that an attempt brings to an end", .share, uptime * kept * tries)
    return (perTask, outage, reachesAnEnd)
  }
}

import Readiness

extension RunAudit {
  /// All that runs prove, once they are all there.
  ///
  /// - Parameters:
  ///   - total: the same runs added up.
  ///   - tasks: what the log of tasks says there was to do; nil where none was given.
  public func findings(_ total: Tally, _ tasks: TaskLog?) -> LogEvidence {
    var audit = self
    audit.judgeEffects()
    var evidence = audit.evidence
    let judged = total.outcomes.values.reduce(0, +)
    func share(_ cases: Int, _ all: Int) -> LogEvidence.Share { .init(cases: cases, all: all) }
    evidence.shares[.tsr] = share(total.outcomes[.success] ?? 0, judged)
    evidence.shares[.escalationRate] = share(total.outcomes[.escalated] ?? 0, judged)
    evidence.shares[.failedRate] = share(total.outcomes[.failed] ?? 0, judged)
    let bad = judged - (total.outcomes[.success] ?? 0)
    evidence.shares[.explained] = share(bad - (total.reasons[.unexplained] ?? 0), bad)
    let captured = total.chains.captured
    evidence.shares[.wholeChains] = share(
      total.chains.whole(where: captured), total.chains.runs)
    evidence.uncaptured = RunChain.Link.allCases.filter {
      total.chains.count(.notCaptured, $0, where: captured) > 0
    }
    evidence.runs = max(evidence.runs, total.attempts)
    if let tasks {
      let untraced = tasks.rows.filter { row in
        !seenTasks.contains(row.task) && !(row.trace.map(seenTasks.contains) ?? false)
      }
      evidence.shares[.traced] = share(tasks.rows.count - untraced.count, tasks.rows.count)
      evidence.exceptions[.traced] = untraced.prefix(LogEvidence.mostKept).map {
        LogEvidence.Incident(run: $0.name, at: $0.at, words: "no run is at this task")
      }
    }
    evidence.reconstruction = reconstruction(where: captured)
    return evidence
  }

  private func reconstruction(where captured: RunChain.Links) -> LogEvidence.Reconstruction? {
    guard let incident, let chain = incident.chain else { return nil }
    func isTold(_ chain: RunChain) -> Bool {
      RunChain.Link.allCases.allSatisfy { link in
        let state = chain.state(link, where: captured)
        return rules.needs.contains(link)
          ? state == .present || state == .notOwed : state != .missing
      }
    }
    let all = isOfIncidents ? incidents : [chain]
    return LogEvidence.Reconstruction(
      incidents: all.count, told: all.count(where: isTold), isOfIncidents: isOfIncidents,
      run: incident.trace ?? "", at: incident.began,
      isRunTold: isTold(chain))
  }
}

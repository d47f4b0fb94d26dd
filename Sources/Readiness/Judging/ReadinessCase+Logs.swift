import UnitEconomics

extension ReadinessCase {
  /// A share of what logs hold; where runs are a sample of those to come, its whole interval must be on the
  /// good side.
  func seen(_ kind: LogShare, _ limit: Decision.Limit) -> Found {
    guard let logs else { return Found(state: .unproven, reason: Wording.noLogs) }
    guard let share = logs.shares[kind] else {
      return Found(state: .unproven, reason: Wording.none(kind))
    }
    if kind == .wholeChains, share.all > 0, !logs.uncaptured.isEmpty {
      // Nothing of it is broken; but what no run tells is no part of a chain that is whole.
      return Found(
        state: .unproven, evidence: [.share(kind, share, nil, limit)],
        reason: Wording.uncaptured(logs.uncaptured))
    }
    if kind == .approved, share.all == 0, let risky = logs.shares[.decided], risky.all > 0 {
      return Found(
        state: .notApplicable,
        reason: Wording.noApprovalNeeded(of: risky.all, isSaid: risky.cases > 0))
    }
    guard share.all > 0 else {
      return Found(
        state: .unproven, evidence: [.share(kind, share, nil, limit)],
        reason: share.unjudged > 0
          ? Wording.unjudged(share.unjudged, kind)
          : kind.needsTools && block.tools.isEmpty ? Wording.noToolsStated : Wording.none(kind))
    }
    let value = Double(share.cases) / Double(share.all)
    let interval = kind.isSampled ? wilsonInterval(share.cases, of: share.all) : nil
    let evidence: [Evidence] = [.share(kind, share, interval, limit)]
    guard let interval else {
      if !limit.holds(value) { return Found(state: .notMet, evidence: evidence) }
      if share.unjudged > 0 {
        return Found(
          state: .unproven, evidence: evidence, reason: Wording.unjudged(share.unjudged, kind))
      }
      return Found(state: .met, evidence: evidence)
    }
    if limit.holds(interval.lowerBound), limit.holds(interval.upperBound) {
      return Found(state: .met, evidence: evidence)
    }
    if !limit.holds(interval.lowerBound), !limit.holds(interval.upperBound) {
      return Found(state: .notMet, evidence: evidence)
    }
    return Found(
      state: .unproven, evidence: evidence,
      reason: runsToSettle(value, limit, most: 100_000_000)
        .map { Wording.moreRuns($0, than: share.all) } ?? Wording.atTheLimit)
  }

  /// How many runs settle it, should the share stay as it is; nil where it is at the limit.
  private func runsToSettle(_ value: Double, _ limit: Decision.Limit, most: Int) -> Int? {
    func settles(_ runs: Int) -> Bool {
      let interval = wilsonInterval(Int((value * Double(runs)).rounded()), of: runs)
      return limit.holds(interval.lowerBound) == limit.holds(interval.upperBound)
    }
    guard settles(most) else { return nil }
    var (low, high) = (1, most)
    while high - low > 1 {
      let middle = (low + high) / 2
      if settles(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// Whether success and escalation are known well enough to be spoken of.
  func quantified(within: Double) -> Found {
    guard let logs else { return Found(state: .unproven, reason: Wording.noLogs) }
    var found = Found(state: .met)
    for kind in [LogShare.tsr, .escalationRate] {
      guard let share = logs.shares[kind], share.all > 0 else {
        return Found(state: .unproven, evidence: found.evidence, reason: Wording.none(kind))
      }
      let interval = wilsonInterval(share.cases, of: share.all)
      found.evidence.append(.share(kind, share, interval, nil))
      if interval.upperBound - interval.lowerBound > 2 * within {
        found.state = .unproven
        found.reason = Wording.tooWide
      }
    }
    return found
  }

  /// Runs that ended badly, of which the last one must be told, and enough of all.
  func reconstructed(_ limit: Decision.Limit) -> Found {
    guard let logs else { return Found(state: .unproven, reason: Wording.noLogs) }
    guard let reconstruction = logs.reconstruction, reconstruction.incidents > 0 else {
      return Found(state: .unproven, reason: Wording.noTraces)
    }
    let share = Double(reconstruction.told) / Double(reconstruction.incidents)
    let isMet = reconstruction.isRunTold && limit.holds(share)
    return Found(
      state: isMet ? .met : .notMet, evidence: [.reconstruction(reconstruction)],
      reason: isMet || logs.uncaptured.isEmpty ? nil : Wording.uncaptured(logs.uncaptured))
  }

  /// A proof that policy acts, and no call that went around it.
  func blocked(_ limit: Decision.Limit) -> Found {
    var evidence: [Evidence] = []
    let tests = block.results.last(.policy)
    if let tests { evidence.append(.suite(tests)) }
    var isAround = false
    if let logs {
      evidence.append(.acts(approved: logs.approvalCount, stopped: logs.stopCount))
      for kind in [LogShare.decided, .approved, .doneAnyway] {
        guard let share = logs.shares[kind], share.all > 0 else { continue }
        let cases = kind == .doneAnyway ? share.cases : share.all - share.cases
        evidence.append(.share(kind, share, nil, nil))
        if !limit.holds(Double(cases) / Double(share.all)) { isAround = true }
      }
    }
    if isAround { return Found(state: .notMet, evidence: evidence, reason: Wording.wentAround) }
    if let tests, tests.passed < tests.cases {
      return Found(state: .notMet, evidence: evidence, reason: Wording.policyTestsFail)
    }
    let hasProof =
      (logs.map { $0.approvalCount + $0.stopCount > 0 } ?? false) || (tests?.cases ?? 0) > 0
    return hasProof
      ? Found(state: .met, evidence: evidence)
      : Found(state: .unproven, evidence: evidence, reason: Wording.noProofOfPolicy)
  }

  /// Whether a release that was compared with the one before stays.
  func released() -> Found {
    guard !scenario.rollback.isEmpty else {
      return Found(state: .notMet, reason: Wording.noTriggers)
    }
    guard let triggers else { return Found(state: .unproven, reason: Wording.noRelease) }
    let evidence = triggers.map { Evidence.trigger($0) }
    if triggers.contains(where: \.fires) { return Found(state: .notMet, evidence: evidence) }
    return triggers.allSatisfy(\.isKnown)
      ? Found(state: .met, evidence: evidence)
      : Found(state: .unproven, evidence: evidence, reason: Wording.untoldTrigger)
  }
}

extension ReadinessCase {
  /// Whether a document is there and still counts.
  ///
  /// What was vouched for counts until the day it names itself, or as long as the checklist says, whichever
  /// is sooner.
  func attested(
    _ document: Document?, at path: String, validFor term: Term, plannedWithin planned: Term?
  ) -> Found {
    guard let document else {
      return Found(state: .unproven, reason: Wording.nothingAttested(path))
    }
    if let day = document.on {
      let until = [day.adding(term), document.until].compactMap { $0 }.min()
      let evidence: [Evidence] = [.document(document, until: until)]
      if day > on {
        return Found(state: .unproven, evidence: evidence, reason: Wording.notYet(day))
      }
      if let until, until < on {
        return Found(state: .unproven, evidence: evidence, reason: Wording.expired(until))
      }
      return Found(state: .met, evidence: evidence)
    }
    let evidence: [Evidence] = [.document(document, until: document.until)]
    guard let day = document.planned else {
      return Found(state: .unproven, evidence: evidence, reason: Wording.undated)
    }
    guard let planned else {
      return Found(state: .notMet, evidence: evidence, reason: Wording.onlyPlanned(day))
    }
    if day < on {
      return Found(state: .unproven, evidence: evidence, reason: Wording.planPassed(day))
    }
    let latest = launch.adding(planned)
    return day <= latest
      ? Found(state: .met, evidence: evidence, reason: Wording.plannedFor(latest))
      : Found(state: .notMet, evidence: evidence, reason: Wording.plannedLate(latest))
  }

  /// A figure of the results of evaluations.
  func evaluated(_ figure: SuiteFigure, _ limit: Decision.Limit) -> Found {
    switch figure {
    case .cases(let kind), .passed(let kind):
      guard let last = block.results.last(kind), last.cases > 0 else {
        return Found(state: .unproven, reason: Wording.noResults(kind))
      }
      let evidence: [Evidence] = [.suite(last)]
      var value = Double(last.cases)
      if case .passed = figure { value = Double(last.passed) / Double(last.cases) }
      return Found(state: limit.holds(value) ? .met : .notMet, evidence: evidence)
    case .regressions:
      guard block.results.isVersioned else {
        return Found(state: .unproven, reason: Wording.oneVersion)
      }
      let cases = block.results.regressions
      let evidence = SuiteKind.allCases.filter { $0 != .shadow }
        .compactMap(block.results.last).map { Evidence.suite($0) }
      return limit.holds(Double(cases.count))
        ? Found(state: .met, evidence: evidence)
        : Found(state: .notMet, evidence: evidence, reason: Wording.regressed(cases))
    }
  }

  /// Whether the last results are young enough.
  func evaluated(_ kind: SuiteKind, within term: Term) -> Found {
    guard let last = block.results.last(kind) else {
      return Found(state: .unproven, reason: Wording.noResults(kind))
    }
    let evidence: [Evidence] = [.suite(last)]
    if last.on > on {
      return Found(state: .unproven, evidence: evidence, reason: Wording.notYet(last.on))
    }
    let until = last.on.adding(term)
    return until >= on
      ? Found(state: .met, evidence: evidence)
      : Found(state: .unproven, evidence: evidence, reason: Wording.expired(until))
  }
}

extension Wording {
  static let noLogs = "no log was given"
  static let noTraces = "no trace was given: rows of a plain log have no steps"
  static let noMeasuredCase = "no log was given, so that nothing is measured"
  static let nothingMeasured = "the logs measure no input of the scenario"
  static let noRevenue = "nothing is sold"
  static let noChance = "no input is uncertain"
  static let tooFewDraws = "the limit lies within the interval: more draws tell"
  static let tooWide = "the interval is too wide: more runs tell"
  static let atTheLimit = "the share is at the limit, and no number of runs tells"
  static let wentAround = "risky calls went around policy"
  static let policyTestsFail = "tests of the policy fail"
  static let noProofOfPolicy =
    "no risky call was stopped or approved in the logs, and no policy test passed"
  static let noTriggers = "the scenario states no rollback"
  static let noRelease = "no release was compared: name the runs before it with --before"
  static let untoldTrigger = "the runs do not tell the figure of a trigger"
  static let undated = "it has no date: say on, or planned"
  static let oneVersion = "results of two versions are needed to see what got worse"
  static let noTools = "the scenario calls no tool"

  static func noApprovalNeeded(of calls: Int, isSaid: Bool) -> String {
    let risky = calls == 1 ? "1 risky call" : "\(calls) risky calls"
    return isSaid
      ? "policy asks for no approval of its \(risky)" : "policy says nothing of its \(risky)"
  }
  static func nothingAttested(_ path: String) -> String {
    "nothing is stated in readiness.evidence.\(path)"
  }
  static func uncaptured(_ links: [ChainLink]) -> String {
    let names = links.map(\.words)
    let list =
      names.count > 1
      ? "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])" : names[0]
    return "no run tells its \(list): switch the capture of contents on"
  }
  static func noFigure(_ path: String) -> String { "the model has no value of \(path)" }
  static func notStated(_ path: String) -> String { "the scenario does not state \(path)" }
  static func kpi(_ name: String, _ baseline: String, _ target: String) -> String {
    "\(name): \(baseline) today, \(target) wanted"
  }
  static func toolsWithout(_ key: String, _ names: [String]) -> String {
    "no \(key): \(names.joined(separator: ", "))"
  }
  static func expired(_ day: Day) -> String { "it counted until \(day.text)" }
  static func notYet(_ day: Day) -> String { "it is of \(day.text), which is still to come" }
  static func onlyPlanned(_ day: Day) -> String {
    "it is only planned, for \(day.text), and must be there"
  }
  static func planPassed(_ day: Day) -> String {
    "it was planned for \(day.text), and nothing says that it is there"
  }
  static func plannedFor(_ latest: Day) -> String {
    "in time: by \(latest.text) at the latest"
  }
  static func plannedLate(_ latest: Day) -> String {
    "too late: it must be there by \(latest.text)"
  }
  static func noResults(_ kind: SuiteKind) -> String {
    "no result of kind \(kind.rawValue) in readiness.evaluation"
  }
  static func regressed(_ cases: [String]) -> String {
    let shown = cases.prefix(5).joined(separator: ", ")
    return
      "passed before and fail now: \(shown)\(cases.count > 5 ? " and \(cases.count - 5) more" : "")"
  }
  static func moreRuns(_ runs: Int, than seen: Int) -> String {
    runs > seen
      ? "\(runs - seen) more runs tell, should the share stay"
      : "the limit lies within the interval"
  }

  /// Why a share of what logs hold is not known.
  static func none(_ kind: LogShare) -> String {
    switch kind {
    case .tsr, .escalationRate, .failedRate: "the logs do not tell how runs ended"
    case .throughAPI: "no call on a system of record is in the logs"
    case .validArguments: "no call with arguments and a schema is in the logs"
    case .repeatedEffects: "no call of a tool that changes something is in the logs"
    case .hastyRetries: "no call was tried again in the logs"
    case .decided, .doneAnyway: "no risky call is in the logs"
    case .approved: "no risky call that needs approval is in the logs"
    case .wholeChains: noTraces
    case .traced: "no task log was given: name it with --tasks"
    case .explained: "no run failed or escalated in the logs"
    }
  }

  static let noToolsStated = "readiness.tools says nothing of the tools that it calls"

  static func unjudged(_ count: Int, _ kind: LogShare) -> String {
    let isOne = count == 1
    let what =
      kind == .hastyRetries
      ? "when \(isOne ? "it" : "they") began and ended" : "\(isOne ? "its" : "their") arguments"
    return "\(isOne ? "1 call does" : "\(count) calls do") not tell \(what)"
  }
}

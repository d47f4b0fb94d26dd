import RunLogs
import UnitEconomics

/// Runs of a release beside those before it, and what the change is worth where a scenario is given.
public struct ReleaseAnswer: Sendable {
  let before: MeasureAnswer
  let after: MeasureAnswer
  let comparison: ReleaseComparison
  public let verdicts: [TriggerVerdict]
  let worth: Worth?

  /// A scenario as it is stated, and with what was measured before and after laid over it.
  public struct Worth: Sendable {
    let stated: Subject
    let before: Subject
    let after: Subject

    public init(stated: Subject, before: Subject, after: Subject) {
      self.stated = stated
      self.before = before
      self.after = after
    }
  }

  public init(before: MeasureAnswer, after: MeasureAnswer, worth: Worth? = nil) {
    self.before = before
    self.after = after
    self.worth = worth
    let comparison = ReleaseComparison(before: before.total, after: after.total)
    self.comparison = comparison
    verdicts =
      worth?.stated.reading.model.scenario.rollback.map { TriggerVerdict($0, in: comparison) } ?? []
  }

  /// Whether some trigger takes the release back.
  public var isTakenBack: Bool { verdicts.contains { $0.verdict == .fires } }

  var changes: [ReleaseComparison.Change] {
    ReleaseFigure.allCases.compactMap(comparison.change)
  }

  var currency: String { MeasureAnswer.currency }
}

extension ReleaseFigure {
  func style(_ currency: String) -> NumberStyle {
    switch self {
    case .tsr, .escalationRate, .failedRate, .policyBlockedRate, .toolErrorRate: .share
    case .costPerAttempt, .costPerSuccess: .money(currency)
    case .secondsPerAttempt: .seconds
    }
  }
}

extension TriggerVerdict.Verdict {
  var words: String {
    switch self {
    case .holds: "holds"
    case .crossed: "crossed, perhaps by chance"
    case .fires: "roll back"
    case .unknown: "not told by the runs"
    }
  }

  var sign: Verdict {
    switch self {
    case .holds: .passed
    case .crossed, .unknown: .warning
    case .fires: .failed
    }
  }
}

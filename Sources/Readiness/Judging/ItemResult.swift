/// How it stands with an item of the checklist, and by what that is known.
public struct ItemResult: Sendable {
  /// How it stands.
  public enum State: String, Sendable, CaseIterable {
    case met, notMet, unproven, notApplicable
  }

  /// Section and key: `policy.sso`.
  public let path: String
  public let item: Checklist.Item
  public var state: State
  public var evidence: [Evidence]
  /// What would prove it, where nothing does; why it does not apply, where it does not.
  public var reason: String?
  /// What the model says it costs a month; nil where the model has no such line.
  public var costPerMonth: Double?
  /// The formulas that say so.
  public var costPaths: [String]
  /// What it costs a month that it is not met; nil where the model cannot say.
  public var lossPerMonth: Double?
  /// The smallest change of one input, or of inputs moved alike, by which it would be met.
  public var move: Move?

  init(
    path: String, item: Checklist.Item, _ state: State, _ evidence: [Evidence] = [],
    reason: String? = nil
  ) {
    self.path = path
    self.item = item
    self.state = state
    self.evidence = evidence
    self.reason = reason
    costPaths = []
  }

  /// Whether nothing goes live because of it.
  public var blocks: Bool {
    item.isBlocking && (state == .notMet || state == .unproven)
  }

  /// A change of an input that would do.
  public struct Move: Sendable {
    /// The input, or a pattern of inputs that move by the same factor.
    public let path: String
    public let factor: Double
    /// Where it stands and where it would; nil where several inputs move.
    public let from: Double?
    public let to: Double?
  }
}

/// One thing that speaks for or against an item.
public enum Evidence: Sendable {
  /// A share of what logs hold, and where it lies where runs are a sample.
  case share(LogShare, LogEvidence.Share, ClosedRange<Double>?, Decision.Limit?)
  /// A figure of the model in some case.
  case figure(String, Double?, caseName: String, Decision.Limit)
  case chance(String, ReadinessCase.Chance, Decision.Limit, least: Double)
  /// What the model says and what runs say.
  case difference(String, modelled: Double, measured: Double, within: Double)
  case revenue(Decision.RevenueKind, Double, Decision.Limit)
  case suite(SuiteResults.Last)
  case document(Document, until: Day?)
  case reconstruction(LogEvidence.Reconstruction)
  /// Risky calls that were approved, and those that were stopped.
  case acts(approved: Int, stopped: Int)
  case trigger(ReadinessCase.Trigger)
  /// Where the scenario states it: a path.
  case stated(String)
  case words(String)
}

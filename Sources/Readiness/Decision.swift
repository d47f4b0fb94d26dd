import UnitEconomics

/// How an item of a checklist is decided.
public enum Decision: Sendable {
  /// The scenario states something.
  case stated(Statement)
  /// A share of what logs hold.
  case seen(LogShare, Limit)
  /// Task success and escalation rates are known to so much either way.
  case quantified(within: Double)
  /// Somebody vouches for it, or a document does; for so long, or planned within so long.
  case attested(validFor: Term, plannedWithin: Term?)
  /// Results of an evaluation suite.
  case evaluated(SuiteFigure, Limit)
  /// The last results are no older than this.
  case evaluatedWithin(SuiteKind, Term)
  /// A figure of the model, in some case of it.
  case modelled(String, Limit, ModelCase)
  /// A figure of the model is likely within a limit, by simulation.
  case likely(String, Limit, least: Double)
  /// What runs measure and what the model says differ by no more than this share.
  case agreeing(String, within: Double)
  /// A share of revenue, by what it moves with.
  case revenue(RevenueKind, Limit)
  /// No trigger of a roll-back fires.
  case release
  /// Runs that ended badly can be told from end to end.
  case reconstructed(needs: [ChainLink], Limit)
  /// A risky call was stopped or approved, or a test of the policy shows it would be, and none went around it.
  case blocked(Limit)

  /// The side and the number that a figure is held against.
  public struct Limit: Sendable, Hashable {
    public let side: Check.Side
    public let value: Double

    public init(_ side: Check.Side, _ value: Double) {
      self.side = side
      self.value = value
    }

    public func holds(_ figure: Double) -> Bool {
      side == .min ? figure >= value : figure <= value
    }
  }

  /// What a scenario may state.
  public enum Statement: String, Sendable, CaseIterable {
    case workUnit, kpi, humanBaseline, schemas, rateLimits, backoff, riskyTools
    case evaluationSuite, shadowMode, canary, rollback, traceRetention, workPricing
  }

  /// A case of the model.
  public enum ModelCase: String, Sendable, CaseIterable {
    /// As stated.
    case base
    /// With what runs measure laid over it.
    case measured
    /// Under every stress that the scenario states, or the pessimistic pack where it states none.
    case stresses
    /// Under every stress of the pessimistic pack.
    case pack
  }

  /// What revenue moves with.
  public enum RevenueKind: String, Sendable, CaseIterable {
    /// With tasks, attempts, tokens, calls: with the work that is done.
    case work
    /// With tasks that the agent completes by itself.
    case success
  }
}

/// What is counted in logs, as a share of what it could be.
public enum LogShare: String, Sendable, CaseIterable {
  case tsr, escalationRate, failedRate
  /// Calls of tools on systems of record that go through an API and not a browser.
  case throughAPI
  /// Calls whose arguments fit the schema of their tool.
  case validArguments
  /// Calls that change something, made again with the same arguments for the same task after one that succeeded.
  case repeatedEffects
  /// Tries again that come sooner than the scenario's backoff.
  case hastyRetries
  /// Risky calls with a decision of policy before them.
  case decided
  /// Risky calls that need an approval and have one before them.
  case approved
  /// Risky calls that were carried out although policy or a person had said no.
  case doneAnyway
  /// Runs whose chain is whole.
  case wholeChains
  /// Runs of the task log that have a trace.
  case traced
  /// Escalated and failed runs whose reason is known.
  case explained

  /// Whether runs are a sample of those to come, so that an interval decides; the rest is a count of what happened.
  public var isSampled: Bool {
    switch self {
    case .tsr, .escalationRate, .failedRate: true
    default: false
    }
  }

  /// Whether it is of tools that `readiness.tools` has to speak of.
  var needsTools: Bool {
    switch self {
    case .throughAPI, .validArguments, .repeatedEffects, .decided, .doneAnyway, .approved: true
    default: false
    }
  }

  /// What it is a share of.
  public var noun: String {
    switch self {
    case .tsr, .escalationRate, .failedRate, .wholeChains: "runs"
    case .throughAPI: "calls on systems of record"
    case .validArguments: "calls"
    case .repeatedEffects: "calls that change something"
    case .hastyRetries: "tries again"
    case .decided, .doneAnyway: "risky calls"
    case .approved: "risky calls that need approval"
    case .traced: "tasks of the task log"
    case .explained: "escalated and failed runs"
    }
  }
}

/// What a suite of evaluations is for.
public enum SuiteKind: String, Sendable, CaseIterable {
  case workflow, edge, policy, shadow
}

/// What is told of the results of evaluations.
public enum SuiteFigure: Sendable, Hashable {
  /// Cases of the last version.
  case cases(SuiteKind)
  /// Of those, the share that passed; for shadow mode, that agreed with what people did.
  case passed(SuiteKind)
  /// Cases that failed in the last version and had passed in the one before.
  case regressions
}

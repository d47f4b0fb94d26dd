/// What logs prove, or fail to.
public struct LogEvidence: Sendable {
  /// How many of how many.
  public struct Share: Sendable, Hashable {
    public var cases: Int
    public var all: Int
    /// Those that the log does not tell enough of.
    public var unjudged: Int

    public init(cases: Int = 0, all: Int = 0, unjudged: Int = 0) {
      self.cases = cases
      self.all = all
      self.unjudged = unjudged
    }
  }

  public var shares: [LogShare: Share]
  /// Cases that speak against a share, the first hundred of each kind.
  public var exceptions: [LogShare: [Incident]]
  /// Risky calls that a person approved, and those that policy or a person stopped, the first hundred of each.
  public var approvals: [PolicyAct]
  public var stops: [PolicyAct]
  public var approvalCount: Int
  public var stopCount: Int
  public var reconstruction: Reconstruction?
  /// Calls on which an exception was found, by the tool's name in the scenario and the share.
  public var byTool: [LogShare: [String: Int]]
  public var runs: Int
  /// Links that runs owe and that none of all runs tells: not captured at all.
  public var uncaptured: [ChainLink]
  /// Calls of tools that no rule speaks of, by name.
  public var unruledTools: [String: Int]

  public init(
    shares: [LogShare: Share] = [:], exceptions: [LogShare: [Incident]] = [:],
    approvals: [PolicyAct] = [], stops: [PolicyAct] = [], approvalCount: Int = 0,
    stopCount: Int = 0, reconstruction: Reconstruction? = nil,
    byTool: [LogShare: [String: Int]] = [:], runs: Int = 0, uncaptured: [ChainLink] = [],
    unruledTools: [String: Int] = [:]
  ) {
    self.shares = shares
    self.exceptions = exceptions
    self.approvals = approvals
    self.stops = stops
    self.approvalCount = approvalCount
    self.stopCount = stopCount
    self.reconstruction = reconstruction
    self.byTool = byTool
    self.runs = runs
    self.uncaptured = uncaptured
    self.unruledTools = unruledTools
  }

  /// As many of each kind are kept to be shown; all are counted.
  public static let mostKept = 100

  /// One case that speaks against an item.
  public struct Incident: Sendable, Hashable {
    /// What the log calls the run, or the task.
    public let run: String
    public let tool: String?
    /// When, in UTC and to the second; nil where the log does not say.
    public let at: String?
    public let words: String

    public init(run: String, tool: String? = nil, at: String? = nil, words: String) {
      self.run = run
      self.tool = tool
      self.at = at
      self.words = words
    }
  }

  /// Who let a risky call happen, or kept it from happening.
  public struct PolicyAct: Sendable, Hashable {
    public let run: String
    public let tool: String
    public let at: String?
    /// The person, or the policy where it was one.
    public let by: String?
    public let why: String?
    public let word: PolicyWord

    public init(
      run: String, tool: String, at: String?, by: String?, why: String?, word: PolicyWord
    ) {
      self.run = run
      self.tool = tool
      self.at = at
      self.by = by
      self.why = why
      self.word = word
    }
  }

  /// Runs that are not known to have ended well, and whether they can be told from end to end.
  public struct Reconstruction: Sendable {
    /// Runs that are not known to have ended well; the last run where all did.
    public var incidents: Int
    /// Of those, the ones of which the needed links are there.
    public var told: Int
    /// Whether there are such runs.
    public var isOfIncidents: Bool
    /// The last of them, and when it began.
    public var run: String
    public var at: String?
    public var isRunTold: Bool

    public init(
      incidents: Int, told: Int, isOfIncidents: Bool, run: String, at: String?, isRunTold: Bool
    ) {
      self.incidents = incidents
      self.told = told
      self.isOfIncidents = isOfIncidents
      self.run = run
      self.at = at
      self.isRunTold = isRunTold
    }
  }
}

/// What a scenario states of its readiness, beside its economics.
public struct ReadinessBlock: Sendable {
  /// The checklist that it is held against; nil for the shipped one.
  public var checklist: Checklist?
  public var tools: [ToolRule]
  /// Documents by the item that they speak for, as `policy.sso`.
  public var evidence: [String: Document]
  public var results: SuiteResults
  /// Which kinds of model calls are which models of the logs, by the path of the kind.
  public var matches: [String: String] = [:]
  /// When the agent is to go live; nil for the day on which it is judged.
  public var launch: Day?
  /// What words of policy engines mean that are not known already.
  public var policyWords: [String: PolicyWord]

  public init(
    checklist: Checklist? = nil, tools: [ToolRule] = [], evidence: [String: Document] = [:],
    results: SuiteResults = SuiteResults(), launch: Day? = nil,
    policyWords: [String: PolicyWord] = [:]
  ) {
    self.checklist = checklist
    self.tools = tools
    self.evidence = evidence
    self.results = results
    self.launch = launch
    self.policyWords = policyWords
  }

  /// The tools that can do harm.
  public var riskyTools: [ToolRule] { tools.filter { $0.risk != nil } }
}

import Readiness
import UnitEconomics

/// What calls of tools are held against, where logs are read for an agent's readiness.
public struct AuditRules: Sendable {
  public var tools: [ToolRule]
  /// What words of policy engines mean, before those that are known already.
  public var policyWords: [String: PolicyWord]
  /// How long a tool is to wait before it is tried again, in seconds, by its name in the scenario.
  public var backoffs: [String: Double]
  /// The links of a chain without which a run cannot be told.
  public var needs: Set<ChainLink>

  public init(
    tools: [ToolRule], policyWords: [String: PolicyWord] = [:], backoffs: [String: Double] = [:],
    needs: Set<ChainLink> = []
  ) {
    self.tools = tools
    self.policyWords = policyWords
    self.backoffs = backoffs
    self.needs = needs
  }

  /// What each rule asks, without anything that would have to be counted where it is copied.
  var terms: [RuleTerms] { tools.map { RuleTerms($0, pause: backoffs[$0.name]) } }

  /// The place of the rule for a tool of the log.
  func place(_ logged: String) -> Int? { tools.firstIndex { $0.matches(logged) } }

  func word(_ logged: String) -> PolicyWord? {
    policyWords[logged] ?? PolicyWord(logged: logged)
  }
}

/// Which rule speaks of which tool, by the number of the tool's name; looked for once.
struct RulePlaces: Sendable {
  private var known: [Int32: Int?] = [:]

  /// - Returns: nil where no rule speaks of the tool.
  mutating func place(_ tool: Int32, _ names: NameTable, _ rules: AuditRules) -> Int? {
    if let place = known[tool] { return place }
    let place = names[tool].flatMap(rules.place)
    known[tool] = .some(place)
    return place
  }
}

/// What a rule asks of a call, asked a million times.
struct RuleTerms: Sendable {
  let access: Tool.Kind?
  let isOfRecord: Bool
  let changes: Bool
  let isRisky: Bool
  let needsApproval: Bool
  let hasSchema: Bool
  /// How long it is to wait before it is tried again, in seconds; 0 where that is not stated.
  let pause: Double

  init(_ rule: ToolRule, pause: Double?) {
    access = rule.access
    isOfRecord = rule.isOfRecord
    changes = rule.changes
    isRisky = rule.risk != nil
    needsApproval = rule.needsApproval
    hasSchema = rule.schema != nil
    self.pause = pause ?? 0
  }
}

/// What a step says of the arguments of a call.
struct CallNote: Sendable {
  let trace: UInt128
  let span: UInt64
  /// A number that other arguments hardly have, whatever the order of their keys.
  let arguments: UInt64
  /// What is wrong with them by the schema; nil where nothing is, or there is none.
  let fault: String?
  /// Whether they could be held against a schema.
  let isJudged: Bool
}

/// A decision of policy or of a person, as a step or an event tells it.
struct PolicyNote: Sendable {
  let trace: UInt128
  /// The step that tells it, and the one above.
  let span: UInt64
  let parent: UInt64
  /// The call that it speaks of, by its fingerprint; 0 where it does not say.
  let call: UInt64
  /// The tool that it speaks of, by the number of its name.
  var tool: Int32
  /// In nanoseconds since 1970; 0 where it is not told.
  let time: Int64
  let word: PolicyWord
  let by: String?
  let why: String?
}

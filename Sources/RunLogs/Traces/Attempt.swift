import Readiness

/// One run of the agent at a task, from a trace or from a row of a log.
struct Attempt {
  var outcome: Outcome?
  var reason: FailureReason?
  /// The word that a row or a trace gives as the reason, where it is none that is known.
  var unknownReason: String?
  var usage = TokenUsage.zero
  var toldTokens: ToldTokens = []
  var calls = 0
  /// As its log states it; nil where nothing is stated.
  var recorded: Amount?
  /// By the price list; nil where a call has no price.
  var computed: Amount?
  /// On each of the other models that are asked about; nil where it has no price for some tokens.
  var repriced: [Amount?] = []
  /// Models of the price list that calls were priced by, and how many.
  var priced: [String: Int] = [:]
  /// Models called without a price, and how often.
  var unpriced: [String: Int] = [:]
  /// Calls of models that nothing is recorded for.
  var unrecordedCalls = 0
  /// Calls of models whose tokens are not told.
  var uncountedCalls = 0
  var toolCalls = 0
  var toolErrors = 0
  var tools: [ToolCall] = []
  /// In nanoseconds; nil where no time is told.
  var runtime: Int64?
  /// In nanoseconds since 1970.
  var start: Int64?
  var model: String?
  var agent: String?
  var version: String?
  var tenant: String?
  var humanMinutes: Amount?
  /// The fingerprint of the task that it ran for, where runs are told apart by it.
  var task: UInt64?
  /// The number of its trace, or of a task whose name is a number as those of traces are.
  var trace: UInt64?
  /// What that task is called; kept only where it is asked for.
  var taskName: String?
  /// How much of it is told; nil for a row of a plain log, which has no steps.
  var chain: RunChain?

  /// Calls of models apart, where it is asked how far they lie apart.
  var modelCalls: [ModelCalls] = []

  /// Calls of one model that are told together: one of them in traces, those of a run in a row.
  struct ModelCalls {
    let model: String
    let calls: Int
    let usage: TokenUsage
  }

  /// What the price list says of all its calls; nil where it does not know one of them.
  var computedWhole: Amount? { unpriced.isEmpty && uncountedCalls == 0 ? computed : nil }

  /// One call of a tool.
  struct ToolCall {
    let name: String
    let isError: Bool
    let isTimeout: Bool
    let nanoseconds: Int64?
  }
}

/// By what runs are told apart on demand.
public enum RunGroup: String, Sendable, CaseIterable {
  case model, agent, version, tenant, week

  func key(_ attempt: Attempt) -> String {
    switch self {
    case .model: attempt.model ?? ""
    case .agent: attempt.agent ?? ""
    case .version: attempt.version ?? ""
    case .tenant: attempt.tenant ?? ""
    case .week: attempt.start.map(Self.week) ?? ""
    }
  }

  /// The Monday with which the week of a moment begins: `2026-11-23`.
  static func week(_ nanoseconds: Int64) -> String {
    let day = Int(nanoseconds / 86_400_000_000_000)
    // The first of January 1970 was a Thursday.
    return Day(number: day - (day + 3) % 7).text
  }
}

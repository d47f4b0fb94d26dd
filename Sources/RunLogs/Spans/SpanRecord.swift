/// One step of a run as it was traced, brought to one form whatever dialect it was written in.
///
/// Spans are kept by the million: its members stand so that they leave few gaps.
struct SpanRecord: Sendable {
  typealias Kind = StepKind

  var trace: UInt128 = 0
  var id: UInt64 = 0
  /// 0 where it is the first.
  var parent: UInt64 = 0
  /// In nanoseconds since 1970; 0 where it is not told.
  var start: Int64 = 0
  var end: Int64 = 0
  var kind = Kind.other
  var isError = false
  /// Whether a filter of the provider ended it.
  var isFiltered = false
  var hasUsage = false
  /// Whether it says what policy, or a person, decided.
  var isDecision = false
  /// Which parts of it are told; never what they say.
  var told = SpanContents()
  var usage = TokenUsage.zero
  /// The fingerprint of what the provider calls the answer; 0 where it does not say.
  var response: UInt64 = 0
  var cost: Amount?
  /// Names by their numbers.
  var model = NameTable.none
  var tool = NameTable.none
  var error = NameTable.none
  var agent = NameTable.none
  var version = NameTable.none
  var tenant = NameTable.none
  var conversation = NameTable.none
  /// The word that it gives as the reason, where that is none that is known.
  var unknownReason = NameTable.none
  /// What it is called; kept only where a run is to be shown step by step.
  var title = NameTable.none
  /// The fingerprint of the call of a tool that it carries out; 0 where it does not say.
  var call: UInt64 = 0
  var outcome: Outcome?
  var reason: FailureReason?
  /// The line that it stands in, and the file.
  var line: Int32 = 0
  var file: Int32 = 0
}

/// What a step does.
public enum StepKind: String, Sendable, CaseIterable {
  case other, agent, inference, tool, embedding, retrieval, guardrail
}

/// Which parts of a step its log tells, a bit each.
struct SpanContents: OptionSet, Sendable {
  let rawValue: UInt8

  /// What it was given: messages, a prompt, the arguments of a tool.
  static let input = SpanContents(rawValue: 1)
  /// What it gave back: messages, a text, the result of a tool.
  static let output = SpanContents(rawValue: 2)
  static let inputTokens = SpanContents(rawValue: 4)
  static let outputTokens = SpanContents(rawValue: 8)
}

/// A call of a tool that an answer asks for, by its fingerprint, and the trace that it stands in.
struct AskedCall: Sendable, Hashable {
  let trace: UInt128
  let call: UInt64
}

/// How a run ended for the task that it was to do.
public enum Outcome: String, Sendable, CaseIterable {
  case success, escalated, failed

  /// The outcome that a word of a log stands for, as `true`, `resolved` or `handoff` do.
  public init?(word: String) {
    guard let outcome = Self.byWord[word.lowercased()] else { return nil }
    self = outcome
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { outcome in outcome.words.map { ($0, outcome) } })

  /// The words that stand for it in logs, in small letters.
  var words: [String] {
    switch self {
    case .success:
      [
        "true", "yes", "1", "1.0", "success", "succeeded", "successful", "pass", "passed",
        "resolved", "solved", "completed", "complete", "correct", "ok", "autonomoussuccess",
      ]
    case .escalated:
      [
        "escalated", "escalation", "escalate", "handoff", "handed_off", "hand-off", "human",
        "transferred",
      ]
    case .failed:
      [
        "false", "no", "0", "0.0", "failed", "failure", "fail", "error", "unresolved", "incorrect",
        "wrong", "timeout", "aborted", "cancelled", "canceled",
      ]
    }
  }
}

/// Why a run did not solve its task by itself.
public enum FailureReason: String, Sendable, CaseIterable {
  case policyBlocked, ambiguity, toolOutage, modelError, dataMissing, unexplained

  /// The reason that a word of a log stands for.
  public init?(word: String) {
    guard let reason = Self.byWord[word.lowercased().filter(\.isLetter)] else { return nil }
    self = reason
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { reason in reason.words.map { ($0, reason) } })

  /// The words that stand for it in logs, small letters alone.
  var words: [String] {
    switch self {
    case .policyBlocked:
      [
        "policyblocked", "policy", "guardrail", "contentfilter", "blocked", "refused", "refusal",
      ]
    case .ambiguity: ["ambiguity", "ambiguous", "unclear"]
    case .toolOutage: ["tooloutage", "toolerror", "tooltimeout", "tool", "outage", "timeout"]
    case .modelError: ["modelerror", "model", "hallucination", "wronganswer", "length"]
    case .dataMissing: ["datamissing", "missingdata", "nodata", "notfound"]
    case .unexplained: []
    }
  }
}

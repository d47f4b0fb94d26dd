/// One step of a run as it was traced, brought to one form whatever dialect it was written in.
struct SpanRecord: Sendable {
  /// What a step does.
  enum Kind: UInt8, Sendable { case other, agent, inference, tool, embedding, retrieval, guardrail }

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
  var usage = TokenUsage.zero
  var cost: Amount?
  /// Names by their numbers.
  var model = NameTable.none
  var tool = NameTable.none
  var error = NameTable.none
  var agent = NameTable.none
  var version = NameTable.none
  var tenant = NameTable.none
  var conversation = NameTable.none
  /// The fingerprint of what the provider calls the answer; 0 where it does not say.
  var response: UInt64 = 0
  var outcome: Outcome?
  var reason: FailureReason?
  /// The line that it stands in, and the file.
  var line: Int32 = 0
  var file: Int32 = 0
}

/// How a run ended for the task that it was to do.
public enum Outcome: String, Sendable, CaseIterable {
  case success, escalated, failed

  /// The outcome that a word of a log stands for, as `true`, `resolved` or `handoff` do.
  public init?(word: String) {
    switch word.lowercased() {
    case "true", "yes", "1", "1.0", "success", "succeeded", "successful", "pass", "passed",
      "resolved", "solved", "completed", "complete", "correct", "ok", "autonomoussuccess":
      self = .success
    case "escalated", "escalation", "escalate", "handoff", "handed_off", "hand-off", "human",
      "transferred":
      self = .escalated
    case "false", "no", "0", "0.0", "failed", "failure", "fail", "error", "unresolved", "incorrect",
      "wrong", "timeout", "aborted", "cancelled", "canceled":
      self = .failed
    default: return nil
    }
  }
}

/// Why a run did not solve its task by itself.
public enum FailureReason: String, Sendable, CaseIterable {
  case policyBlocked, ambiguity, toolOutage, modelError, dataMissing, unexplained

  /// The reason that a word of a log stands for.
  public init?(word: String) {
    switch word.lowercased().filter({ $0.isLetter }) {
    case "policyblocked", "policy", "guardrail", "contentfilter", "blocked", "refused", "refusal":
      self = .policyBlocked
    case "ambiguity", "ambiguous", "unclear": self = .ambiguity
    case "tooloutage", "toolerror", "tooltimeout", "tool", "outage", "timeout": self = .toolOutage
    case "modelerror", "model", "hallucination", "wronganswer", "length": self = .modelError
    case "datamissing", "missingdata", "nodata", "notfound": self = .dataMissing
    default: return nil
    }
  }
}

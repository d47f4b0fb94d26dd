/// Why a task is handed to a person.
public enum Reason: String, Sendable, CaseIterable {
  case policyBlocked, ambiguity, dataMissing, modelError
  /// Not stated but computed, from the tools that fail and are down.
  case toolOutage

  /// The reasons whose rates a scenario states.
  public static let stated: [Reason] = [.policyBlocked, .ambiguity, .dataMissing, .modelError]

  /// The reason as a person reads it.
  public var words: String {
    switch self {
    case .policyBlocked: "policy blocked"
    case .ambiguity: "ambiguity"
    case .dataMissing: "data missing"
    case .modelError: "model error"
    case .toolOutage: "tool outage"
    }
  }
}

/// How the tasks end that run to an end.
public struct Outcomes: Sendable {
  /// How often the agent runs at a task before it counts as a tool outage.
  public var maxAttempts: Input
  /// Shares of the tasks that run to an end, by reason.
  public var escalation: [Reason: Input]
  public var wrongResult: Input
  /// The share of wrong results that is found, and put right by a person.
  public var wrongDetected: Input
  /// The share of escalated tasks that a person completes.
  public var humanCompletes: Input

  public init(
    maxAttempts: Input, escalation: [Reason: Input], wrongResult: Input, wrongDetected: Input,
    humanCompletes: Input
  ) {
    self.maxAttempts = maxAttempts
    self.escalation = escalation
    self.wrongResult = wrongResult
    self.wrongDetected = wrongDetected
    self.humanCompletes = humanCompletes
  }
}

/// What a wrong result costs that nobody finds.
public struct Failures: Sendable {
  public var perUndetected: Input?

  public init(perUndetected: Input? = nil) { self.perUndetected = perUndetected }
}

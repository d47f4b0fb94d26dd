/// What words of a log mean, where its user says so.
///
/// Words are told apart without their case; what is not said here means what it usually does.
public struct OutcomeWords: Sendable {
  private var outcomes: [String: Outcome] = [:]
  private var reasons: [String: FailureReason] = [:]

  public init() {}

  var isEmpty: Bool { outcomes.isEmpty && reasons.isEmpty }

  public mutating func add(_ word: String, _ outcome: Outcome) {
    outcomes[word.lowercased()] = outcome
  }

  public mutating func add(_ word: String, _ reason: FailureReason) {
    reasons[word.lowercased()] = reason
  }

  /// How a run ended of which a log says this word.
  func outcome(_ word: String) -> Outcome? {
    outcomes.isEmpty ? Outcome(word: word) : outcomes[word.lowercased()] ?? Outcome(word: word)
  }

  /// Why a run did not succeed of which a log says this word.
  func reason(_ word: String) -> FailureReason? { stated(word) ?? FailureReason(word: word) }

  /// What the user says that a word means, and nobody else.
  func stated(_ word: String) -> FailureReason? {
    reasons.isEmpty ? nil : reasons[word.lowercased()]
  }
}

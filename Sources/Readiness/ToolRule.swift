import UnitEconomics

/// What a tool may do, as the scenario's readiness block states it.
public struct ToolRule: Sendable {
  /// What it is called in the scenario.
  public var name: String
  /// What it is called in logs; `*` at an end stands for anything.
  public var names: [String]
  /// How it reaches what it works on.
  public var access: Tool.Kind?
  /// Whether what it works on is a system of record.
  public var isOfRecord: Bool
  /// Whether a call changes something, so that it must not be made twice.
  public var changes: Bool
  public var risk: Risk?
  /// Whether every call needs an approval; else those do of which policy says so.
  public var needsApproval: Bool
  public var schema: ArgumentSchema?
  /// What one call costs that should not have been made.
  public var wrongCall: Input?

  /// What can go wrong with a call.
  public enum Risk: String, Sendable, CaseIterable {
    case moneyMovement, externalMessage, provisioning, deletion, other

    public var words: String {
      switch self {
      case .moneyMovement: "moves money"
      case .externalMessage: "writes to the outside"
      case .provisioning: "gives access"
      case .deletion: "deletes"
      case .other: "is risky"
      }
    }
  }

  public init(
    name: String, names: [String] = [], access: Tool.Kind? = nil, isOfRecord: Bool = false,
    changes: Bool = false, risk: Risk? = nil, needsApproval: Bool = false,
    schema: ArgumentSchema? = nil, wrongCall: Input? = nil
  ) {
    self.name = name
    self.names = names.isEmpty ? [name] : names
    self.access = access
    self.isOfRecord = isOfRecord
    self.changes = changes
    self.risk = risk
    self.needsApproval = needsApproval
    self.schema = schema
    self.wrongCall = wrongCall
  }

  /// Whether a tool of the log is this one.
  public func matches(_ logged: String) -> Bool {
    names.contains { name in
      if name.hasSuffix("*") { return logged.hasPrefix(name.dropLast()) }
      if name.hasPrefix("*") { return logged.hasSuffix(name.dropFirst()) }
      return logged == name
    }
  }
}

/// What a decision of policy or of a person says.
public enum PolicyWord: String, Sendable, CaseIterable {
  case allowed, denied, needsApproval, approved, rejected

  /// The word that stands for it in a log, whatever its case and signs.
  public init?(logged: String) {
    guard let word = Self.byWord[logged.lowercased().filter(\.isLetter)] else { return nil }
    self = word
  }

  private static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { word in word.words.map { ($0, word) } })

  /// Small letters alone.
  private var words: [String] {
    switch self {
    case .allowed: ["allow", "allowed", "pass", "passed", "permit", "permitted", "none", "ok"]
    case .denied:
      [
        "deny", "denied", "block", "blocked", "refuse", "refused", "forbidden", "intervened",
        "guardrailintervened",
      ]
    case .needsApproval:
      [
        "needsapproval", "requireapproval", "requiresapproval", "approvalrequired", "review",
        "ask",
      ]
    case .approved: ["approve", "approved", "granted", "accepted"]
    case .rejected: ["reject", "rejected", "declined", "disapproved"]
    }
  }
}

/// A named, pessimistic change to inputs.
public struct Stress: Sendable {
  public var name: String
  /// What it does, one statement after the other.
  public var parts: [Part]
  /// What it does in words: its statements as they were stated, or a shorter account of them.
  public var statements: [String]

  /// All that happens to inputs, in order.
  public var changes: [Change] { parts.flatMap(\.changes) }

  public init(name: String, parts: [Part], statements: [String]? = nil) {
    self.name = name
    self.parts = parts
    self.statements = statements ?? parts.map(\.statement)
  }

  /// A stress of a single statement.
  public init(name: String, changes: [Change], statements: [String] = []) {
    let part = Part(statement: statements.joined(separator: "; "), changes: changes)
    self.init(name: name, parts: [part], statements: statements)
  }

  /// One statement of a stress, and what it does input by input.
  public struct Part: Sendable {
    /// As it was stated: `outcomes.escalation.* × 2`.
    public var statement: String
    public var changes: [Change]

    public init(statement: String, changes: [Change]) {
      self.statement = statement
      self.changes = changes
    }
  }

  /// What happens to one input.
  public struct Change: Sendable, Equatable {
    /// What is done with the amount.
    public enum Kind: Sendable, Equatable { case multiply, add, subtract, set }

    /// The input's path, without a wildcard.
    public var path: String
    public var kind: Kind
    /// A factor for `multiply`, else an amount in the input's unit.
    public var amount: Double

    public init(path: String, kind: Kind, amount: Double) {
      self.path = path
      self.kind = kind
      self.amount = amount
    }

    public func applied(to value: Double) -> Double {
      switch kind {
      case .multiply: value * amount
      case .add: value + amount
      case .subtract: value - amount
      case .set: amount
      }
    }
  }
}

/// The inputs that changes touched, as they are afterwards.
public struct ChangedInputs: Sendable {
  /// By path; an input that no change touched is not here.
  public var inputs: [String: Input] = [:]
  /// Inputs that a change would have carried out of what they can be, in words.
  public var notes: [String] = []

  public init() {}
}

extension Scenario {
  /// The inputs after changes made one after the other, each held within what it can be; a range
  /// moves along with its value.
  public func changed(by changes: [Stress.Change]) -> ChangedInputs {
    var result = ChangedInputs()
    for change in changes {
      guard let stated = result.inputs[change.path] ?? inputs[change.path] else { continue }
      let wanted = change.applied(to: stated.value)
      let input = stated.changed(change)
      result.inputs[change.path] = input
      if input.value != wanted {
        result.notes.append(input.heldNote(wanted, currency: currency))
      }
    }
    return result
  }
}

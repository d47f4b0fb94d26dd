import Formulas
import UnitEconomics

extension Decoding {
  /// The stresses of a scenario whose inputs are known.
  func stresses(_ root: JSONNode) -> [Stress] {
    ObjectReader(self, path: "", node: root).named(
      "stresses", "assumptions that turn out worse, by names of your own"
    ) { name, reader in
      Stress(
        name: name,
        parts: reader.entries("of an input, or a pattern of inputs: × 2, + 1%, - 5 s, = 40")
          .map(part))
    }
  }

  private func part(_ member: JSONMember) -> Stress.Part {
    let change = if case .string(let text) = member.value.value { text } else { "" }
    return Stress.Part(statement: "\(member.key) \(change)", changes: changes(member))
  }

  /// What one line of a stress does, input by input.
  private func changes(_ member: JSONMember) -> [Stress.Change] {
    let pattern = PathPattern(InputPath.normal(member.key))
    let hit =
      member.key.contains("*")
      ? inputs.filter { pattern.matches($0.path) }
      : inputs[pattern.text].map { [$0] } ?? []
    guard !hit.isEmpty else {
      reportUnknownInput(member.key, at: member.keySpan)
      return []
    }
    guard let (kind, amount) = changeNode(member.value) else { return [] }
    var changes: [Stress.Change] = []
    for input in hit {
      // What is wrong with the amount is as wrong for every input it is meant for; say it once.
      guard let amount = amountOfChange(kind, amount, input) else { return changes }
      changes.append(Stress.Change(path: input.path, kind: kind, amount: amount))
    }
    return changes
  }

  func reportUnknownInput(_ path: String, at span: Span) {
    guard !isPartial, isFull || !mayMeanUnread(path) else { return }
    report(
      .error(
        Wording.noSuchInput(path), at: span,
        help: helpWhereTakenAway(path, at: span)
          ?? suggestion(for: path, among: inputs.lazy.map(\.path))))
  }

  /// The kind of change, and what is left of the text behind its sign.
  func changeNode(_ node: JSONNode) -> (Stress.Change.Kind, JSONNode)? {
    guard case .string(let text) = node.value else {
      let isGroup = if case .object = node.value { true } else { false }
      report(
        .error(
          Wording.expectedChange, at: node.span,
          help: Wording.writeChange(isGroup ? "0" : spelling(node.span))))
      return nil
    }
    guard let (kind, rest) = Stress.Change.Kind.split(text) else {
      report(
        .error(
          Wording.expectedChange, at: node.span, help: Wording.writeChange(Wording.short(text))))
      return nil
    }
    return (kind, JSONNode(span: node.span, value: .string(rest)))
  }
}

extension Stress.Change.Kind {
  var sign: String {
    switch self {
    case .multiply: "×"
    case .add: "+"
    case .subtract: "-"
    case .set: "="
    }
  }

  /// The sign that a change begins with, and the rest of its text.
  static func split(_ text: String) -> (Stress.Change.Kind, String)? {
    let trimmed = text.drop { $0 == " " }
    guard let sign = trimmed.first else { return nil }
    let rest = String(trimmed.dropFirst().drop { $0 == " " })
    return switch sign {
    case "×", "*", "x": (.multiply, rest)
    case "+": (.add, rest)
    case "-", "−": (.subtract, rest)
    case "=": (.set, rest)
    default: nil
    }
  }
}

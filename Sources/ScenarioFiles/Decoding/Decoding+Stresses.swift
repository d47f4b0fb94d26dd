import Formulas
import UnitEconomics

extension Decoding {
  /// The stresses of a scenario whose inputs are known.
  func stresses(_ root: JSONNode) -> [Stress] {
    ObjectReader(self, path: "", node: root).names("stresses").compactMap { name, node in
      guard case .object(let members) = node.value else {
        report(.error(Wording.expectedObject("stresses.\(name)"), at: node.span))
        return nil
      }
      return Stress(
        name: name, changes: members.flatMap(changes), statements: members.compactMap(statement))
    }
  }

  private func statement(_ member: JSONMember) -> String? {
    guard case .string(let change) = member.value.value else { return nil }
    return "\(member.key) \(change)"
  }

  /// What one line of a stress does, input by input.
  private func changes(_ member: JSONMember) -> [Stress.Change] {
    let pattern = PathPattern(member.key)
    let hit = inputs.filter { pattern.matches($0.path) }
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
    guard !isPartial else { return }
    let near = nearestWord(to: path, among: inputs.map(\.path))
    report(
      .error(
        Wording.noSuchInput(path), at: span, help: near.map(Wording.didYouMean) ?? Wording.seeInputs
      ))
  }

  /// The kind of change, and what is left of the text behind its sign.
  func changeNode(_ node: JSONNode) -> (Stress.Change.Kind, JSONNode)? {
    guard case .string(let text) = node.value else {
      report(
        .error(
          Wording.expectedChange, at: node.span, help: Wording.writeChange(spelling(node.span))))
      return nil
    }
    guard let (kind, rest) = Stress.Change.Kind.split(text) else {
      report(.error(Wording.expectedChange, at: node.span, help: Wording.writeChange(text)))
      return nil
    }
    return (kind, JSONNode(span: node.span, value: .string(rest)))
  }
}

extension Stress.Change.Kind {
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

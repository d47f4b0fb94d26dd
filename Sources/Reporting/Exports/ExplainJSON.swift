import Formulas
import UnitEconomics

extension JSON {
  /// How one figure is made, as a tree.
  public static func explain(
    _ explanation: Explanation, of subject: Subject, in reading: CaseReading, program: Program
  ) -> JSON {
    return [
      "version": 1,
      "provenance": .provenance([subject], program),
      "case": .string(reading.stress ?? "base"),
      "figure": explanation.json(subject.scenario.inputs, currency: subject.currency),
    ]
  }
}

extension Explanation {
  fileprivate func json(_ inputs: InputTable, currency: String) -> JSON {
    var members = [
      JSON.Member("path", .string(path)), JSON.Member("sentence", .string(sentence)),
    ]
    if case .object(let figure) = reading.json(unit: unit, currency: currency) { members += figure }
    if isInput {
      members.append(JSON.Member("input", inputs[path].map(\.json) ?? nil))
    } else {
      members.append(JSON.Member("formula", .string(expression)))
      members.append(JSON.Member("repeated", .bool(isRepeated)))
      members.append(
        JSON.Member("parts", .array(parts.map { $0.json(inputs, currency: currency) })))
    }
    return .object(members)
  }
}

extension Input {
  fileprivate var json: JSON {
    func text(_ text: String?) -> JSON { text.map { .string($0) } ?? nil }
    return [
      "file": text(origin?.file),
      "line": origin.map { .number(Double($0.line)) } ?? nil,
      "low": range.map { .number($0.low) } ?? nil,
      "high": range.map { .number($0.high) } ?? nil,
      "distribution": text(statedShape),
      "source": text(source),
      "note": text(note),
    ]
  }
}

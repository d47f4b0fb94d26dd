import Formulas
import UnitEconomics

extension Table {
  /// Every check in every case, one a row, with plain numbers.
  public static func checkFacts(_ subjects: [Subject]) -> Table {
    var table = Table(
      columns: [
        "scenario", "file", "check", "case", "output", "value", "side", "limit", "distance",
        "unit", "passed", "reason",
      ].map { Column($0) })
    for subject in subjects {
      for check in subject.reading.checks {
        table.rows.append(
          Row(
            [
              .text(subject.scenario.name), .text(subject.file), .text(check.check.name),
              .text(check.stress ?? "base"),
            ] + check.fields(currency: subject.currency)))
      }
    }
    return table
  }
}

extension CheckReading {
  /// Figure, value, side, limit, distance, unit, whether it passed, and why there is no value.
  func fields(currency: String) -> [Cell] {
    [
      .text(check.output), .plain(reading.value), .text(check.side.rawValue),
      .plain(check.limit.value), .plain(distance), .text(unit.text(currency: currency)),
      .text(isPassed ? "yes" : "no"), .text(reading.reason ?? ""),
    ]
  }
}

extension JSON {
  /// Whether every check holds, check by check and case by case.
  public static func check(_ subjects: [Subject], program: Program) -> JSON {
    [
      "version": 1,
      "provenance": .provenance(subjects, program),
      "passed": .bool(subjects.allSatisfy { $0.reading.isPassed }),
      "scenarios": .array(
        subjects.map { subject in
          [
            "name": .string(subject.scenario.name), "file": .string(subject.file),
            "passed": .bool(subject.reading.isPassed),
            "checks": .array(subject.reading.checks.map(subject.json)),
          ]
        }),
    ]
  }
}

extension Table {
  /// How one figure is made, a figure a row with its level in the tree.
  public static func explainFacts(_ explanation: Explanation, of subject: Subject) -> Table {
    let inputs = subject.scenario.inputs
    var table = Table(
      columns: [
        "level", "path", "value", "unit", "formula", "file", "line", "source", "note", "sentence",
        "reason",
      ].map { Column($0) })
    func add(_ part: Explanation, _ level: Int) {
      let input = part.isInput ? inputs[part.path] : nil
      let line = input?.origin.map { Cell.number(Double($0.line), .count) } ?? .empty
      table.rows.append(
        Row([
          .number(Double(level), .count), .text(part.path),
          .plain(part.reading.value),
          .text(part.unit.text(currency: subject.currency)), .text(part.expression),
          .text(input?.origin?.file ?? ""), line, .text(input?.source ?? ""),
          .text(input?.note ?? ""), .text(part.sentence), .text(part.reading.reason ?? ""),
        ]))
      for below in part.parts { add(below, level + 1) }
    }
    add(explanation, 0)
    return table
  }
}

import Formulas
import UnitEconomics

extension Table {
  /// Every input with its range, source and note, as a spreadsheet takes it and gives it back.
  ///
  /// | column | holds |
  /// |---|---|
  /// | path | which input |
  /// | value, unit | the number in full precision, and what it counts |
  /// | low, high | how far it may be off, in the same unit |
  /// | source, note | where its author has it from |
  public static func assumptions(_ subject: Subject) -> Table {
    var table = Table(
      columns: ["path", "value", "unit", "low", "high", "source", "note"].map { Column($0) })
    for input in subject.scenario.inputs {
      let currency = input.foreignCurrency ?? subject.currency
      table.rows.append(
        Row([
          .text(input.path), .plain(input.value),
          .text(input.unit.inHomeMoney.text(currency: currency)), .plain(input.range?.low),
          .plain(input.range?.high), .text(input.source ?? ""), .text(input.note ?? ""),
        ]))
    }
    return table
  }
}

extension JSON {
  /// Every input with its range, source and note.
  public static func assumptions(_ subject: Subject, program: Program) -> JSON {
    let inputs = subject.scenario.inputs.map { input -> JSON in
      let currency = input.foreignCurrency ?? subject.currency
      return [
        "path": .string(input.path), "value": .number(input.value),
        "unit": .string(input.unit.inHomeMoney.text(currency: currency)),
        "low": input.range.map { .number($0.low) } ?? nil,
        "high": input.range.map { .number($0.high) } ?? nil,
        "source": input.source.map { .string($0) } ?? nil,
        "note": input.note.map { .string($0) } ?? nil,
      ]
    }
    return [
      "version": 1, "provenance": .provenance([subject], program), "inputs": .array(inputs),
    ]
  }
}

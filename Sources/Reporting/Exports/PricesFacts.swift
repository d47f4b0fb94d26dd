import RunLogs
import UnitEconomics

extension Table {
  /// What a book says of models, one rate a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | model, tokens | which model, and which of its tokens |
  /// | price, unit | exactly as the book states it, in USD / Mtok |
  /// | terms | standard, batches, flex or priority |
  /// | above | for requests of more input tokens than this; empty for all |
  /// | from, hours | when it holds; empty for always |
  /// | source, checked | where the book has it from, and when that was looked at |
  public static func priceFacts(_ answer: PricesAnswer) -> Table {
    var table = Table(
      columns: [
        "model", "tokens", "price", "unit", "terms", "above", "from", "hours", "source", "checked",
      ].map { Column($0) })
    for fact in PriceFact.all(of: answer.entries) { table.rows.append(Row(fact.cells)) }
    return table
  }
}

extension JSON {
  /// What a book says of models, with every fact of the CSV.
  public static func prices(_ answer: PricesAnswer, program: Program) -> JSON {
    let models = answer.entries.map { entry -> JSON in
      [
        "model": .string(entry.name), "aliases": .array(entry.aliases.map { .string($0) }),
        "source": entry.source.map { .string($0) } ?? nil,
        "checked": entry.checked.map { .string($0) } ?? nil,
        "regions": .object(
          entry.regions.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value.value)) }),
        "prices": .array(PriceFact.all(of: [entry]).map(\.json)),
        "doubts": .array(entry.doubts.map { .string($0.sentence) }),
      ]
    }
    return answer.json("models", models, program)
  }
}

extension PricesAnswer {
  /// Facts under a name, with what they were made from.
  func json(_ name: String, _ facts: [JSON], _ program: Program) -> JSON {
    .object([
      .init("version", 1), .init("program", .string("\(program.name) \(program.version)")),
      .init("priceBook", ["name": .string(book.name), "sha256": .string(book.sha256)]),
      .init("unit", "USD / Mtok"), .init(name, .array(facts)),
    ])
  }
}

extension PriceFact {
  fileprivate var cells: [Cell] {
    [
      .text(harmless(entry.name)), .text(rate.kind.rawValue), .plain(rate.amount.forAMillion.value),
      .text("USD / Mtok"), .text(rate.service.rawValue),
      rate.above >= 0 ? .plain(Double(rate.above)) : .empty, .text(period.from ?? ""),
      .text(period.hours.map(\.words).joined(separator: "; ")),
      .text(harmless(period.source ?? entry.source ?? "")), .text(harmless(entry.checked ?? "")),
    ]
  }

  fileprivate var json: JSON {
    [
      "tokens": .string(rate.kind.rawValue), "price": .number(rate.amount.forAMillion.value),
      "terms": .string(rate.service.rawValue),
      "above": rate.above >= 0 ? .number(Double(rate.above)) : nil,
      "from": period.from.map { .string($0) } ?? nil,
      "hours": .array(period.hours.map { .string($0.words) }),
    ]
  }
}

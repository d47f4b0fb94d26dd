import RunLogs
import UnitEconomics

extension PricesAnswer {
  /// What is odd about the models asked about, by kind; in each by name.
  public var doubts: [(kind: PriceDoubt.Kind, models: [(name: String, doubt: PriceDoubt)])] {
    var byKind: [PriceDoubt.Kind: [(name: String, doubt: PriceDoubt)]] = [:]
    for name in list.unpriced { byKind[.noPrice, default: []].append((name, .ofAbsentPrices)) }
    for entry in entries {
      for doubt in entry.doubts { byKind[doubt.kind, default: []].append((entry.name, doubt)) }
    }
    return PriceDoubt.Kind.allCases.compactMap { kind in byKind[kind].map { (kind, $0) } }
  }
}

extension Report {
  /// Every entry of a book that is more often a slip than a price.
  public static func priceCheck(_ answer: PricesAnswer, program: Program) -> Report {
    let doubts = answer.doubts
    let models = Set(doubts.flatMap { $0.models.map(\.name) }).count
    let all = answer.list.models.count + answer.list.unpriced.count
    var summary = Table(columns: [Column("What is odd"), Column("Models", .trailing)])
    for (kind, found) in doubts {
      summary.rows.append(
        Row([.text(kind.words), .number(Double(found.count), .count)]))
    }
    var blocks: [Block] = [
      .paragraph([
        models == 0
          ? .verdict(.passed, "Nothing is odd about the \(countText(all)) models")
          : .verdict(.warning, "\(countText(models)) of \(countText(all)) models have an odd price")
      ])
    ]
    if models > 0 { blocks.append(.table(summary)) }
    for (kind, found) in doubts {
      var table = Table(
        title: kind.words.capitalizedFirst, columns: [Column("Model"), Column("What stands there")])
      for (name, doubt) in found {
        table.rows.append(
          Row([.text(harmless(name)), .text(doubt.detail.isEmpty ? "–" : doubt.detail)]))
      }
      blocks.append(.table(table))
    }
    return Report(
      title: "Odd prices", blocks: blocks + [answer.provenance(program)])
  }
}

extension Table {
  /// What is odd about a book, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | model, kind | which model, and what is odd about it |
  /// | figure, beside | the odd price and the one beside it, in USD / Mtok |
  /// | above | for requests of more input tokens than this; empty for all |
  /// | reason | the same as a sentence |
  public static func priceCheckFacts(_ answer: PricesAnswer) -> Table {
    var table = Table(
      columns: ["model", "kind", "figure", "beside", "above", "reason"].map { Column($0) })
    for (kind, found) in answer.doubts {
      for (name, doubt) in found {
        table.rows.append(
          Row([
            .text(harmless(name)), .text(kind.rawValue), .plain(doubt.figure?.forAMillion.value),
            .plain(doubt.beside?.forAMillion.value),
            doubt.above >= 0 ? .plain(Double(doubt.above)) : .empty, .text(doubt.sentence),
          ]))
      }
    }
    return table
  }
}

extension JSON {
  /// What is odd about a book, with every fact of the CSV.
  public static func priceCheck(_ answer: PricesAnswer, program: Program) -> JSON {
    let facts = answer.doubts.flatMap { kind, found in
      found.map { name, doubt -> JSON in
        [
          "model": .string(name), "kind": .string(kind.rawValue),
          "figure": doubt.figure.map { .number($0.forAMillion.value) } ?? nil,
          "beside": doubt.beside.map { .number($0.forAMillion.value) } ?? nil,
          "above": doubt.above >= 0 ? .number(Double(doubt.above)) : nil,
          "reason": .string(doubt.sentence),
        ]
      }
    }
    return answer.json("doubts", facts, program)
  }
}

import RunLogs
import UnitEconomics

extension Report {
  /// Everything that a book says of some models.
  public static func priceShow(_ answer: PricesAnswer, program: Program) -> Report {
    var blocks: [Block] = []
    for entry in answer.entries {
      if answer.entries.count > 1 { blocks.append(.heading(harmless(entry.name))) }
      blocks += answer.about(entry)
    }
    if let words = answer.regionWords { blocks.append(.text(words)) }
    let names = answer.entries.map { harmless($0.name) }
    return Report(
      title: names.count == 1 ? names[0] : "Prices of \(names.count) models",
      blocks: blocks + [answer.provenance(program)])
  }
}

extension PriceEntry {
  /// What stands over prices without a time of their own: before all others, or at other hours.
  fileprivate var titleOfTheRest: String {
    periods.count < 2 ? "" : periods.allSatisfy { $0.from == nil } ? "At other hours" : "Before"
  }
}

extension PricesAnswer {
  fileprivate func about(_ entry: PriceEntry) -> [Block] {
    var blocks: [Block] = entry.doubts.map { .paragraph([.verdict(.warning, $0.sentence)]) }
    blocks += entry.periods.map { .table(table(of: $0, in: entry)) }
    var lines: [String] = []
    if !entry.aliases.isEmpty {
      lines.append("Also known as \(entry.aliases.map(harmless).joined(separator: ", ")).")
    }
    for (region, factor) in entry.regions.sorted(by: { $0.key < $1.key }) {
      let place = region == "*" ? "any one region" : harmless(region)
      lines.append("Processed in \(place): × \(factor).")
    }
    if let source = entry.source { lines.append("Source: \(harmless(source)).") }
    if let checked = entry.checked { lines.append("Checked \(harmless(checked)).") }
    return blocks + lines.map { .text($0) }
  }

  /// The rates of one period: a row for each kind of token and size of request, a column for terms.
  private func table(of period: PricePeriod, in entry: PriceEntry) -> Table {
    let rates =
      region.flatMap { entry.regions[$0] ?? entry.regions["*"] }.map {
        period.rates.multiplied(by: $0)
      } ?? period.rates
    let terms = PriceTerms.allCases.filter { terms in
      terms == .standard || rates.rates.contains { $0.service == terms }
    }
    var table = Table(
      title: period.whenWords?.capitalizedFirst ?? entry.titleOfTheRest,
      columns: [Column("USD / Mtok")] + terms.map { Column($0.words.capitalizedFirst, .trailing) })
    let missing = TokenKind.allCases.filter { kind in
      !rates.rates.contains { $0.kind == kind }
    }
    for size in [-1] + rates.thresholds {
      if size >= 0 {
        table.rows.append(
          Row([.text("above \(countText(size)) input tokens")], style: .subheading))
      }
      for kind in TokenKind.allCases where !missing.contains(kind) {
        let cells = terms.map { term -> Cell in
          let own = rates.rates.last {
            $0.kind == kind && $0.above == size && $0.service == term
          }
          return own.map { $0.amount.perMillionCell } ?? .text("–")
        }
        if size >= 0, !cells.contains(where: { $0 != .text("–") }) { continue }
        table.rows.append(Row([.text(kind.words)] + cells, indent: size >= 0 ? 1 : 0))
      }
    }
    let fallbacks = missing.compactMap { kind in
      kind.fallback.map { "\(kind.words) cost what \($0.words) do" }
    }
    if !fallbacks.isEmpty {
      table.notes.append(fallbacks.joined(separator: "; ").capitalizedFirst + ".")
    }
    if terms.count > 1 || !rates.thresholds.isEmpty {
      table.notes.append(
        "A dash is the price of smaller requests, or of standard terms. A larger request pays the higher price as a whole."
      )
    }
    if let source = period.source { table.notes.append("Source: \(harmless(source)).") }
    return table
  }
}

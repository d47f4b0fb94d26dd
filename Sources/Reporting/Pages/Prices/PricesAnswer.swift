import RunLogs
import UnitEconomics

/// A price book, which models of it are asked about, and on what terms.
public struct PricesAnswer: Sendable {
  public let list: PriceList
  /// The book by its name and SHA-256.
  public let book: Subject.Source
  public let entries: [PriceEntry]
  let region: String?

  public init(
    _ list: PriceList, book: Subject.Source, entries: [PriceEntry], region: String?
  ) {
    self.list = list
    self.book = book
    self.entries = entries
    self.region = region
  }

  /// What is said where a region is asked for.
  var regionWords: String? { region.map { "Prices are those of requests processed in \($0)." } }

  func provenance(_ program: Program) -> Block {
    let name = list.title.map { harmless($0) }
    var phrases: [Phrase] = [
      .plain("Made by \(program.name) \(program.version) from "), .code(harmless(book.name)),
      .plain(" (SHA-256 \(book.sha256.prefix(16))…), \(list.format.words)"),
    ]
    if let name, name != book.name { phrases.append(.plain(", \(name)")) }
    if let checked = list.checked { phrases.append(.plain(", checked \(harmless(checked))")) }
    return .paragraph(phrases + ["."])
  }
}

/// One rate of one model, with when and for what it holds: a row of facts.
struct PriceFact {
  let entry: PriceEntry
  let period: PricePeriod
  let rate: TokenRates.Rate

  static func all(of entries: [PriceEntry]) -> [PriceFact] {
    entries.flatMap { entry in
      entry.periods.flatMap { period in
        period.rates.rates.map { PriceFact(entry: entry, period: period, rate: $0) }
      }
    }
  }
}

extension Report {
  /// Models of a book with their rates, those of usual requests that began last.
  public static func prices(_ answer: PricesAnswer, program: Program) -> Report {
    var table = Table(columns: [
      Column("Model"), Column("Input", .trailing), Column("Output", .trailing),
      Column("Cache read", .trailing), Column("Cache write", .trailing),
      Column("1 h write", .trailing, priority: 2), Column("Also", priority: 1),
    ])
    for entry in answer.entries {
      let rates = entry.rates(in: answer.region)
      func cell(_ kind: TokenKind) -> Cell {
        rates.rate(kind, input: 1).map { $0.perMillionCell }
          ?? .text("–")
      }
      table.rows.append(
        Row([
          .text(harmless(entry.name)), cell(.input), cell(.output), cell(.cacheRead),
          cell(.cacheWrite), cell(.cacheWrite1h), .text(entry.alsoWords),
        ]))
    }
    table.notes.append(
      "USD for a million tokens. Where a cache read or write has no price, that of input holds; for a write of an hour that of a write. \(answer.regionWords ?? "")"
    )
    let count = answer.entries.count
    return Report(
      title: count == 1 ? "1 model" : "\(countText(count)) models",
      blocks: [.table(table), answer.provenance(program)])
  }
}

extension PriceEntry {
  /// What a list does not show of a model: `above 200,000 · batch · dated`.
  fileprivate var alsoWords: String {
    let all = periods.flatMap(\.rates.rates)
    var words = Set(all.lazy.map(\.above).filter { $0 >= 0 }).sorted().map {
      "above \(countText($0))"
    }
    for terms in PriceTerms.allCases where terms != .standard {
      if all.contains(where: { $0.service == terms }) { words.append(terms.words) }
    }
    if periods.contains(where: { $0.from != nil }) { words.append("dated") }
    if periods.contains(where: { !$0.hours.isEmpty }) { words.append("hours") }
    words += regions.keys.sorted().map { $0 == "*" ? "regions" : harmless($0) }
    if !doubts.isEmpty { words.append("doubtful") }
    return words.joined(separator: " · ")
  }
}

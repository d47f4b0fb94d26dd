import RunLogs
import UnitEconomics

/// Models side by side, and what one request costs on each.
public struct PriceComparison: Sendable {
  let answer: PricesAnswer
  let request: TokenUsage
  let service: PriceTerms

  public init(_ answer: PricesAnswer, request: TokenUsage, service: PriceTerms) {
    self.answer = answer
    self.request = request
    self.service = service
  }

  /// What the request costs; nil where the model has no price for some of its tokens.
  func cost(on entry: PriceEntry) -> Amount? {
    entry.rates(in: answer.region).cost(request, service).map { $0.prompt + $0.completion }
  }

  /// How many times as much as on the first model.
  func ratio(of entry: PriceEntry) -> Double? {
    guard let first = answer.entries.first.flatMap(cost), first > .zero, let own = cost(on: entry)
    else { return nil }
    return own.value / first.value
  }

  /// The rate that the request pays for some of its tokens.
  func rate(_ kind: TokenKind, of entry: PriceEntry) -> Amount? {
    entry.rates(in: answer.region).rate(kind, input: request.input, service)
      ?? kind.fallback.flatMap { rate($0, of: entry) }
  }

  static let kinds: [TokenKind] = [.input, .cacheRead, .cacheWrite, .output]
}

extension Report {
  /// Models side by side with what a request costs on each.
  public static func priceCompare(_ comparison: PriceComparison, program: Program) -> Report {
    let (answer, request) = (comparison.answer, comparison.request)
    var table = Table(
      columns: [Column("Model"), Column("A request", .trailing), Column("Ratio", .trailing)]
        + ["Input", "Cache read", "Cache write", "Output"].map { Column($0, .trailing) })
    for entry in answer.entries {
      let rates = PriceComparison.kinds.map { kind -> Cell in
        comparison.rate(kind, of: entry).map { $0.perMillionCell }
          ?? .text("–")
      }
      table.rows.append(
        Row(
          [
            .text(harmless(entry.name)),
            comparison.cost(on: entry).map { .number($0.value, .money("USD")) }
              ?? .undefined("the book has no price for some of its tokens"),
            comparison.ratio(of: entry).map { .number($0, .factor) } ?? .text("–"),
          ] + rates))
    }
    table.notes = [
      "Rates are USD for a million tokens, as the request pays them: by its size and terms, and where a kind of token has no price of its own, that of the kind it is part of. \(answer.regionWords ?? "")"
    ]
    var words = "A request of \(countText(request.input)) input tokens"
    if request.cacheRead > 0 { words += ", \(countText(request.cacheRead)) from the cache" }
    if request.cacheWrite > 0 { words += ", \(countText(request.cacheWrite)) to the cache" }
    words +=
      ", and \(countText(request.output)) output tokens, at \(comparison.service.words) terms"
    let costs = answer.entries.compactMap { entry in
      comparison.cost(on: entry).map { (entry.name, $0) }
    }
    var headline: [Phrase] = [.plain("\(words). ")]
    if let least = costs.min(by: { $0.1 < $1.1 }), let most = costs.max(by: { $0.1 < $1.1 }),
      least.1 < most.1
    {
      headline += [
        .strong(harmless(least.0)), .plain(" asks least: "),
        .strong(NumberStyle.money("USD").text(for: least.1.value) ?? "n/a"),
        .plain(
          "; \(harmless(most.0)) asks \(NumberStyle.money("USD").text(for: most.1.value) ?? "n/a")."
        ),
      ]
    }
    let doubts = answer.entries.flatMap { entry in
      entry.doubts.map {
        Block.paragraph([.verdict(.warning, "\(harmless(entry.name)): \($0.sentence)")])
      }
    }
    return Report(
      title: "\(countText(answer.entries.count)) models side by side",
      blocks: [.paragraph(headline)] + doubts + [.table(table), answer.provenance(program)])
  }
}

extension Table {
  /// What a request costs on models, one fact a row: cost and ratio, and the rate of each kind of token.
  public static func priceCompareFacts(_ comparison: PriceComparison) -> Table {
    var table = Table(columns: ["model", "fact", "value", "unit"].map { Column($0) })
    for fact in comparison.facts {
      table.rows.append(
        Row([.text(harmless(fact.model)), .text(fact.name), .plain(fact.value), .text(fact.unit)]))
    }
    return table
  }
}

extension JSON {
  /// What a request costs on models, with every fact of the CSV.
  public static func priceCompare(_ comparison: PriceComparison, program: Program) -> JSON {
    comparison.answer.json(
      "facts",
      comparison.facts.map { fact in
        [
          "model": .string(fact.model), "fact": .string(fact.name),
          "value": fact.value.map { .number($0) } ?? nil, "unit": .string(fact.unit),
        ]
      }, program)
  }
}

extension PriceComparison {
  fileprivate var facts: [(model: String, name: String, value: Double?, unit: String)] {
    answer.entries.flatMap { entry in
      [
        (entry.name, "cost", cost(on: entry)?.value, "USD / request"),
        (entry.name, "ratio", ratio(of: entry), ""),
      ]
        + Self.kinds.map {
          (entry.name, $0.rawValue, rate($0, of: entry)?.forAMillion.value, "USD / Mtok")
        }
    }
  }
}

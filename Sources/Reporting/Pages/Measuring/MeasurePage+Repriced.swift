import RunLogs
import UnitEconomics

extension MeasureAnswer {
  /// What the same tokens cost as recorded, by the price list, and on other models; nil where none is asked of.
  var repriced: Table? {
    guard !on.isEmpty else { return nil }
    var table = Table(
      title: "The same tokens on other models",
      columns: [
        Column(""), Column("A run", .trailing), Column("A success", .trailing),
        Column("All of them", .trailing), Column("Ratio", .trailing),
        Column("Runs with a cost", .trailing, priority: 1),
      ])
    let money = NumberStyle.money(Self.currency)
    let computed = total.computed
    func row(_ name: String, _ cost: Tally.Cost, isOther: Bool = false) {
      func cell(_ value: Double?) -> Cell {
        value.map { .number($0, money) }
          ?? .undefined(cost.runs > 0 ? "no run succeeded" : "no run has such a cost")
      }
      let ratio =
        isOther && computed.runs == cost.runs && computed.total > .zero
        ? cost.total.value / computed.total.value : nil
      table.rows.append(
        Row([
          .text(name), cell(cost.perRun), cell(cost.perSuccess),
          cell(cost.runs > 0 ? cost.total.value : nil),
          ratio.map { .number($0, .factor) } ?? .empty, .number(Double(cost.runs), .count),
        ]))
    }
    row("as recorded", total.recorded)
    row("by the price list", computed)
    for (name, cost) in zip(on, total.repriced) { row(harmless(name), cost, isOther: true) }
    table.notes.append(
      "A ratio is to the price list's cost of the same runs. Another model may need more or fewer tokens, and succeed more or less often; its price does not tell."
    )
    return table
  }

  /// What is odd about the prices that were used.
  var doubtfulPrices: [String] {
    guard let prices else { return [] }
    let used = Set(total.priced.keys).union(total.repriced.isEmpty ? [] : on)
    return used.sorted().flatMap { name in
      (prices.models[name]?.doubts ?? []).map { "Doubtful price of \(name): \($0.sentence)" }
    }
  }
}

extension Report {
  /// What the tokens of logs would have cost on other models.
  public static func repricedRuns(_ answer: MeasureAnswer, program: Program) -> Report {
    var blocks: [Block] = [.paragraph(answer.headline)]
    blocks += answer.warnings.map { .paragraph([.verdict(.warning, $0)]) }
    if let table = answer.repriced { blocks.append(.table(table)) }
    blocks.append(.paragraph(answer.provenance(program)))
    return Report(
      title: "\(answer.count(answer.total.attempts)) runs on other models", blocks: blocks)
  }
}

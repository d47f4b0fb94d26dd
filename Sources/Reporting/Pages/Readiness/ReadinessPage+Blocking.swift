import Readiness
import UnitEconomics

extension ReadinessAnswer {
  /// What stands in the way, the cheapest way out of it, and what it costs until then.
  var blocking: Table {
    let blocking = verdict.blocking
    let hasCost = blocking.contains { $0.costPerMonth != nil }
    let hasLoss = blocking.contains { $0.lossPerMonth != nil }
    var table = Table(
      title: "What stands in the way", columns: [Column("Item"), Column(""), Column("The way")])
    if hasCost { table.columns.append(Column("Costs a month", .trailing, priority: 1)) }
    if hasLoss { table.columns.append(Column("Loses a month", .trailing, priority: 1)) }
    for result in blocking {
      table.rows.append(
        Row(
          [
            .text("\(harmless(result.path)): \(harmless(result.item.says))"),
            .verdict(result.state.sign, result.state.words), .text(way(out: result)),
          ] + (hasCost ? [amount(result.costPerMonth)] : [])
            + (hasLoss ? [amount(result.lossPerMonth)] : [])))
    }
    if hasLoss {
      table.notes.append(
        "What it loses: of success and escalation, the profit that the limit would leave more; of margins, what is short of the limit; of calls that should not have been made, what the scenario says one costs."
      )
    }
    return table
  }

  func amount(_ value: Double?) -> Cell { value.map { .number($0, money) } ?? .empty }

  /// What to do, by the model where it can say, else by the checklist.
  private func way(out result: ItemResult) -> String {
    var parts: [String] = []
    if let move = result.move {
      let factor = text(move.factor, .quantity(digits: 3))
      var words = "\(harmless(move.path)) × \(factor)"
      if let from = move.from, let to = move.to {
        let style = inputStyle(move.path)
        words += ", from \(text(from, style)) to \(text(to, style))"
      }
      parts.append(words)
    } else if result.state == .notMet, !result.item.levers.isEmpty {
      parts.append("no single lever within a factor of 4 is enough")
    }
    if let way = result.item.way { parts.append(harmless(way)) }
    if result.state == .unproven, let reason = result.reason { parts.append(harmless(reason)) }
    return parts.joined(separator: "; ")
  }

  private func inputStyle(_ path: String) -> NumberStyle {
    subject.scenario.inputs[path].map { NumberStyle($0.unit, currency: currency) }
      ?? .quantity(digits: 4)
  }
}

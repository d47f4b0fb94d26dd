import Formulas
import UnitEconomics

extension Subject {
  /// Every component and the priced lines under it; a line that uses nothing is left out.
  var breakdown: Table {
    let values = reading.base.values
    var table = Table(
      title: "What a month costs",
      columns: [
        Column("Component"), Column("Quantity", .trailing), Column("Unit", priority: 2),
        Column("Price", .trailing, priority: 1), Column("Monthly cost", .trailing),
        Column("Per completed \(taskNoun)", .trailing), Column("Share", .trailing),
      ])
    for component in Component.allCases {
      let lines = reading.model.lines.filter { $0.component == component }
      let used = lines.filter { !isNothing($0) }
      guard !used.isEmpty else { continue }
      let heading: [Cell] = [.text(component.words.capitalizedFirst), .empty, .empty, .empty]
      table.rows.append(Row(heading + amounts(component.output), style: .subheading))
      for line in used { table.rows.append(row(of: line)) }
    }
    let total: [Cell] = ["Total", .empty, .empty, .empty]
    table.rows.append(Row(total + amounts("totalCost"), style: .total))
    let completed = text(values[.completedTasks], .count)
    let submitted = text(values[.tasksSubmitted], .count)
    table.notes = [
      "A month is 730 hours. \(completed) of \(submitted) submitted tasks are completed."
    ]
    return table
  }

  /// Whether a line would read as a row of zeros.
  private func isNothing(_ line: CostLine) -> Bool {
    let values = reading.base.values
    guard let quantity = values[line.quantityPath]?.value, let cost = values[line.path]?.value
    else { return false }
    return quantity == 0 || abs(quantity) < 0.005 && abs(cost) < 0.005
  }

  private func row(of line: CostLine) -> Row {
    let values = reading.base.values
    let unit = values.graph.positions[line.quantityPath].map { values.graph.nodes[$0].unit }
    let cells: [Cell] = [
      .text(line.title),
      reading.base.cell(line.quantityPath, .quantity(digits: 4)),
      .text((unit ?? .one).aMonth),
      reading.base.cell(line.pricePath, .price(currency)),
    ]
    return Row(cells + amounts(line.path), indent: 1)
  }

  /// A cost a month, for each completed task, and as a part of all cost.
  private func amounts(_ path: String) -> [Cell] {
    let base = reading.base
    let cost = base.values[path]?.value
    func over(_ output: Output, _ style: NumberStyle) -> Cell {
      let whole = base.values[output]
      guard let cost, let amount = whole.value, amount != 0 else {
        return .undefined(whole.reason ?? "\(output.rawValue) is 0")
      }
      return .number(cost / amount, style)
    }
    return [
      base.cell(path, .money(currency, digits: 2)),
      over(.completedTasks, .money(currency, digits: 4)),
      over(.totalCost, .share(digits: 1)),
    ]
  }
}

extension Unit {
  /// The unit of a month's quantity, the month left out.
  var aMonth: String {
    if self == .one { return "month" }
    if self == .one / .month { return "part" }
    let whole = self * .month
    return whole.text().count < text().count ? whole.text() : text()
  }
}

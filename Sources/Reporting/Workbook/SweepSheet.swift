import Formulas
import Spreadsheets
import UnitEconomics

/// The margin, or the cost where nothing is sold, over escalation and tool latency: a block of numbers.
struct SweepSheet {
  let workbook: ModelWorkbook

  private static let (rows, columns) = (13, 17)

  /// Nil where the scenario has nothing to move.
  func sheet() throws(ModelFaults) -> Sheet? {
    let subject = workbook.subject
    guard let sweep = subject.escalationByLatency(rows: Self.rows, columns: Self.columns) else {
      return nil
    }
    let (escalation, latency) = (sweep.axes[0].lanes[0].amounts, sweep.axes[1].lanes[0].amounts)
    let points = try sweep.points([Array(0..<Self.rows), Array(0..<Self.columns)])
    let output = subject.mainOutput
    let values = workbook.cases[0].values
    let unit = values.graph.positions[output.rawValue].map { values.graph.nodes[$0].unit } ?? .one
    let format = NumberFormat.figure(
      unit, values[output].value, currency: workbook.subject.currency)

    var sheet = Sheet("Sweep", widths: [16] + latency.map { _ in 10 })
    sheet.tabColor = "C4793A"
    sheet.frozen = (3, 1)
    sheet.rows = [
      [.text(WorkbookWords.sweepTitle(output.words), .strong)],
      [.text(WorkbookWords.sweepStays, .faint)],
      [.text("escalation ×", .heading)]
        + latency.map { SheetCell(.number($0), .headingOfNumbers) },
    ]
    for (row, factor) in escalation.enumerated() {
      let own = points[row * Self.columns..<(row + 1) * Self.columns]
      sheet.rows.append(
        [SheetCell(.number(factor), .strong)]
          + own.map {
            $0.figures[0].value.map { SheetCell(.number($0), CellStyle(numberFormat: format)) }
              ?? .text("n/a", .toTheRight)
          })
    }
    let (bad, good) = ("F4B6B6", "B7DDB9")
    let last = Sheet.address(2 + Self.rows, Self.columns)
    let isBetterHigh = output == .grossMargin
    sheet.conditionals = [
      Conditional(
        "B4:\(last)",
        .scale(low: isBetterHigh ? bad : good, middle: "FFFFFF", high: isBetterHigh ? good : bad))
    ]
    return sheet
  }
}

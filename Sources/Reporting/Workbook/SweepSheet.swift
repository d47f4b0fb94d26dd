import Formulas
import Spreadsheets
import UnitEconomics

/// The margin, or the cost where nothing is sold, over escalation and tool latency: a block of numbers.
struct SweepSheet {
  let workbook: ModelWorkbook

  private static let escalation = (0...12).map { 1 + 3 * Double($0) / 12 }
  private static let latency = (0...16).map { 1 + 4 * Double($0) / 16 }

  /// Nil where the scenario has nothing to move.
  var sheet: Sheet? {
    let model = workbook.subject.reading.model
    let axes = [("outcomes.escalation.*", Self.escalation), ("tools.*.latency.*", Self.latency)]
      .map { SweepAxis(PathPattern($0), .multiply, amounts: $1, in: model.scenario) }
    guard axes.allSatisfy({ !($0.positions.first?.isEmpty ?? true) }) else { return nil }
    let output: Output = model.scenario.plans.isEmpty ? .costPerCompletedTask : .grossMargin
    let values = workbook.cases[0].values
    let unit = values.graph.positions[output.rawValue].map { values.graph.nodes[$0].unit } ?? .one
    let format = NumberFormat.figure(
      unit, values[output].value, currency: workbook.subject.currency)
    let numbers = block(model, axes, output)

    var sheet = Sheet("Sweep", widths: [16] + Self.latency.map { _ in 10 })
    sheet.tabColor = "C4793A"
    sheet.frozen = (3, 1)
    sheet.rows = [
      [.text(Wording.sweepTitle(output.words), .strong)], [.text(Wording.sweepStays, .faint)],
      [.text("escalation ×", .heading)]
        + Self.latency.map { SheetCell(.number($0), .headingOfNumbers) },
    ]
    for (row, factor) in Self.escalation.enumerated() {
      let own = numbers[row * Self.latency.count..<(row + 1) * Self.latency.count]
      sheet.rows.append(
        [SheetCell(.number(factor), .strong)]
          + own.map {
            $0.isNaN
              ? .text("n/a", .toTheRight) : SheetCell(.number($0), CellStyle(numberFormat: format))
          })
    }
    let (bad, good) = ("F4B6B6", "B7DDB9")
    let last = Sheet.address(2 + Self.escalation.count, Self.latency.count)
    let isBetterHigh = output == .grossMargin
    sheet.conditionals = [
      Conditional(
        "B4:\(last)",
        .scale(low: isBetterHigh ? bad : good, middle: "FFFFFF", high: isBetterHigh ? good : bad))
    ]
    return sheet
  }

  private func block(_ model: CostModel, _ axes: [SweepAxis], _ output: Output) -> [Double] {
    let grid = model.grid(axes)
    let block = NumberBlock(grid.count)
    GridReading(around: model.values(), grid: grid, outputs: [output.rawValue])
      .read { start, count, outputs in block.put(outputs[0], start, count) }
    return block.numbers
  }
}

/// Numbers that one piece of work puts down.
private final class NumberBlock: @unchecked Sendable {
  // Only one thread reads the grid.
  private(set) var numbers: [Double]

  init(_ count: Int) { numbers = Array(repeating: .nan, count: count) }

  func put(_ values: UnsafePointer<Double>, _ start: Int, _ count: Int) {
    for index in 0..<count { numbers[start + index] = values[index] }
  }
}

import Formulas
import UnitEconomics

/// A figure's distribution as a row of a table: mean, spread and quantiles.
struct DistributionRows {
  let name: String
  let figure: FigureDistribution
  let style: NumberStyle
  /// Whether the mean of the worst twentieth stands in the row.
  var showsWorst = false

  /// A table for such rows.
  ///
  /// - Parameter stated: what the figure is called that the model has without chance.
  static func table(title: String, stated: String, showsWorst: Bool = false) -> Table {
    Table(
      title: title,
      columns: [
        Column("Figure"), Column(stated, .trailing), Column("Mean", .trailing),
        Column("±", .trailing, priority: 2), Column("SD", .trailing, priority: 1),
        Column("p5", .trailing), Column("p50", .trailing), Column("p95", .trailing),
      ] + (showsWorst ? [Column("Worst 5%", .trailing, priority: 1)] : []))
  }

  func append(to table: inout Table, undefined: String = "draws") {
    func cell(_ value: Double) -> Cell {
      value.isFinite ? .number(value, style) : .undefined("no draw has a value")
    }
    let worst = figure.isBetterLow ? figure.highTail : figure.lowTail
    table.rows.append(
      Row(
        [
          .text(name), figure.stated.cell(style), cell(figure.mean.value),
          .text(error), cell(figure.defined > 0 ? figure.deviation.value : .nan),
          cell(figure.quantile(0.05)),
          cell(figure.quantile(0.5)), cell(figure.quantile(0.95)),
        ] + (showsWorst ? [cell(worst.value)] : [])))
    if figure.undefined > 0 {
      let share = Double(figure.undefined) / Double(figure.undefined + figure.defined)
      table.notes.append(
        "\(name.capitalizedFirst) has no value in \(percent(share)) of \(undefined).")
    }
  }

  /// A standard error to two digits, in the figure's own unit.
  private var error: String {
    guard figure.mean.error.isFinite else { return "n/a" }
    let digits = NumberStyle.quantity(digits: 2)
    if figure.unit == .share {
      return (digits.text(for: figure.mean.error * 100) ?? "n/a") + " pp"
    }
    return digits.text(for: figure.mean.error) ?? "n/a"
  }
}

extension FigureDistribution {
  /// Bars that say how often the value lies where.
  func bars(_ name: String, _ style: NumberStyle) -> BarChart {
    func text(_ value: Double) -> String { style.text(for: value) ?? "n/a" }
    let bounds = histogram.bounds
    // Two bins a line, so that two pictures fit on a screen.
    let lines = stride(from: 0, to: histogram.counts.count, by: 2).map { bin in
      let end = min(bin + 2, histogram.counts.count)
      let count = histogram.counts[bin..<end].reduce(0, +)
      return BarChart.Bar(
        "\(text(bounds[bin])) to \(text(bounds[end]))", Double(count) / Double(defined))
    }
    let outside = Double(histogram.below + histogram.above) / Double(defined)
    return BarChart(
      title: "\(name): how often it lies where (\(percent(outside)) lie beyond, from "
        + "\(text(least)) to \(text(most)))",
      bars: lines, style: .share)
  }
}

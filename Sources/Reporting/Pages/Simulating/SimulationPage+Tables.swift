import Formulas
import UnitEconomics

extension SimulationPage {
  /// Bars for the first two figures: how often the value lies where.
  var histograms: [BarChart] {
    findings.figures.prefix(2).filter { $0.defined > 0 }.map { figure in
      let histogram = figure.histogram
      // Two bins a line, so that both pictures fit on a screen.
      let lines = stride(from: 0, to: histogram.counts.count, by: 2).map { bin in
        let count = histogram.counts[bin..<min(bin + 2, histogram.counts.count)].reduce(0, +)
        let share = Double(count) / Double(figure.defined)
        return BarChart.Bar(
          "\(text(histogram.bounds[bin], figure)) to "
            + text(histogram.bounds[min(bin + 2, histogram.bounds.count - 1)], figure), share)
      }
      return BarChart(
        title:
          "\(name(figure.path).capitalizedFirst): how often it lies where (\(outside(figure)))",
        bars: lines, style: .share)
    }
  }

  private func outside(_ figure: FigureDistribution) -> String {
    let share =
      Double(figure.histogram.below + figure.histogram.above) / Double(figure.defined)
    return "\(percent(share)) lie beyond, from \(text(figure.least, figure)) to "
      + text(figure.most, figure)
  }

  /// A row a figure.
  var figures: Table {
    var table = Table(
      title: "Figures",
      columns: [
        Column("Figure"), Column("As stated", .trailing), Column("Mean", .trailing),
        Column("±", .trailing, priority: 2), Column("SD", .trailing, priority: 1),
        Column("p5", .trailing), Column("p50", .trailing), Column("p95", .trailing),
        Column("Worst 5%", .trailing, priority: 1),
      ])
    for figure in findings.figures {
      let style = style(figure)
      func cell(_ value: Double) -> Cell {
        value.isFinite ? .number(value, style) : .undefined("no draw has a value")
      }
      let worst = figure.isBetterLow ? figure.highTail : figure.lowTail
      table.rows.append(
        Row([
          .text(name(figure.path)), figure.stated.cell(style), cell(figure.mean.value),
          .text(error(figure.mean.error, figure)), cell(figure.deviation.value),
          cell(figure.quantile(0.05)), cell(figure.quantile(0.5)), cell(figure.quantile(0.95)),
          cell(worst.value),
        ]))
      if figure.undefined > 0 {
        let share = Double(figure.undefined) / Double(figure.undefined + figure.defined)
        table.notes.append(
          "\(name(figure.path).capitalizedFirst) has no value in \(percent(share)) of draws.")
      }
    }
    return table
  }

  /// A standard error to two digits, in the figure's own unit.
  private func error(_ error: Double, _ figure: FigureDistribution) -> String {
    guard error.isFinite else { return "n/a" }
    let digits = NumberStyle.quantity(digits: 2)
    if figure.unit == .share { return (digits.text(for: error * 100) ?? "n/a") + " pp" }
    return digits.text(for: error) ?? "n/a"
  }

  /// A row a check.
  var checks: Table {
    var table = Table(
      title: "How likely each check fails",
      columns: [
        Column("Check"), Column("Figure", priority: 1), Column("Limit", .trailing),
        Column("As stated"), Column("Fails in", .trailing), Column("95% interval", .trailing),
      ])
    for check in findings.checks {
      let style = NumberStyle(check.unit, currency: subject.currency)
      let sign = check.check.side == .min ? "≥ " : "≤ "
      let interval = check.failing.interval
      table.rows.append(
        Row([
          .text(check.check.name), .text(check.check.output),
          .text(sign + (style.text(for: check.check.limit.value) ?? "n/a")),
          .verdict(
            check.holdsAsStated ? .passed : .failed, check.holdsAsStated ? "holds" : "fails"),
          .number(check.failing.value, .share),
          .text(span(interval, about: check.failing.value)),
        ]))
    }
    return table
  }
}

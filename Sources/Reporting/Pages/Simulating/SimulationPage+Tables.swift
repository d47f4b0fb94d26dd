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
        title: "\(name(figure.path).capitalizedFirst): how often it lies where (\(outside(figure)))",
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
          .verdict(check.holdsAsStated ? .passed : .failed, check.holdsAsStated ? "holds" : "fails"),
          .number(check.failing.value, .share),
          .text("\(percent(interval.lowerBound)) to \(percent(interval.upperBound))"),
        ]))
    }
    return table
  }

  /// Which uncertainty matters, for each figure that was asked about.
  var driverTables: [Table] {
    drivers.map { drivers in
      var table = Table(
        title: "What makes \(name(drivers.figure)) uncertain",
        columns: [
          Column("Uncertain input"), Column("Alone", .trailing), Column("With others", .trailing),
          Column("95% interval", .trailing, priority: 1), Column("Rank corr.", .trailing),
        ])
      for driver in drivers.drivers {
        let interval = driver.indices.total.interval
        table.rows.append(
          Row([
            .text(driver.paths.joined(separator: " & ")),
            .number(max(0, driver.indices.first.value), .share),
            .number(max(0, driver.indices.total.value), .share),
            .text(
              "\(percent(max(0, interval.lowerBound))) to \(percent(interval.upperBound))"),
            .number(driver.rankCorrelation, .change(.fixed(.quantity(), digits: 2))),
          ]))
      }
      table.notes.append(
        "Parts of the variance: what goes if this input alone were known, and what stays if all "
          + "others were. Inputs that are correlated count as one.")
      return table
    }
  }

  /// What it would be worth to know an input exactly before the decision.
  var worth: [Phrase]? {
    guard let drivers = drivers.first, let profit = drivers.expectedProfit else { return nil }
    let money = NumberStyle.money(subject.currency)
    func text(_ value: Double) -> String { money.text(for: value) ?? "n/a" }
    let worths = drivers.drivers.compactMap { driver in driver.worth.map { (driver, $0) } }
    let decision = profit > 0 ? "to go live" : "not to go live"
    let start =
      "Expected gross profit is \(text(profit)) a month, so the draws say \(decision)."
    guard let best = worths.max(by: { $0.1 < $1.1 }), best.1 > abs(profit) * 1e-4 else {
      return [.plain(start + " Knowing any one input exactly would not change that decision.")]
    }
    return [
      .plain(start + " To know one input exactly before deciding is worth most for "),
      .code(best.0.paths.joined(separator: " & ")), .plain(": \(text(best.1)) a month."),
    ]
  }

  /// What was drawn, and how.
  var inputs: Table {
    var table = Table(
      title: "Uncertain inputs",
      columns: [
        Column("Input"), Column("As stated", .trailing), Column("Distribution"),
        Column("Source", priority: 1),
      ])
    for input in findings.plan.inputs {
      let assumed = input.uncertainty.isAssumed ? " (assumed)" : ""
      table.rows.append(
        Row([
          .text(input.input.path),
          .text(subject.shortAmount(input.input.value, of: input.input)),
          .text(input.uncertainty.distribution.description + assumed),
          .text(input.input.source ?? ""),
        ]))
    }
    if findings.plan.inputs.contains(where: \.uncertainty.isAssumed) {
      table.notes.append(
        "Assumed: the file states a low and a high without a distribution; they are taken as the ends of "
          + "a PERT distribution about the value.")
    }
    return table
  }
}

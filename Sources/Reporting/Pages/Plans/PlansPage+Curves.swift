import Formulas
import UnitEconomics

extension PlansAnswer {
  /// Curves over scale: drawn, who keeps the highest margin where, and where each plan breaks even.
  var overScale: [Block] {
    guard let curves else { return [] }
    var blocks: [Block] = [.plot(moneyPlot(curves)), .plot(marginPlot(curves))]
    blocks.append(.table(leaders(curves)))
    blocks.append(.table(breakEvens(curves)))
    return blocks
  }

  private func what(_ scale: PlanScale) -> String {
    switch scale {
    case .tasks: "\(task)s of each customer"
    case .customers: "customers"
    case .both: "customers and \(task)s of each"
    }
  }

  private func axis(_ curves: PlanCurves) -> String {
    "\(what(curves.scale)), times what is stated (equal factors: a log scale)"
  }

  private func factor(_ factor: Double) -> String {
    "× \(text(factor, .quantity(digits: 3)))"
  }

  /// Where labels stand: the ends, what is stated, and round parts between.
  private func ticks(_ curves: PlanCurves) -> [Int] {
    evenlySpaced(5, of: curves.factors.count)
  }

  /// The position of what is stated, where the range holds it.
  private func stated(_ curves: PlanCurves) -> Int? {
    guard let first = curves.factors.first, let last = curves.factors.last, first <= 1, last >= 1
    else { return nil }
    return curves.factors.indices.min {
      abs(curves.factors[$0] - 1) < abs(curves.factors[$1] - 1)
    }
  }

  /// The plans that are drawn where there are many: the one to choose, then those of the file.
  private func drawn(_ curves: PlanCurves) -> [PlanCurves.Curve] {
    let chosen = curves.curves.filter { $0.plan == comparison.choice.chosen?.name }
    let others = curves.curves.filter { $0.plan != comparison.choice.chosen?.name }
    return Array((chosen + others).prefix(PlanRace.mostPlans))
  }

  private func notes(_ curves: PlanCurves) -> [String] {
    let left = curves.curves.count - drawn(curves).count
    return left > 0 ? ["\(left) more plans are in the CSV."] : []
  }

  private func moneyPlot(_ curves: PlanCurves) -> LinePlot {
    let series =
      drawn(curves).map { LinePlot.Series($0.plan, $0.revenue) }
      + [LinePlot.Series("cost", curves.cost)]
    let isPositive = series.flatMap(\.values).allSatisfy { $0.isNaN || $0 > 0 }
    return LinePlot(
      title: "Revenue of each plan, and cost, a month" + (isPositive ? " (log scale)" : ""),
      axis: axis(curves), labels: curves.factors.map(factor), ticks: ticks(curves), series: series,
      style: money, isLogarithmic: isPositive, marked: stated(curves), notes: notes(curves))
  }

  private func marginPlot(_ curves: PlanCurves) -> LinePlot {
    LinePlot(
      title: "Gross margin of each plan", axis: axis(curves), labels: curves.factors.map(factor),
      ticks: ticks(curves), series: drawn(curves).map { .init($0.plan, $0.grossMargin) },
      style: .share(digits: 0), limits: -1...1, marked: stated(curves), notes: notes(curves))
  }

  private func leaders(_ curves: PlanCurves) -> Table {
    var table = Table(
      title: "Which plan keeps the highest gross margin over scale",
      columns: [
        Column("From", .trailing), Column("\(task.capitalizedFirst)s a month", .trailing),
        Column("Highest margin"), Column("Overtakes"),
      ])
    for stretch in curves.margins.stretches {
      let passed = curves.margins.crossovers.first {
        $0.position == stretch.from && $0.beyond == stretch.plan
      }
      table.rows.append(
        Row([
          .text(factor(stretch.from)), .text(tasks(from: curves.tasks(at: stretch.from))),
          .text(stretch.plan), .text(passed?.before ?? ""),
        ]))
    }
    if let note = leadOnly(curves.margins) { table.notes.append(note) }
    let leading = Set(curves.margins.stretches.map(\.from))
    let others = curves.margins.crossovers.filter { !leading.contains($0.position) }
    if !others.isEmpty {
      table.notes.append(
        "Behind the lead: "
          + others.map {
            "\($0.beyond) overtakes \($0.before) at \(factor($0.position)), "
              + "\(tasks(from: curves.tasks(at: $0.position))) \(task)s"
          }.joined(separator: "; ") + ".")
    }
    return table
  }

  private func breakEvens(_ curves: PlanCurves) -> Table {
    var table = Table(
      title: "Break-even",
      columns: [
        Column("Plan"), Column("Covers all cost from"),
        Column("\(task.capitalizedFirst)s a month", .trailing),
      ])
    for curve in curves.curves {
      let rising = curve.breakEvens.filter(\.isRising)
      let ends = [curve.grossProfit.first, curve.grossProfit.last].compactMap { $0 ?? nil }
      for crossing in curve.breakEvens {
        table.rows.append(
          Row([
            .text(curve.plan),
            .text((crossing.isRising ? "" : "loses money again from ") + factor(crossing.position)),
            .text(tasks(from: curves.tasks(at: crossing.position))),
          ]))
      }
      if rising.isEmpty, curve.breakEvens.isEmpty {
        let word = ends.allSatisfy { $0 >= 0 } ? "all of the range" : "nowhere in the range"
        table.rows.append(Row([.text(curve.plan), .text(word), .empty]))
      }
    }
    return table
  }
}

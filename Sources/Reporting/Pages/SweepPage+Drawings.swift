import Formulas
import UnitEconomics

extension SweepPage {
  /// What is drawn of a sweep: over one axis a table and bars, else a map for each figure.
  func drawings(_ map: SweepMap) -> [Block] {
    guard sweep.axes.count > 1 else { return [.table(points(map)), .bars(bars(map))] }
    // Of many axes there are several maps already; one figure is enough.
    let figures = sweep.axes.count == 2 ? sweep.figures.count : 1
    return (0..<figures).map { .map(heatMap(map, figure: $0)) }
  }

  /// The points along one axis.
  private func points(_ map: SweepMap) -> Table {
    let axis = sweep.axes[0]
    var table = Table(
      columns: [Column(words.title(axis), .trailing)]
        + sweep.figures.map { Column(words.words($0).capitalizedFirst, .trailing) }
        + (sweep.checks.isEmpty ? [] : [Column("Checks")]))
    for point in map.points.map({ $0[0] }) {
      let figures = zip(sweep.figures, point.figures).map { $1.cell(words.style($0)) }
      table.rows.append(
        Row([.text(words.label(axis, at: point.positions[0]))] + figures + [verdict(point)]))
    }
    if let left = leftOut(map.rows.count, of: axis.count, "positions") { table.notes.append(left) }
    return table
  }

  private func verdict(_ point: SweepPoint) -> Cell {
    let failed = point.failures.map { sweep.checks[$0].name }
    return failed.isEmpty
      ? .verdict(.passed, "all hold") : .verdict(.failed, failed.joined(separator: ", "))
  }

  private func bars(_ map: SweepMap) -> BarChart {
    let name = sweep.figures[0]
    let bars = map.points.compactMap { row -> BarChart.Bar? in
      let label = words.label(sweep.axes[0], at: row[0].positions[0])
      guard let value = row[0].figures[0].value else { return nil }
      return BarChart.Bar(row[0].isPassed ? label : "\(label) ✗", value)
    }
    return BarChart(
      title: words.words(name).capitalizedFirst, bars: bars, style: words.style(name))
  }

  /// One figure over the first two axes, and where along the second the first check fails.
  private func heatMap(_ map: SweepMap, figure: Int) -> HeatMap {
    let name = sweep.figures[figure]
    let (down, across) = (sweep.axes[0], sweep.axes[1])
    var title = words.words(name).capitalizedFirst
    if sweep.axes.count > 2 {
      let others = sweep.axes.indices.dropFirst(2).map {
        "\(sweep.axes[$0].name) \(words.amounts(sweep.axes[$0], at: map.others[$0]))"
      }
      title += " with " + others.joined(separator: ", ")
    }
    title += ": \(words.title(down)) downwards, \(words.title(across)) across"
    let isSolved = figure == 0 && !sweep.checks.isEmpty
    var result = HeatMap(
      title: title, rowLabels: map.rows.map { words.label(down, at: $0) },
      columnLabels: map.columns.map { words.label(across, at: $0) },
      spots: map.points.map { row in
        row.map { point in
          HeatMap.Spot(
            point.figures[figure].cell(words.style(name)), holds: point.isPassed,
            headroom: point.headroom(of: findings.base))
        }
      },
      endHeading: isSolved ? "First fails" : "", ends: isSolved ? map.frontier.map(end) : [],
      columnCount: across.count)
    if let left = leftOut(map.rows.count, of: down.count, "rows") { result.notes.append(left) }
    return result
  }

  /// Where along a row the first check fails.
  private func end(_ found: SweepBreak?) -> Cell {
    let axis = sweep.axes[1]
    guard let found else { return .text("nowhere") }
    let place =
      switch found.point.place {
      case .atStart, .never: "at once"
      case .at(_, isJump: false): "at \(words.labels(axis, found.amounts))"
      case .at, .undefined: "after \(words.labels(axis, found.amounts))"
      }
    return .text("\(found.check.name) \(place)")
  }

  private func leftOut(_ shown: Int, of all: Int, _ what: String) -> String? {
    shown < all ? "\(shown) of \(grouped(all)) \(what) are shown." : nil
  }
}

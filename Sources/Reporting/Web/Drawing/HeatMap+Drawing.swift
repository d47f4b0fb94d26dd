extension HeatMap {
  /// A cell a place, the first row at the bottom; shades, marks and a line say where checks fail.
  ///
  /// - Parameter frontier: how far up a check first fails, for each column counted in rows from the
  ///   first one's middle; nil where none does.
  func drawing(title: String, frontier: [Double?] = []) -> Drawing {
    let (left, row) = (13.0, 34.0)
    let width = (100 - left) / Double(max(1, columnLabels.count))
    let height = Double(rowLabels.count) * row
    var shapes: [HTML] = []
    // Letters come last, and stand on top of the line.
    var letters: [HTML] = []
    for (index, label) in rowLabels.enumerated() {
      let y = height - Double(index + 1) * row
      shapes.append(Draw.text(left - 1.5, y + 22, label, "tick", anchor: "end"))
      for (column, spot) in spots[index].enumerated() {
        let x = left + Double(column) * width
        var notes = Footnotes()
        let text = spot.cell.text(footnotes: &notes)
        shapes.append(
          Draw.rect(x: x, y: y, width: width, height: row, "cell \(spot.kind)"))
        letters.append(
          Draw.text(
            x + width / 2, y + 22, spot.holds ? text : "\(text)✗", "inner \(spot.kind)",
            anchor: "middle"))
      }
    }
    for (column, label) in columnLabels.enumerated() {
      shapes.append(
        Draw.text(
          left + (Double(column) + 0.5) * width, height + 20, label,
          column % 2 == 0 ? "tick" : "tick odd", anchor: "middle"))
    }
    let line = line(frontier)
    if !line.isEmpty {
      shapes.append(
        Draw.frame(
          x: left, y: 0, width: 100 - left, height: height,
          [(line, "frontier under"), (line, "frontier")]))
    }
    return Drawing(
      title: title, label: title, height: height + 28, content: shapes + letters, notes: notes,
      table: table, kind: "map")
  }

  private func line(_ frontier: [Double?]) -> String {
    let count = Double(rowLabels.count)
    // Drawn to the edges of the first and the last column.
    var points = frontier.enumerated().map { column, place -> (x: Double, y: Double?) in
      (
        (Double(column) + 0.5) / Double(frontier.count) * 100,
        place.map { 100 - (min(max($0, -0.5), count - 0.5) + 0.5) / count * 100 }
      )
    }
    if let first = points.first, let last = points.last {
      points.insert((0, first.y), at: 0)
      points.append((100, last.y))
    }
    return Draw.path(points)
  }

  private var table: Table {
    Table(
      columns: [Column("")] + columnLabels.map { Column($0, .trailing) },
      rows: rowLabels.indices.map { index in
        Row(
          [.text(rowLabels[index])]
            + spots[index].map { spot in
              var notes = Footnotes()
              let text = spot.cell.text(footnotes: &notes)
              return .text(spot.holds ? text : "\(text)✗")
            })
      })
  }
}

extension HeatMap.Spot {
  /// How its cell is shaded: the less is left until a check fails, the warmer.
  fileprivate var kind: String {
    guard holds else { return "fails" }
    guard let headroom else { return "shade4" }
    return "shade\(min(4, Int(max(0, min(1, headroom)) * 5)))"
  }
}

extension TerminalRenderer {
  /// The map alone, as it stands in a report.
  public func render(_ map: HeatMap) -> String {
    var canvas = TerminalCanvas(width: width, color: color)
    draw(map, on: &canvas)
    return canvas.text
  }

  func draw(_ map: HeatMap, on canvas: inout TerminalCanvas) {
    if !map.title.isEmpty {
      canvas.paragraph([InkedText(text: map.title, ink: .strong)])
      canvas.blankLine()
    }
    let drawing = HeatMapDrawing(map, width: width)
    drawing.draw(on: &canvas)
    let notes = drawing.notes
    if !notes.isEmpty { canvas.blankLine() }
    for note in notes { canvas.paragraph([InkedText(text: note, ink: .faint)]) }
  }
}

/// A map made ready for the terminal: as many of its columns as fit.
private struct HeatMapDrawing {
  private let map: HeatMap
  private let texts: [[String]]
  private let ends: [String]
  private let labelWidth: Int
  /// Of a value or a heading; behind it stands a mark or nothing.
  private let cellWidth: Int
  private let footnotes: Footnotes

  init(_ whole: HeatMap, width: Int) {
    var footnotes = Footnotes()
    let all = whole.spots.map { row in
      row.map { harmless($0.cell.text(footnotes: &footnotes)) }
    }
    var ends = whole.ends.map { harmless($0.text(footnotes: &footnotes)) }
    self.footnotes = footnotes
    let headings = whole.columnLabels.map(harmless)
    let cellWidth = min(widest(all.flatMap(\.self) + headings), width / 2)
    let labelWidth = min(widest(whole.rowLabels.map(harmless)), width - cellWidth - 3)
    let endWidth = whole.endHeading.isEmpty ? 0 : 3 + widest(ends + [whole.endHeading])
    func fitting(_ room: Int) -> Int { max(1, (room - labelWidth) / (cellWidth + 3)) }
    var most = fitting(width - endWidth)
    var isCut = false
    // The words behind the rows go before the map is no map any more.
    let isTight = labelWidth + most * (cellWidth + 3) + endWidth > width
    if isTight || most < min(4, headings.count) {
      most = fitting(width)
      (ends, isCut) = ([], endWidth > 0)
    }
    let columns = evenlySpaced(most, of: headings.count)
    var map = whole.showing(columns)
    if isCut {
      map.notes.append("Not shown at this width: \(whole.endHeading).")
      map.endHeading = ""
    }
    self.map = map
    self.ends = ends
    self.labelWidth = labelWidth
    self.cellWidth = cellWidth
    texts = all.map { row in columns.map { row[$0] } }
  }

  var notes: [String] { footnotes.lines + map.notes }

  func draw(on canvas: inout TerminalCanvas) {
    let heading = map.columnLabels.map { " " + padded(cut($0, cellWidth)) + " " }
      .joined(separator: " ")
    let end = map.endHeading.isEmpty ? "" : "   " + map.endHeading
    canvas.line([InkedText(text: blank(labelWidth + 1) + heading + end, ink: .strong)])
    canvas.rule(
      labelWidth + 1 + map.columnLabels.count * (cellWidth + 3) - 1
        + (end.isEmpty ? 0 : displayWidth(end)))
    for row in map.spots.indices {
      if row > 0 { drawBorder(above: row, on: &canvas) }
      drawRow(row, on: &canvas)
    }
  }

  private func drawRow(_ row: Int, on canvas: inout TerminalCanvas) {
    let label = cut(map.rowLabels[row], labelWidth)
    var pieces = [InkedText(text: label + blank(labelWidth - displayWidth(label) + 1), ink: .plain)]
    for (column, spot) in map.spots[row].enumerated() {
      let isBorder = column > 0 && map.spots[row][column - 1].holds != spot.holds
      pieces.append(InkedText(text: column == 0 ? " " : isBorder ? "│ " : "  ", ink: .plain))
      pieces.append(
        InkedText(
          text: padded(texts[row][column]) + (spot.holds ? " " : Verdict.failed.mark),
          ink: Ink(headroom: spot.headroom, holds: spot.holds)))
    }
    if ends.indices.contains(row) { pieces.append(InkedText(text: "   " + ends[row], ink: .plain)) }
    canvas.line(pieces)
  }

  /// The line between two rows, where what holds in one fails in the other.
  private func drawBorder(above row: Int, on canvas: inout TerminalCanvas) {
    let (upper, lower) = (map.spots[row - 1], map.spots[row])
    let differs = zip(upper, lower).map { $0.holds != $1.holds }
    guard differs.contains(true) else { return }
    var line = blank(labelWidth + 1)
    for column in differs.indices {
      let side = differs[column] ? "─" : " "
      if column == 0 {
        line += side
      } else {
        line +=
          joint(
            up: upper[column - 1].holds != upper[column].holds,
            down: lower[column - 1].holds != lower[column].holds,
            left: differs[column - 1], right: differs[column]) + side
      }
      line += String(repeating: side, count: cellWidth + 1)
    }
    canvas.line([InkedText(text: line, ink: .plain)])
  }

  /// The sign at which lines from these sides meet.
  private func joint(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
    switch (up, down, left, right) {
    case (false, false, false, false): " "
    case (false, false, _, _): "─"
    case (_, _, false, false): "│"
    case (true, false, true, false): "┘"
    case (true, false, false, true): "└"
    case (false, true, true, false): "┐"
    case (false, true, false, true): "┌"
    case (true, true, true, false): "┤"
    case (true, true, false, true): "├"
    case (true, false, true, true): "┴"
    case (false, true, true, true): "┬"
    case (true, true, true, true): "┼"
    }
  }

  /// A heading's beginning where it is longer than its place.
  private func cut(_ text: String, _ width: Int) -> String { wrap(text, width: max(1, width))[0] }

  private func padded(_ text: String) -> String { blank(cellWidth - displayWidth(text)) + text }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Ink {
  /// The shade of a place of a map by how far it is from failing.
  fileprivate init(headroom: Double?, holds: Bool) {
    guard let headroom else {
      self = .plain
      return
    }
    if holds {
      self = headroom >= 2.0 / 3 ? .roomy : headroom >= 1.0 / 3 ? .holding : .tight
    } else {
      self = headroom >= -1.0 / 3 ? .missed : headroom >= -1 ? .broken : .lost
    }
  }
}

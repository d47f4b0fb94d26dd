/// A table made ready for the terminal: every cell as harmless text, every column with its width.
struct TableDrawing {
  let layout: TerminalLayout
  private let table: Table
  private let headings: [String]
  private let texts: [[String]]
  /// How wide the texts are, row by row.
  private let widths: [[Int]]
  private let footnotes: Footnotes

  init(_ table: Table, width: Int) {
    self.table = table
    var columns = table.columns
    for index in columns.indices { columns[index].heading = harmless(columns[index].heading) }
    headings = columns.map(\.heading)
    var footnotes = Footnotes()
    texts = table.rows.map { row in
      columns.indices.map { index in
        let text = harmless(row.cell(at: index).text(footnotes: &footnotes))
        let isIndented = index == 0 && row.indent > 0
        return isIndented ? String(repeating: "  ", count: row.indent) + text : text
      }
    }
    self.footnotes = footnotes
    widths = texts.map { row in row.map { displayWidth($0) } }
    var widest = columns.map { _ in 0 }
    for (index, row) in table.rows.enumerated() where !TableDrawing.runsAcross(row) {
      for column in columns.indices { widest[column] = max(widest[column], widths[index][column]) }
    }
    layout = TerminalLayout(columns: columns, widest: widest, width: width)
  }

  /// Reasons for figures without a value, the table's own notes, and which columns did not fit.
  var notes: [String] {
    let names = layout.dropped.map { headings[$0] }.filter { !$0.isEmpty }
    let missing = "Not shown at this width: " + names.joined(separator: ", ") + "."
    return footnotes.lines + table.notes + (names.isEmpty ? [] : [missing])
  }

  func draw(_ band: TerminalLayout.Band, on canvas: inout TerminalCanvas) {
    if headings.contains(where: { !$0.isEmpty }) {
      drawHead(band, on: &canvas)
      canvas.rule(band.width)
    }
    for (index, row) in table.rows.enumerated() {
      // A group opens after a blank line, save at the top.
      if row.style == .subheading, index > 0, table.rows[index - 1].style != .subheading {
        canvas.blankLine()
      }
      if row.style == .total, index > 0 { canvas.rule(band.width) }
      if TableDrawing.runsAcross(row) {
        canvas.paragraph([InkedText(text: texts[index][0], ink: Ink(row.style))])
      } else {
        drawRow(index, band, on: &canvas)
      }
    }
  }

  /// A subheading alone in its row needs no column of its own.
  private static func runsAcross(_ row: Row) -> Bool {
    row.style == .subheading && row.indent <= 0
      && row.cells.dropFirst().allSatisfy { $0 == .empty }
  }

  private func drawHead(_ band: TerminalLayout.Band, on canvas: inout TerminalCanvas) {
    let blocks = zip(band.columns, band.widths).map { wrap(headings[$0], width: $1) }
    let height = blocks.reduce(0) { max($0, $1.count) }
    let sunk = blocks.map { Array(repeating: "", count: height - $0.count) + $0 }
    drawBlocks(sunk, inks: band.columns.map { _ in .strong }, band, on: &canvas)
  }

  private func drawRow(
    _ index: Int, _ band: TerminalLayout.Band, on canvas: inout TerminalCanvas
  ) {
    let row = table.rows[index]
    let inks = band.columns.map { column -> Ink in
      guard case .verdict(let verdict, _) = row.cell(at: column) else { return Ink(row.style) }
      return Ink(verdict)
    }
    let (texts, widths) = (texts[index], widths[index])
    if zip(band.columns, band.widths).allSatisfy({ widths[$0] <= $1 }) {
      drawLine(band, on: &canvas) { place, column in (texts[column], widths[column], inks[place]) }
      return
    }
    let blocks = zip(band.columns, band.widths).map { column, width in
      block(texts[column], width: width)
    }
    drawBlocks(blocks, inks: inks, band, on: &canvas)
  }

  /// A cell's lines; what continues stands below where the text began.
  private func block(_ text: String, width: Int) -> [String] {
    if displayWidth(text) <= width { return [text] }
    let indent = text.prefix(while: { $0 == " " }).prefix(width / 2)
    return wrap(text, width: width - indent.count).map { indent + $0 }
  }

  private func drawBlocks(
    _ blocks: [[String]], inks: [Ink], _ band: TerminalLayout.Band,
    on canvas: inout TerminalCanvas
  ) {
    for height in 0..<blocks.reduce(0, { max($0, $1.count) }) {
      drawLine(band, on: &canvas) { place, _ in
        let text = height < blocks[place].count ? blocks[place][height] : ""
        return (text, displayWidth(text), inks[place])
      }
    }
  }

  /// Draws a line of cells, each by its place in the band and its column.
  private func drawLine(
    _ band: TerminalLayout.Band, on canvas: inout TerminalCanvas,
    _ cell: (_ place: Int, _ column: Int) -> (text: String, width: Int, ink: Ink)
  ) {
    var pieces: [SpacedText] = []
    pieces.reserveCapacity(band.columns.count)
    // Gaps and padding run together, and at the end of a line nobody sees them.
    var spaces = 0
    for (place, column) in band.columns.enumerated() {
      let (text, width, ink) = cell(place, column)
      let padding = max(0, band.widths[place] - width)
      let isTrailing = table.columns[column].alignment == .trailing
      spaces += (place == 0 ? 0 : band.gap) + (isTrailing ? padding : 0)
      if !text.isEmpty {
        pieces.append(SpacedText(spaces: spaces, text: text, ink: ink))
        spaces = 0
      }
      if !isTrailing { spaces += padding }
    }
    canvas.line(pieces)
  }
}

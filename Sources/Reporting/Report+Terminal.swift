import Formulas

extension TerminalRenderer {
  /// The report as a page of text, its blocks held apart by blank lines.
  ///
  /// - Parameter crew: who draws the blocks, each on a canvas of its own.
  public func render(_ report: Report, by crew: Crew = .alone()) -> String {
    var canvas = TerminalCanvas(width: width, color: color)
    if !report.title.isEmpty {
      canvas.paragraph([InkedText(text: report.title, ink: .strong)])
      let titleWidth = wrap(report.title, width: width).map { displayWidth($0) }.max() ?? 0
      canvas.line([InkedText(text: String(repeating: "═", count: titleWidth), ink: .faint)])
    }
    let blocks = report.blocks
    let drawn = crew.map(blocks.count) { index in
      var canvas = TerminalCanvas(width: width, color: color)
      draw(blocks[index], on: &canvas)
      return canvas
    }
    for block in drawn {
      canvas.blankLine()
      canvas.append(block)
    }
    return canvas.text
  }

  private func draw(_ block: Block, on canvas: inout TerminalCanvas) {
    switch block {
    case .heading(let text):
      canvas.paragraph([InkedText(text: text, ink: .strong)])
    case .paragraph(let spans):
      canvas.paragraph(spans.map(inked))
    case .table(let table):
      draw(table, on: &canvas)
    case .bars(let chart):
      draw(fitted(chart), on: &canvas)
    case .map(let map):
      draw(map, on: &canvas)
    case .plot(let plot):
      draw(plot, on: &canvas)
    case .outline(let outline):
      draw(outline, on: &canvas)
    case .tornado(let chart):
      draw(chart, on: &canvas)
    }
  }

  func inked(_ span: Phrase) -> InkedText {
    switch span {
    case .plain(let text), .code(let text): InkedText(text: text, ink: .plain)
    case .strong(let text): InkedText(text: text, ink: .strong)
    case .verdict(let verdict, let text):
      InkedText(text: verdict.shown(text), ink: Ink(verdict))
    }
  }

  /// The bars take what labels and values leave.
  ///
  /// Where that is too little the shares go, which the bars show anyway, and at last the bars.
  private func fitted(_ chart: BarChart) -> Table {
    for showsShares in [true, false] {
      let bare = TableDrawing(chart.table(barWidth: 0, showsShares: showsShares), width: width)
      let barWidth = min(60, width - (bare.layout.bands.first?.width ?? 0) - 3)
      if barWidth >= (chart.isBridge ? 24 : 8) {
        return chart.table(barWidth: barWidth, showsShares: showsShares)
      }
    }
    // Bars that begin where another ended say more than whole labels, which wrap.
    for barWidth in [24, 16, 8] where chart.isBridge {
      let table = chart.table(barWidth: barWidth, showsShares: false)
      let bands = TableDrawing(table, width: width).layout.bands
      // A column of bars that is squeezed would wrap them.
      if bands.count == 1, bands[0].widths.last ?? 0 >= chart.longestBar(of: barWidth) {
        return table
      }
    }
    return chart.table(barWidth: 0)
  }

  /// The chart alone, as it stands in a report.
  public func render(_ chart: BarChart) -> String { render(fitted(chart)) }
}

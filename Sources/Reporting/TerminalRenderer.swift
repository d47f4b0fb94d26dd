/// Draws tables and reports as lines of text for a terminal of a given width.
///
///     Plan      Margin
///     ────────────────
///     Growth     29.7%
///
/// There are no boxes: columns are held by alignment, a thin rule stands under the head and above totals.
/// No line is wider than the terminal; a figure without a value is `n/a` with its reason as a footnote
/// below; names cannot smuggle escape sequences in; colour only repeats what marks and words say.
public struct TerminalRenderer: Sendable {
  /// In terminal cells; at least 20.
  public let width: Int
  public let color: Bool

  public init(width: Int = 80, color: Bool = false) {
    self.width = max(20, width)
    self.color = color
  }

  /// The table, its title above and its notes below; every line ends with a newline.
  public func render(_ table: Table) -> String {
    var canvas = TerminalCanvas(width: width, color: color)
    draw(table, on: &canvas)
    return canvas.text
  }

  func draw(_ table: Table, on canvas: inout TerminalCanvas) {
    if !table.title.isEmpty {
      canvas.paragraph([InkedText(text: table.title, ink: .strong)])
      canvas.blankLine()
    }
    let drawing = TableDrawing(table, width: width)
    for (index, band) in drawing.layout.bands.enumerated() {
      if index > 0 { canvas.blankLine() }
      drawing.draw(band, on: &canvas)
    }
    let notes = drawing.notes
    if !notes.isEmpty { canvas.blankLine() }
    for note in notes { canvas.paragraph([InkedText(text: note, ink: .faint)]) }
  }
}

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

/// Lines of text as they are drawn: no spaces at the end, no blank one first or after another.
struct TerminalCanvas {
  let width: Int
  let color: Bool
  private(set) var text = ""
  private var endsBlank = true

  init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }

  mutating func line(_ pieces: [InkedText]) {
    var pieces = pieces
    while let last = pieces.popLast() {
      let kept = last.text.utf8.count - last.text.utf8.reversed().prefix { $0 == 0x20 }.count
      if kept == 0 { continue }
      let text = kept == last.text.utf8.count ? last.text : String(last.text.utf8.prefix(kept))!
      pieces.append(InkedText(text: text, ink: last.ink))
      break
    }
    if pieces.isEmpty && endsBlank { return }
    for piece in pieces { text += piece.ink.drawn(piece.text, color: color) }
    text += "\n"
    endsBlank = pieces.isEmpty
  }

  mutating func blankLine() { line([]) }

  mutating func rule(_ length: Int) {
    line([InkedText(text: String(repeating: "─", count: length), ink: .faint)])
  }

  mutating func paragraph(_ pieces: [InkedText]) {
    for wrapped in wrap(pieces, width: width) { line(wrapped) }
  }
}

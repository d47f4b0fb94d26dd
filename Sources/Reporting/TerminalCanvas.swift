/// Lines of text as they are drawn: no spaces at the end, no blank one first or after another.
struct TerminalCanvas {
  let width: Int
  let color: Bool
  private var bytes: [UInt8] = []
  private var endsBlank = true

  init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func line(_ pieces: [InkedText]) {
    line(pieces.map { SpacedText(spaces: 0, text: $0.text, ink: $0.ink) })
  }

  mutating func line(_ pieces: [SpacedText]) {
    guard let last = pieces.lastIndex(where: { $0.text.utf8.contains { $0 != 0x20 } }) else {
      blankLine()
      return
    }
    for index in 0...last {
      let piece = pieces[index]
      append(spaces: piece.spaces)
      guard index == last, piece.text.utf8.last == 0x20 else {
        append(piece.text, piece.ink)
        continue
      }
      let kept = piece.text.utf8.count - piece.text.utf8.reversed().prefix { $0 == 0x20 }.count
      append(String(piece.text.utf8.prefix(kept))!, piece.ink)
    }
    bytes.append(UInt8(ascii: "\n"))
    endsBlank = false
  }

  mutating func blankLine() {
    if endsBlank { return }
    bytes.append(UInt8(ascii: "\n"))
    endsBlank = true
  }

  mutating func rule(_ length: Int) {
    line([InkedText(text: String(repeating: "─", count: length), ink: .faint)])
  }

  mutating func paragraph(_ pieces: [InkedText]) {
    for wrapped in wrap(pieces, width: width) { line(wrapped) }
  }

  /// Draws what another canvas holds, as if it had been drawn here.
  mutating func append(_ other: TerminalCanvas) {
    bytes += other.bytes
    if !other.bytes.isEmpty { endsBlank = other.endsBlank }
  }

  private mutating func append(_ text: String, _ ink: Ink) {
    bytes.append(contentsOf: (color ? ink.drawn(text, color: true) : text).utf8)
  }

  private mutating func append(spaces: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: spaces))
  }
}

/// A stretch of text in one ink, behind so many spaces in none.
struct SpacedText {
  var spaces: Int
  var text: String
  var ink: Ink
}

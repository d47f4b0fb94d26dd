/// Where lines begin, noted once every few hundred bytes so that any place is found without reading
/// the whole text again, be it a hundred thousand lines or one line of 100 MB.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`.
struct LineIndex: Sendable {
  /// Bytes between two notes.
  static let stride = 512

  /// What is known at the first byte of a block.
  private struct Note: Sendable {
    var lineEnds: Int
    var lineStart: Int
    var charactersInLine: Int
  }

  private var notes: [Note] = []

  init(_ bytes: [UInt8]) {
    notes.reserveCapacity(bytes.count / Self.stride + 1)
    bytes.withUnsafeBufferPointer { text in
      var note = Note(lineEnds: 0, lineStart: 0, charactersInLine: 0)
      notes.append(note)
      for block in Swift.stride(from: 0, to: text.count - Self.stride + 1, by: Self.stride) {
        let range = block..<(block + Self.stride)
        let ends = Self.lineEnds(text, range)
        if ends == 0 {
          note.charactersInLine += Self.codePoints(text, range)
        } else {
          note.lineEnds += ends
          note.lineStart = Self.lastLineStart(text, range)
          note.charactersInLine = Self.codePoints(text, note.lineStart..<range.upperBound)
        }
        notes.append(note)
      }
    }
  }

  /// The line of an offset counted from 0, where it begins, and the characters of that line before
  /// the offset's block.
  func place(
    of offset: Int, in bytes: [UInt8]
  ) -> (line: Int, lineStart: Int, charactersBeforeBlock: Int) {
    let note = notes[offset / Self.stride]
    let range = (offset / Self.stride * Self.stride)..<offset
    return bytes.withUnsafeBufferPointer { text in
      let ends = Self.lineEnds(text, range)
      guard ends > 0 else { return (note.lineEnds, note.lineStart, note.charactersInLine) }
      return (note.lineEnds + ends, Self.lastLineStart(text, range), 0)
    }
  }

  /// The offset at which a line counted from 0 begins, nil when the text has fewer lines.
  func start(ofLine line: Int, in bytes: [UInt8]) -> Int? {
    guard line > 0 else { return line == 0 ? 0 : nil }
    // The last note that has seen fewer line ends than come before the line wanted.
    var low = 0
    var high = notes.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if notes[middle].lineEnds < line { low = middle } else { high = middle }
    }
    return bytes.withUnsafeBufferPointer { text in
      var missing = line - notes[low].lineEnds
      for at in (low * Self.stride)..<text.count where Self.endsLine(text, at) {
        missing -= 1
        if missing == 0 { return at + 1 }
      }
      return nil
    }
  }

  @inline(__always)
  private static func endsLine(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    text[at] == 0x0A || (text[at] == 0x0D && (at + 1 == text.count || text[at + 1] != 0x0A))
  }

  private static func lineEnds(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for at in range where endsLine(text, at) { count &+= 1 }
    return count
  }

  private static func lastLineStart(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int
  {
    var at = range.upperBound - 1
    while at >= range.lowerBound, !endsLine(text, at) { at -= 1 }
    return at + 1
  }

  private static func codePoints(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for at in range { count &+= text[at] & 0xC0 == 0x80 ? 0 : 1 }
    return count
  }
}

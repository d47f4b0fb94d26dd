/// One text as it was read, and the lines and columns a person counts in it.
public struct SourceText: Sendable {
  public let name: String
  public let bytes: [UInt8]
  private let lines: LineIndex
  /// Which line of a file it begins at, where it is one of several in it.
  private let firstLine: Int

  public init(name: String, bytes: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    self.lines = LineIndex(bytes)
  }

  /// The line and column of a byte, both counted from 1.
  ///
  /// A column counts characters as a person does: é is one, and so is a flag of two code points.
  /// Past the first 4 096 bytes of a line it counts code points, which stays quick in a file that
  /// is one long line. A byte order mark is not counted. Any offset has an answer: one outside the
  /// text is taken for the nearest inside.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
    let place = lines.place(of: offset, in: bytes)
    let start = place.lineStart == 0 && hasByteOrderMark ? min(3, offset) : place.lineStart
    if offset - start <= LineIndex.stride {
      return (place.line + firstLine, characters(start..<offset) + 1)
    }
    let block = firstCharacter(from: offset / LineIndex.stride * LineIndex.stride, below: offset)
    return (place.line + firstLine, place.charactersBeforeBlock + characters(block..<offset) + 1)
  }

  /// A line's own text without its end, empty when there is no such line.
  public func line(_ number: Int) -> String {
    guard let start = lines.start(ofLine: number - firstLine, in: bytes) else { return "" }
    return String(decoding: bytes[start..<lineEnd(from: start, before: bytes.count)], as: UTF8.self)
  }

  /// The offset at which the line around a byte begins.
  func lineStart(of offset: Int) -> Int {
    lines.place(of: min(max(offset, 0), bytes.count), in: bytes).lineStart
  }

  /// Where the line around a byte ends, looked for no farther than `limit`.
  func lineEnd(from offset: Int, before limit: Int) -> Int {
    let limit = min(limit, bytes.count)
    var at = min(offset, limit)
    while at < limit, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    return at
  }

  /// The first offset from here on that does not stand inside a character's bytes.
  func firstCharacter(from offset: Int, below limit: Int) -> Int {
    var at = offset
    while at < limit, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  private func characters(_ range: Range<Int>) -> Int {
    String(decoding: bytes[range], as: UTF8.self).count
  }
}

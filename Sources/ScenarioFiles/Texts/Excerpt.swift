/// The part of a line that a diagnostic shows, and where its carets stand.
///
/// A line of up to 90 cells is shown whole; of a longer one, a window of about 90 cells around the
/// span, with `…` where it was cut. Only the bytes near the span are looked at, so a line of 100 MB
/// costs no more than any other. A span over several lines is underlined to the end of its first.
struct Excerpt {
  let text: String
  /// Cells before the first caret.
  let indent: Int
  let carets: Int

  /// The cells shown of a long line, and the most that are given to the span itself.
  private static let cells = 90
  private static let spanCells = 60
  /// Bytes looked at on each side: enough for the window even where every character takes four.
  private static let reach = 400

  init(of span: Span, in source: SourceText) {
    let count = source.bytes.count
    let start = min(max(Int(span.start), 0), count)
    let from = max(source.lineStart(of: start), start - Self.reach)
    let lineFrom =
      from == 0 && source.hasByteOrderMark
      ? min(3, start) : source.firstCharacter(from: from, below: start)
    let spanEnd = min(max(Int(span.end), start), start + Self.reach)
    let middle = Self.lastWhole(
      source.lineEnd(from: start, before: spanEnd), in: source.bytes, from: start)
    let end = source.lineEnd(from: middle, before: middle + Self.reach)
    let lineTo = Self.lastWhole(end, in: source.bytes, from: middle)

    let before = Strip(source.bytes[lineFrom..<start])
    let at = Strip(source.bytes[start..<middle])
    let after = Strip(source.bytes[middle..<lineTo])
    let startsLine = source.lineStart(of: start) >= from
    let endsLine = end == count || source.bytes[end] == 0x0A || source.bytes[end] == 0x0D

    var shownBefore = before
    var shownAt = at
    var shownAfter = after
    if !startsLine || !endsLine || before.width + at.width + after.width > Self.cells {
      shownAt = at.first(Self.spanCells)
      let room = Self.cells - shownAt.width
      shownBefore = before.last(max(room / 2, room - after.width))
      shownAfter = shownAt.count < at.count ? Strip([]) : after.first(room - shownBefore.width)
    }
    let cutBefore = !startsLine || shownBefore.count < before.count
    let cutAfter = !endsLine || shownAt.count < at.count || shownAfter.count < after.count
    let line = shownBefore.text + shownAt.text + shownAfter.text
    text = (cutBefore ? "…" : "") + line + (cutAfter ? "…" : "")
    indent = (cutBefore ? 1 : 0) + shownBefore.width
    carets = max(1, shownAt.width)
  }

  /// The end moved back so that no character is cut in two.
  private static func lastWhole(_ end: Int, in bytes: [UInt8], from start: Int) -> Int {
    var at = end
    while at < bytes.count, at > start, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}

/// A row of characters as they are shown.
private struct Strip {
  private let cells: [(text: String, width: Int)]

  private init(cells: [(text: String, width: Int)]) { self.cells = cells }

  init(_ bytes: ArraySlice<UInt8>) {
    cells = String(decoding: bytes, as: UTF8.self).map(Display.cell)
  }

  var count: Int { cells.count }
  var width: Int { cells.reduce(0) { $0 + $1.width } }
  var text: String { cells.map(\.text).joined() }

  func first(_ width: Int) -> Strip { Strip(cells: Array(cells.prefix(fitting(width, cells)))) }

  func last(_ width: Int) -> Strip {
    Strip(cells: Array(cells.suffix(fitting(width, cells.reversed()))))
  }

  /// How many characters from the first on fit into a width.
  private func fitting(_ width: Int, _ row: some Sequence<(text: String, width: Int)>) -> Int {
    var room = width
    return row.prefix { cell in
      room -= cell.width
      return room >= 0
    }.reduce(0) { count, _ in count + 1 }
  }
}

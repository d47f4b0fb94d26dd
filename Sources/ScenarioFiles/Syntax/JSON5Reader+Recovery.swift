/// How far a piece of text reaches that is not JSON5, so that reading can go on behind it.
extension JSON5Reader {
  /// The end of loose text, white space at its end left off.
  ///
  /// It reaches to a comma, bracket, quote, comment or line end; the comma of `1,200` is inside it.
  func runEnd(_ offset: Int) -> Int {
    var end = offset
    while !endsRun(end) || isThousandsComma(end, from: offset) { end += 1 }
    while end > offset, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return end
  }

  func endsRun(_ offset: Int) -> Bool {
    switch byte(offset) {
    case 0, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    case UInt8(ascii: "/"):
      byte(offset + 1) == UInt8(ascii: "*")
        || (byte(offset + 1) == UInt8(ascii: "/")
          && (offset == 0 || text[offset - 1] != UInt8(ascii: ":")))
    default: false
    }
  }

  /// The comma of `1,200`: a digit before, just three behind.
  func isThousandsComma(_ offset: Int, from start: Int) -> Bool {
    guard byte(offset) == UInt8(ascii: ","), offset > start, isDigit(offset - 1) else {
      return false
    }
    return (1...3).allSatisfy { isDigit(offset + $0) } && !isDigit(offset + 4)
  }

  func isDigit(_ offset: Int) -> Bool { (0x30...0x39).contains(byte(offset)) }

  /// Behind the closing quote, or the end of the line or of the limit where there is none.
  func quotedEnd(_ offset: Int, limit: Int) -> Int {
    let last = limit < text.count - offset ? offset + limit : text.count
    var end = offset + 1
    while end < last {
      switch text[end] {
      case text[offset]: return end + 1
      case UInt8(ascii: "\\"): end += 2
      case 0x0A, 0x0D: return end
      default: end += 1
      }
    }
    return min(end, text.count)
  }

  /// The bytes of a typographer's quote or a backtick at this place, 0 when it is none.
  func smartQuoteWidth(_ offset: Int) -> Int {
    switch byte(offset) {
    case UInt8(ascii: "`"): 1
    case 0xC2: byte(offset + 1) == 0xAB || byte(offset + 1) == 0xBB ? 2 : 0
    case 0xE2: byte(offset + 1) == 0x80 && (0x98...0x9F).contains(byte(offset + 2)) ? 3 : 0
    default: 0
    }
  }

  /// Reads a string in typographer's quotes as the one that was meant, and notes it.
  mutating func readSmartString() -> String {
    let start = at
    let width = smartQuoteWidth(at)
    var end = at + width
    while byte(end) != 0, byte(end) != 0x0A, byte(end) != 0x0D, byte(end) != UInt8(ascii: "\""),
      smartQuoteWidth(end) == 0
    {
      end += 1
    }
    let closing = byte(end) == UInt8(ascii: "\"") ? 1 : smartQuoteWidth(end)
    if closing == 0 { end = max(runEnd(start), start + width) }
    at = end + closing
    report(
      Wording.smartQuotes(
        excerpt(start, start + width), content: excerpt(start + width, end),
        at: span(start, closing == 0 ? start + width : at)))
    return String(decoding: text[(start + width)..<end], as: UTF8.self)
  }
}

/// White space, line ends and comments.
extension JSON5Reader {
  mutating func skipBlanks() {
    while at < text.count {
      switch text[at] {
      case 0x20, 0x09, 0x0B, 0x0C: at += 1
      case 0x0A, 0x0D:
        sawLineEnd = true
        at += 1
      case UInt8(ascii: "/"):
        switch byte(at + 1) {
        case UInt8(ascii: "/"): skipLine()
        case UInt8(ascii: "*"): skipBlockComment()
        default: return
        }
      case UInt8(ascii: "#"):
        report(Wording.hashComment(at: span(at, at + 1)))
        skipLine()
      case 0x80...:
        let width = blankWidth(at)
        guard width > 0 else { return }
        at += width
      default: return
      }
    }
  }

  private mutating func skipLine() {
    while at < text.count, text[at] != 0x0A, text[at] != 0x0D, !isLineSeparator(at) { at += 1 }
  }

  private mutating func skipBlockComment() {
    let start = at
    at += 2
    while at < text.count {
      if text[at] == UInt8(ascii: "*"), byte(at + 1) == UInt8(ascii: "/") {
        at += 2
        return
      }
      if text[at] == 0x0A || text[at] == 0x0D { sawLineEnd = true }
      at += 1
    }
    report(Wording.unclosedComment(at: span(start, start + 2)))
    halt()
  }

  /// The byte at an offset; past the end NUL, which no text that is read has.
  func byte(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

  /// U+2028 or U+2029: ends a comment, may stand in a string.
  func isLineSeparator(_ offset: Int) -> Bool {
    text[offset] == 0xE2 && byte(offset + 1) == 0x80 && byte(offset + 2) & 0xFE == 0xA8
  }

  /// The bytes of a white space character outside ASCII at this place, 0 when it is none.
  func blankWidth(_ offset: Int) -> Int {
    guard text[offset] >= 0xC2 else { return 0 }
    let (scalar, width) = scalar(offset)
    switch scalar.value {
    case 0xA0, 0xFEFF, 0x2028, 0x2029: return width
    default: return scalar.properties.generalCategory == .spaceSeparator ? width : 0
    }
  }

  /// The code point at this place; the text has been found to be UTF-8 before.
  func scalar(_ offset: Int) -> (scalar: Unicode.Scalar, width: Int) {
    let lead = UInt32(byte(offset))
    let next = { (step: Int) in UInt32(byte(offset + step) & 0x3F) }
    let value: UInt32
    let width: Int
    switch lead {
    case 0..<0x80: (value, width) = (lead, 1)
    case 0x80..<0xE0: (value, width) = ((lead & 0x1F) << 6 | next(1), 2)
    case 0xE0..<0xF0: (value, width) = ((lead & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    default:
      (value, width) = ((lead & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// White space from here on is passed over, line ends are not.
  func pastSpaces(_ offset: Int) -> Int {
    var end = offset
    while end < text.count {
      switch text[end] {
      case 0x20, 0x09, 0x0B, 0x0C: end += 1
      case 0x80...:
        let width = blankWidth(end)
        guard width > 0 else { return end }
        end += width
      default: return end
      }
    }
    return end
  }

  /// The text of a range, cut when it is too long to be read in a message.
  func excerpt(_ start: Int, _ end: Int) -> String {
    let whole = String(decoding: text[start..<min(end, start + 400)], as: UTF8.self)
    return whole.count > 40 || end > start + 400 ? whole.prefix(40) + "…" : whole
  }
}

/// What a backslash in a string means.
extension JSON5Reader {
  /// Reads the escape that begins here, and adds what it means; a wrong one adds U+FFFD.
  mutating func readEscape(into content: inout [UInt8]) {
    let start = at
    let letter = byte(at + 1)
    at += 2
    switch letter {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "0") where !isDigit(at): content.append(0)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      refuse(Wording.digitEscape(excerpt(start, at), at: span(start, at)), into: &content)
    case UInt8(ascii: "x"): readHexEscape(start, into: &content)
    case UInt8(ascii: "u"): readUnicodeEscape(start, into: &content)
    case 0x0D: if byte(at) == 0x0A { at += 1 }
    case 0x0A: break
    case 0: at = text.count
    default:
      // Any other character means itself; the two line separators continue the line.
      at = start + 1
      let (scalar, width) = scalar(at)
      if !isLineSeparator(at) { content += Array(String(scalar).utf8) }
      at += width
    }
  }

  private mutating func readHexEscape(_ start: Int, into content: inout [UInt8]) {
    if let value = hexValue(at, digits: 2), let scalar = Unicode.Scalar(value) {
      at += 2
      content += Array(String(scalar).utf8)
    } else {
      let mistake = Wording.hexEscape(excerpt(start, at), digits: "two", at: span(start, at))
      refuse(mistake, into: &content)
    }
  }

  private mutating func readUnicodeEscape(_ start: Int, into content: inout [UInt8]) {
    guard let high = hexValue(at, digits: 4) else {
      let mistake =
        byte(at) == UInt8(ascii: "{")
        ? Wording.bracedEscape(at: span(start, at + 1))
        : Wording.hexEscape(excerpt(start, at), digits: "four", at: span(start, at))
      return refuse(mistake, into: &content)
    }
    at += 4
    if let scalar = Unicode.Scalar(high) {
      content += Array(String(scalar).utf8)
    } else if high < 0xDC00, byte(at) == UInt8(ascii: "\\"), byte(at + 1) == UInt8(ascii: "u"),
      let low = hexValue(at + 2, digits: 4), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    {
      at += 6
      content += Array(String(scalar).utf8)
    } else {
      refuse(Wording.loneSurrogate(excerpt(start, at), at: span(start, at)), into: &content)
    }
  }

  private mutating func refuse(_ mistake: Diagnostic, into content: inout [UInt8]) {
    report(mistake)
    content += [0xEF, 0xBF, 0xBD]
  }
}

/// Words without quotes: keys, and the literals among values.
extension JSON5Reader {
  /// Reads a word as JavaScript allows it, nil when none begins here.
  mutating func readIdentifier() -> String? {
    let start = at
    at = identifierEnd(start)
    guard at > start else { return nil }
    let bytes = text[start..<at]
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    var name = ""
    var next = start
    while next < at, let (scalar, width) = identifierScalar(next) {
      name.unicodeScalars.append(scalar)
      next += width
    }
    return name
  }

  /// Where the word that begins here ends; the place itself when none does.
  ///
  /// A word is followed no farther than about `limit` bytes.
  func identifierEnd(_ offset: Int, limit: Int = .max) -> Int {
    var end = offset
    while end < text.count, end - offset <= limit {
      switch text[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"), UInt8(ascii: "$"):
        end += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where end > offset: end += 1
      case UInt8(ascii: "\\"), 0x80...:
        guard let (scalar, width) = identifierScalar(end),
          Self.isLetter(scalar) || (end > offset && Self.continuesWord(scalar))
        else { return end }
        end += width
      default: return end
      }
    }
    return end
  }

  /// One code point of a word, written as itself or as `\uXXXX`.
  private func identifierScalar(_ offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard text[offset] == UInt8(ascii: "\\") else { return scalar(offset) }
    guard byte(offset + 1) == UInt8(ascii: "u"), let value = hexValue(offset + 2, digits: 4),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, 6)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "$" || scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return true
    default: return false
    }
  }

  private static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{200C}" || scalar == "\u{200D}" { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}

/// How text that someone else wrote is put on a terminal: nothing in it can move the cursor, change
/// colours or turn the writing around, and the cells it takes are known.
enum Display {
  /// The text with control characters, escapes and direction marks made visible.
  static func harmless(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) else { return text }
    return text.unicodeScalars.reduce(into: "") { $0 += harmless($1) }
  }

  /// One character as it is shown, and how many cells of a terminal it takes.
  static func cell(_ character: Character) -> (text: String, width: Int) {
    if character == "\t" { return (" ", 1) }
    let text = harmless(String(character))
    return (text, width(text))
  }

  /// Whether a character neither moves the cursor nor turns the writing around.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    harmless(scalar).unicodeScalars.elementsEqual([scalar])
  }

  private static func harmless(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: picture(0x2400 + scalar.value)
    case 0x7F: picture(0x2421)
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      "\\u{" + String(scalar.value, radix: 16) + "}"
    default: String(scalar)
    }
  }

  private static func picture(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? "?"
  }

  private static func width(_ text: String) -> Int {
    var narrow = 0
    for scalar in text.unicodeScalars {
      if isWide(scalar) { return 2 }
      if scalar.value < 0x7F {
        narrow += 1
      } else if !isZeroWidth(scalar) {
        narrow = max(narrow, 1)
      }
    }
    return narrow
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: false
    }
  }

  /// East Asian wide and full-width characters, and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF,
      0x20000...0x3FFFD, 0xFE0F:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}

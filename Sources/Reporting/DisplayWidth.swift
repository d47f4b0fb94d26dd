/// How many cells of a terminal a text takes: two for a wide character, none for a combining one.
///
///     displayWidth("日本")     // 4
///     displayWidth("e\u{301}") // 1
///
/// - Source: Unicode Standard Annex 11 (East Asian Width) and Technical Standard 51 (emoji). Characters
///   of ambiguous width count as one, as terminals outside East Asia draw them.
func displayWidth(_ text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + cells(of: $1) }
}

private func cells(of character: Character) -> Int {
  var width = 0
  var previous: Unicode.Scalar?
  for scalar in character.unicodeScalars {
    if scalar == emojiSelector, width == 1, previous?.properties.isEmoji == true {
      width = 2  // the selector turns a narrow sign into a wide picture
    } else if previous != joiner, !(isSkinTone(scalar) && previous != nil) {
      width += cells(of: scalar)
    }
    previous = scalar
  }
  return width
}

private let emojiSelector: Unicode.Scalar = "\u{FE0F}"
private let joiner: Unicode.Scalar = "\u{200D}"

private func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
  (0x1F3FB...0x1F3FF).contains(scalar.value)
}

private func cells(of scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x20..<0x7F: return 1
  case 0x1F1E6...0x1F1FF: return 1  // two regional indicators make one flag
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // vowels and finals join the syllable before
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF,
    0x20000...0x3FFFD:
    return combines(scalar) ? 0 : 2
  default:
    return combines(scalar) ? 0 : scalar.properties.isEmojiPresentation ? 2 : 1
  }
}

private func combines(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: true
  default: false
  }
}

/// The terminal columns that the widest of some texts takes; 0 where there are none.
func widest(_ texts: [some StringProtocol]) -> Int {
  texts.reduce(0) { max($0, displayWidth($1)) }
}

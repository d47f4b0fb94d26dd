/// A text made safe for one line of a terminal: nothing in a name can move the cursor or reverse the line.
///
///     harmless("bad\u{1B}[2Jname")  // "bad␛[2Jname"
///
/// Line breaks and tabs become spaces, control characters their visible pictures, and the marks that
/// override the direction of text the replacement character.
func harmless(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(harmless(scalar)) }
  return String(result)
}

private func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
  case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
  default: scalar
  }
}

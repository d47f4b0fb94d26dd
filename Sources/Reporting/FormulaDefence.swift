/// Whether a spreadsheet that opens the text in a CSV file may run it as a formula.
///
///     spreadsheetWouldRun("=HYPERLINK(…)")  // true
///     spreadsheetWouldRun("  ＋1")           // true: full-width signs count, leading spaces do not help
///     spreadsheetWouldRun("agent-7")         // false
///
/// - Source: OWASP, "CSV Injection": `=`, `+`, `-`, `@`, tab and line breaks at the start, also full-width.
func spreadsheetWouldRun(_ text: String) -> Bool {
  // Nearly every text begins with a harmless sign of ASCII and is done with here.
  guard let first = text.utf8.first else { return false }
  if first > 0x20, first < 0x7F {
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      break
    default: return false
    }
  }
  for scalar in text.unicodeScalars {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "−": return true
    case "\"", "'", "`", "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}": continue
    default:
      let isInvisible =
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control
      if !isInvisible { return false }
    }
  }
  return false
}

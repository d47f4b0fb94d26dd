/// Every sentence this room says, so that each can be read and tested in one place.
enum Wording {
  /// What someone else wrote, cut where it is too long to be read in a message.
  static func short(_ text: some StringProtocol) -> String {
    // Counting the characters of a megabyte takes a while: bytes tell enough.
    guard text.utf8.count > 60 else { return String(text) }
    let beginning = text.prefix(60)
    return beginning.endIndex == text.endIndex ? String(text) : beginning + "…"
  }

  /// A spelling without the quotes around it.
  static func withoutQuotes(_ spelling: String) -> String {
    guard let first = spelling.first, first == "\"" || first == "'" else { return spelling }
    let inner = spelling.dropFirst()
    return String(inner.last == first ? inner.dropLast() : inner)
  }

  /// A text as a JSON5 string of one line is written.
  static func inQuotes(_ text: String) -> String {
    "\"" + text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] } + "\""
  }
}

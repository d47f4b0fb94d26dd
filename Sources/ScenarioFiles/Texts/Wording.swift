/// Every sentence this room says, so that each can be read and tested in one place.
enum Wording {
  /// A text as a JSON5 string of one line is written.
  static func inQuotes(_ text: String) -> String {
    "\"" + text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] } + "\""
  }
}

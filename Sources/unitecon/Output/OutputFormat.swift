/// The forms that a result can take.
enum OutputFormat: String, CaseIterable {
  case txt, md, csv, json, json5, py, sql, html, xlsx

  /// Those that every answer can take.
  static let ofAnswers: [OutputFormat] = [.txt, .md, .csv, .json]

  /// Whether people read it as a page.
  var isText: Bool { self == .txt || self == .md }

  /// The format that a file's extension names.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    self.init(rawValue: ["markdown": "md", "text": "txt", "htm": "html"][ending] ?? ending)
  }
}

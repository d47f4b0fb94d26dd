/// The forms that a result can take.
enum OutputFormat: String, CaseIterable {
  case txt, md, csv, json

  /// The format that a file's extension names.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    self.init(rawValue: ["markdown": "md", "text": "txt"][ending] ?? ending)
  }
}

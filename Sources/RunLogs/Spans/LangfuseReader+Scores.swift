extension LangfuseReader {
  /// Scores that say whether the task was done; others say how toxic or how long an answer is.
  static let outcomeScores: Set<String> = [
    "outcome", "success", "tasksuccess", "taskcompletion", "correctness", "correct", "resolved",
    "completed", "goalaccuracy", "passed",
  ]

  /// A score that may say how the task ended.
  mutating func readScore(_ cursor: inout JSONCursor) throws(LineFault) {
    var value: Double?
    var word: String?
    var name = ""
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "name" {
        name = try cursor.string() ?? ""
      } else if key == "value" {
        value = try cursor.numeral().flatMap { Double(String(decoding: $0, as: UTF8.self)) }
      } else if key == "stringValue" {
        word = try cursor.string()
      } else {
        try cursor.skip()
      }
    }
    guard Self.outcomeScores.contains(name.lowercased().filter(\.isLetter)) else { return }
    if let found = word.flatMap({ reader.words.outcome($0) }) {
      outcome = found
    } else if let value, value == 0 || value == 1 {
      // Of several scores one failure is a failure.
      outcome = value == 0 || outcome == .failed ? .failed : .success
    }
  }
}

extension OTLPReader {
  /// An event that says how the task ended: `gen_ai.evaluation.result`.
  mutating func readEvent(
    _ cursor: inout JSONCursor, into span: inout SpanRecord
  ) throws(LineFault) {
    var isResult = false
    var label: String?
    var score: Double?
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "name" {
        isResult = try cursor.string() == "gen_ai.evaluation.result"
      } else if key == "attributes" {
        try cursor.array { (cursor) throws(LineFault) in
          var name: String?
          try cursor.object { (cursor, key) throws(LineFault) in
            if key == "key" {
              name = try cursor.string()
            } else if key == "value", name == "gen_ai.evaluation.score.label" {
              try cursor.object { (cursor, _) throws(LineFault) in label = try scalarWord(&cursor) }
            } else if key == "value", name == "gen_ai.evaluation.score.value" {
              try cursor.object { (cursor, _) throws(LineFault) in
                score = try scalarWord(&cursor).flatMap { Double($0) }
              }
            } else {
              try cursor.skip()
            }
          }
        }
      } else {
        try cursor.skip()
      }
    }
    guard isResult else { return }
    // A word says more than a number whose scale is unknown.
    if let outcome = label.flatMap({ words.outcome($0) }) {
      span.outcome = outcome
    } else if let score, label == nil, score == 0 || score == 1 {
      span.outcome = score == 1 ? .success : .failed
    }
  }

  /// A string, a number or a truth value as a word.
  func scalarWord(_ cursor: inout JSONCursor) throws(LineFault) -> String? {
    switch try cursor.kind() {
    case .string: return try cursor.string()
    case .number: return String(decoding: try cursor.numberRange(), as: UTF8.self)
    case .word: return try cursor.truth().map { $0 ? "true" : "false" }
    default:
      try cursor.skip()
      return nil
    }
  }
}

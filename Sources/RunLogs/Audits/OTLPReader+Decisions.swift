extension OTLPReader {
  /// Takes what an attribute says of a decision; nothing is read of it where none is asked for.
  mutating func takeDecision(
    _ cursor: inout JSONCursor, _ field: SpanField, into span: inout SpanRecord
  ) throws(LineFault) {
    if field == .policyWord || field == .approvalWord { span.isDecision = true }
    guard auditing != nil else { return try cursor.skip() }
    if let word = try scalarWord(&cursor), !word.isEmpty { auditing?.take(field, word) }
  }

  /// Reads an event once more for what it says of a decision: `policy_evaluated`, `gen_ai.guardrail.result`, or
  /// any other whose attributes carry one.
  mutating func readDecision(ofEvent start: JSONCursor) throws(LineFault) {
    guard let rules = auditing?.rules else { return }
    var cursor = start
    var draft = AuditKeeper.Draft()
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "timeUnixNano" {
        draft.time = try nanoseconds(&cursor)
      } else if key == "attributes" {
        try cursor.array { (cursor) throws(LineFault) in
          var field: SpanField?
          try cursor.object { (cursor, key) throws(LineFault) in
            if key == "key", try cursor.kind() == .string {
              field = SpanField(try cursor.text())
            } else if key == "value", let field, try cursor.kind() == .object {
              try cursor.object { (cursor, _) throws(LineFault) in
                if let word = try scalarWord(&cursor), !word.isEmpty {
                  draft.take(field, word, rules)
                }
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
    auditing?.add(event: draft)
  }
}

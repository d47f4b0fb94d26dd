extension OTLPReader {
  /// Keeps that a content is there, and which calls of tools it asks for.
  mutating func takeContent(
    _ cursor: inout JSONCursor, _ field: SpanField, into span: inout SpanRecord
  ) throws(LineFault) {
    let kind = try cursor.kind()
    let place = cursor.at
    switch kind {
    case .string: keep(try cursor.text(), field, in: &span)
    case .object:
      var isString = false
      var isThere = false
      try cursor.object { (cursor, key) throws(LineFault) in
        isThere = true
        guard key == "stringValue", try cursor.kind() == .string else { return try cursor.skip() }
        isString = true
        keep(try cursor.text(), field, in: &span)
      }
      if isThere, !isString { try keepValue(&cursor, from: place, field, in: &span) }
    case .array:
      try cursor.skip()
      try keepValue(&cursor, from: place, field, in: &span)
    case .number, .word: try cursor.skip()
    }
  }

  private mutating func keep(_ text: JSONText, _ field: SpanField, in span: inout SpanRecord) {
    guard text.count > 0 else { return }
    span.told.insert(field == .given ? .input : .output)
    if field == .answered { asked.read(text) }
    saying?.add(text, field)
    if field == .given { auditing?.add(text) }
  }

  /// A value that was passed, from where it begins; an empty one is none.
  private mutating func keepValue(
    _ cursor: inout JSONCursor, from place: Int, _ field: SpanField, in span: inout SpanRecord
  ) throws(LineFault) {
    guard cursor.at - place > 2 else { return }
    span.told.insert(field == .given ? .input : .output)
    // Its escapes are those of the strings in it, not its own.
    let value = JSONText(start: cursor.base + place, count: cursor.at - place, isEscaped: false)
    saying?.add(value, field)
    if field == .given { auditing?.add(value) }
    guard field == .answered else { return }
    cursor.at = place
    try asked.read(&cursor)
  }
}

extension OTLPReader {
  /// Reads a list of keys and values, and keeps what is known of them.
  mutating func readAttributes(
    _ cursor: inout JSONCursor, into span: inout SpanRecord
  ) throws(LineFault) {
    try cursor.array { (cursor) throws(LineFault) in
      let place = cursor.at
      if try readPlain(&cursor, into: &span) { return }
      cursor.at = place
      try readAttribute(&cursor, into: &span)
    }
  }

  /// Reads a key and its value as exporters write them, `{"key":"…","value":{"intValue":…}}` without a blank, so
  /// that what stands around the two is compared and not gone through.
  ///
  /// - Returns: false where it is written otherwise. What was taken by then may be taken once more; contents
  ///   and decisions, of which that is not so, are left.
  @inline(__always)
  private mutating func readPlain(
    _ cursor: inout JSONCursor, into span: inout SpanRecord
  ) throws(LineFault) -> Bool {
    guard cursor.pass("{\"key\":"), cursor.isAtString else { return false }
    let field = SpanField(try cursor.text())
    guard cursor.pass(",\"value\":{\""),
      cursor.pass("stringValue\":") || cursor.pass("intValue\":") || cursor.pass("doubleValue\":")
    else { return false }
    switch field {
    case nil:
      guard cursor.isAtString else { return false }
      _ = try cursor.text()
    case .given, .answered, .askedCall, .policyWord, .policyName, .policyReason, .approvalWord,
      .approver, .approvalReason:
      return false
    case let field?: try take(&cursor, field, into: &span)
    }
    return cursor.pass("}}")
  }

  /// Reads a key and its value, whichever comes first.
  private mutating func readAttribute(
    _ cursor: inout JSONCursor, into span: inout SpanRecord
  ) throws(LineFault) {
    var field: SpanField?
    var isKeyRead = false
    var value: Int?
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "key", try cursor.kind() == .string {
        field = SpanField(try cursor.text())
        isKeyRead = true
      } else if key == "value" {
        if isKeyRead, let known = field {
          try readValue(&cursor, known, into: &span)
        } else {
          value = cursor.at
          try cursor.skip()
        }
      } else {
        try cursor.skip()
      }
    }
    // A value that stood before its key.
    if let place = value, let known = field {
      let end = cursor.at
      cursor.at = place
      try readValue(&cursor, known, into: &span)
      cursor.at = end
    }
  }

  /// Reads one value in its wrapping: `{"intValue":"12"}`.
  private mutating func readValue(
    _ cursor: inout JSONCursor, _ field: SpanField, into span: inout SpanRecord
  ) throws(LineFault) {
    if field == .given || field == .answered {
      return try takeContent(&cursor, field, into: &span)
    }
    guard try cursor.kind() == .object else {
      return try take(&cursor, field, into: &span)
    }
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "arrayValue" {
        try cursor.object { (cursor, key) throws(LineFault) in
          guard key == "values" else { return try cursor.skip() }
          try cursor.array { (cursor) throws(LineFault) in
            try readValue(&cursor, field, into: &span)
          }
        }
      } else if key == "kvlistValue" || key == "bytesValue" {
        try cursor.skip()
      } else {
        try take(&cursor, field, into: &span)
      }
    }
  }

  /// Keeps a bare value.
  mutating func take(
    _ cursor: inout JSONCursor, _ field: SpanField, into span: inout SpanRecord
  ) throws(LineFault) {
    switch field {
    case .input:
      span.usage.input = try count(&cursor, "input tokens", &span, told: .inputTokens)
    case .output:
      span.usage.output = try count(&cursor, "output tokens", &span, told: .outputTokens)
    case .cacheRead: span.usage.cacheRead = try count(&cursor, "cached tokens", &span)
    case .cacheWrite: span.usage.cacheWrite = try count(&cursor, "cache writes", &span)
    case .cacheWrite1h: span.usage.cacheWrite1h = try count(&cursor, "cache writes", &span)
    case .reasoning: span.usage.reasoning = try count(&cursor, "reasoning tokens", &span)
    case .cost:
      let place = cursor.at
      guard let digits = try cursor.numeral() else { return }
      guard let amount = Amount(bytes: digits, places: Amount.recordedPlaces) else {
        throw LineFault(offset: place, problem: .notAmount(field: "cost"))
      }
      span.cost = amount
      if amount != .zero { span.hasUsage = true }
    case .operation, .spanKind:
      if let kind = try kind(&cursor) { span.kind = kind }
    case .model: span.model = try name(&cursor)
    case .requestModel:
      // What answered counts before what was asked for.
      let asked = try name(&cursor)
      if span.model == NameTable.none { span.model = asked }
    case .tool: span.tool = try name(&cursor)
    case .agent: span.agent = try name(&cursor)
    case .version: span.version = try name(&cursor)
    case .tenant: span.tenant = try name(&cursor)
    case .conversation: span.conversation = try name(&cursor)
    case .error: span.error = try name(&cursor)
    case .response:
      guard try cursor.kind() == .string else { return try cursor.skip() }
      let text = try cursor.text()
      if text.count > 0 { span.response = text.bytes.fingerprint }
    case .finish:
      if let word = try cursor.string(), word.contains("content_filter") { span.isFiltered = true }
    case .outcome:
      if let word = try scalarWord(&cursor) { span.outcome = words.outcome(word) }
    case .reason:
      guard let word = try cursor.string() else { return }
      span.reason = words.reason(word)
      if let unknown = UnknownReasons.word(word, meaning: span.reason) {
        span.unknownReason = names.number(unknown)
      }
    case .given, .answered: try takeContent(&cursor, field, into: &span)
    case .call:
      guard try cursor.kind() == .string else { return try cursor.skip() }
      let text = try cursor.text()
      if text.count > 0 { span.call = text.bytes.fingerprint }
    case .askedCall:
      guard try cursor.kind() == .string else { return try cursor.skip() }
      asked.add(try cursor.text())
      span.told.insert(.output)
    case .policyWord, .policyName, .policyReason, .approvalWord, .approver, .approvalReason:
      try takeDecision(&cursor, field, into: &span)
    }
  }

  private func kind(_ cursor: inout JSONCursor) throws(LineFault) -> SpanRecord.Kind? {
    guard try cursor.kind() == .string else {
      try cursor.skip()
      return nil
    }
    let place = cursor.at
    let text = try cursor.text()
    if let kind = SpanField.kind(text) { return kind }
    guard let word = text.string else { throw LineFault(offset: place, problem: .notUTF8) }
    return SpanField.kind(word)
  }

  private func count(
    _ cursor: inout JSONCursor, _ field: String, _ span: inout SpanRecord,
    told: SpanContents = []
  ) throws(LineFault) -> Int {
    let place = cursor.at
    guard let digits = try cursor.numeral() else { return 0 }
    guard let value = digits.looseCount else {
      throw LineFault(offset: place, problem: .notCount(field: field))
    }
    span.hasUsage = true
    span.told.formUnion(told)
    return value
  }

  mutating func name(_ cursor: inout JSONCursor) throws(LineFault) -> Int32 {
    guard try cursor.kind() == .string else {
      try cursor.skip()
      return NameTable.none
    }
    let place = cursor.at
    let text = try cursor.text()
    if text.count == 0 { return NameTable.none }
    guard let number = names.number(text) else {
      throw LineFault(offset: place, problem: .notUTF8)
    }
    return number
  }
}

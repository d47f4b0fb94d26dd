/// Reads spans from OTLP as JSON: `{"resourceSpans":[{"scopeSpans":[{"spans":[…]}]}]}`.
///
/// - Source: opentelemetry-proto's specification of OTLP/JSON 1.11; what emitters write beside it
///   (numbers in quotes or not, names for codes) is taken too.
struct OTLPReader {
  var names: NameTable
  private(set) var spans: [SpanRecord] = []
  var line: Int32 = 0
  var file: Int32 = 0

  init(names: NameTable) { self.names = names }

  mutating func takeSpans() -> [SpanRecord] {
    defer { spans.removeAll(keepingCapacity: true) }
    return spans
  }

  /// Reads the value of `resourceSpans`.
  mutating func readResources(_ cursor: inout JSONCursor) throws(LineFault) {
    try cursor.array { (cursor) throws(LineFault) in
      let first = spans.count
      // What holds for all spans of a resource may stand before them or behind.
      var resource = SpanRecord()
      try cursor.object { (cursor, key) throws(LineFault) in
        if key == "resource" {
          try cursor.object { (cursor, key) throws(LineFault) in
            if key == "attributes" {
              try readAttributes(&cursor, into: &resource)
            } else {
              try cursor.skip()
            }
          }
        } else if key == "scopeSpans" || key == "instrumentationLibrarySpans" {
          try readScopes(&cursor)
        } else {
          try cursor.skip()
        }
      }
      for index in first..<spans.count { spans[index].fill(from: resource) }
    }
  }

  private mutating func readScopes(_ cursor: inout JSONCursor) throws(LineFault) {
    try cursor.array { (cursor) throws(LineFault) in
      try cursor.object { (cursor, key) throws(LineFault) in
        if key == "spans" {
          try cursor.array { (cursor) throws(LineFault) in try readSpan(&cursor) }
        } else {
          try cursor.skip()
        }
      }
    }
  }

  private mutating func readSpan(_ cursor: inout JSONCursor) throws(LineFault) {
    var span = SpanRecord()
    span.line = line
    span.file = file
    let start = cursor.at
    var hasCode = false
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "traceId" {
        span.trace = try hex(&cursor)
      } else if key == "spanId" {
        span.id = UInt64(truncatingIfNeeded: try hex(&cursor))
      } else if key == "parentSpanId" {
        span.parent = UInt64(truncatingIfNeeded: try hex(&cursor))
      } else if key == "startTimeUnixNano" {
        span.start = try nanoseconds(&cursor)
      } else if key == "endTimeUnixNano" {
        span.end = try nanoseconds(&cursor)
      } else if key == "attributes" {
        try readAttributes(&cursor, into: &span)
      } else if key == "events" {
        try cursor.array { (cursor) throws(LineFault) in try readEvent(&cursor, into: &span) }
      } else if key == "status" {
        hasCode = try readStatus(&cursor)
      } else {
        try cursor.skip()
      }
    }
    span.isError = hasCode || span.error != NameTable.none
    if span.trace == 0 || span.id == 0 {
      throw LineFault(offset: start, problem: .noIdentity)
    }
    try span.settle(at: start)
    spans.append(span)
  }

  /// Whether the status is that of an error: 2, "2" or STATUS_CODE_ERROR.
  private func readStatus(_ cursor: inout JSONCursor) throws(LineFault) -> Bool {
    var isError = false
    guard try cursor.kind() == .object else {
      try cursor.skip()
      return false
    }
    try cursor.object { (cursor, key) throws(LineFault) in
      guard key == "code" else { return try cursor.skip() }
      guard let code = try cursor.numeral() else { return }
      isError =
        code.count == 1 && code[0] == UInt8(ascii: "2")
        || String(decoding: code, as: UTF8.self) == "STATUS_CODE_ERROR"
    }
    return isError
  }

  /// An identity as hexadecimal digits of either case; 0 where there is none.
  private func hex(_ cursor: inout JSONCursor) throws(LineFault) -> UInt128 {
    guard try cursor.kind() == .string else {
      try cursor.skip()
      return 0
    }
    let place = cursor.at
    guard let identity = try cursor.text().identity else {
      throw LineFault(offset: place, problem: .expected(.hexDigits))
    }
    return identity
  }

  private func nanoseconds(_ cursor: inout JSONCursor) throws(LineFault) -> Int64 {
    let place = cursor.at
    guard let digits = try cursor.numeral() else { return 0 }
    guard digits.count <= 19, let value = Int64(String(decoding: digits, as: UTF8.self)), value >= 0
    else { throw LineFault(offset: place, problem: .notTime(field: "UnixNano")) }
    return value
  }
}

/// Reads spans from OTLP as JSON: `{"resourceSpans":[{"scopeSpans":[{"spans":[…]}]}]}`.
///
/// - Source: opentelemetry-proto's specification of OTLP/JSON 1.11; what emitters write beside it
///   (numbers in quotes or not, names for codes) is taken too.
struct OTLPReader {
  var names: NameTable
  private(set) var spans: [SpanRecord] = []
  private(set) var askedCalls: [AskedCall] = []
  /// The calls of tools that the answer of the span asks for that is being read.
  var asked = AskedCallReader()
  let words: OutcomeWords
  /// Where a run is to be shown: what else is kept for it.
  var telling: TraceNames?
  var saying: ContentKeeper?
  /// Where an agent's readiness is judged: what calls are given, and what policy says of them.
  var auditing: AuditKeeper?
  var line: Int32 = 0
  var file: Int32 = 0

  init(_ settings: MeasureSettings, names: NameTable = NameTable()) {
    self.names = names
    words = settings.words
    telling = settings.tellsRuns ? TraceNames() : nil
    auditing = settings.audit.map { AuditKeeper($0) }
    saying = settings.contentsOf.map { ContentKeeper(wanted: $0) }
  }

  /// How much was kept up to some place.
  struct Mark {
    fileprivate let spans: Int
    fileprivate let calls: Int

    static let start = Mark(spans: 0, calls: 0)
  }

  var mark: Mark { Mark(spans: spans.count, calls: askedCalls.count) }

  /// Forgets what was kept since.
  mutating func goBack(to mark: Mark) {
    spans.removeSubrange(mark.spans...)
    askedCalls.removeSubrange(mark.calls...)
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
    if !asked.found.isEmpty { asked.found.removeAll(keepingCapacity: true) }
    saying?.begin()
    auditing?.begin()
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "traceId" {
        span.trace = try hex(&cursor, isTrace: true)
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
        try cursor.array { (cursor) throws(LineFault) in
          if auditing != nil { try readDecision(ofEvent: cursor) }
          try readEvent(&cursor, into: &span)
        }
      } else if telling != nil, key == "name" {
        span.title = try name(&cursor)
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
    saying?.end(span)
    auditing?.end(span, names)
    for call in asked.found { askedCalls.append(AskedCall(trace: span.trace, call: call)) }
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
  private mutating func hex(
    _ cursor: inout JSONCursor, isTrace: Bool = false
  ) throws(LineFault) -> UInt128 {
    guard try cursor.kind() == .string else {
      try cursor.skip()
      return 0
    }
    let place = cursor.at
    let text = try cursor.text()
    guard let identity = text.identity else {
      throw LineFault(offset: place, problem: .expected(.hexDigits))
    }
    if isTrace, text.count != 32 { telling?.keep(text, identity) }
    return identity
  }

  func nanoseconds(_ cursor: inout JSONCursor) throws(LineFault) -> Int64 {
    let place = cursor.at
    guard let digits = try cursor.numeral() else { return 0 }
    if let value = digits.count19 { return value }
    guard digits.count <= 19, let value = Int64(String(decoding: digits, as: UTF8.self)), value >= 0
    else { throw LineFault(offset: place, problem: .notTime(field: "UnixNano")) }
    return value
  }
}

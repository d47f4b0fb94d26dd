/// Reads a trace as Langfuse exports it: `{"trace": {"observations": […], "scores": […]}}`.
///
/// - Source: Langfuse's export of a trace; its usage leaves the cache out of input and reasoning out of
///   output, and is brought to one convention here.
struct LangfuseReader {
  /// Borrowed for what values mean.
  private(set) var reader: OTLPReader
  private var spans: [SpanRecord] = []
  /// What is told of the trace and of none of its steps.
  private var whole = SpanRecord()
  var outcome: Outcome?
  private var version = NameTable.none
  private var trace: UInt128 = 0
  private let line: Int32
  private let file: Int32

  /// - Parameter other: whose names it goes on with.
  init(_ settings: MeasureSettings, after other: OTLPReader) {
    reader = OTLPReader(settings, names: other.names)
    reader.telling = other.telling
    reader.saying = other.saying
    line = other.line
    file = other.file
  }

  var names: NameTable { reader.names }
  var telling: TraceNames? { reader.telling }
  var saying: ContentKeeper? { reader.saying }
  private(set) var askedCalls: [AskedCall] = []

  /// Reads one trace, with or without a member `trace` around it.
  mutating func read(_ cursor: inout JSONCursor) throws(LineFault) -> [SpanRecord] {
    try readTrace(&cursor)
    // What is told of the whole belongs to its first step.
    if let root = spans.indices.first(where: { spans[$0].parent == 0 }) {
      spans[root].told.formUnion(whole.told)
      if let outcome { spans[root].outcome = outcome }
      if spans[root].conversation == NameTable.none {
        spans[root].conversation = whole.conversation
      }
      if spans[root].version == NameTable.none { spans[root].version = version }
    }
    for index in spans.indices where spans[index].trace == 0 { spans[index].trace = trace }
    askedCalls = askedCalls.map { $0.trace == 0 ? AskedCall(trace: trace, call: $0.call) : $0 }
    return spans
  }

  private mutating func readTrace(_ cursor: inout JSONCursor) throws(LineFault) {
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "trace", try cursor.kind() == .object {
        try readTrace(&cursor)
      } else if key == "id" {
        trace = try identity(&cursor, isTrace: true)
      } else if key == "sessionId" {
        whole.conversation = try reader.name(&cursor)
      } else if key == "input" {
        try reader.takeContent(&cursor, .given, into: &whole)
      } else if key == "output" {
        try reader.takeContent(&cursor, .answered, into: &whole)
      } else if key == "version" {
        version = try reader.name(&cursor)
      } else if key == "observations", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in try readObservation(&cursor) }
      } else if key == "scores", try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in try readScore(&cursor) }
      } else {
        try cursor.skip()
      }
    }
  }

  private mutating func readObservation(_ cursor: inout JSONCursor) throws(LineFault) {
    var span = SpanRecord()
    (span.line, span.file) = (line, file)
    let start = cursor.at
    var title = NameTable.none
    reader.asked.found.removeAll(keepingCapacity: true)
    reader.saying?.begin()
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "id" {
        span.id = UInt64(truncatingIfNeeded: try identity(&cursor))
      } else if key == "traceId" {
        span.trace = try identity(&cursor, isTrace: true)
      } else if key == "parentObservationId" {
        span.parent = UInt64(truncatingIfNeeded: try identity(&cursor))
      } else if key == "startTime" {
        span.start = try time(&cursor)
      } else if key == "endTime" {
        span.end = try time(&cursor)
      } else if key == "type" {
        if let word = try cursor.string(), let kind = SpanField.kind(word) { span.kind = kind }
      } else if key == "name" {
        title = try reader.name(&cursor)
      } else if key == "model" {
        try reader.take(&cursor, .requestModel, into: &span)
      } else if key == "level" {
        if try cursor.string() == "ERROR" { span.isError = true }
      } else if key == "input" {
        try reader.takeContent(&cursor, .given, into: &span)
      } else if key == "output" {
        try reader.takeContent(&cursor, .answered, into: &span)
      } else if key == "usageDetails", try cursor.kind() == .object {
        try readUsage(&cursor, into: &span)
      } else if key == "totalCost" {
        if try cursor.kind() != .word {
          try reader.take(&cursor, .cost, into: &span)
        } else {
          try cursor.skip()
        }
      } else {
        try cursor.skip()
      }
    }
    if span.kind == .tool { span.tool = title }
    if span.kind == .agent { span.agent = title }
    guard span.id != 0 else { throw LineFault(offset: start, problem: .noIdentity) }
    span.title = title
    try span.settle(at: start)
    spans.append(span)
    reader.saying?.end(span)
    // The output of a tool, or of the whole, tells again what an answer asked for.
    guard span.kind == .inference else { return }
    for call in reader.asked.found { askedCalls.append(AskedCall(trace: span.trace, call: call)) }
  }

  private mutating func readUsage(
    _ cursor: inout JSONCursor, into span: inout SpanRecord
  ) throws(LineFault) {
    var usage = TokenUsage.zero
    var hasUsage = false
    try cursor.object { (cursor, key) throws(LineFault) in
      let place = cursor.at
      guard let digits = try cursor.numeral() else { return }
      guard let count = digits.looseCount else {
        throw LineFault(offset: place, problem: .notCount(field: "usageDetails"))
      }
      if key == "input" {
        usage.input = count
        span.told.insert(.inputTokens)
      } else if key == "output" {
        usage.output = count
        span.told.insert(.outputTokens)
      } else if key == "input_cache_read" || key == "input_cached_tokens"
        || key == "cache_read_input_tokens" || key == "prompt_details.cache_read"
      {
        usage.cacheRead = count
      } else if key == "input_cache_creation" || key == "input_cache_creation_5m"
        || key == "cache_creation_input_tokens"
      {
        usage.cacheWrite = count
      } else if key == "input_cache_creation_1h" {
        usage.cacheWrite1h = count
      } else if key == "output_reasoning" || key == "output_reasoning_tokens" {
        usage.reasoning = count
      } else {
        return
      }
      hasUsage = hasUsage || count > 0
    }
    usage.input += usage.cacheRead + usage.cacheWrite + usage.cacheWrite1h
    usage.output += usage.reasoning
    span.usage = usage
    span.hasUsage = hasUsage
  }

  /// An identity: hexadecimal digits, or any text by its fingerprint.
  private mutating func identity(
    _ cursor: inout JSONCursor, isTrace: Bool = false
  ) throws(LineFault) -> UInt128 {
    guard try cursor.kind() == .string else {
      try cursor.skip()
      return 0
    }
    let text = try cursor.text()
    let identity = text.identity ?? UInt128(text.bytes.fingerprint)
    if isTrace { reader.telling?.keep(text, identity) }
    return identity
  }

  private func time(_ cursor: inout JSONCursor) throws(LineFault) -> Int64 {
    let place = cursor.at
    guard let text = try cursor.string() else { return 0 }
    guard let time = Timestamp(text) else {
      throw LineFault(offset: place, problem: .notTime(field: "startTime, endTime"))
    }
    return time.nanoseconds
  }
}

/// A run of the agent as the fields of a row tell it, one after the other.
struct RowBuilder {
  private(set) var attempt = Attempt()
  /// Whether any column of it is known and has something in it.
  private(set) var isTold = false
  private var end: Int64?
  private var hasCalls = false
  private let settings: MeasureSettings
  /// What parts the fields of a row of CSV.
  private let delimiter: UInt8?

  /// - Parameter delimiter: what parts the fields; nil where it is no row of CSV.
  init(_ settings: MeasureSettings, delimiter: UInt8? = nil) {
    self.settings = settings
    self.delimiter = delimiter
  }

  /// Takes what stands in a column; nothing stands there where there are no bytes.
  ///
  /// - Parameter offset: where it stands, for the message.
  mutating func take(
    _ column: LogColumn, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) throws(LineFault) {
    guard bytes.count > 0 else { return }
    isTold = true
    attempt.toldTokens.formUnion(ToldTokens(column))
    switch column {
    case .inputTokens: try count(bytes, column, offset, into: &attempt.usage.input)
    case .outputTokens: try count(bytes, column, offset, into: &attempt.usage.output)
    case .cachedTokens: try count(bytes, column, offset, into: &attempt.usage.cacheRead)
    case .cacheWriteTokens: try count(bytes, column, offset, into: &attempt.usage.cacheWrite)
    case .cacheWrite1hTokens: try count(bytes, column, offset, into: &attempt.usage.cacheWrite1h)
    case .reasoningTokens: try count(bytes, column, offset, into: &attempt.usage.reasoning)
    case .calls:
      try count(bytes, column, offset, into: &attempt.calls)
      hasCalls = true
    case .toolCalls: try count(bytes, column, offset, into: &attempt.toolCalls)
    case .toolErrors: try count(bytes, column, offset, into: &attempt.toolErrors)
    case .cost:
      attempt.recorded =
        (attempt.recorded ?? .zero)
        + (try amount(bytes, column, offset, places: Amount.recordedPlaces))
    case .humanMinutes:
      let minutes = try amount(bytes, column, offset, places: 12)
      guard minutes >= .zero else {
        throw LineFault(offset: offset, problem: .endsBeforeStart)
      }
      attempt.humanMinutes = (attempt.humanMinutes ?? .zero) + minutes
    case .seconds:
      let seconds = try amount(bytes, column, offset, places: 9)
      guard seconds >= .zero else {
        throw LineFault(offset: offset, problem: .endsBeforeStart)
      }
      attempt.runtime = seconds.nanoseconds
    case .start: attempt.start = try time(bytes, column, offset)
    case .end: end = try time(bytes, column, offset)
    case .outcome:
      if attempt.outcome == nil {
        attempt.outcome = settings.words.outcome(try word(bytes, offset))
      }
    case .reason:
      let word = try word(bytes, offset)
      attempt.reason = settings.words.reason(word)
      attempt.unknownReason = UnknownReasons.word(word, meaning: attempt.reason)
    case .model: attempt.model = try word(bytes, offset)
    case .agent: attempt.agent = try word(bytes, offset)
    case .version: attempt.version = try word(bytes, offset)
    case .tenant: attempt.tenant = try word(bytes, offset)
    case .task:
      attempt.task = bytes.fingerprint
      let number = bytes.count == 32 ? bytes.hexNumber : nil
      attempt.trace = number.map { UInt64(truncatingIfNeeded: $0) }
      if settings.tellsRuns || settings.isOfPeople {
        attempt.taskName = String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// Takes a text that stands in a column otherwise than byte for byte.
  mutating func take(
    _ column: LogColumn, _ text: String, at offset: Int
  ) throws(LineFault) {
    try take(column, Array(text.utf8), at: offset)
  }

  mutating func take(
    _ column: LogColumn, _ bytes: [UInt8], at offset: Int
  ) throws(LineFault) {
    let result = bytes.withUnsafeBufferPointer { field in
      Result { () throws(LineFault) in try take(column, field, at: offset) }
    }
    try result.get()
  }

  /// Counts one call of a list of them.
  mutating func countCall() {
    attempt.calls += 1
    hasCalls = true
  }

  /// The run, once all its fields are read.
  mutating func finished(at offset: Int) throws(LineFault) -> Attempt {
    let usage = attempt.usage
    guard usage.isPossible else { throw LineFault(offset: offset, problem: .cachedExceedsInput) }
    if let start = attempt.start, let end {
      guard end >= start else { throw LineFault(offset: offset, problem: .endsBeforeStart) }
      attempt.runtime = attempt.runtime ?? end - start
    }
    let hasUsage = usage != .zero
    if !hasCalls, hasUsage { attempt.calls = 1 }
    if attempt.recorded == nil { attempt.unrecordedCalls = attempt.calls }
    if settings.wantsSpread, hasUsage {
      attempt.modelCalls.append(
        .init(model: attempt.model ?? "", calls: max(1, attempt.calls), usage: usage))
    }
    if hasUsage {
      attempt.price(
        usage, calls: attempt.calls, of: attempt.model, at: attempt.start ?? end, settings)
    }
    return attempt
  }

  /// Adds a count to what is there.
  private func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: LogColumn, _ offset: Int, into sum: inout Int
  ) throws(LineFault) {
    guard let count = read(bytes, \.looseCount), sum + count <= mostCounted else {
      throw fault(bytes, column, offset, .notCount(field: column.rawValue))
    }
    sum += count
  }

  private func amount(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: LogColumn, _ offset: Int, places: Int
  ) throws(LineFault) -> Amount {
    let digits =
      bytes.first == UInt8(ascii: "$") ? UnsafeBufferPointer(rebasing: bytes.dropFirst()) : bytes
    guard let amount = read(digits, { Amount(bytes: $0, places: places) }) else {
      throw fault(bytes, column, offset, .notAmount(field: column.rawValue))
    }
    return amount
  }

  private func time(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: LogColumn, _ offset: Int
  ) throws(LineFault) -> Int64 {
    if let seconds = read(bytes, { Amount(bytes: $0, places: 9) }), seconds >= .zero {
      return seconds.nanoseconds
    }
    guard let time = Timestamp(try word(bytes, offset)) else {
      throw LineFault(offset: offset, problem: .notTime(field: column.rawValue))
    }
    return time.nanoseconds
  }

  /// A number, by the decimal mark that those of the file have.
  private func read<Number>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Number?
  ) -> Number? {
    guard settings.hasDecimalComma(parted: delimiter) else { return body(bytes) }
    return DecimalComma.pointed(bytes).flatMap { $0.withUnsafeBufferPointer(body) }
  }

  /// What is wrong with a number: its comma or its point, where that is all, else what else it may be.
  private func fault(
    _ bytes: UnsafeBufferPointer<UInt8>, _ column: LogColumn, _ offset: Int,
    _ other: LineFault.Problem
  ) -> LineFault {
    if settings.hasDecimalComma(parted: delimiter) {
      guard Amount(bytes: bytes) != nil, bytes.contains(UInt8(ascii: ".")) else {
        return LineFault(offset: offset, problem: other)
      }
      let value = String(decoding: bytes.prefix(40), as: UTF8.self)
      return LineFault(offset: offset, problem: .hasPoint(field: column.rawValue, value: value))
    }
    guard let value = DecimalComma.suspect(bytes) else {
      return LineFault(offset: offset, problem: other)
    }
    let mayBeDecimal = delimiter.map { $0 != UInt8(ascii: ",") } ?? false
    return LineFault(
      offset: offset,
      problem: .hasComma(field: column.rawValue, value: value, mayBeDecimal: mayBeDecimal))
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int
  ) throws(LineFault) -> String {
    guard let word = String(validating: bytes, as: UTF8.self) else {
      throw LineFault(offset: offset, problem: .notUTF8)
    }
    return word
  }
}

extension Amount {
  /// An amount of seconds in whole nanoseconds, at most those of three hundred years.
  var nanoseconds: Int64 { Int64(min(units / 1_000_000, 9_000_000_000_000_000_000)) }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads lines of JSON, each a trace or a row, by what stands in it.
struct JSONLines: Sendable {
  let settings: MeasureSettings
  let file: Int32

  /// Reads all lines of some bytes.
  func read(_ bytes: UnsafeBufferPointer<UInt8>) -> LogPart {
    var part = LogPart()
    var reader = OTLPReader(settings)
    reader.file = file
    var start = 0
    while start < bytes.count {
      let end = bytes.lineEnd(from: start)
      reader.line = Int32(truncatingIfNeeded: part.lineCount)
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      let before = reader.mark
      do throws(LineFault) {
        var cursor = JSONCursor(line)
        cursor.skipBlanks()
        if cursor.at < cursor.end {
          try readValue(&cursor, &reader, &part)
          try cursor.expectEnd()
        }
        if let notes = reader.auditing?.takeNotes() { part.take(notes) }
      } catch {
        // A bad line costs that line, and all of it.
        reader.goBack(to: before)
        _ = reader.auditing?.takeNotes()
        part.faults.add(error, line: part.lineCount, in: line, from: 0)
      }
      part.lineCount += 1
      start = end + 1
    }
    part.take(reader)
    return part
  }

  /// Reads a document: one value, or a list of them, over any number of lines.
  func readDocument(_ bytes: UnsafeBufferPointer<UInt8>) -> LogPart {
    var part = LogPart()
    var reader = OTLPReader(settings)
    reader.file = file
    var cursor = JSONCursor(bytes)
    do throws(LineFault) {
      if try cursor.kind() == .array {
        try cursor.array { (cursor) throws(LineFault) in
          try readValue(&cursor, &reader, &part)
        }
      } else {
        try readValue(&cursor, &reader, &part)
      }
      try cursor.expectEnd()
      if let notes = reader.auditing?.takeNotes() { part.take(notes) }
    } catch {
      let line = bytes[..<min(error.offset, bytes.count)].count { $0 == UInt8(ascii: "\n") }
      part = LogPart()
      part.faults.add(error, line: line, in: bytes, from: 0)
      reader.goBack(to: .start)
    }
    part.lineCount = bytes.count { $0 == UInt8(ascii: "\n") }
    part.take(reader)
    return part
  }

  /// What an object is, by the first of its keys that tells.
  private enum Meaning { case spans, langfuse, otherSignal, row }

  private func meaning(_ cursor: JSONCursor) throws(LineFault) -> Meaning {
    var cursor = cursor
    var meaning: Meaning?
    var hasTrace = false
    try cursor.object { (cursor, key) throws(LineFault) in
      guard meaning == nil else { return try cursor.skip() }
      if key == "resourceSpans" {
        meaning = .spans
      } else if key == "resourceLogs" || key == "resourceMetrics" {
        meaning = .otherSignal
      } else if key == "observations" {
        meaning = .langfuse
      } else if key == "trace", try cursor.kind() == .object {
        hasTrace = true
      }
      try cursor.skip()
    }
    return meaning ?? (hasTrace ? .langfuse : .row)
  }

  private func readValue(
    _ cursor: inout JSONCursor, _ reader: inout OTLPReader, _ part: inout LogPart
  ) throws(LineFault) {
    let meaning = try quickMeaning(cursor)
    if meaning != .row { part.isKnown = true }
    switch meaning {
    case .spans:
      try cursor.object { (cursor, key) throws(LineFault) in
        if key == "resourceSpans" { try reader.readResources(&cursor) } else { try cursor.skip() }
      }
    case .langfuse:
      var own = LangfuseReader(settings, after: reader)
      part.spans += try own.read(&cursor)
      part.askedCalls += own.askedCalls
      reader.names = own.names
      reader.telling = own.telling
      reader.saying = own.saying
    case .otherSignal:
      part.otherSignals += 1
      try cursor.skip()
    case .row:
      var row = JSONRow(settings)
      let attempt = try row.read(&cursor)
      part.rowCount += 1
      if row.isTold { part.isKnown = true }
      part.mapped = (part.mapped ?? 0) | row.mapped
      part.add(row: attempt, settings)
    }
  }

  /// Lines of spans mostly begin with their only key.
  private func quickMeaning(_ cursor: JSONCursor) throws(LineFault) -> Meaning {
    var peek = cursor
    peek.skipBlanks()
    if peek.at + 16 < peek.end, peek.base[peek.at] == UInt8(ascii: "{") {
      peek.at += 1
      peek.skipBlanks()
      if peek.at < peek.end, peek.base[peek.at] == UInt8(ascii: "\""),
        try peek.text() == "resourceSpans"
      {
        return .spans
      }
    }
    // What is mapped is a row, whatever else it could be.
    return settings.map.isEmpty ? try meaning(cursor) : .row
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the line ends that some place is in.
  fileprivate func lineEnd(from start: Int) -> Int {
    guard let base = baseAddress,
      let newline = memchr(base + start, Int32(UInt8(ascii: "\n")), count - start)
    else { return count }
    return UnsafeRawPointer(newline) - UnsafeRawPointer(base)
  }
}

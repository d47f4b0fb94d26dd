/// What a step was given and gave back, each in a line; kept only of runs that are shown with it.
struct StepContent: Sendable {
  let trace: UInt128
  let span: UInt64
  let given: String?
  let answered: String?
}

/// Gathers what a span says while it is read, and keeps it where its trace is asked for.
struct ContentKeeper {
  private let wanted: Set<UInt128>
  private(set) var kept: [StepContent] = []
  /// Strings and values where they stand, as long as their span is read.
  private var given: [JSONText] = []
  private var answered: [JSONText] = []

  init(wanted: Set<UInt128>) { self.wanted = wanted }

  mutating func add(_ text: JSONText, _ field: SpanField) {
    if field == .given { given.append(text) } else { answered.append(text) }
  }

  mutating func begin() {
    given.removeAll(keepingCapacity: true)
    answered.removeAll(keepingCapacity: true)
  }

  /// Ends the span that is being read.
  mutating func end(_ span: SpanRecord) {
    guard wanted.contains(span.trace), !(given.isEmpty && answered.isEmpty) else { return }
    // The last thing that a model was given is what it answers; before it stands what is sent every time.
    let last = given.flatMap { ContentLine.parts($0) }.last
    let all = answered.flatMap { ContentLine.parts($0) }
    kept.append(
      StepContent(
        trace: span.trace, span: span.id, given: last.map { ContentLine.cut($0) },
        answered: all.isEmpty ? nil : ContentLine.cut(all.joined(separator: " · "))))
  }
}

/// What messages of any dialect say, without the JSON around it.
enum ContentLine {
  /// As many characters are kept of a text.
  private static let longest = 400

  static func cut(_ text: String) -> String {
    let start = text.prefix(longest)
    return start.endIndex == text.endIndex ? text : start + "…"
  }

  /// The texts of messages one by one; the text itself where it is none of messages.
  static func parts(_ text: JSONText) -> [String] {
    guard let plain = text.string, !plain.isEmpty else { return [] }
    return parts(plain, depth: 0)
  }

  private static func parts(_ plain: String, depth: Int) -> [String] {
    guard let sign = plain.first, "[{\"".contains(sign), depth < 3 else { return [plain] }
    let bytes = Array(plain.utf8)
    let found = bytes.withUnsafeBufferPointer { buffer -> [String] in
      var cursor = JSONCursor(buffer)
      var found: [String] = []
      do throws(LineFault) {
        if try cursor.kind() == .string {
          return try cursor.string().map { parts($0, depth: depth + 1) } ?? []
        }
        try collect(&cursor, into: &found, 0)
        try cursor.expectEnd()
      } catch {
        // A text that only looks like JSON, or one that is cut short.
        return []
      }
      return found
    }
    return found.isEmpty ? [plain] : found
  }

  /// The names under which messages carry what they say.
  private static func isSpoken(_ key: JSONText) -> Bool {
    key == "content" || key == "text" || key == "name" || key == "arguments" || key == "response"
      || key == "result"
  }

  private static func collect(
    _ cursor: inout JSONCursor, into found: inout [String], _ depth: Int
  ) throws(LineFault) {
    guard depth < 32 else { return try cursor.skip() }
    switch try cursor.kind() {
    case .array:
      try cursor.array { (cursor) throws(LineFault) in try collect(&cursor, into: &found, depth + 1)
      }
    case .object:
      var name: JSONText?
      try cursor.object { (cursor, key) throws(LineFault) in
        let kind = try cursor.kind()
        if key == "key", kind == .string {
          name = try cursor.text()
        } else if isSpoken(key), kind == .string {
          if let text = try cursor.string(), !text.isEmpty { found.append(text) }
        } else if key == "arguments", kind == .object {
          let place = cursor.at
          try cursor.skip()
          let bytes = UnsafeBufferPointer(start: cursor.base + place, count: cursor.at - place)
          found.append(String(decoding: bytes, as: UTF8.self))
        } else if key == "value", let own = name, isSpoken(own), kind == .object {
          try typed(&cursor, into: &found, depth + 1)
        } else {
          try collect(&cursor, into: &found, depth + 1)
        }
      }
    default: try cursor.skip()
    }
  }

  /// A typed value: `{"stringValue": "…"}`.
  private static func typed(
    _ cursor: inout JSONCursor, into found: inout [String], _ depth: Int
  ) throws(LineFault) {
    try cursor.object { (cursor, key) throws(LineFault) in
      if key == "stringValue", try cursor.kind() == .string {
        if let text = try cursor.string(), !text.isEmpty { found.append(text) }
      } else {
        try collect(&cursor, into: &found, depth)
      }
    }
  }
}

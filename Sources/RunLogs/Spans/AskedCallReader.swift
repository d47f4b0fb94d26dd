/// Finds the calls of tools that an answer asks for, in messages of any dialect, and keeps their fingerprints.
///
/// Messages stand in an attribute as JSON in a string or as typed values; a call is a part of the type
/// `tool_call` (`tool_use`, `function`) with an `id`, or one with a `toolCallId`. What is no message is passed
/// over: contents are never a mistake of the log.
struct AskedCallReader: Sendable {
  var found: [UInt64] = []

  /// As deep as parts of messages lie; what lies deeper is an argument.
  private static let deepest = 32

  /// What is known of an object that may be a call.
  private struct Part {
    var isCall = false
    var id: UInt64 = 0
  }

  mutating func add(_ text: JSONText) {
    if text.count > 0 { found.append(text.bytes.fingerprint) }
  }

  /// Looks through a string that holds JSON.
  mutating func read(_ text: JSONText, depth: Int = 0) {
    guard text.count > 8, depth < 3, text.holdsTool, let bytes = text.plainBytes else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var cursor = JSONCursor(buffer)
      do throws(LineFault) {
        if try cursor.kind() == .string { return read(try cursor.text(), depth: depth + 1) }
        try read(&cursor)
      } catch {
        // A text that is cut short, or no JSON at all.
      }
    }
  }

  /// Looks through a value.
  mutating func read(_ cursor: inout JSONCursor) throws(LineFault) {
    var none = Part()
    try read(&cursor, within: &none, 0)
  }

  private mutating func read(
    _ cursor: inout JSONCursor, within outer: inout Part, _ depth: Int
  ) throws(LineFault) {
    guard depth < Self.deepest else { return try cursor.skip() }
    switch try cursor.kind() {
    case .array:
      // The members of a typed object are a list of keys and values.
      var part = Part()
      try cursor.array { (cursor) throws(LineFault) in try read(&cursor, within: &part, depth + 1) }
      keep(part)
    case .object:
      var part = Part()
      var name: JSONText?
      try cursor.object { (cursor, key) throws(LineFault) in
        if key == "key", try cursor.kind() == .string {
          name = try cursor.text()
        } else if key == "value", let name, name == "type" || name == "id" {
          try take(&cursor, name, into: &outer)
        } else if key == "type" || key == "id" || key == "toolCallId" {
          try take(&cursor, key, into: &part)
        } else {
          try read(&cursor, within: &part, depth + 1)
        }
      }
      keep(part)
    default: try cursor.skip()
    }
  }

  private func take(
    _ cursor: inout JSONCursor, _ key: JSONText, into part: inout Part
  ) throws(LineFault) {
    var value: JSONText?
    switch try cursor.kind() {
    case .string: value = try cursor.text()
    case .object:
      try cursor.object { (cursor, kind) throws(LineFault) in
        if kind == "stringValue", try cursor.kind() == .string {
          value = try cursor.text()
        } else {
          try cursor.skip()
        }
      }
    default: try cursor.skip()
    }
    guard let value, value.count > 0 else { return }
    if key == "type" {
      if value == "tool_call" || value == "tool_use" || value == "function" { part.isCall = true }
    } else {
      part.id = value.bytes.fingerprint
      if key == "toolCallId" { part.isCall = true }
    }
  }

  private mutating func keep(_ part: Part) {
    if part.isCall, part.id != 0 { found.append(part.id) }
  }
}

extension JSONText {
  /// Whether it says `tool` anywhere: most answers do not, and are looked through no further.
  fileprivate var holdsTool: Bool {
    var at = 0
    while at + 4 <= count {
      while at + 8 <= count {
        let plain = EightBytes(at: start + at).count(before: 0x74, 0x74, 0x74)
        at += plain
        if plain < 8 { break }
      }
      if at + 4 <= count, start[at] == 0x74, start[at + 1] == 0x6F, start[at + 2] == 0x6F,
        start[at + 3] == 0x6C
      {
        return true
      }
      at += 1
    }
    return false
  }
}

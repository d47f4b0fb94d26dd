/// Goes through JSON from left to right and hands over what is asked for; the rest is passed over.
///
/// Nothing is built: a document of any size takes no memory, and no nesting takes a stack.
struct JSONCursor {
  /// As deep as values may lie in each other.
  static let deepest = 512

  enum Kind { case object, array, string, number, word }

  let base: UnsafePointer<UInt8>
  let end: Int
  var at: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    // An empty buffer has no address; nothing is ever read through this one.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = bytes.count
    at = start
  }

  func fault(_ problem: LineFault.Problem) -> LineFault { LineFault(offset: at, problem: problem) }

  func missing(_ expected: LineFault.Expected) -> LineFault {
    fault(at >= end ? .endsEarly : .expected(expected))
  }

  @inline(__always)
  mutating func skipBlanks() {
    while at < end {
      let byte = base[at]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return
      }
      at += 1
    }
  }

  /// What kind of value stands here.
  @inline(__always)
  mutating func kind() throws(LineFault) -> Kind {
    skipBlanks()
    guard at < end else { throw fault(.endsEarly) }
    switch base[at] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return .word
    default: throw fault(.expected(.value))
    }
  }

  /// Whether a string begins right here.
  var isAtString: Bool { at < end && base[at] == UInt8(ascii: "\"") }

  /// Goes through the members of an object; `body` takes or skips the value of each key.
  @inline(__always)
  mutating func object(
    _ body: (inout JSONCursor, JSONText) throws(LineFault) -> Void
  ) throws(LineFault) {
    skipBlanks()
    guard at < end, base[at] == UInt8(ascii: "{") else { throw missing(.object) }
    at += 1
    skipBlanks()
    if at < end, base[at] == UInt8(ascii: "}") {
      at += 1
      return
    }
    while true {
      skipBlanks()
      guard at < end, base[at] == UInt8(ascii: "\"") else { throw missing(.key) }
      let key = try text()
      skipBlanks()
      guard at < end, base[at] == UInt8(ascii: ":") else { throw missing(.colon) }
      at += 1
      try body(&self, key)
      if try isEnded(by: UInt8(ascii: "}")) { return }
    }
  }

  /// Goes through the elements of a list; `body` takes or skips each.
  @inline(__always)
  mutating func array(
    _ body: (inout JSONCursor) throws(LineFault) -> Void
  ) throws(LineFault) {
    skipBlanks()
    guard at < end, base[at] == UInt8(ascii: "[") else { throw missing(.array) }
    at += 1
    skipBlanks()
    if at < end, base[at] == UInt8(ascii: "]") {
      at += 1
      return
    }
    while true {
      try body(&self)
      if try isEnded(by: UInt8(ascii: "]")) { return }
    }
  }

  @inline(__always)
  private mutating func isEnded(by bracket: UInt8) throws(LineFault) -> Bool {
    skipBlanks()
    guard at < end else { throw fault(.endsEarly) }
    let byte = base[at]
    guard byte == UInt8(ascii: ",") || byte == bracket else { throw missing(.commaOrEnd) }
    at += 1
    return byte == bracket
  }

  /// Passes some bytes, if they stand here just so.
  @inline(__always)
  mutating func pass(_ bytes: StaticString) -> Bool {
    let count = bytes.utf8CodeUnitCount
    guard at + count <= end, (base + at).begins(with: bytes.utf8Start, count) else { return false }
    at += count
    return true
  }

  /// Passes over one value, whatever it is.
  mutating func skip() throws(LineFault) {
    switch try kind() {
    case .string: _ = try text()
    case .number: _ = try numberRange()
    case .word: try word()
    case .object, .array: try skipNested()
    }
  }

  private mutating func skipNested() throws(LineFault) {
    var brackets = BracketStack()
    while true {
      switch try kind() {
      case .string: _ = try text()
      case .number: _ = try numberRange()
      case .word: try word()
      case .object, .array:
        guard brackets.depth < Self.deepest else { throw fault(.tooDeep) }
        let isObject = base[at] == UInt8(ascii: "{")
        at += 1
        skipBlanks()
        if at < end, base[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          at += 1
          break
        }
        brackets.push(isObject)
        if isObject { try skipKey() }
        continue
      }
      // Behind a value: what it stood in ends, or goes on.
      while true {
        guard brackets.depth > 0 else { return }
        let isObject = brackets.isObject
        guard try isEnded(by: isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          if isObject { try skipKey() }
          break
        }
        brackets.pop()
      }
    }
  }

  private mutating func skipKey() throws(LineFault) {
    skipBlanks()
    guard at < end, base[at] == UInt8(ascii: "\"") else { throw missing(.key) }
    _ = try text()
    skipBlanks()
    guard at < end, base[at] == UInt8(ascii: ":") else { throw missing(.colon) }
    at += 1
  }

  /// Nothing but blanks may follow.
  mutating func expectEnd() throws(LineFault) {
    skipBlanks()
    if at < end { throw fault(.expected(.endOfLine)) }
  }
}

/// Which of the brackets that are open are braces: a bit each.
private struct BracketStack {
  private(set) var depth = 0
  private var bits: InlineArray<8, UInt64> = InlineArray(repeating: 0)

  var isObject: Bool { bits[(depth - 1) >> 6] >> UInt64((depth - 1) & 63) & 1 == 1 }

  mutating func push(_ isObject: Bool) {
    let bit: UInt64 = 1 << UInt64(depth & 63)
    if isObject { bits[depth >> 6] |= bit } else { bits[depth >> 6] &= ~bit }
    depth += 1
  }

  mutating func pop() { depth -= 1 }
}

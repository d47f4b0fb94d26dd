import Readiness

extension PlainJSON {
  /// As deep as arguments are looked into.
  private static let deepest = 48

  /// The value that a string of a log holds as JSON, or that stands there itself; nil where it is neither.
  init?(_ text: JSONText) {
    if !text.isEscaped, text.count > 0, text.start[0] == UInt8(ascii: "{") {
      self.init(bytes: text.bytes)
    } else {
      guard let bytes = text.plainBytes,
        let value = bytes.withUnsafeBufferPointer({ PlainJSON(bytes: $0) })
      else { return nil }
      self = value
    }
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    var cursor = JSONCursor(bytes)
    do throws(LineFault) {
      let value = try Self.read(&cursor, 0)
      try cursor.expectEnd()
      guard let value else { return nil }
      self = value.untyped
    } catch {
      return nil
    }
  }

  private static func read(
    _ cursor: inout JSONCursor, _ depth: Int
  ) throws(LineFault) -> PlainJSON? {
    guard depth < deepest else {
      try cursor.skip()
      return nil
    }
    switch try cursor.kind() {
    case .object:
      var members: [String: PlainJSON] = [:]
      var isWhole = true
      try cursor.object { (cursor, key) throws(LineFault) in
        if let name = key.string, let value = try read(&cursor, depth + 1) {
          members[name] = value
        } else {
          isWhole = false
        }
      }
      return isWhole ? .object(members) : nil
    case .array:
      var items: [PlainJSON] = []
      var isWhole = true
      try cursor.array { (cursor) throws(LineFault) in
        if let value = try read(&cursor, depth + 1) { items.append(value) } else { isWhole = false }
      }
      return isWhole ? .list(items) : nil
    case .string: return try cursor.string().map { .text($0) }
    case .number:
      let digits = String(decoding: try cursor.numberRange(), as: UTF8.self)
      return Double(digits).map { .number($0) }
    case .word: return try cursor.truth().map { .truth($0) } ?? .null
    }
  }

  /// The value that OTLP wraps in its type: `{"kvlistValue":{"values":[{"key":"id","value":{"intValue":"4"}}]}}`.
  private var untyped: PlainJSON {
    guard case .object(let members) = self, members.count == 1, let (key, value) = members.first
    else { return self }
    switch (key, value) {
    case ("stringValue", .text(let text)):
      return text.utf8.withContiguousStorageIfAvailable { PlainJSON(bytes: $0) }.flatMap { $0 }
        ?? value
    case ("boolValue", .truth), ("doubleValue", .number), ("intValue", .number): return value
    case ("intValue", .text(let digits)): return Double(digits).map { .number($0) } ?? value
    case ("arrayValue", .object(let list)):
      guard case .list(let items)? = list["values"] else { return .list([]) }
      return .list(items.map(\.untypedMember))
    case ("kvlistValue", .object(let list)):
      guard case .list(let items)? = list["values"] else { return .object([:]) }
      var all: [String: PlainJSON] = [:]
      for case .object(let pair) in items {
        if case .text(let name)? = pair["key"] { all[name] = pair["value"]?.untypedMember ?? .null }
      }
      return .object(all)
    default: return self
    }
  }

  /// The same of a value within, whose texts are texts and no JSON.
  private var untypedMember: PlainJSON {
    if case .object(let members) = self, members.count == 1, case .text? = members["stringValue"],
      let text = members["stringValue"]
    {
      return text
    }
    return untyped
  }

  /// A number that other values hardly have; the order of keys does not change it.
  var fingerprint: UInt64 {
    var hash = Fingerprint()
    hash.add(self)
    return hash.value
  }

  private struct Fingerprint {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    private mutating func mix(_ number: UInt64) {
      value = (value ^ number) &* 0x0000_0100_0000_01B3
      value ^= value >> 29
    }

    private mutating func mix(_ text: String) {
      var text = text
      mix(text.withUTF8 { $0.fingerprint })
    }

    mutating func add(_ json: PlainJSON) {
      switch json {
      case .null: mix(1)
      case .truth(let isTrue): mix(isTrue ? 3 : 2)
      case .number(let number):
        mix(4)
        mix(number == 0 ? 0 : number.bitPattern)
      case .text(let text):
        mix(5)
        mix(text)
      case .list(let items):
        mix(6)
        mix(UInt64(items.count))
        for item in items { add(item) }
      case .object(let members):
        mix(7)
        mix(UInt64(members.count))
        for (key, item) in members.sorted(by: { $0.key < $1.key }) {
          mix(key)
          add(item)
        }
      }
    }
  }
}

/// A string of JSON where it stands, without its quotes and as it is written.
struct JSONText {
  let start: UnsafePointer<UInt8>
  let count: Int
  /// Whether it holds a backslash.
  let isEscaped: Bool

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  @inline(__always)
  static func == (text: JSONText, literal: StaticString) -> Bool {
    text.count == literal.utf8CodeUnitCount
      && text.start.begins(with: literal.utf8Start, literal.utf8CodeUnitCount)
  }
}

extension JSONText {
  /// An identity: up to 32 hexadecimal digits as a number, anything longer by its fingerprint; nil where
  /// it is neither.
  var identity: UInt128? {
    count <= 32 ? bytes.hexNumber : UInt128(bytes.fingerprint)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Up to 32 hexadecimal digits as a number; nil where they are none.
  var hexNumber: UInt128? {
    guard let base = baseAddress else { return 0 }
    var value: UInt128 = 0
    var at = 0
    while at + 8 <= count {
      guard let eight = EightBytes(at: base + at).hexNumber else { return nil }
      value = value << 32 | UInt128(eight)
      at += 8
    }
    while at < count {
      guard let digit = hexValue(base[at]) else { return nil }
      value = value << 4 | UInt128(digit)
      at += 1
    }
    return value
  }
}

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

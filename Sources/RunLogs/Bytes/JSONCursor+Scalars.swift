extension JSONCursor {
  /// The string that stands here.
  @inline(__always)
  mutating func text() throws(LineFault) -> JSONText {
    skipBlanks()
    guard at < end, base[at] == UInt8(ascii: "\"") else { throw missing(.string) }
    at += 1
    let start = at
    passPlain()
    guard at < end, base[at] == UInt8(ascii: "\"") else { return try escapedText(from: start) }
    at += 1
    return JSONText(start: base + start, count: at - 1 - start, isEscaped: false)
  }

  /// Goes on to what ends or escapes a string, eight bytes at a time.
  @inline(__always)
  private mutating func passPlain() {
    while at + 8 <= end {
      let count = EightBytes(at: base + at).plainCount
      at += count
      if count < 8 { return }
    }
    while at < end, base[at] != UInt8(ascii: "\""), base[at] != UInt8(ascii: "\\"),
      base[at] >= 0x20
    { at += 1 }
  }

  /// The string that began at some place, from the first sign on that is not plain.
  @inline(never)
  private mutating func escapedText(from start: Int) throws(LineFault) -> JSONText {
    while true {
      guard at < end else { throw fault(.endsEarly) }
      if base[at] == UInt8(ascii: "\"") { break }
      guard base[at] == UInt8(ascii: "\\"), at + 1 < end else { throw missing(.string) }
      at += 2
      passPlain()
    }
    at += 1
    return JSONText(start: base + start, count: at - 1 - start, isEscaped: true)
  }

  /// The string that stands here as text; nil for null.
  mutating func string() throws(LineFault) -> String? {
    guard try kind() == .string else {
      try skip()
      return nil
    }
    let place = at
    guard let string = try text().string else {
      throw LineFault(offset: place, problem: .notUTF8)
    }
    return string
  }

  /// Where a number stands.
  mutating func numberRange() throws(LineFault) -> UnsafeBufferPointer<UInt8> {
    skipBlanks()
    let start = at
    while at < end {
      switch base[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        at += 1
      default:
        guard at > start else { throw missing(.number) }
        return UnsafeBufferPointer(start: base + start, count: at - start)
      }
    }
    guard at > start else { throw fault(.endsEarly) }
    return UnsafeBufferPointer(start: base + start, count: at - start)
  }

  /// The bytes of a number, whether it stands in quotes or not; nil for anything else, which is passed.
  mutating func numeral() throws(LineFault) -> UnsafeBufferPointer<UInt8>? {
    switch try kind() {
    case .number: return try numberRange()
    case .string:
      let text = try text()
      return text.count > 0 ? text.bytes : nil
    default:
      try skip()
      return nil
    }
  }

  mutating func word() throws(LineFault) {
    for word: StaticString in ["true", "false", "null"] where isHere(word) {
      at += word.utf8CodeUnitCount
      return
    }
    throw missing(.value)
  }

  /// Whether true stands here; nil for anything but a truth value, which is passed.
  mutating func truth() throws(LineFault) -> Bool? {
    guard try kind() == .word else {
      try skip()
      return nil
    }
    let (isTrue, isFalse) = (isHere("true"), isHere("false"))
    try word()
    return isTrue ? true : isFalse ? false : nil
  }

  private func isHere(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at + count <= end else { return false }
    for index in 0..<count where base[at + index] != word.utf8Start[index] { return false }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes as a whole number of at least 0; nil where they are none, or one of over 10¹⁸.
  var count10: Int? {
    guard let base = baseAddress, count > 0, count <= 18 else { return nil }
    var (value, at) = (0, 0)
    while at + 8 <= count {
      let digits = EightBytes(at: base + at)
      guard digits.digitCount == 8 else { return nil }
      value = value &* 100_000_000 &+ digits.number(ofDigits: 8)
      at += 8
    }
    while at < count {
      let digit = base[at] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int(digit)
      at += 1
    }
    return value
  }

  /// The same of up to 19 digits, as nanoseconds have them.
  var count19: Int64? {
    guard count == 19 else { return count10.map { Int64($0) } }
    guard let most = UnsafeBufferPointer(rebasing: self[..<18]).count10 else { return nil }
    let digit = self[18] &- UInt8(ascii: "0")
    return digit < 10 ? Int64(exactly: UInt64(most) * 10 + UInt64(digit)) : nil
  }

  /// The bytes as a count that may be written with a point or an exponent: `12.0`, `1e3`.
  ///
  /// - Returns: nil where they are none, or one of over 10¹²: no log has so many of anything.
  var looseCount: Int? {
    let count =
      count10
      ?? Double(String(decoding: self, as: UTF8.self)).flatMap { value in
        value >= 0 && value <= 1e12 && value == value.rounded() ? Int(value) : nil
      }
    return count.flatMap { $0 <= mostCounted ? $0 : nil }
  }
}

/// As many as anything in a log may be, so that no sum of it is beyond what adds up.
let mostCounted = 1_000_000_000_000

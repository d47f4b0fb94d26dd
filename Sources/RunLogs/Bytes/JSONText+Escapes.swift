extension JSONText {
  /// The characters that it stands for; nil where they are no valid UTF-8.
  var string: String? {
    guard let plain = String(validating: bytes, as: UTF8.self) else { return nil }
    guard isEscaped else { return plain }
    return withoutEscapes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of the characters that it stands for; nil where they are no valid UTF-8.
  var plainBytes: [UInt8]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return isEscaped ? withoutEscapes : Array(bytes)
  }

  /// The bytes with each escape replaced by what it stands for, none of which is longer; nil where one is broken.
  private var withoutEscapes: [UInt8]? {
    var isBroken = false
    let all = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      var target = target.baseAddress!
      let first = target
      var at = 0
      while true {
        pass(&at, to: &target)
        guard at < count, !isBroken else { break }
        // A backslash, and what it marks; nothing is left of one that marks nothing but itself.
        let mark = at + 1 < count ? start[at + 1] : UInt8(ascii: "\\")
        at = min(at + 2, count)
        if mark == UInt8(ascii: "u") {
          if let scalar = scalar(&at) { Self.put(scalar, to: &target) } else { isBroken = true }
        } else {
          target.initialize(to: Self.meaning(mark))
          target += 1
        }
      }
      filled = target - first
    }
    return isBroken ? nil : all
  }

  /// Copies what stands before the next backslash, eight bytes at a time.
  @inline(__always)
  private func pass(_ at: inout Int, to target: inout UnsafeMutablePointer<UInt8>) {
    let backslash = UInt8(ascii: "\\")
    while at + 8 <= count {
      let eight = EightBytes(at: start + at)
      // There is room for all eight: what was written is no longer than what was read.
      UnsafeMutableRawPointer(target).storeBytes(of: eight.word.littleEndian, as: UInt64.self)
      let plain = eight.count(before: backslash, backslash, backslash)
      at += plain
      target += plain
      if plain < 8 { return }
    }
    while at < count, start[at] != backslash {
      target.initialize(to: start[at])
      target += 1
      at += 1
    }
  }

  private static func meaning(_ mark: UInt8) -> UInt8 {
    switch mark {
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    default: mark
    }
  }

  /// The character whose number stands at some place, or two halves of it; nil where there are no four digits.
  ///
  /// Half a character is none, and stands for that.
  private func scalar(_ at: inout Int) -> Unicode.Scalar? {
    guard let unit = unit(at) else { return nil }
    at += 4
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if unit < 0xDC00, at + 2 <= count, start[at] == UInt8(ascii: "\\"),
      start[at + 1] == UInt8(ascii: "u"), let low = self.unit(at + 2), low & 0xFC00 == 0xDC00
    {
      at += 6
      return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    }
    return "\u{FFFD}"
  }

  private func unit(_ place: Int) -> UInt32? {
    guard place + 4 <= count else { return nil }
    return (place..<place + 4).reduce(0) { value, index in
      value.flatMap { value in hexValue(start[index]).map { value << 4 | UInt32($0) } }
    }
  }

  private static func put(
    _ scalar: Unicode.Scalar, to target: inout UnsafeMutablePointer<UInt8>
  ) {
    for byte in UTF8.encode(scalar)! {
      target.initialize(to: byte)
      target += 1
    }
  }
}

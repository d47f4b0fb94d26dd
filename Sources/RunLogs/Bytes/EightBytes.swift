/// Eight bytes of text looked at together, the first of them lowest.
struct EightBytes {
  let word: UInt64

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  init(word: UInt64) { self.word = word }

  @inline(__always)
  init(at place: UnsafePointer<UInt8>) {
    word = UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
  }

  /// With how many digits they begin.
  ///
  /// A byte that is no digit sets its highest bit; what it carries changes only those behind it.
  @inline(__always)
  var digitCount: Int {
    let digits = word ^ 0x3030_3030_3030_3030
    let marks = ((digits &+ 0x7676_7676_7676_7676) | digits) & Self.highBits
    return marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
  }

  /// The number that the first digits are, from 1 to 8 of them.
  ///
  /// Pairs of digits become one byte each, pairs of those two, and those one number.
  ///
  /// - Source: Daniel Lemire, "Quickly parsing eight digits", 2018.
  @inline(__always)
  func number(ofDigits count: Int) -> Int {
    var value = (word ^ 0x3030_3030_3030_3030) &<< UInt64((8 &- count) &* 8)
    value = value &* 10 &+ value >> 8
    let low = (value & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let high = (value >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Int((low &+ high) >> 32)
  }

  /// The number that eight hexadecimal digits are, of either case; nil where one of them is none.
  @inline(__always)
  var hexNumber: UInt64? {
    let low = word & ~Self.highBits
    let digit = low ^ Self.ones &* 0x30
    let letter = (low | Self.ones &* 0x20) ^ Self.ones &* 0x60
    // A highest bit says what is no digit, and what is no letter from 1 to 6.
    let noDigit = digit &+ Self.ones &* 0x76
    let noLetter = letter &+ Self.ones &* 0x79 | ~(letter &+ Self.ones &* 0x7F)
    guard (noDigit & noLetter | word) & Self.highBits == 0 else { return nil }
    // Of letters the sixth bit is set, and `a` is 10.
    let values = (word & (Self.ones &* 0x0F)) &+ (word >> 6 & Self.ones) &* 9
    let pairs = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs << 8 | pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours << 16 | fours >> 32) & 0xFFFF_FFFF
  }

  /// The high bit of every byte up to the first that is this one, which is marked.
  @inline(__always)
  private func marks(of byte: UInt8) -> UInt64 {
    let same = word ^ (Self.ones &* UInt64(byte))
    return (same &- Self.ones) & ~same & Self.highBits
  }

  /// How many bytes stand before the first of some signs; 8 where none of them is here.
  @inline(__always)
  func count(before first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let marks = marks(of: first) | marks(of: second) | marks(of: third)
    return marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
  }

  /// How many bytes stand before the first that ends or escapes a string of JSON; 8 where none does.
  @inline(__always)
  var plainCount: Int {
    let control = (word &- Self.ones &* 0x20) & ~word & Self.highBits
    let marks = marks(of: UInt8(ascii: "\"")) | marks(of: UInt8(ascii: "\\")) | control
    return marks == 0 ? 8 : marks.trailingZeroBitCount >> 3
  }

  /// The first bytes as a number, the others left out; from 0 to 8 of them.
  @inline(__always)
  func first(_ count: Int) -> UInt64 {
    count >= 8 ? word : word & ((1 &<< UInt64(count &* 8)) &- 1)
  }
}

extension UnsafePointer<UInt8> {
  /// Whether the same bytes stand here as elsewhere: eight at a time, the last of them looked at twice.
  ///
  /// Where the others are a constant, so are the words that are compared with.
  @inline(__always)
  func begins(with other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if count >= 8 {
      var at = 0
      while at + 8 < count {
        guard EightBytes(at: self + at).word == EightBytes(at: other + at).word else {
          return false
        }
        at += 8
      }
      let last = count - 8
      return EightBytes(at: self + last).word == EightBytes(at: other + last).word
    }
    if count >= 4 {
      return FourBytes.at(self) == FourBytes.at(other)
        && FourBytes.at(self + count - 4) == FourBytes.at(other + count - 4)
    }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }
}

/// Four bytes of text as a number.
private enum FourBytes {
  @inline(__always)
  static func at(_ place: UnsafePointer<UInt8>) -> UInt32 {
    UnsafeRawPointer(place).loadUnaligned(as: UInt32.self)
  }
}

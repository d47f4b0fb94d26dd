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

/// Philox4x32-10, a generator without a state: a block of random bits is a function of a counter and a
/// key, so that any draw can be made at any time, by anyone, in any order.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public enum Philox {
  /// The four words of a block, as two numbers of 64 bits: first and second, third and fourth.
  ///
  /// - Parameters:
  ///   - block: the first and second word of the counter, the first in the lower half.
  ///   - stream: the third and fourth.
  ///   - key: both words of the key.
  @inline(__always)
  public static func words(_ block: UInt64, stream: UInt64, key: UInt64) -> (UInt64, UInt64) {
    // Numbers of 32 bits in places of 64: what stands above them is cut off where it would matter, so
    // that a product is one instruction.
    let mask: UInt64 = 0xFFFF_FFFF
    var c0 = block
    var c1 = block &>> 32
    var c2 = stream
    var c3 = stream &>> 32
    var k0 = key & mask
    var k1 = key &>> 32
    for _ in 0..<10 {
      let product0 = (c0 & mask) &* 0xD251_1F53
      let product1 = (c2 & mask) &* 0xCD9E_8D57
      c0 = (product1 &>> 32) ^ c1 ^ k0
      c1 = product1
      c2 = (product0 &>> 32) ^ c3 ^ k1
      c3 = product0
      k0 = (k0 &+ 0x9E37_79B9) & mask
      k1 = (k1 &+ 0xBB67_AE85) & mask
    }
    return (c0 & mask | c1 &<< 32, c2 & mask | c3 &<< 32)
  }

  /// A number between 0 and 1, neither of which it can be: (k + ½) / 2⁵² of the upper 52 bits k.
  ///
  /// What it leaves of 1 is exact too, so that both tails of a distribution are alike.
  @inline(__always)
  public static func share(_ word: UInt64) -> Double {
    Elementary.same(word &>> 12 | 0x3FF0_0000_0000_0000, as: Double.self) - (1 - 0x1p-53)
  }

  /// The uniform number of one draw of one stream.
  public static func share(draw: UInt64, stream: UInt64, seed: UInt64) -> Double {
    let words = words(draw &>> 1, stream: stream, key: seed)
    return share(draw & 1 == 0 ? words.0 : words.1)
  }
}

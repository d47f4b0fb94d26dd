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
    var state = PhiloxState(block, stream: stream)
    var key = PhiloxKey(key)
    for _ in 0..<10 {
      state.turn(key)
      key.turn()
    }
    return state.words(half: 32)
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

/// A block of the generator on its way through the rounds.
///
/// Its words are numbers of 32 bits in places of 64: what stands above them is cut off where it would
/// matter, so that a product is one instruction.
struct PhiloxState {
  private var c0: UInt64
  private var c1: UInt64
  private var c2: UInt64
  private var c3: UInt64

  @inline(__always)
  init(_ block: UInt64, stream: UInt64) {
    c0 = block
    c1 = block &>> 32
    c2 = stream
    c3 = stream &>> 32
  }

  /// One round.
  @inline(__always)
  mutating func turn(_ key: PhiloxKey) {
    let product0 = (c0 & 0xFFFF_FFFF) &* 0xD251_1F53
    let product1 = (c2 & 0xFFFF_FFFF) &* 0xCD9E_8D57
    c0 = (product1 &>> 32) ^ c1 ^ key.first
    c1 = product1
    c2 = (product0 &>> 32) ^ c3 ^ key.second
    c3 = product0
  }

  /// First and second word, third and fourth.
  ///
  /// - Parameter half: 32. Where the compiler knows that, it makes of the last product and the shift
  ///   behind it one product of 64 bits, which takes three times as long as both.
  @inline(__always)
  func words(half: UInt64) -> (UInt64, UInt64) {
    (c0 & 0xFFFF_FFFF | c1 &<< half, c2 & 0xFFFF_FFFF | c3 &<< half)
  }
}

/// The part of the key that one round takes.
struct PhiloxKey {
  private(set) var first: UInt64
  private(set) var second: UInt64

  @inline(__always)
  init(_ key: UInt64) {
    first = key & 0xFFFF_FFFF
    second = key &>> 32
  }

  /// Moves on to the next round.
  @inline(__always)
  mutating func turn() {
    first = (first &+ 0x9E37_79B9) & 0xFFFF_FFFF
    second = (second &+ 0xBB67_AE85) & 0xFFFF_FFFF
  }
}

/// Two blocks side by side, so that neither has to wait for itself.
struct PhiloxPair {
  private var near: PhiloxState
  private var far: PhiloxState
  private var key: PhiloxKey

  @inline(__always)
  init(_ near: UInt64, _ far: UInt64, stream: UInt64, key: UInt64) {
    self.near = PhiloxState(near, stream: stream)
    self.far = PhiloxState(far, stream: stream)
    self.key = PhiloxKey(key)
  }

  /// The words of both after all ten rounds, which are written out: the compiler makes no vectors of
  /// a loop in a loop.
  @inline(__always)
  mutating func words(half: UInt64) -> (near: (UInt64, UInt64), far: (UInt64, UInt64)) {
    turnFive()
    turnFive()
    return (near.words(half: half), far.words(half: half))
  }

  @inline(__always)
  private mutating func turnFive() {
    turn()
    turn()
    turn()
    turn()
    turn()
  }

  @inline(__always)
  private mutating func turn() {
    near.turn(key)
    far.turn(key)
    key.turn()
  }
}

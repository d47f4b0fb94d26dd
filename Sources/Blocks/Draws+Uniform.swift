extension Draws {
  /// The uniform numbers of the stretch, and some more; where they begin.
  @inline(__always)
  func uniform(_ scratch: UnsafeMutablePointer<Double>) -> UnsafeMutablePointer<Double> {
    switch plan.source {
    case .random: return random(scratch)
    case .latin:
      let inside = random(scratch)
      stratify(inside)
      return inside
    case .sobol:
      let inside = random(scratch)
      followNet(inside)
      return inside
    }
  }

  /// A block of the generator is two draws; a stretch may begin with the second of one.
  ///
  /// The first and the second half of the blocks are made side by side.
  @inline(__always)
  private func random(_ scratch: UnsafeMutablePointer<Double>) -> UnsafeMutablePointer<Double> {
    let block = first &>> 1
    let skipped = Int(truncatingIfNeeded: first & 1)
    let (stream, seed) = (plan.stream, plan.seed)
    // No plan has as many factors that this were not 32, but the compiler does not know.
    let half = 32 | UInt64(truncatingIfNeeded: plan.factorCount) &>> 63
    let blocks = (count &+ skipped &+ 3) / 4
    let (near, far) = (scratch, scratch + 2 &* blocks)
    for index in 0..<blocks {
      let number = block &+ UInt64(truncatingIfNeeded: index)
      var pair = PhiloxPair(
        number, number &+ UInt64(truncatingIfNeeded: blocks), stream: stream, key: seed)
      let words = pair.words(half: half)
      near[2 &* index] = Philox.share(words.near.0)
      near[2 &* index &+ 1] = Philox.share(words.near.1)
      far[2 &* index] = Philox.share(words.far.0)
      far[2 &* index &+ 1] = Philox.share(words.far.1)
    }
    return scratch + skipped
  }

  /// Moves random numbers each into a part of its own, in an order drawn for the replicate.
  @inline(__always)
  private func stratify(_ inside: UnsafeMutablePointer<Double>) {
    let bits = UInt64(plan.replicateBits)
    let mask = (1 as UInt64) &<< bits &- 1
    let width = 1 / Double(mask &+ 1)
    for index in 0..<count {
      let draw = first &+ UInt64(truncatingIfNeeded: index)
      let order = Scramble(stream: plan.stream, replicate: draw &>> bits, seed: plan.seed)
      let part = order.permuted(draw & mask, bits: bits)
      inside[index] = Self.inside((Double(Int64(bitPattern: part)) + inside[index]) * width)
    }
  }

  /// Points of the net by their number, each digit scrambled by those before it, as the random numbers
  /// are what stands behind the 32 digits of the net.
  @inline(__always)
  private func followNet(_ inside: UnsafeMutablePointer<Double>) {
    let bits = UInt64(plan.replicateBits)
    let mask = (1 as UInt64) &<< bits &- 1
    let directions = plan.directions!
    for index in 0..<count {
      let draw = first &+ UInt64(truncatingIfNeeded: index)
      let order = Scramble(stream: plan.stream, replicate: draw &>> bits, seed: plan.seed)
      var number = draw & mask
      var digits: UInt64 = 0
      var bit = 0
      while number != 0 {
        if number & 1 == 1 { digits ^= directions[bit] }
        number &>>= 1
        bit &+= 1
      }
      let scrambled = order.scrambled(digits)
      inside[index] = Self.inside(
        (Double(Int64(bitPattern: scrambled)) + inside[index]) * 0x1p-32)
    }
  }

  /// A share that rounding has not made 0 or 1.
  @inline(__always)
  private static func inside(_ share: Double) -> Double {
    share < 0x1p-53 ? 0x1p-53 : share > 1 - 0x1p-53 ? 1 - 0x1p-53 : share
  }
}

/// The random choices of one replicate of one stream that hold for all its draws.
struct Scramble {
  private let first: UInt64
  private let second: UInt64

  @inline(__always)
  init(stream: UInt64, replicate: UInt64, seed: UInt64) {
    // Blocks that no draw uses: draws are fewer than 2⁶².
    let words = Philox.words(~replicate, stream: stream, key: seed)
    first = words.0
    second = words.1
  }

  /// A place in a random order of 2 to the power of `bits` places.
  ///
  /// Each step can be undone within so many bits, so that no two places change into one.
  @inline(__always)
  func permuted(_ place: UInt64, bits: UInt64) -> UInt64 {
    let mask = (1 as UInt64) &<< bits &- 1
    let shift = bits / 2 &+ 1
    var x = place
    var round: UInt64 = 0
    while round < 4 {
      let key = (round & 1 == 0 ? first : second) &>> (8 &* round)
      x = (x ^ key) & mask
      x = (x &* (0x9E37_79B9_7F4A_7C15 ^ key &<< 1 | 1)) & mask
      x ^= x &>> shift
      x = (x &* 0xD1B5_4A32_D192_ED03 &+ (key &>> 17)) & mask
      x ^= x &>> shift
      round &+= 1
    }
    return x
  }

  /// Each of 32 digits turned or not, as the digits before it decide.
  ///
  /// Source: Laine and Karras 2011, with the constants of Burley, "Practical hash-based Owen
  /// scrambling", JCGT 2020: a hash that carries from lower to higher bits only, of reversed digits.
  @inline(__always)
  func scrambled(_ digits: UInt64) -> UInt64 {
    let seed = UInt32(truncatingIfNeeded: first)
    var x = Self.reversed(UInt32(truncatingIfNeeded: digits))
    x = x &+ seed
    x ^= x &* 0x6C50_B47C
    x ^= x &* 0xB82F_1E52
    x ^= x &* 0xC7AF_E638
    x ^= x &* 0x8D22_F6E6
    return UInt64(Self.reversed(x))
  }

  @inline(__always)
  private static func reversed(_ x: UInt32) -> UInt32 {
    var x = x
    x = (x &>> 1) & 0x5555_5555 | (x & 0x5555_5555) &<< 1
    x = (x &>> 2) & 0x3333_3333 | (x & 0x3333_3333) &<< 2
    x = (x &>> 4) & 0x0F0F_0F0F | (x & 0x0F0F_0F0F) &<< 4
    x = (x &>> 8) & 0x00FF_00FF | (x & 0x00FF_00FF) &<< 8
    return x &>> 16 | x &<< 16
  }
}

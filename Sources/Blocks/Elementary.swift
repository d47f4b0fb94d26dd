/// exp, log, power and the normal distribution function, written without a branch.
///
/// The point reading calls them one number at a time, the batch reading in loops that the compiler
/// turns into vector instructions; the operations and their order are the same, so that a lane of a
/// batch equals its point to the last bit, however wide the vectors are and whatever the machine.
///
/// Errors, measured: exp and log within 1 ulp of the C library's, the normal distribution function
/// within 4 ulp for |x| ≤ 8 against 40-digit arithmetic.
public enum Elementary {
  private static let log2OfE = 1.4426950408889634
  /// ln 2 in two parts, the first so short that whole multiples of it are exact.
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10
  /// Added and subtracted, it leaves the nearest whole number.
  private static let rounder = 6_755_399_441_055_744.0

  // The properties of Double that say the same are calls, and a loop with a call is no vector loop.
  @inline(__always)
  static func same<From, To>(_ value: From, as type: To.Type) -> To {
    unsafeBitCast(value, to: type)
  }

  @inline(__always)
  static func bits(_ x: Double) -> Int64 { same(x, as: Int64.self) }

  @inline(__always)
  static func number(_ bits: Int64) -> Double { same(bits, as: Double.self) }

  /// e to the power of x; 0 below -708, infinite above 709.78.
  @inline(__always)
  public static func exp(_ x: Double) -> Double { exp(high: x, low: 0) }

  /// e to the power of a sum whose second part is small.
  @inline(__always)
  public static func exp(high: Double, low: Double) -> Double {
    let x = high + low
    let held = x < -708 ? -708 : x > 709.78 ? 709.78 : x
    let shifted = held * log2OfE + rounder
    let n = shifted - rounder
    // Where x was held, r means nothing and the result is selected away.
    let r = (high - n * ln2High) + low - n * ln2Low
    // Σ rᵏ/(k + 2)! in two sums, of even and of odd k, that do not wait for each other.
    let r2 = r * r
    var even = 1 / 87_178_291_200.0
    even = even * r2 + 1 / 479_001_600.0
    even = even * r2 + 1 / 3_628_800.0
    even = even * r2 + 1 / 40_320.0
    even = even * r2 + 1 / 720.0
    even = even * r2 + 1 / 24.0
    even = even * r2 + 0.5
    var odd = 1 / 6_227_020_800.0
    odd = odd * r2 + 1 / 39_916_800.0
    odd = odd * r2 + 1 / 362_880.0
    odd = odd * r2 + 1 / 5040.0
    odd = odd * r2 + 1 / 120.0
    odd = odd * r2 + 1 / 6.0
    let sum = even + odd * r
    let fraction = 1 + (r + r2 * sum)
    // Half of the power of two at a time: 2^1024 alone is no number.
    let half = number(((bits(shifted) &- 1) &+ 1023) &<< 52)
    let result = fraction * half * 2
    return x < -708 ? 0 : x > 709.78 ? .infinity : x == x ? result : .nan
  }

  /// The natural logarithm; not a number at 0 and below.
  @inline(__always)
  public static func log(_ x: Double) -> Double {
    // Split x into 2^k · m with m between √½ and √2.
    let offset: Int64 = 0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD
    let shifted = bits(x) &+ offset
    let k = number((shifted &>> 52) | 0x4330_0000_0000_0000) - 4_503_599_627_371_519.0
    let mantissa = (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD
    let f = number(mantissa) - 1
    // ln(1 + f) = 2 artanh(s) with s = f / (2 + f).
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    var even = 2.0 / 19
    even = even * z2 + 2.0 / 15
    even = even * z2 + 2.0 / 11
    even = even * z2 + 2.0 / 7
    even = even * z2 + 2.0 / 3
    var odd = 2.0 / 21
    odd = odd * z2 + 2.0 / 17
    odd = odd * z2 + 2.0 / 13
    odd = odd * z2 + 2.0 / 9
    odd = odd * z2 + 2.0 / 5
    let sum = even + odd * z
    let half = 0.5 * f * f
    let result = k * ln2High - ((half - (s * (half + z * sum) + k * ln2Low)) - f)
    return x > 0 && x < .infinity ? result : .nan
  }

  /// A number that is not negative to a power; not a number for 0 to a negative power.
  @inline(__always)
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    power(base, exponent, logarithm: powerLogarithm(base, exponent))
  }

  /// The logarithm of a power of a base that is not 0.
  @inline(__always)
  static func powerLogarithm(_ base: Double, _ exponent: Double) -> Double {
    exponent * log(base == 0 ? 1 : base)
  }

  /// A power whose logarithm is known.
  @inline(__always)
  static func power(_ base: Double, _ exponent: Double, logarithm: Double) -> Double {
    let ofZero = exponent > 0 ? 0 : exponent == 0 ? 1 : Double.nan
    return exponent == 0 ? 1 : base == 0 ? ofZero : exp(logarithm)
  }

  /// The standard normal distribution function.
  ///
  /// Φ(x) = erfc(−x/√2)/2, and erfc(z) = t·exp(−z² + P(2t − 1)) with t = 2/(2 + z), where P is the
  /// Chebyshev series of ln(erfc(z)/t) + z² to degree 28, worked out in 60-digit arithmetic and
  /// written in powers.
  @inline(__always)
  public static func normalCDF(_ x: Double) -> Double {
    let tail = normalTail(x)
    return normalCDF(x, scale: tail.scale, series: tail.series)
  }

  /// The factor of the tail beyond |x|, and what belongs to its exponent beside -x²/2.
  @inline(__always)
  static func normalTail(_ x: Double) -> (scale: Double, series: Double) {
    let z = (x < 0 ? -x : x) * 0.7071067811865476
    let t = 2 / (2 + z)
    let y = 2 * t - 1
    let y2 = y * y
    let y4 = y2 * y2
    // Four sums that do not wait for each other: a single one would be all waiting.
    var part0 = 6.714920393601979e-12
    part0 = part0 * y4 - 3.9024931626661816e-08
    part0 = part0 * y4 - 1.6817283194044123e-07
    part0 = part0 * y4 + 8.562779099386524e-06
    part0 = part0 * y4 + 7.140103219748502e-05
    part0 = part0 * y4 - 0.0001462468629421063
    part0 = part0 * y4 - 0.009872689366388684
    part0 = part0 * y4 - 0.6717940840566923
    var part1 = 1.1172352263623759e-08
    part1 = part1 * y4 - 2.495832761719667e-07
    part1 = part1 * y4 - 2.947986876998259e-06
    part1 = part1 * y4 + 3.17451797494374e-05
    part1 = part1 * y4 + 0.000673678795580235
    part1 = part1 * y4 + 0.008824938557060623
    part1 = part1 * y4 + 0.6726432239776567
    var part2 = 4.013877704214506e-09
    part2 = part2 * y4 + 1.5307318366323928e-07
    part2 = part2 * y4 - 1.2725805279147717e-06
    part2 = part2 * y4 - 3.0187948093951486e-05
    part2 = part2 * y4 - 9.373503465815823e-05
    part2 = part2 * y4 + 0.001758933557766382
    part2 = part2 * y4 + 0.04734330684190441
    var part3 = -1.8902306008944537e-09
    part3 = part3 * y4 + 1.4448658046252676e-09
    part3 = part3 * y4 + 1.2500276612569754e-06
    part3 = part3 * y4 + 1.3772664134464417e-07
    part3 = part3 * y4 - 0.0001743029472030762
    part3 = part3 * y4 - 0.002345812500482853
    part3 = part3 * y4 - 0.0468956102311753
    let series = (part0 + part1 * y) + y2 * (part2 + part3 * y)
    // z² = x²/2 without a rounding: the square of the leading half of x is exact.
    let leading = leadingHalf(x)
    return (t, series - 0.5 * ((x - leading) * (x + leading)))
  }

  /// The normal distribution function from what ``normalTail(_:)`` says of its tail.
  @inline(__always)
  static func normalCDF(_ x: Double, scale: Double, series: Double) -> Double {
    let leading = leadingHalf(x)
    let tail = 0.5 * (scale * exp(high: -0.5 * (leading * leading), low: series))
    return x < 0 ? tail : x == x ? 1 - tail : .nan
  }

  @inline(__always)
  private static func leadingHalf(_ x: Double) -> Double { number(bits(x) & ~0x7FF_FFFF) }
}

/// exp, log, power and the normal distribution function, written without a branch.
///
/// The point reading calls them one number at a time, the batch reading in loops that the compiler
/// turns into vector instructions; the operations and their order are the same, so that a lane of a
/// batch equals its point to the last bit, however wide the vectors are and whatever the machine.
///
/// Errors, measured against 40-digit arithmetic: exp and log within 1 ulp, the normal distribution
/// function within 5 ulp down to 1e-300.
public enum Elementary {
  private static let log2OfE = 1.4426950408889634
  /// ln 2 in two parts, the first so short that whole multiples of it are exact.
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10
  /// Added and subtracted, it leaves the nearest whole number.
  static let rounder = 6_755_399_441_055_744.0

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
  public static func exp(_ x: Double) -> Double {
    let held = x < -708 ? -708 : x > 709.78 ? 709.78 : x
    let shifted = fused(held, log2OfE, rounder)
    // Half of the power of two at a time: 2^1024 alone is no number.
    let half = number(((bits(shifted) &- 1) &+ 1023) &<< 52)
    let result = fraction(x, 0, shifted - rounder) * half * 2
    return x < -708 ? 0 : x > 709.78 ? .infinity : x == x ? result : .nan
  }

  /// e to the power of a sum of two numbers that is not above 0 and whose second one is small; 0 below
  /// -708.
  @inline(__always)
  static func falling(_ high: Double, _ low: Double) -> Double {
    let x = high + low
    let shifted = fused(x < -708 ? -708 : x, log2OfE, rounder)
    let scale = number((bits(shifted) &+ 1023) &<< 52)
    let result = fraction(high, low, shifted - rounder) * scale
    return x < -708 ? 0 : result
  }

  /// e to the power of high + low - n ln 2.
  ///
  /// Where n belongs to a number that was held back, the result means nothing and is selected away.
  @inline(__always)
  private static func fraction(_ high: Double, _ low: Double, _ n: Double) -> Double {
    let r = fused(-n, ln2Low, fused(-n, ln2High, high) + low)
    // (eʳ - 1 - r)/r² in two sums, of even and of odd powers, that do not wait for each other.
    let r2 = r * r
    var even = 2.0911237061992075e-09
    even = fused(even, r2, 2.7557282968512627e-07)
    even = fused(even, r2, 2.4801587317145277e-05)
    even = fused(even, r2, 0.0013888888888886552)
    even = fused(even, r2, 0.041666666666666664)
    even = fused(even, r2, 0.5)
    var odd = 2.5095555367922335e-08
    odd = fused(odd, r2, 2.755728006556464e-06)
    odd = fused(odd, r2, 0.00019841269854339484)
    odd = fused(odd, r2, 0.008333333333332155)
    odd = fused(odd, r2, 0.16666666666666666)
    let sum = fused(odd, r, even)
    return 1 + fused(r2, sum, r)
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
    // ln(1 + f) = 2 artanh(s) with s = f / (2 + f); the series is cut where s is at most 0.1716.
    let s = f / (2 + f)
    let z = s * s
    let z2 = z * z
    var even = 0.14617229114009048
    even = fused(even, z2, 0.1818289133623783)
    even = fused(even, z2, 0.2857142862620096)
    even = fused(even, z2, 0.666666666666667)
    var odd = 0.1533165379922582
    odd = fused(odd, z2, 0.22222211101577205)
    odd = fused(odd, z2, 0.39999999999898944)
    let sum = fused(odd, z, even)
    let half = 0.5 * f * f
    let rest = fused(s, fused(z, sum, half), k * ln2Low)
    let result = fused(k, ln2High, f - (half - rest))
    return x > 0 && x < .infinity ? result : .nan
  }

  /// a · b + c, rounded once: one instruction where the processor has it, a call where not, and the same
  /// bits everywhere.
  @inline(__always)
  static func fused(_ a: Double, _ b: Double, _ c: Double) -> Double { c.addingProduct(a, b) }
}

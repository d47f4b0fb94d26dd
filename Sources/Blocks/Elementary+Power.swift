extension Elementary {
  /// A number that is not negative to a power; not a number for 0 to a negative power.
  ///
  ///     Elementary.power(0.3, 2)     // 0.09
  ///     Elementary.power(0.25, 0.5)  // 0.5
  ///
  /// A whole power up to the seventh is a product of squares, which is nearer than by way of logarithms
  /// and, where it is the same for a whole block, takes a tenth of the time.
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
    // Where it is not such a number, the product means nothing and is selected away.
    let whole = wholePart(exponent)
    let square = base * base
    let four = whole.bits & 4 != 0 ? square * square : 1
    let two = whole.bits & 2 != 0 ? square : 1
    let one = whole.bits & 1 != 0 ? base : 1
    let product = four * two * one
    let ofZero = exponent > 0 ? 0 : Double.nan
    let other = base == 0 ? ofZero : exp(logarithm)
    let ofNegative = exponent == 0 ? 1 : Double.nan
    // Adding 0 makes 0 of -0, which a whole power may be.
    return base < 0 ? ofNegative : whole.isMultiplied ? product + 0 : other
  }

  /// Whether a number to such a power is a product of squares.
  public static func isProduct(_ exponent: Double) -> Bool { wholePart(exponent).isMultiplied }

  /// Whether a power is a product of squares, and of which: a bit for each.
  @inline(__always)
  static func wholePart(_ exponent: Double) -> (isMultiplied: Bool, bits: Int64) {
    let shifted = exponent + rounder
    return (exponent >= 0 && exponent < 8 && shifted - rounder == exponent, bits(shifted))
  }
}

extension Elementary {
  /// The standard normal quantile function: below which number a normal draw falls so likely.
  ///
  ///     Elementary.normalQuantile(0.975)   // 1.9599639845400534
  ///
  /// - Edge cases: −∞ at 0, ∞ at 1, not a number outside.
  @inline(__always)
  public static func normalQuantile(_ p: Double) -> Double {
    normalQuantile(p, complement: 1 - p)
  }

  /// The standard normal quantile function of a probability whose complement keeps its digits.
  ///
  ///     Elementary.normalQuantile(1, complement: 1e-300)   // 37.0470962993612
  ///
  /// Three quotients of polynomials: around the middle one in (p − ½)², in the tails two in
  /// √(−ln tail). All are worked out and one is selected, before the only division.
  ///
  /// - Source: Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution, Applied
  ///   Statistics 37, 1988, PPND16.
  /// - Errors, measured: 8e-16 relative for tails from 1e-300 to a half.
  @inline(__always)
  public static func normalQuantile(_ p: Double, complement: Double) -> Double {
    normalQuantile(p, complement: complement, root: normalRoot(p, complement: complement))
  }

  /// √(−ln tail), from which tails are worked out.
  @inline(__always)
  static func normalRoot(_ p: Double, complement: Double) -> Double {
    root(-log(p < complement ? p : complement))
  }

  /// The quantile of a probability whose ``normalRoot(_:complement:)`` is known.
  @inline(__always)
  static func normalQuantile(_ p: Double, complement: Double, root t: Double) -> Double {
    let isLow = p < complement
    let tail = isLow ? p : complement
    let q = 0.5 - tail
    let isMiddle = q <= 0.425
    let isFar = t > 5
    let middle = middleQuotient(fused(-q, q, 0.180625))
    let near = nearQuotient(t - 1.6)
    let far = farQuotient(t - 5)
    let over = isMiddle ? q * middle.over : isFar ? far.over : near.over
    let under = isMiddle ? middle.under : isFar ? far.under : near.under
    let size = tail == 0 ? .infinity : over / under
    return isLow ? -size : size
  }

  /// The same number for a probability whose tail is below 0.075, and nothing else worked out.
  @inline(__always)
  static func normalQuantile(ofTail p: Double, complement: Double, root t: Double) -> Double {
    let isLow = p < complement
    let isFar = t > 5
    let near = nearQuotient(t - 1.6)
    let far = farQuotient(t - 5)
    let over = isFar ? far.over : near.over
    let under = isFar ? far.under : near.under
    let size = (isLow ? p : complement) == 0 ? .infinity : over / under
    return isLow ? -size : size
  }

  /// The same number for a probability whose tail is below 0.075 and whose root is at most 5.
  @inline(__always)
  static func normalQuantile(ofNearTail p: Double, complement: Double, root t: Double) -> Double {
    let near = nearQuotient(t - 1.6)
    let size = near.over / near.under
    return p < complement ? -size : size
  }

  /// Whether neither tail is below 0.075.
  @inline(__always)
  static func isMiddle(_ p: Double) -> Bool {
    let complement = 1 - p
    return 0.5 - (p < complement ? p : complement) <= 0.425
  }

  /// The quantile of a probability in the middle: the same number that ``normalQuantile(_:)`` selects
  /// there, and nothing else worked out.
  @inline(__always)
  static func normalMiddle(_ p: Double) -> Double {
    let complement = 1 - p
    let isLow = p < complement
    let q = 0.5 - (isLow ? p : complement)
    let middle = middleQuotient(fused(-q, q, 0.180625))
    let size = q * middle.over / middle.under
    return isLow ? -size : size
  }

  /// The square root of a number that is not negative, within 1 ulp.
  ///
  /// The library's may be a call where a number could be negative, and a loop with a call is no
  /// vector loop. Newton's iteration for 1/√x, from a guess that halves the exponent; its last step
  /// is taken on √x itself.
  @inline(__always)
  static func root(_ x: Double) -> Double {
    let half = 0.5 * x
    var inverse = number(0x5FE6_EB50_C7B5_37A9 &- (bits(x) &>> 1))
    inverse = inverse * fused(-half * inverse, inverse, 1.5)
    inverse = inverse * fused(-half * inverse, inverse, 1.5)
    inverse = inverse * fused(-half * inverse, inverse, 1.5)
    let near = x * inverse
    return fused(0.5 * inverse, fused(-near, near, x), near)
  }

  /// The quotient for tails above 0.075, per unit of distance from a half.
  @inline(__always)
  private static func middleQuotient(_ r: Double) -> (over: Double, under: Double) {
    (
      polynomial(
        r, 2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
        45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
        133.14166789178437745, 3.387132872796366608),
      polynomial(
        r, 5226.495278852854561, 28729.085735721942674, 39307.89580009271061,
        21213.794301586595867, 5394.1960214247511077, 687.1870074920579083,
        42.313330701600911252, 1)
    )
  }

  /// The quotient for tails from 1.4e-11 to 0.075.
  @inline(__always)
  private static func nearQuotient(_ r: Double) -> (over: Double, under: Double) {
    (
      polynomial(
        r, 7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
        1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
        4.6303378461565452959, 1.42343711074968357734),
      polynomial(
        r, 1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
        0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
        2.05319162663775882187, 1)
    )
  }

  /// The quotient for tails below 1.4e-11.
  @inline(__always)
  private static func farQuotient(_ r: Double) -> (over: Double, under: Double) {
    (
      polynomial(
        r, 2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
        0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
        5.4637849111641143699, 6.6579046435011037772),
      polynomial(
        r, 2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
        7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
        0.59983220655588793769, 1)
    )
  }

  /// Of the seventh degree, the coefficient of the highest power first.
  @inline(__always)
  private static func polynomial(
    _ r: Double, _ c7: Double, _ c6: Double, _ c5: Double, _ c4: Double, _ c3: Double,
    _ c2: Double, _ c1: Double, _ c0: Double
  ) -> Double {
    let upper = fused(fused(fused(fused(c7, r, c6), r, c5), r, c4), r, c3)
    return fused(fused(fused(upper, r, c2), r, c1), r, c0)
  }
}

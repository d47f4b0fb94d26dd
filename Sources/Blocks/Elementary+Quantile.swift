extension Elementary {
  /// The standard normal quantile function: below which number a normal draw falls so likely.
  ///
  ///     Elementary.normalQuantile(0.975)   // 1.9599639845400536
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
    let middle = middleQuotient(0.180625 - q * q)
    let near = nearQuotient(t - 1.6)
    let far = farQuotient(t - 5)
    let over = isMiddle ? q * middle.over : isFar ? far.over : near.over
    let under = isMiddle ? middle.under : isFar ? far.under : near.under
    let size = tail == 0 ? .infinity : over / under
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
    inverse = inverse * (1.5 - half * inverse * inverse)
    inverse = inverse * (1.5 - half * inverse * inverse)
    inverse = inverse * (1.5 - half * inverse * inverse)
    let near = x * inverse
    return near + 0.5 * inverse * (x - near * near)
  }

  /// The quotient for tails above 0.075, per unit of distance from a half.
  @inline(__always)
  private static func middleQuotient(_ r: Double) -> (over: Double, under: Double) {
    var over = 2509.0809287301226727
    over = over * r + 33430.575583588128105
    over = over * r + 67265.770927008700853
    over = over * r + 45921.953931549871457
    over = over * r + 13731.693765509461125
    over = over * r + 1971.5909503065514427
    over = over * r + 133.14166789178437745
    over = over * r + 3.387132872796366608
    var under = 5226.495278852854561
    under = under * r + 28729.085735721942674
    under = under * r + 39307.89580009271061
    under = under * r + 21213.794301586595867
    under = under * r + 5394.1960214247511077
    under = under * r + 687.1870074920579083
    under = under * r + 42.313330701600911252
    under = under * r + 1
    return (over, under)
  }

  /// The quotient for tails from 1.4e-11 to 0.075.
  @inline(__always)
  private static func nearQuotient(_ r: Double) -> (over: Double, under: Double) {
    var over = 7.7454501427834140764e-4
    over = over * r + 0.0227238449892691845833
    over = over * r + 0.24178072517745061177
    over = over * r + 1.27045825245236838258
    over = over * r + 3.64784832476320460504
    over = over * r + 5.7694972214606914055
    over = over * r + 4.6303378461565452959
    over = over * r + 1.42343711074968357734
    var under = 1.05075007164441684324e-9
    under = under * r + 5.475938084995344946e-4
    under = under * r + 0.0151986665636164571966
    under = under * r + 0.14810397642748007459
    under = under * r + 0.68976733498510000455
    under = under * r + 1.6763848301838038494
    under = under * r + 2.05319162663775882187
    under = under * r + 1
    return (over, under)
  }

  /// The quotient for tails below 1.4e-11.
  @inline(__always)
  private static func farQuotient(_ r: Double) -> (over: Double, under: Double) {
    var over = 2.01033439929228813265e-7
    over = over * r + 2.71155556874348757815e-5
    over = over * r + 0.0012426609473880784386
    over = over * r + 0.026532189526576123093
    over = over * r + 0.29656057182850489123
    over = over * r + 1.7848265399172913358
    over = over * r + 5.4637849111641143699
    over = over * r + 6.6579046435011037772
    var under = 2.04426310338993978564e-15
    under = under * r + 1.4215117583164458887e-7
    under = under * r + 1.8463183175100546818e-5
    under = under * r + 7.868691311456132591e-4
    under = under * r + 0.0148753612908506148525
    under = under * r + 0.13692988092273580531
    under = under * r + 0.59983220655588793769
    under = under * r + 1
    return (over, under)
  }
}

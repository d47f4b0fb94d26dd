extension Elementary {
  /// The standard normal distribution function.
  ///
  ///     Elementary.normalCDF(1.96)   // 0.9750021048517795
  ///
  /// Φ(x) = erfc(−x/√2)/2, and erfc(z) = t·exp(−z² + P(t)) with t = 2.4/(2.4 + z), where P is the
  /// Chebyshev series of ln(erfc(z)/t) + z² to degree 23 for z up to 28.3, worked out in 60-digit
  /// arithmetic and written in powers of what t is on a scale from -1 to 1. It leaves 1.3e-17.
  @inline(__always)
  public static func normalCDF(_ x: Double) -> Double {
    let tail = normalTail(x)
    return normalCDF(x, scale: tail.scale, rest: tail.rest)
  }

  /// The factor of the tail beyond |x|, and what belongs to its exponent beside -x²/2 as it is rounded.
  @inline(__always)
  static func normalTail(_ x: Double) -> (scale: Double, rest: Double) {
    let size = heldSize(x)
    let t = 2.4 / fused(size, 0.7071067811865476, 2.4)
    // Exactly 1 where t is, or Φ(0) would not be a half.
    let y = fused(2.1696113074204946, t, -1.1696113074204946)
    let y2 = y * y
    let y4 = y2 * y2
    // Four sums that do not wait for each other: a single one would be all waiting.
    var part0 = -1.734077104874293e-08
    part0 = fused(part0, y4, -1.138031467949939e-06)
    part0 = fused(part0, y4, -3.0989520441277386e-05)
    part0 = fused(part0, y4, -0.000637907398794445)
    part0 = fused(part0, y4, -0.015790422099494623)
    part0 = fused(part0, y4, -0.7685903080432922)
    var part1 = 1.7954771712886828e-08
    part1 = fused(part1, y4, 5.462824281037296e-07)
    part1 = fused(part1, y4, 6.547181940103634e-06)
    part1 = fused(part1, y4, 5.1375123500604405e-05)
    part1 = fused(part1, y4, 0.0019020210792544295)
    part1 = fused(part1, y4, 0.70702349306034)
    var part2 = 9.669290727538715e-10
    part2 = fused(part2, y4, 1.6606764418709058e-07)
    part2 = fused(part2, y4, 6.335573758449966e-06)
    part2 = fused(part2, y4, 0.00014151530062684952)
    part2 = fused(part2, y4, 0.0030059851677232)
    part2 = fused(part2, y4, 0.09836869716295059)
    var part3 = -1.4948454732842782e-09
    part3 = fused(part3, y4, -1.1645860796349705e-07)
    part3 = fused(part3, y4, -2.06027160393212e-06)
    part3 = fused(part3, y4, -1.8270759182914643e-05)
    part3 = fused(part3, y4, -0.00022162941172073865)
    part3 = fused(part3, y4, -0.02521384009164473)
    let series = fused(y2, fused(part3, y, part2), fused(part1, y, part0))
    let lost = fused(size, size, -(size * size))
    return (t, fused(-0.5, lost, series))
  }

  /// The normal distribution function from what ``normalTail(_:)`` says of its tail.
  @inline(__always)
  static func normalCDF(_ x: Double, scale: Double, rest: Double) -> Double {
    let size = heldSize(x)
    let tail = 0.5 * (scale * falling(-0.5 * (size * size), rest))
    return x < 0 ? tail : x == x ? 1 - tail : .nan
  }

  /// |x|, or a number beyond which there is no tail left.
  @inline(__always)
  private static func heldSize(_ x: Double) -> Double {
    let size = x < 0 ? -x : x
    return size < 40 ? size : 40
  }
}

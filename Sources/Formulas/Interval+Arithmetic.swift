// The bounds of the arithmetic operations, each rounded outwards; what is exactly 0 stays so, or a
// comparison with 0 would never be certain.
extension Interval {
  /// Whether it is 0 and nothing else, so that sums and products with it are exact.
  private var isZero: Bool { low == 0 && high == 0 }

  static func + (a: Interval, b: Interval) -> Interval {
    if b.isZero { return Interval(a.low, a.high) }
    if a.isZero { return Interval(b.low, b.high) }
    let low = a.low + b.low
    let high = a.high + b.high
    return low.isNaN || high.isNaN ? .everything : Interval(low, high).widened()
  }

  static func - (a: Interval, b: Interval) -> Interval { a + Interval(-b.high, -b.low) }

  static func * (a: Interval, b: Interval) -> Interval {
    // 0 × ∞ is 0 here: an unbounded factor is still finite at every point.
    func times(_ x: Double, _ y: Double) -> Double { x == 0 || y == 0 ? 0 : x * y }
    if a.isZero || b.isZero { return Interval(0) }
    return holding(
      times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)
    ).widened()
  }

  static func / (a: Interval, b: Interval) -> Interval {
    guard b.contains(0) else {
      if a.isZero { return Interval(0) }
      return holding(a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high).widened()
    }
    // Where the divisor only touches 0, the quotient is unbounded to one side only.
    guard b.low == 0 || b.high == 0, b.low != b.high, a.low >= 0 || a.high <= 0 else {
      return everything
    }
    let divisor = Swift.max(abs(b.low), abs(b.high))
    let least = divisor.isInfinite ? 0 : Swift.min(abs(a.low), abs(a.high)) / divisor
    return (a.low >= 0) == (b.low == 0)
      ? Interval(least.nextDown, .infinity, canBeUndefined: true)
      : Interval(-.infinity, (-least).nextUp, canBeUndefined: true)
  }

  /// A power of a base that is not negative, monotone in base and exponent each.
  func raised(to exponent: Interval) -> Interval {
    guard low >= 0, exponent.low >= 0 || low > 0 else { return .everything }
    func corner(_ base: Double, _ exponent: Double) -> Double {
      Operation.power.result(base, exponent)
    }
    let corners = Interval.holding(
      corner(low, exponent.low), corner(low, exponent.high), corner(high, exponent.low),
      corner(high, exponent.high))
    // A product rises with its base to the last bit. The exponential of a logarithm is as far off as that
    // is large, which is 710 at the most.
    if exponent.low == exponent.high, Elementary.isProduct(exponent.low) {
      return corners.widened(2)
    }
    var result = corners
    result.low *= 1 - 0x1p-40
    result.high *= 1 + 0x1p-40
    return result.widened(2)
  }
}

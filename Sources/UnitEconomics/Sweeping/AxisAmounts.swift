/// The factors or amounts at the positions of an axis, rising or falling throughout.
///
/// A range is never written out: a million positions take no more room than two.
public struct AxisAmounts: Sendable, RandomAccessCollection {
  private enum Kind: Sendable {
    case listed([Double])
    case range(from: Double, to: Double, count: Int, isLogarithmic: Bool, isShort: Bool)
  }

  private let kind: Kind

  /// Amounts one by one.
  public init(_ amounts: [Double]) { kind = .listed(amounts) }

  /// So many amounts from one end to the other, both among them, by equal steps or equal factors.
  ///
  /// What lies between the ends is rounded to twelve digits, so that a person can type it: 0.06 where
  /// even steps lead to 0.060000000000000005.
  public init(from: Double, to: Double, count: Int, isLogarithmic: Bool = false) {
    // Positions that are closer than twelve digits can tell are kept apart.
    let (low, high) = (Swift.min(from, to), Swift.max(from, to))
    let first = Direction.number(1, of: count, in: low...high, isLogarithmic: isLogarithmic)
    let gap = isLogarithmic ? (first - low) / low : (first - low) / Swift.max(abs(low), abs(high))
    kind = .range(
      from: from, to: to, count: count, isLogarithmic: isLogarithmic, isShort: gap > 1e-11)
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch kind {
    case .listed(let amounts): amounts.count
    case .range(_, _, let count, _, _): count
    }
  }

  public subscript(position: Int) -> Double {
    switch kind {
    case .listed(let amounts): return amounts[position]
    case .range(let from, let to, let count, let isLogarithmic, let isShort):
      if position == 0 { return from }
      if position == count - 1 { return to }
      let isRising = from <= to
      let number = Direction.number(
        isRising ? position : count - 1 - position, of: count,
        in: isRising ? from...to : to...from, isLogarithmic: isLogarithmic)
      return isShort ? number.short : number
    }
  }
}

extension Double {
  /// The number at twelve significant digits.
  fileprivate var short: Double {
    guard self != 0 else { return self }
    var scale = 1.0
    while abs(self) * scale < 1e11, scale < 1e22 { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}

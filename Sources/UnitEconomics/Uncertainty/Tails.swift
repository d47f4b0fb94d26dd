/// What lies below a place and what lies above it, each with all its digits.
///
/// 1 − 1e-30 is 1: whoever needs the small one of the two cannot get it from the other.
public struct Tails: Sendable, Equatable {
  /// P(X ≤ x).
  public let lower: Double
  /// P(X > x).
  public let upper: Double

  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  init(lower: Double) { self.init(lower: lower, upper: 1 - lower) }
  init(upper: Double) { self.init(lower: 1 - upper, upper: upper) }

  static let nothingBelow = Tails(lower: 0, upper: 1)
  static let allBelow = Tails(lower: 1, upper: 0)
}

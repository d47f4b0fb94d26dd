/// All values that a formula can take over a box of inputs, and maybe some more.
public struct Interval: Hashable, Sendable {
  public var low: Double
  public var high: Double
  /// Whether somewhere in the box the formula may have no value.
  public var canBeUndefined: Bool

  public init(_ low: Double, _ high: Double, canBeUndefined: Bool = false) {
    self.low = low
    self.high = high
    self.canBeUndefined = canBeUndefined
  }

  /// The interval of a single value.
  public init(_ value: Double) { self.init(value, value) }

  /// No value at all: where a formula is never defined.
  static let nothing = Interval(.infinity, -.infinity, canBeUndefined: true)

  /// Whether the formula has no value anywhere.
  public var isEmpty: Bool { low > high }

  static let everything = Interval(-.infinity, .infinity, canBeUndefined: true)

  /// Whether it has a value everywhere, between two numbers.
  var isBounded: Bool { !canBeUndefined && low.isFinite && high.isFinite }

  public func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The interval a little wider, so that rounding inside a step cannot leave a value outside.
  func widened(_ steps: Int = 1) -> Interval {
    guard low.isFinite || high.isFinite else { return self }
    var result = self
    for _ in 0..<steps {
      result.low = result.low.nextDown
      result.high = result.high.nextUp
    }
    return result
  }

  /// The smallest interval that holds both.
  func union(_ other: Interval) -> Interval {
    Interval(
      Swift.min(low, other.low), Swift.max(high, other.high),
      canBeUndefined: canBeUndefined || other.canBeUndefined)
  }

  /// The smallest interval that holds the given values; everything, where one is not a number.
  static func holding(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Interval {
    if a.isNaN || b.isNaN || c.isNaN || d.isNaN { return .everything }
    return Interval(
      Swift.min(Swift.min(a, b), Swift.min(c, d)), Swift.max(Swift.max(a, b), Swift.max(c, d)))
  }
}

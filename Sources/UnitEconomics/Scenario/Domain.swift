/// The values that an input can sensibly take.
public struct Domain: Sendable, Equatable {
  public let low: Double
  public let high: Double
  /// Whether `low` itself is left out.
  public let excludesLow: Bool
  /// Whether `high` itself is left out.
  public let excludesHigh: Bool
  /// Whether only whole numbers make sense, so that the input shapes the model and does not move in it.
  public let isWhole: Bool
  /// Whether a stress may carry the input past `high`, because the model says what happens then.
  public let mayExceedUnderStress: Bool

  public init(
    _ low: Double, _ high: Double, excludesLow: Bool = false, excludesHigh: Bool = false,
    isWhole: Bool = false, mayExceedUnderStress: Bool = false
  ) {
    self.low = low
    self.high = high
    self.excludesLow = excludesLow
    self.excludesHigh = excludesHigh
    self.isWhole = isWhole
    self.mayExceedUnderStress = mayExceedUnderStress
  }

  /// Numbers above this are refused as slips of the pen; the engine never meets an overflow.
  public static let largest = 1e15

  public static let any = Domain(-largest, largest)
  public static let notNegative = Domain(0, largest)
  public static let positive = Domain(0, largest, excludesLow: true)
  /// A part of a whole.
  public static let share = Domain(0, 1)
  /// A part of a whole by which something is divided, so that none of it makes no sense.
  public static let positiveShare = Domain(0, 1, excludesLow: true)
  /// A part of a whole that always leaves something of it.
  public static let incompleteShare = Domain(0, 1, excludesHigh: true)
  /// A part of a whole that is neither none nor all of it.
  public static let innerShare = Domain(0, 1, excludesLow: true, excludesHigh: true)
  /// A part of a whole that the model scales back where a stress makes it too large.
  public static let scaledShare = Domain(0, 1, mayExceedUnderStress: true)
  /// A factor on something that can only grow.
  public static let atLeastOne = Domain(1, largest)

  /// A small whole number that decides how many terms the model has.
  public static func whole(_ range: ClosedRange<Int>) -> Domain {
    Domain(Double(range.lowerBound), Double(range.upperBound), isWhole: true)
  }

  public func contains(_ value: Double) -> Bool {
    (excludesLow ? value > low : value >= low) && (excludesHigh ? value < high : value <= high)
      && (!isWhole || value == value.rounded())
  }

  /// The value itself, or the nearest one that a stressed input can take.
  public func held(_ value: Double) -> Double {
    let top = mayExceedUnderStress ? Domain.largest : high
    let within = Swift.min(Swift.max(value, low), top)
    return isWhole ? within.rounded() : within
  }
}

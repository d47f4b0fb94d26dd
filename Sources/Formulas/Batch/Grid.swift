/// Points to evaluate: every combination of the positions along a few axes.
///
/// Along an axis one or more inputs move together. A plain list of points is a grid of one axis along
/// which all inputs move. The last axis is the fastest: neighbouring points differ there.
public struct Grid: Sendable {
  /// What happens along one axis.
  public struct Axis: Sendable {
    /// How many positions it has.
    public let count: Int
    /// The inputs that move, by their place in a point, each with its values.
    public let inputs: [(input: Int, values: Source)]

    /// An axis along which inputs move.
    public init(count: Int, inputs: [(input: Int, values: Source)]) {
      self.count = count
      self.inputs = inputs
    }
  }

  /// Where the values of one input come from.
  public enum Source: Sendable {
    /// A value for each position.
    case listed([Double])
    /// Values worked out when they are needed, a stretch of positions at a time, so that any number
    /// of points fits in memory.
    /// - Parameter range: what all of them lie between.
    case computed(
      in: ClosedRange<Double>,
      @Sendable (Range<Int>, UnsafeMutablePointer<Double>) -> Void)
  }

  public let axes: [Axis]

  public init(axes: [Axis]) { self.axes = axes }

  /// How many points there are.
  public var count: Int { axes.reduce(1) { $0 * $1.count } }
}

/// A set of axes, a bit for each.
struct AxisSet: Hashable {
  var bits: UInt64 = 0

  static let none = AxisSet()
  static func one(_ axis: Int) -> AxisSet { AxisSet(bits: 1 << UInt64(axis)) }
  static func first(_ count: Int) -> AxisSet {
    AxisSet(bits: count == 64 ? .max : (1 << UInt64(count)) - 1)
  }

  func contains(_ axis: Int) -> Bool { bits >> UInt64(axis) & 1 == 1 }
  func union(_ other: AxisSet) -> AxisSet { AxisSet(bits: bits | other.bits) }
}

/// Points to evaluate: every combination of the positions along a few axes.
///
/// Along an axis one or more inputs move together. A plain list of points is a grid of one axis along
/// which all inputs move. The last axis is the fastest: neighbouring points differ there.
public struct Grid: Sendable {
  /// What happens along one axis.
  public struct Axis: Sendable {
    /// How many positions it has.
    public let count: Int
    /// Numbers along the axis that inputs may be multiples of.
    public let columns: [Column]
    /// The inputs that move, by their place in a point, each with its values.
    public let inputs: [(input: Int, values: Source)]

    /// An axis along which inputs move.
    public init(
      count: Int, columns: [Column] = [], inputs: [(input: Int, values: Source)]
    ) {
      self.count = count
      self.columns = columns
      self.inputs = inputs
    }
  }

  /// A number for each position of an axis.
  public enum Column: Sendable {
    case listed([Double])
    /// Numbers worked out when they are needed, a stretch of positions at a time, so that any number
    /// of points fits in memory.
    /// - Parameter range: what all of them lie between.
    case computed(in: ClosedRange<Double>, Filler)
  }

  /// Where the values of one input come from.
  public enum Source: Sendable {
    /// Its own numbers.
    case column(Column)
    /// A value times the number in a column of its axis, held within a range.
    case multiple(of: Double, column: Int, within: ClosedRange<Double>)

    /// A value for each position.
    public static func listed(_ values: [Double]) -> Source { .column(.listed(values)) }
  }

  public let axes: [Axis]

  public init(axes: [Axis]) { self.axes = axes }

  /// How many points there are.
  public var count: Int { axes.reduce(1) { $0 * $1.count } }
}

extension Grid.Column {
  /// What the numbers lie between.
  var interval: Interval {
    switch self {
    case .listed(let values):
      values.contains(where: \.isNaN)
        ? .everything : Interval(values.min() ?? 0, values.max() ?? 0)
    case .computed(let range, _): Interval(range.lowerBound, range.upperBound)
    }
  }
}

extension Grid.Axis {
  /// What an input's values lie between.
  func interval(_ source: Grid.Source) -> Interval {
    switch source {
    case .column(let column): return column.interval
    case .multiple(let value, let column, let range):
      let product = Interval(value) * columns[column].interval
      return Interval(
        min(max(product.low, range.lowerBound), range.upperBound),
        min(max(product.high, range.lowerBound), range.upperBound))
    }
  }
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

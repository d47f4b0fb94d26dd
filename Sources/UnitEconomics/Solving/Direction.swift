import Formulas

/// A way through the inputs: what changes as one number moves from one end to the other.
///
/// It may be an input's own value, a factor on many inputs, or a joint worsening; whoever asks where a
/// figure reaches a limit asks it along a direction.
public struct Direction: Sendable {
  /// What the number is, for readers: a path or a pattern.
  public let name: String
  /// The ends between which it moves.
  public let range: ClosedRange<Double>
  /// Whether steps are equal factors, which suits prices and volumes; both ends are above 0 then.
  public let isLogarithmic: Bool
  /// Whether only whole numbers mean anything.
  public let isWhole: Bool
  /// The changes that a number stands for.
  public let changes: @Sendable (Double) -> [Stress.Change]

  public init(
    _ name: String, _ range: ClosedRange<Double>, isLogarithmic: Bool = false,
    isWhole: Bool = false,
    changes: @escaping @Sendable (Double) -> [Stress.Change]
  ) {
    self.name = name
    self.range = range
    self.isLogarithmic = isLogarithmic && range.lowerBound > 0
    self.isWhole = isWhole
    self.changes = changes
  }

  /// One input moving to each value of a range, in its own unit.
  public init(value input: Input, _ range: ClosedRange<Double>, isLogarithmic: Bool = false) {
    let path = input.path
    self.init(path, range, isLogarithmic: isLogarithmic, isWhole: input.domain.isWhole) {
      [Stress.Change(path: path, kind: .set, amount: $0)]
    }
  }

  /// A factor on every input that a pattern matches.
  public init(
    factorOn pattern: PathPattern, _ range: ClosedRange<Double>, in scenario: Scenario
  ) {
    let paths = scenario.inputs.map(\.path).filter(pattern.matches)
    self.init(pattern.text, range, isLogarithmic: true) { factor in
      paths.map { Stress.Change(path: $0, kind: .multiply, amount: factor) }
    }
  }

  /// So many numbers from one end to the other, both ends among them.
  public func positions(_ count: Int) -> [Double] {
    guard count > 1, range.lowerBound < range.upperBound else { return [range.lowerBound] }
    return (0..<count).map {
      Direction.number($0, of: count, in: range, isLogarithmic: isLogarithmic)
    }
  }

  /// One of so many numbers from one end to the other, both ends among them.
  static func number(
    _ index: Int, of count: Int, in range: ClosedRange<Double>, isLogarithmic: Bool
  ) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    if index == count - 1 { return high }
    let part = Double(index) / Double(count - 1)
    return isLogarithmic ? low * Elementary.power(high / low, part) : low + (high - low) * part
  }
}

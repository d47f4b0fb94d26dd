/// A condition on an output that must hold in the base case and under the stresses it names.
public struct Check: Sendable {
  /// Whether the limit is the least or the most that is allowed.
  public enum Side: String, Sendable { case min, max }

  public var name: String
  /// The path of the formula that is checked.
  public var output: String
  public var side: Side
  public var limit: Input
  /// The stresses under which it must hold too.
  public var stresses: [String]

  public init(name: String, output: String, side: Side, limit: Input, stresses: [String]) {
    self.name = name
    self.output = output
    self.side = side
    self.limit = limit
    self.stresses = stresses
  }

  /// How far a figure lies on the good side of the limit; not a number where the figure is none.
  public func distance(_ figure: Double) -> Double {
    side == .min ? figure - limit.value : limit.value - figure
  }

  /// Whether a figure holds; what has no value does not.
  public func holds(_ figure: Double) -> Bool { distance(figure) >= 0 }
}

import Formulas

/// Figures of a model at every combination of positions along some axes.
///
/// The rows of a sweep are its combinations in order, the last axis the fastest.
public struct Sweep: Sendable {
  public let model: CostModel
  public let axes: [StatedAxis]
  /// The paths of the figures that were asked for.
  public let figures: [String]
  /// The stress on top of which the axes move; nil for the base case.
  public let stress: Stress?
  /// What is judged at every point.
  public let checks: [Check]
  /// What is read at every point: the figures, and what the checks ask for besides.
  public let outputs: [String]
  /// What each check wants of the outputs.
  public let limits: [SweepLimit]
  /// How many rows lie between two neighbouring positions of each axis.
  let strides: [Int]
  /// How many points there are.
  public let count: Int

  /// - Parameters:
  ///   - model: whose figures are read.
  ///   - axes: at least one; an input moves on one of them at the most.
  ///   - figures: paths of formulas of the model.
  ///   - stress: what is read under; the base case where nil.
  public init(_ model: CostModel, _ axes: [StatedAxis], figures: [String], under stress: Stress?) {
    self.model = model
    self.axes = axes
    self.figures = figures
    self.stress = stress
    let checks = model.scenario.checks + model.scenario.rateLimitChecks
    var seen: Set<String> = []
    let outputs = (figures + checks.map(\.output)).filter { seen.insert($0).inserted }
    self.checks = checks
    self.outputs = outputs
    limits = checks.map { SweepLimit($0, among: outputs) }
    var strides: [Int] = []
    var count = 1
    for axis in axes.reversed() {
      strides.append(count)
      count *= axis.count
    }
    self.strides = strides.reversed()
    self.count = count
  }

  /// How many points some axes have, which may be more than can be counted.
  public static func points(_ axes: [StatedAxis]) -> Double {
    axes.reduce(1) { $0 * Double($1.count) }
  }

  /// What was changed before any axis moves.
  var stressChanges: [Stress.Change] { stress?.changes ?? [] }

  /// The position along each axis that a row stands for.
  public func positions(ofRow row: Int) -> [Int] {
    zip(axes, strides).map { axis, stride in row / stride % axis.count }
  }

  /// All that is changed at a point, the stress first.
  public func changes(at positions: [Int]) -> [Stress.Change] {
    stressChanges + zip(axes, positions).flatMap { $0.changes(at: $1) }
  }

  /// The same sweep over some of the positions of each axis.
  public func picked(_ positions: [[Int]]) -> Sweep {
    Sweep(
      model, zip(axes, positions).map { $0.picked($1) }, figures: figures, under: stress)
  }

  /// The unit of a figure.
  public func unit(of output: String) -> Unit {
    model.graph.positions[output].map { model.graph.nodes[$0].unit } ?? .one
  }
}

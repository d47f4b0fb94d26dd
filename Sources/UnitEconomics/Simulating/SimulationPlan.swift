import Formulas

/// What to simulate: a case, its uncertain inputs, the figures to follow, and which random numbers.
public struct SimulationPlan: Sendable {
  public let model: CostModel
  /// The inputs that the case changes; empty for the base case.
  public let changed: [String: Input]
  public let stress: String?
  /// The named figures whose distributions are asked for.
  public let figures: [String]
  public let checks: [Check]
  public let inputs: [UncertainInput]
  public let seed: UInt64
  public let sampling: Sampling
  /// How many draws are asked for, at the most.
  public let draws: Int
  /// Whether every value is kept, so that quantiles are exact.
  public let keepsValues: Bool
  /// How much of each input's own normal number is in each correlated input.
  let mixture: [[Double]]
  let drawn: DrawnInputs
  /// The level of the sums' tree at which a replicate of stratified sampling stands.
  let replicateLevel: Int?

  /// Up to so many draws are kept where nothing else is asked.
  public static let keptByDefault = 1 << 20

  /// - Parameters:
  ///   - model: whose uncertain inputs are drawn.
  ///   - stress: what is drawn under; the base case where nil.
  ///   - figures: what is read, by their names.
  ///   - checks: of which it is counted how often they fail.
  ///   - correlations: between uncertain inputs.
  ///   - seed: where the random numbers begin.
  ///   - draws: stratified sampling takes the next number that sixteen powers of two make.
  ///   - sampling: how draws are spread.
  ///   - keepsValues: by default where the draws are few.
  ///   - crew: who prepares the draws.
  /// - Throws: `ModelFaults` where a stress shapes a model whose units do not fit.
  public init(
    _ model: CostModel, under stress: Stress? = nil, figures: [String], checks: [Check],
    correlations: [Correlation] = [], seed: UInt64, draws: Int, sampling: Sampling = .random,
    keepsValues: Bool? = nil, by crew: Crew = .alone()
  ) throws(ModelFaults) {
    let changed = stress.map { model.scenario.changed(by: $0.changes).inputs } ?? [:]
    self.model = try model.shaped(by: changed)
    self.changed = changed
    self.stress = stress?.name
    self.figures = figures
    self.checks = checks
    self.seed = seed
    self.sampling = sampling
    inputs = self.model.uncertainInputs(changed: changed)
    mixture = Correlation.mixture(correlations, of: inputs.map(\.input.path))
    // A replicate is whole leaves, so that the tree can keep it apart.
    var bits = 12
    if sampling != .random {
      while Sampling.replicates << bits < draws { bits += 1 }
    }
    self.draws = sampling == .random ? draws : Sampling.replicates << bits
    self.keepsValues = keepsValues ?? (self.draws <= Self.keptByDefault)
    replicateLevel = sampling == .random ? nil : bits - 12
    drawn = DrawnInputs(
      inputs, mixture: mixture, seed: seed, sampling: sampling, replicateBits: bits,
      by: crew)
  }

  /// How many leaves of the tree all draws are.
  public var leafCount: Int { (draws + SumTree.leafSize - 1) / SumTree.leafSize }

  /// The draws of some leaves; the last leaf of all may be shorter.
  public func draws(of leaves: Range<Int>) -> Range<Int> {
    let size = SumTree.leafSize
    let end = min(leaves.upperBound * size, draws)
    return min(leaves.lowerBound * size, end)..<end
  }

  /// Every figure that is followed: those asked for, then what checks are on.
  var outputs: [String] {
    figures
      + checks.map(\.output).filter { !figures.contains($0) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The case without chance: every input at its stated value.
  public var values: Values { model.values(changed: changed) }

  /// All draws as an axis along which the uncertain inputs move.
  ///
  /// - Parameter columns: the values of each uncertain input along it.
  func reading(_ columns: [Grid.Column], outputs: [String]) -> GridReading {
    let moved = zip(inputs, columns).flatMap { input, column in
      input.places.map { (input: $0, values: Grid.Source.column(column)) }
    }
    // The axis is as long as anyone may ask; what is read of it is said at each reading.
    let axis = Grid.Axis(count: Self.longestAxis, inputs: moved)
    return GridReading(around: values, grid: Grid(axes: [axis]), outputs: outputs)
  }

  private static let longestAxis = 1 << 50
}

import Formulas

/// What a simulation says: distributions, and how likely checks fail.
public struct SimulationFindings: Sendable {
  public let plan: SimulationPlan
  public let draws: Int
  /// Which quantiles are exact, and which read from a sketch.
  public let isExact: Bool
  public let figures: [FigureDistribution]
  public let checks: [CheckLikelihood]
  /// How likely at least one check fails.
  public let anyFailure: Likelihood
  /// What was asked for and has not been reached, where the draws ended before.
  public let isComplete: Bool

  /// A probability worked out from draws.
  public struct Likelihood: Sendable, Equatable {
    public let count: Int
    public let draws: Int
    public let interval: ClosedRange<Double>

    public var value: Double { draws > 0 ? Double(count) / Double(draws) : 0 }
  }

  /// How likely a check fails.
  public struct CheckLikelihood: Sendable {
    public let check: Check
    public let unit: Unit
    /// Whether it holds with every input at its stated value.
    public let holdsAsStated: Bool
    public let failing: Likelihood
  }
}

extension SimulationFindings.Likelihood {
  /// A share of draws with its 95 % interval: of independent draws Wilson's, of sampling in replicates
  /// what their spread says, as for a mean.
  ///
  /// Where all replicates agree they say nothing, as where a check never fails. Then it is Wilson's
  /// again, which is rather too wide, since stratified draws scatter less than independent ones.
  ///
  /// - Parameter replicates: the same of each replicate, where there are.
  init(_ count: Int, of draws: Int, replicates: [(count: Int, draws: Int)] = []) {
    self.count = count
    self.draws = draws
    let shares = replicates.map { Double($0.count) / Double($0.draws) }
    let error = shares.count > 1 ? FigureDistribution.Estimate.error(of: shares) : 0
    guard error > 0, draws > 0 else {
      interval = wilsonInterval(count, of: draws)
      return
    }
    let spread = FigureDistribution.Estimate(value: Double(count) / Double(draws), error: error)
    interval = max(0, spread.value - spread.halfWidth)...min(1, spread.value + spread.halfWidth)
  }
}

extension Simulation {
  /// What the draws so far say.
  public func findings(by crew: Crew) -> SimulationFindings {
    let outputs = plan.outputs
    let total = tree.total(figures: outputs.count, checks: plan.checks.count)
    let replicates =
      plan.replicateLevel.map { level in
        tree.nodes.filter { $0.level == level }.map(\.sums)
      } ?? []
    let base = plan.values
    let centres = self.centres(outputs)
    let figures = crew.map(outputs.count) { output in
      figure(
        outputs[output], base, total.figures[output], about: centres[output],
        ranked: ranked(output), replicates: replicates.map { $0.figures[output] })
    }
    let stated = CaseReading(
      stress: plan.stress, model: plan.model, values: base, changed: plan.changed, notes: [])
    return SimulationFindings(
      plan: plan, draws: total.draws, isExact: plan.keepsValues, figures: figures,
      checks: plan.checks.indices.map { check in
        .init(
          plan.checks[check], in: stated,
          failing: .init(
            total.failures[check], of: total.draws,
            replicates: replicates.map { ($0.failures[check], $0.draws) }))
      },
      anyFailure: .init(
        total.anyFailure, of: total.draws,
        replicates: replicates.map { ($0.anyFailure, $0.draws) }),
      isComplete: draws == plan.draws)
  }

  private func ranked(_ output: Int) -> any RankedValues {
    kept.map {
      OrderedValues($0, output, draws, asked: FigureDistribution.lookedUp)
    } ?? SketchedValues(sketches[output])
  }

  private func figure(
    _ path: String, _ base: Values, _ sums: DrawSums, about centre: Double,
    ranked: any RankedValues, replicates: [DrawSums]
  ) -> FigureDistribution {
    let position = base.graph.positions[path]
    return FigureDistribution(
      path: path, unit: position.map { base.graph.nodes[$0].unit } ?? .one,
      stated: base[path] ?? .undefined(because: "the model has no \(path)"), sums, about: centre,
      ranked: ranked, replicates: replicates)
  }
}

extension SimulationFindings.CheckLikelihood {
  /// - Parameter base: the case without chance.
  init(_ check: Check, in base: CaseReading, failing: SimulationFindings.Likelihood) {
    let reading = CheckReading(check, in: base)
    self.init(
      check: check, unit: reading.unit, holdsAsStated: reading.isPassed, failing: failing)
  }
}

import Formulas

@testable import UnitEconomics

/// The worked example with three uncertain inputs, two of them correlated.
enum UncertainDesk {
  static let distributions: [String: Distribution] = [
    "humanReview.rate": Distribution(.triangular(low: 30, mode: 38, high: 52)),
    "outcomes.wrongResult": Distribution(.uniform(low: 0.005, high: 0.02)),
    "failures.perUndetected": Distribution(.lognormal(median: 12, sigma: 0.4)),
  ]

  static func model() throws -> CostModel {
    var scenario = scenario()
    for (path, distribution) in distributions {
      let input = scenario.inputs[path]!
      scenario.inputs.append(
        Input(
          path, input.sentence, input.value, input.unit, in: input.domain,
          uncertainty: Uncertainty(distribution)))
    }
    return try CostModel(scenario)
  }

  static func plan(
    draws: Int = 10_000, seed: UInt64 = 5, under stress: Stress? = nil,
    sampling: Sampling = .random, keepsValues: Bool? = nil
  ) throws -> SimulationPlan {
    try SimulationPlan(
      model(), under: stress, figures: ["costPerCompletedTask", "humanReview.rate"],
      checks: [
        Check(
          name: "rate", output: "humanReview.rate", side: .max,
          limit: Input("rate.max", "limit", 42, .money / .hour), stresses: [])
      ],
      correlations: [Correlation("humanReview.rate", "outcomes.wrongResult", rank: 0.5)],
      seed: seed, draws: draws, sampling: sampling, keepsValues: keepsValues)
  }

  /// A plan drawn to its end, so many leaves at a time.
  static func drawn(_ plan: SimulationPlan, leaves: Int = .max, by crew: Crew = .alone())
    -> Simulation
  {
    var simulation = Simulation(plan)
    while simulation.leaves.upperBound < plan.leafCount {
      simulation.draw(min(leaves, plan.leafCount - simulation.leaves.upperBound), by: crew)
    }
    return simulation
  }
}

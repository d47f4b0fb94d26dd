import Reporting
import ScenarioFiles
import UnitEconomics

extension Subject {
  /// The plan of a simulation of it.
  func plan(
    under stress: Stress?, figures: [String], seed: UInt64, draws: Int, sampling: Sampling,
    keepsValues: Bool?, verb: Verb
  ) throws -> SimulationPlan {
    let model = reading.model
    for path in figures where model.graph.positions[path] == nil {
      throw NoAnswer.unknownFigure(path, in: self)
    }
    let plan = try SimulationPlan(
      model, under: stress, figures: figures, checks: model.scenario.checks,
      correlations: model.scenario.correlations, seed: seed, draws: draws, sampling: sampling,
      keepsValues: keepsValues)
    guard !plan.inputs.isEmpty else { throw NoAnswer.nothingUncertain(self) }
    if sampling == .sobol, plan.inputs.count > Sampling.mostInputsOfNet {
      throw UsageError(
        Wording.tooManyForNet(plan.inputs.count, Sampling.mostInputsOfNet), verb: verb)
    }
    return plan
  }
}

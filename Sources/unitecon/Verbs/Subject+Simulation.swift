import Machine
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
    func plan(_ sampling: Sampling) throws -> SimulationPlan {
      try SimulationPlan(
        model, under: stress, figures: figures, checks: model.scenario.checks,
        correlations: model.scenario.correlations, seed: seed, draws: draws, sampling: sampling,
        keepsValues: keepsValues, by: Machine.crew)
    }
    let inputs = sampling == .sobol ? try plan(.random).inputs.count : 0
    // Asked before: a net has no directions for more.
    if inputs > Sampling.mostInputsOfNet {
      throw UsageError(Wording.tooManyForNet(inputs, Sampling.mostInputsOfNet), verb: verb)
    }
    let result = try plan(sampling)
    guard !result.inputs.isEmpty else { throw NoAnswer.nothingUncertain(self) }
    return result
  }
}

import Formulas
import Machine
import Reporting
import UnitEconomics

/// What a page asks of a scenario.
struct PageRequest {
  let subject: Subject
  let draws: SimulationRequest?
  let asked: [String]
  /// Whether the agent is ready, where a day is given on which to judge it.
  let readiness: ReadinessRequest?

  init(_ invocation: Invocation, _ subject: Subject) throws {
    self.subject = subject
    if invocation.has(Flags.seed), !invocation.has(Flags.draws) {
      throw UsageError(Wording.needsDraws(Flags.seed), verb: invocation.verb)
    }
    draws = invocation.has(Flags.draws) ? try SimulationRequest(invocation, subject) : nil
    readiness =
      invocation.has(Flags.day)
      ? try ReadinessRequest(invocation, subject.file, logs: invocation.all(Flags.log)) : nil
    asked = [Flags.draws, Flags.seed].compactMap { flag in
      invocation[flag].map { "--\(flag.name) \($0)" }
    }
  }

  private enum Part { case map, tornado, plans }

  /// Map, tornado and plans do not wait for each other where there are cores.
  func answer() throws -> PageAnswer {
    let readiness = try readiness?.answer()
    let parts = Machine.map([Part.map, .tornado, .plans]) { part in
      Result { () throws(ModelFaults) in try self.part(part) }
    }
    return PageAnswer(
      subject, map: try parts[0].get().map, tornado: try parts[1].get().tornado,
      plans: try parts[2].get().plans,
      simulation: draws.map { $0.run().findings(by: Machine.crew) }, readiness: readiness,
      asked: asked)
  }

  private func part(
    _ part: Part
  ) throws(ModelFaults) -> (map: EscalationMap?, tornado: Tornado?, plans: PlansAnswer?) {
    let model = subject.reading.model
    switch part {
    case .map: return (try EscalationMap(subject), nil, nil)
    case .tornado:
      let tornado = try Standpoint(model).tornado(
        of: subject.mainOutput.rawValue, movesWholes: false)
      return (nil, tornado, nil)
    case .plans:
      guard !model.scenario.plans.isEmpty else { return (nil, nil, nil) }
      let (comparison, crew) = (try PlanComparison(subject.reading), Machine.crew)
      let plans = PlansAnswer(
        subject, comparison, stress: nil,
        bills: try comparison.bills(reach: 0.1...10, under: nil, by: crew),
        curves: try comparison.curves(
          over: .tasks, 0.1...10, under: nil, withCustomers: false, by: crew),
        targets: [], cheapest: try comparison.cheapest(), asked: [])
      return (nil, nil, plans)
    }
  }
}

import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

/// What the command line asks of a simulation.
struct SimulationRequest {
  let plan: SimulationPlan
  /// How well the mean of the first figure is to be known, as a part of it; nil for all draws.
  let precision: Double?
  let subject: Subject
  /// The part of the draws that is made; nil for all.
  let shard: ShardNumber?

  /// The most draws where a precision ends them.
  private static let mostByPrecision = 1_000_000_000

  init(_ invocation: Invocation, _ subject: Subject) throws {
    self.subject = subject
    let stress = try subject.stress(named: invocation[Flags.under])
    precision = try invocation[Flags.precision].map { text in
      guard let share = QuantityText.share(text), share > 0, share < 1 else {
        throw UsageError(Wording.notAPrecision(text), verb: invocation.verb)
      }
      return share
    }
    let draws =
      try invocation.count(Flags.draws, in: 2...1_000_000_000_000)
      ?? (precision == nil ? 1_000_000 : Self.mostByPrecision)
    let seed = try invocation.seed()
    let asked = invocation.all(Flags.figure)
    let sampling = invocation[Flags.sampling].flatMap(Sampling.init(rawValue:)) ?? .random
    let keeps = invocation[Flags.quantiles].map { $0 == "exact" }
    if keeps == true, draws > Self.mostKept {
      throw UsageError(Wording.tooManyToKeep(Self.mostKept), verb: invocation.verb)
    }
    plan = try subject.plan(
      under: stress, figures: asked.isEmpty ? subject.simulatedFigures : asked, seed: seed,
      draws: draws, sampling: sampling, keepsValues: keeps, verb: invocation.verb)
    shard = try ShardNumber(invocation)
  }

  /// What shards were asked for, once they are together.
  init(_ plan: SimulationPlan, of subject: Subject) {
    self.plan = plan
    self.subject = subject
    precision = nil
    shard = nil
  }

  /// Values that are kept on demand, of each figure.
  private static let mostKept = 50_000_000

  /// Leaves that are drawn before anyone looks whether it is enough: a million draws.
  private static let wave = 256

  /// Draws until there are enough, or somebody interrupts.
  func run() -> Simulation {
    let leaves = shard?.leaves(of: plan.leafCount) ?? 0..<plan.leafCount
    var simulation = Simulation(plan, leaves: leaves)
    let progress = Progress(total: plan.draws(of: leaves).count, unit: "draws")
    // A part of a shard is of no use, and an interruption ends it like any other work.
    Interruption.isAwaited = shard == nil
    while simulation.leaves.upperBound < leaves.upperBound, !isInterrupted {
      let left = leaves.upperBound - simulation.leaves.upperBound
      simulation.draw(min(Self.wave, left), by: Machine.crew) { progress.advance(by: $0) }
      if let precision, simulation.isPrecise(to: precision) { break }
    }
    Interruption.isAwaited = false
    progress.end()
    return simulation
  }

  var isInterrupted: Bool { Interruption.hasHappened }

  /// What makes the first figures uncertain.
  func drivers() -> [UncertaintyDrivers] {
    plan.drivers(of: Array(plan.figures.prefix(2)), by: Machine.crew)
  }

  /// What a reader should know about the draws.
  func notes(_ findings: SimulationFindings) -> [String] {
    if isInterrupted { return [Wording.interruptedAfter(findings.draws, plan.draws)] }
    guard let precision, let mean = findings.figures.first?.mean else { return [] }
    let half = mean.halfWidth
    return [
      half <= precision * abs(mean.value)
        ? Wording.precisionReached(precision, after: findings.draws)
        : Wording.precisionMissed(precision, half / abs(mean.value))
    ]
  }
}

extension Subject {
  /// The cost of a completed task, and the margin of every plan.
  fileprivate var simulatedFigures: [String] {
    let model = reading.model
    let margins = model.scenario.plans.map {
      InputPath.appending($0.name, to: "plans") + ".grossMargin"
    }
    let chosen = model.scenario.chosenPlan == nil ? [] : [Output.grossMargin.rawValue]
    let others = margins.filter { path in
      // The chosen plan's own margin is the margin.
      path
        != model.scenario.chosenPlan.map {
          InputPath.appending($0, to: "plans") + ".grossMargin"
        }
    }
    return ([Output.costPerCompletedTask.rawValue] + chosen + others)
      .filter { model.graph.positions[$0] != nil }
  }
}

extension Invocation {
  /// Where random numbers begin.
  func seed() throws(UsageError) -> UInt64 {
    guard let text = self[Flags.seed] else { return 1 }
    guard let seed = UInt64(text) else { throw UsageError(Wording.notASeed(text), verb: verb) }
    return seed
  }
}

extension NoAnswer {
  static func nothingUncertain(_ subject: Subject) -> NoAnswer {
    NoAnswer([
      .error(Wording.nothingUncertain(subject.file), help: Wording.stateDistribution)
    ])
  }
}

import Formulas

/// How uniform numbers are spread.
public enum Sampling: String, Sendable, CaseIterable {
  case random
  /// In each of sixteen replicates, one draw of every input in each of as many equal parts.
  case latin
  /// In each of sixteen replicates, the points of a scrambled Sobol' net.
  case sobol

  /// Replicates of a sampling that is not random; their spread is its error.
  public static let replicates = 16
  /// How many inputs a Sobol' net can spread.
  public static let mostInputsOfNet = SobolNet.dimensions
}

/// The uncertain inputs of a case, ready to be drawn: plans, and the tables that they point to.
final class DrawnInputs: @unchecked Sendable {
  // Written by the initialiser and read from then on.
  let inputs: [UncertainInput]
  private let plans: UnsafeMutablePointer<DrawPlan>
  /// Each input's own normal number, before any is mixed with others.
  private let factors: UnsafeMutablePointer<DrawPlan>
  private let tables: DrawTables

  /// - Parameters:
  ///   - mixture: for each input that is correlated, how much of each input's own normal number is in
  ///     its; empty for others.
  ///   - replicateBits: a replicate of stratified sampling has 2 to the power of so many draws.
  ///   - crew: who works out tables, which takes as long as tens of thousands of draws.
  init(
    _ inputs: [UncertainInput], mixture: [[Double]], seed: UInt64, sampling: Sampling = .random,
    replicateBits: Int = 0, by crew: Crew = .alone()
  ) {
    self.inputs = inputs
    tables = DrawTables()
    plans = .allocate(capacity: inputs.count + 1)
    factors = .allocate(capacity: inputs.count + 1)
    for (index, input) in inputs.enumerated() {
      var plan = DrawPlan(
        .uniform, seed: seed, stream: input.stream, 0, 1, within: 0...1)
      plan.replicateBits = UInt8(replicateBits)
      switch sampling {
      case .random: break
      case .latin: plan.source = .latin
      case .sobol:
        plan.source = .sobol
        plan.directions = tables.keep(SobolNet.directions(index))
      }
      (factors + index).initialize(to: plan)
    }
    let sources = inputs.indices.map { factors[$0] }
    let shaped = crew.map(inputs.count) { DrawTables.shaped(sources[$0], inputs[$0]) }
    for (index, shape) in shaped.enumerated() {
      var plan = shape.plan
      if !shape.numbers.isEmpty { plan.numbers = tables.keep(shape.numbers) }
      let weights = mixture.isEmpty ? [] : mixture[index]
      if !weights.isEmpty {
        plan.factors = UnsafePointer(factors)
        plan.weights = tables.keep(weights)
        plan.factorCount = weights.count
      }
      (plans + index).initialize(to: plan)
    }
  }

  /// The same inputs drawn once more, independently of the first time.
  init(again other: DrawnInputs) {
    inputs = other.inputs
    tables = other.tables
    plans = .allocate(capacity: inputs.count + 1)
    factors = .allocate(capacity: inputs.count + 1)
    for index in inputs.indices {
      (factors + index).initialize(to: other.factors[index].again)
      var plan = other.plans[index].again
      if plan.factorCount > 0 { plan.factors = UnsafePointer(factors) }
      (plans + index).initialize(to: plan)
    }
  }

  deinit {
    plans.deallocate()
    factors.deallocate()
  }

  /// The values of each input along an axis of draws.
  func columns(on engine: BlockEngine) -> [Grid.Column] {
    inputs.indices.map { column($0, on: engine) }
  }

  /// The values of one input along an axis of draws.
  func column(_ index: Int, on engine: BlockEngine) -> Grid.Column {
    let plan = plans[index]
    let filler = Grid.Filler { draws, target, scratch in
      engine.draw(
        self.plans + index, UInt64(draws.lowerBound), draws.count, to: target, in: scratch)
    }
    return .computed(in: plan.low...plan.high, filler)
  }

  /// Neighbouring draws of one input.
  func draw(
    _ index: Int, _ first: UInt64, _ count: Int, to target: UnsafeMutablePointer<Double>,
    on engine: BlockEngine
  ) {
    engine.draw(plans + index, first, count, to: target)
  }
}

extension DrawPlan {
  /// The plan on a stream of its own beside the first.
  fileprivate var again: DrawPlan {
    var plan = DrawPlan(
      shape, seed: seed, stream: ~stream, first, second, third, within: low...high)
    plan.source = source
    plan.replicateBits = replicateBits
    plan.numbers = numbers
    plan.count = count
    plan.directions = directions
    plan.weights = weights
    plan.factorCount = factorCount
    return plan
  }
}

import Formulas
import Synchronization

/// Draws made so far: their sums, and their values or a sketch of them.
///
/// Whoever makes them, in whatever order and on how many cores, the numbers are the same.
public struct Simulation: Sendable {
  public let plan: SimulationPlan
  /// The leaves of the tree that were drawn.
  public internal(set) var leaves: Range<Int>
  public internal(set) var tree: SumTree
  // Copies share it: a draw is the same number whoever writes it.
  let kept: KeptMemory?
  /// A sketch of each output's values, where they are not.
  public internal(set) var sketches: [ValueSketch] = []

  /// Draws before anything is drawn.
  ///
  /// - Parameters:
  ///   - plan: what is drawn, and what is read of it.
  ///   - leaves: the part to draw; all of it where nothing else is said.
  public init(_ plan: SimulationPlan, leaves: Range<Int>? = nil) {
    self.plan = plan
    tree = SumTree(topLevel: plan.replicateLevel ?? .max)
    let all = leaves ?? 0..<plan.leafCount
    self.leaves = all.lowerBound..<all.lowerBound
    sketches = plan.keepsValues ? [] : plan.outputs.map { _ in ValueSketch() }
    kept = plan.keepsValues ? KeptMemory(plan.outputs.count, plan.draws(of: all)) : nil
  }

  /// How many draws there are.
  public var draws: Int { range(leaves).count }

  /// Every value of each output, where they are kept.
  public var values: [[Double]] {
    kept.map { kept in plan.outputs.indices.map { Array(kept.values($0, draws)) } } ?? []
  }

  func range(_ leaves: Range<Int>) -> Range<Int> { plan.draws(of: leaves) }

  /// Makes the draws of the next leaves.
  ///
  /// - Parameters:
  ///   - count: how many leaves further.
  ///   - crew: who draws; every crew draws the same.
  ///   - advance: told of draws that are done, from any thread.
  public mutating func draw(
    _ count: Int, by crew: Crew, advance: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    let next = leaves.upperBound..<leaves.upperBound + count
    // Spans are longer than leaves, since each begins with memory of its own to prepare.
    let spans = next.pieces(of: Self.span)
    let outputs = plan.outputs
    let counters = kept == nil ? CounterPool(outputs.count) : nil
    let reading = plan.reading(plan.drawn.columns(on: crew.engine), outputs: outputs)
    let work = SimulationWork(plan, reading, centres: centres(outputs), kept: kept, counters)
    let ranges = spans.map(self.range)
    let results = crew.map(spans.count) { index in
      defer { advance(ranges[index].count) }
      return work.draw(ranges[index], engine: crew.engine)
    }
    for (span, all) in zip(spans, results) {
      for (leaf, sums) in zip(span, all) {
        tree.append(SumTree.Node(level: 0, index: leaf, sums: sums))
      }
    }
    leaves = leaves.lowerBound..<next.upperBound
    if let counters {
      for counter in counters.all {
        for output in outputs.indices { sketches[output].add(counter[output].sketch) }
      }
    }
  }

  /// Leaves that one piece of work takes.
  static let span = 16

  /// What powers are taken about: the figures without chance.
  func centres(_ outputs: [String]) -> [Double] {
    let base = plan.values
    return outputs.map { base[$0]?.value ?? 0 }
  }
}

/// Counters that workers take and give back, as many as work at once.
final class CounterPool: Sendable {
  private let outputs: Int
  private struct State {
    var free: [[SketchCounter]] = []
    var all: [[SketchCounter]] = []
  }
  nonisolated(unsafe) private var state = State()
  private let lock = Mutex(())

  init(_ outputs: Int) { self.outputs = outputs }

  func take() -> [SketchCounter] {
    lock.withLock { _ in
      if let counters = state.free.popLast() { return counters }
      let counters = (0..<outputs).map { _ in SketchCounter() }
      state.all.append(counters)
      return counters
    }
  }

  func giveBack(_ counters: [SketchCounter]) {
    lock.withLock { _ in state.free.append(counters) }
  }

  var all: [[SketchCounter]] { lock.withLock { _ in state.all } }
}

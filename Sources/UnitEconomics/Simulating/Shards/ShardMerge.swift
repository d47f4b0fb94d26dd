/// Shards of one simulation, put together in whatever order they come.
///
/// Counts of sketches are added as they come, so that many shards need no more memory than one; sums
/// and values wait for their neighbours, whose order they have to keep.
public struct ShardMerge: Sendable {
  public let origin: SimulationShard.Origin
  private var parts: [Int: Part] = [:]
  private var sketches: [ValueSketch]

  private struct Part {
    let nodes: [SumTree.Node]
    let values: [[Double]]
  }

  public init(_ origin: SimulationShard.Origin) {
    self.origin = origin
    sketches = origin.keepsValues ? [] : origin.outputs.map { _ in ValueSketch() }
  }

  /// Whether a shard is there.
  public func has(_ number: ShardNumber) -> Bool { parts[number.number] != nil }

  /// Takes a shard of the same origin that is not yet there.
  public mutating func add(_ shard: SimulationShard) {
    precondition(shard.origin == origin && !has(shard.number))
    parts[shard.number.number] = Part(nodes: shard.nodes, values: shard.values)
    for (output, sketch) in shard.sketches.enumerated() { sketches[output].add(sketch) }
  }

  /// The numbers of shards that are not there, neighbours together.
  public var missing: [ClosedRange<Int>] {
    var missing: [ClosedRange<Int>] = []
    for number in 1...origin.shards where parts[number] == nil {
      if let last = missing.last, last.upperBound == number - 1 {
        missing[missing.count - 1] = last.lowerBound...number
      } else {
        missing.append(number...number)
      }
    }
    return missing
  }

  /// All draws, as if they had been made at once.
  ///
  /// - Parameter plan: the plan that the shards are of.
  /// - Returns: nil where a shard's sums are not parts of this plan's tree.
  public consuming func simulation(_ plan: SimulationPlan) -> Simulation? {
    var simulation = Simulation(plan)
    var draw = 0
    for number in 1...origin.shards {
      guard let part = parts.removeValue(forKey: number) else { return nil }
      for node in part.nodes {
        guard node.level <= simulation.tree.topLevel else { return nil }
        simulation.tree.append(node)
      }
      guard let kept = simulation.kept else { continue }
      let count = part.values.first?.count ?? 0
      guard draw + count <= plan.draws else { return nil }
      for output in part.values.indices { kept.keep(output, draw, part.values[output]) }
      draw += count
    }
    simulation.leaves = 0..<plan.leafCount
    simulation.sketches = sketches
    return simulation
  }
}

import Formulas
import Machine
import TestSupport
import Testing

@testable import UnitEconomics

@Suite("Shards put together are the draws made at once")
struct ShardMergeTests {
  private static func plan(
    _ sampling: Sampling, draws: Int, keepsValues: Bool
  ) throws -> SimulationPlan {
    var uncertain = scenario()
    for path in ["humanReview.rate", "outcomes.wrongResult"] {
      let input = try #require(uncertain.inputs[path])
      let around = Distribution(.uniform(low: 0.7 * input.value, high: 1.4 * input.value))
      uncertain.inputs.append(
        Input(
          path, input.sentence, input.value, input.unit, in: input.domain,
          uncertainty: Uncertainty(around)))
    }
    return try SimulationPlan(
      try CostModel(uncertain), figures: ["costPerCompletedTask", "tsr"], checks: [], seed: 9,
      draws: draws, sampling: sampling, keepsValues: keepsValues)
  }

  private static func shard(_ plan: SimulationPlan, _ number: ShardNumber) -> SimulationShard {
    let leaves = number.leaves(of: plan.leafCount)
    var simulation = Simulation(plan, leaves: leaves)
    // Shards are drawn on other machines, with other cores.
    simulation.draw(leaves.count, by: .alone(engine: .portable))
    let origin = SimulationShard.Origin(
      plan, program: "test", files: [], settings: [], shards: number.count)
    return SimulationShard(
      origin, number, leaves: leaves, nodes: simulation.tree.nodes, values: simulation.values,
      sketches: simulation.sketches)
  }

  @Test(
    "sums, values and sketches have the same bits, whatever order the shards come in",
    arguments: Sampling.allCases, [true, false])
  func same(sampling: Sampling, keepsValues: Bool) throws {
    let plan = try Self.plan(sampling, draws: 21_000, keepsValues: keepsValues)
    var whole = Simulation(plan)
    whole.draw(plan.leafCount, by: Machine.crew)
    var seed = Seed(3)
    for count in [1, 5, 40] {
      let numbers = (1...count).compactMap { ShardNumber($0, of: count) }.shuffled(using: &seed)
      let shards = numbers.map { Self.shard(plan, $0) }
      var merge = ShardMerge(shards[0].origin)
      for shard in shards {
        #expect(!merge.has(shard.number))
        merge.add(shard)
      }
      #expect(merge.missing.isEmpty)
      let merged = try #require(merge.simulation(plan))
      #expect(merged.leaves == whole.leaves && merged.draws == plan.draws)
      #expect(merged.tree == whole.tree)
      #expect(
        merged.values.map { $0.map(\.bitPattern) } == whole.values.map { $0.map(\.bitPattern) })
      #expect(merged.sketches == whole.sketches)
    }
  }

  @Test("shards share out all leaves, none twice, none a leaf longer than it must be")
  func partition() {
    for (all, count) in [(0, 3), (1, 64), (11, 4), (245, 64), (2_441_407, 1000)] {
      let parts = (1...count).map { ShardNumber($0, of: count)!.leaves(of: all) }
      #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == all)
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      #expect(parts.allSatisfy { all / count...all / count + 1 ~= $0.count })
    }
  }

  @Test("3/64 is a shard; 0/64, 65/64 and what is no number are none")
  func numbers() {
    #expect(ShardNumber("3/64")?.description == "3/64")
    for text in ["0/64", "65/64", "3", "3/", "/64", "1/0", "3/64/2", "a/b", "1/1000001", "-1/4"] {
      #expect(ShardNumber(text) == nil, "\(text)")
    }
  }

  @Test("what is missing is told as ranges")
  func missing() throws {
    let plan = try Self.plan(.random, draws: 20_000, keepsValues: true)
    let shards = (1...7).map { Self.shard(plan, ShardNumber($0, of: 7)!) }
    var merge = ShardMerge(shards[0].origin)
    for number in [2, 5, 6] { merge.add(shards[number - 1]) }
    #expect(merge.missing == [1...1, 3...4, 7...7])
    #expect(merge.simulation(plan) == nil)
  }
}

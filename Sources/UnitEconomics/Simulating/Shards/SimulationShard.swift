/// A part of a simulation's draws, as it travels from one machine to another.
public struct SimulationShard: Sendable {
  /// Of which simulation it is a part; shards of one simulation have this in common.
  public let origin: Origin
  public let number: ShardNumber
  public let leaves: Range<Int>
  public let nodes: [SumTree.Node]
  /// Every value of each output, where they are kept.
  public let values: [[Double]]
  /// A sketch of each output's values, where they are not.
  public let sketches: [ValueSketch]

  public init(
    _ origin: Origin, _ number: ShardNumber, leaves: Range<Int>, nodes: [SumTree.Node],
    values: [[Double]], sketches: [ValueSketch]
  ) {
    self.origin = origin
    self.number = number
    self.leaves = leaves
    self.nodes = nodes
    self.values = values
    self.sketches = sketches
  }

  /// All that decides what a simulation draws.
  public struct Origin: Sendable, Equatable {
    /// The program and its version: another one may round otherwise.
    public var program: String
    /// The SHA-256 of the scenario and of what it reads.
    public var files: [String]
    public var settings: [String]
    public var stress: String?
    public var seed: UInt64
    public var draws: Int
    public var sampling: Sampling
    public var keepsValues: Bool
    /// The figures that were asked for, and those that are followed, which checks add to.
    public var figures: [String]
    public var outputs: [String]
    public var checks: [String]
    /// How many shards there are.
    public var shards: Int

    public init(
      program: String, files: [String], settings: [String], stress: String?, seed: UInt64,
      draws: Int, sampling: Sampling, keepsValues: Bool, figures: [String], outputs: [String],
      checks: [String], shards: Int
    ) {
      self.program = program
      self.files = files
      self.settings = settings
      self.stress = stress
      self.seed = seed
      self.draws = draws
      self.sampling = sampling
      self.keepsValues = keepsValues
      self.figures = figures
      self.outputs = outputs
      self.checks = checks
      self.shards = shards
    }
  }
}

extension SimulationShard.Origin {
  /// How many leaves all draws are.
  public var leafCount: Int { (draws + SumTree.leafSize - 1) / SumTree.leafSize }

  /// The draws of some leaves; the last leaf of all may be shorter.
  public func draws(of leaves: Range<Int>) -> Int {
    let size = SumTree.leafSize
    return min(leaves.upperBound * size, draws) - min(leaves.lowerBound * size, draws)
  }

  /// The origin of a plan's shards.
  public init(
    _ plan: SimulationPlan, program: String, files: [String], settings: [String], shards: Int
  ) {
    self.init(
      program: program, files: files, settings: settings, stress: plan.stress, seed: plan.seed,
      draws: plan.draws, sampling: plan.sampling, keepsValues: plan.keepsValues,
      figures: plan.figures, outputs: plan.outputs, checks: plan.checks.map(\.name), shards: shards)
  }

  /// What two origins do not have in common, told of each in words for a reader.
  public func difference(from other: Self) -> (what: String, own: String, other: String)? {
    zip(facts, other.facts).first { $0.text != $1.text }.map { ($0.what, $0.text, $1.text) }
  }

  private var facts: [(what: String, text: String)] {
    func list(_ texts: [String]) -> String {
      texts.isEmpty ? "nothing" : texts.joined(separator: ", ")
    }
    return [
      ("program", program), ("scenario's SHA-256", list(files)), ("--set", list(settings)),
      ("--under", stress ?? "nothing"), ("--seed", String(seed)), ("--draws", String(draws)),
      ("--sampling", sampling.rawValue), ("--quantiles", keepsValues ? "exact" : "sketch"),
      ("--figure", list(figures)), ("figures", list(outputs)), ("checks", list(checks)),
      ("number of shards", String(shards)),
    ]
  }
}

import UnitEconomics

/// Reads a shard, and believes nothing of it that would make a wrong answer or none.
struct ShardReader {
  let root: ShardFields
  /// What the member `format` is.
  static let format = "unitecon shard"

  /// The most draws of a simulation, with what stratified sampling may add.
  private static let mostDraws = 1 << 41

  init(_ root: JSONNode) throws(FileProblem) {
    guard case .object(let members) = root.value,
      case .string(Self.format) = members.first(where: { $0.key == "format" })?.value.value
    else { throw FileProblem(diagnostic: Wording.notAShard(at: root.span)) }
    self.root = try ShardFields(root, "the shard")
    let version = try self.root.count("version", in: 1...1_000_000)
    guard version == 1 else {
      let place = try self.root.node("version").span
      throw FileProblem(diagnostic: Wording.newerShard(String(version), at: place))
    }
  }

  func shard() throws(FileProblem) -> SimulationShard {
    let origin = try origin()
    guard
      let number = ShardNumber(try root.count("shard", in: 1...origin.shards), of: origin.shards)
    else { throw root.damaged("shard", "a shard's number") }
    let leaves = number.leaves(of: origin.leafCount)
    let stated = try root.list("leaves", of: 2)
    for (node, end) in zip(stated, [leaves.lowerBound, leaves.upperBound])
    where try ShardFields.count(node, "leaves", 0...Self.mostDraws) != end {
      throw root.damaged(
        "leaves", "what shard \(number) draws, \([leaves.lowerBound, leaves.upperBound])")
    }
    let draws = origin.draws(of: leaves)
    let nodes = try nodes(origin, leaves)
    let outputs = origin.outputs.count
    var defined = [Int](repeating: 0, count: outputs)
    for node in nodes {
      for output in 0..<outputs { defined[output] += Int(node.sums.figures[output].defined) }
    }
    var values: [[Double]] = []
    var sketches: [ValueSketch] = []
    for (output, node) in try root.list("values", of: origin.keepsValues ? outputs : 0).enumerated()
    {
      values.append(try Self.values(node, draws, defined: defined[output]))
    }
    for (output, node) in try root.list("cells", of: origin.keepsValues ? 0 : outputs).enumerated()
    {
      sketches.append(try Self.sketch(node, defined: defined[output]))
    }
    return SimulationShard(
      origin, number, leaves: leaves, nodes: nodes, values: values, sketches: sketches)
  }

  private func origin() throws(FileProblem) -> SimulationShard.Origin {
    let scenario = try root.fields("scenario")
    var files: [String] = []
    for node in try scenario.list("files") {
      files.append(try ShardFields(node, "files").text("sha256"))
    }
    guard let seed = UInt64(try root.text("seed")) else {
      throw root.damaged("seed", "a whole number")
    }
    guard let sampling = Sampling(rawValue: try root.text("sampling")) else {
      throw root.damaged("sampling", "a way of sampling")
    }
    let quantiles = try root.text("quantiles")
    guard ["exact", "sketch"].contains(quantiles) else {
      throw root.damaged("quantiles", "exact or sketch")
    }
    let outputs = try root.texts("outputs")
    guard !outputs.isEmpty else { throw root.damaged("outputs", "a list of figures") }
    return SimulationShard.Origin(
      program: try root.text("program"), files: files, settings: try scenario.texts("settings"),
      stress: try scenario.optionalText("stress"), seed: seed,
      draws: try root.count("draws", in: 1...Self.mostDraws), sampling: sampling,
      keepsValues: quantiles == "exact", figures: try root.texts("figures"), outputs: outputs,
      checks: try root.texts("checks"),
      shards: try root.count("of", in: 1...ShardNumber.mostParts))
  }
}

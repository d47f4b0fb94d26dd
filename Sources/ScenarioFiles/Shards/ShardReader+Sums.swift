import UnitEconomics

extension ShardReader {
  /// The parts of the sums' tree, which follow one another over all leaves of the shard.
  func nodes(
    _ origin: SimulationShard.Origin, _ leaves: Range<Int>
  ) throws(FileProblem) -> [SumTree.Node] {
    var nodes: [SumTree.Node] = []
    var next = leaves.lowerBound
    for node in try root.list("tree") {
      let fields = try ShardFields(node, "tree")
      let level = try fields.count("level", in: 0...40)
      let index = try fields.count("index", in: 0...1 << 40)
      guard index <= leaves.upperBound >> level, index << level == next else {
        throw fields.damaged("index", "the part of the tree that comes next")
      }
      // The last leaf of all stands alone, however short it is.
      let end = next + 1 << level
      guard end <= leaves.upperBound else {
        throw fields.damaged("level", "within the shard's leaves")
      }
      let sums = try sums(fields, origin, draws: origin.draws(of: next..<end))
      nodes.append(SumTree.Node(level: level, index: index, sums: sums))
      next = end
    }
    guard next == leaves.upperBound else { throw root.damaged("tree", "sums of all its leaves") }
    return nodes
  }

  private func sums(
    _ fields: ShardFields, _ origin: SimulationShard.Origin, draws: Int
  ) throws(FileProblem) -> DrawLeaf {
    var leaf = DrawLeaf(figures: origin.outputs.count, checks: origin.checks.count)
    leaf.draws = try fields.count("draws", in: draws...draws)
    leaf.anyFailure = try fields.count("anyFailure", in: 0...draws)
    for (check, node) in try fields.list("failures", of: origin.checks.count).enumerated() {
      leaf.failures[check] = try ShardFields.count(node, "failures", 0...draws)
    }
    let size = 8
    guard let numbers = BitText.numbers(try fields.text("sums")),
      numbers.count == size * origin.outputs.count
    else { throw fields.damaged("sums", "\(size * origin.outputs.count) numbers in base64") }
    for output in origin.outputs.indices {
      let own = Array(numbers[output * size..<(output + 1) * size])
      var sums = DrawSums()
      (sums.defined, sums.undefined, sums.least, sums.most) = (own[0], own[1], own[6], own[7])
      sums.powers = SIMD4(own[2], own[3], own[4], own[5])
      // Means and intervals are worked out from these without being looked at again.
      guard (0...Double(draws)).contains(own[0]), own[0] == own[0].rounded(),
        own[0] + own[1] == Double(draws), own[2].isFinite, !own[3].isNaN
      else { throw fields.damaged("sums", "sums of its draws") }
      leaf.figures[output] = sums
    }
    return leaf
  }

  /// Every value of one output; those that are not numbers are draws without one.
  static func values(
    _ node: JSONNode, _ draws: Int, defined: Int
  ) throws(FileProblem) -> [Double] {
    guard case .string(let text) = node.value, let values = BitText.numbers(text),
      values.count == draws
    else { throw ShardFields.damaged("values", "\(draws) numbers in base64", node) }
    var found = 0
    for value in values where !value.isNaN {
      guard value.isFinite else { throw ShardFields.damaged("values", "finite", node) }
      found += 1
    }
    guard found == defined else {
      throw ShardFields.damaged("values", "as many as the tree has summed", node)
    }
    return values
  }

  /// How many values of one output lie where.
  static func sketch(_ node: JSONNode, defined: Int) throws(FileProblem) -> ValueSketch {
    guard case .array(let runs) = node.value else {
      throw ShardFields.damaged("cells", "a list of runs", node)
    }
    var sketch = ValueSketch()
    var (next, found) = (0, 0)
    for run in runs {
      guard case .array(let numbers) = run.value, let first = numbers.first else {
        throw ShardFields.damaged("cells", "a list of runs", run)
      }
      let start = try ShardFields.count(first, "cells", next...ValueSketch.cellCount)
      next = start
      for number in numbers.dropFirst() {
        guard ValueSketch.isFinite(cell: next) else {
          throw ShardFields.damaged("cells", "a run of cells of numbers", run)
        }
        let count = try ShardFields.count(number, "cells", 1...max(1, defined))
        sketch.add(count, to: next)
        found += count
        next += 1
      }
    }
    guard found == defined else {
      throw ShardFields.damaged("cells", "as many as the tree has summed", node)
    }
    return sketch
  }
}

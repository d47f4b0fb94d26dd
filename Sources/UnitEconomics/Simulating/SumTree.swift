/// Sums of neighbouring stretches, added in pairs as they stand in one tree over all draws.
///
/// Floating-point sums depend on their order. Here the order is that of the tree, whoever adds, and in
/// how many shards: a shard keeps what it cannot yet add to its neighbour.
public struct SumTree: Sendable, Equatable {
  /// How many draws are one leaf of the tree.
  public static let leafSize = 4096

  /// A complete part of the tree: leaves from `index << level` on, as many as 2 to the power of `level`.
  public struct Node: Sendable, Equatable {
    public let level: Int
    public let index: Int
    public var sums: DrawLeaf

    public init(level: Int, index: Int, sums: DrawLeaf) {
      self.level = level
      self.index = index
      self.sums = sums
    }
  }

  /// From left to right, none beside its sibling.
  public private(set) var nodes: [Node] = []
  /// Parts that are so large stay apart, because the spread between them is asked for.
  public let topLevel: Int

  public init(topLevel: Int = .max) { self.topLevel = topLevel }

  /// Adds the leaf, or the part of the tree, that comes next.
  public mutating func append(_ node: Node) {
    var node = node
    while let last = nodes.last, node.level < topLevel, last.level == node.level,
      last.index == node.index - 1, last.index & 1 == 0
    {
      var sums = nodes.removeLast().sums
      sums.add(node.sums)
      node = Node(level: node.level + 1, index: node.index / 2, sums: sums)
    }
    nodes.append(node)
  }

  /// Everything together.
  public func total(figures: Int, checks: Int) -> DrawLeaf {
    // From the right, where the parts are smallest: the order is that of the draws' number alone.
    guard var sum = nodes.last?.sums else { return DrawLeaf(figures: figures, checks: checks) }
    for node in nodes.dropLast().reversed() {
      var left = node.sums
      left.add(sum)
      sum = left
    }
    return sum
  }
}

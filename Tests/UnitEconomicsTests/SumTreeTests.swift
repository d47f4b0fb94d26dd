import Testing

@testable import UnitEconomics

@Suite("Sums stand in one tree over all draws, whoever adds them")
struct SumTreeTests {
  /// A leaf whose sums show rounding wherever the order of addition differs.
  private static func leaf(_ index: Int) -> SumTree.Node {
    var leaf = DrawLeaf(figures: 1, checks: 1)
    leaf.draws = SumTree.leafSize
    leaf.figures[0].defined = Double(SumTree.leafSize)
    leaf.figures[0].powers = SIMD4(0.1, 1 / 3.0, 1e-17, 1e16) * Double(index * index + 1)
    leaf.failures[0] = index
    return SumTree.Node(level: 0, index: index, sums: leaf)
  }

  private static func tree(_ leaves: Range<Int>) -> SumTree {
    var tree = SumTree()
    for index in leaves { tree.append(leaf(index)) }
    return tree
  }

  @Test("any split gives the tree of the whole", arguments: [1, 2, 3, 7, 8, 64, 100, 101])
  func split(count: Int) {
    let whole = Self.tree(0..<count)
    for cut in stride(from: 0, through: count, by: max(1, count / 9)) {
      var joined = Self.tree(0..<cut)
      for node in Self.tree(cut..<count).nodes { joined.append(node) }
      #expect(joined == whole)
      #expect(
        joined.total(figures: 1, checks: 1) == whole.total(figures: 1, checks: 1))
    }
  }

  @Test("a whole power of two is one node, and counts are counts")
  func levels() {
    let tree = Self.tree(0..<64)
    #expect(tree.nodes.map(\.level) == [6])
    let total = tree.total(figures: 1, checks: 1)
    #expect(total.draws == 64 * SumTree.leafSize)
    #expect(total.failures == [64 * 63 / 2])
    #expect(Self.tree(0..<13).nodes.map(\.level) == [3, 2, 0])
    #expect(SumTree().total(figures: 2, checks: 1) == DrawLeaf(figures: 2, checks: 1))
  }

  @Test("parts as large as a replicate stay apart")
  func replicates() {
    var tree = SumTree(topLevel: 2)
    for index in 0..<16 { tree.append(Self.leaf(index)) }
    #expect(tree.nodes.map(\.level) == [2, 2, 2, 2])
    #expect(tree.nodes.map(\.index) == [0, 1, 2, 3])
  }

  @Test("sums of values pass over those that are not numbers, and count them")
  func undefined() {
    var sums = DrawSums()
    sums.add([1, .nan, 4, 7, .nan], 5, about: 2)
    #expect(sums.defined == 3 && sums.undefined == 2)
    #expect(sums.powers == SIMD4(6, 30, 132, 642))
    #expect(sums.least == 1 && sums.most == 7)
  }
}

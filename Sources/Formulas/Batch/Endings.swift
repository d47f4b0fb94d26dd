/// The nodes that nobody asks for after each node, in their own order.
struct Endings {
  /// By their last use.
  private var nodes: [Int32]
  /// Where those of a use begin.
  private var starts: [Int32]

  /// - Parameters:
  ///   - nodes: in rising order.
  ///   - lastUse: by the position of a node.
  init(_ nodes: [Int], lastUse: [Int32]) {
    starts = Array(repeating: 0, count: lastUse.count + 1)
    for node in nodes { starts[Int(lastUse[node]) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    self.nodes = Array(repeating: 0, count: nodes.count)
    for node in nodes {
      let use = Int(lastUse[node])
      self.nodes[Int(next[use])] = Int32(node)
      next[use] += 1
    }
  }

  func after(_ position: Int) -> ArraySlice<Int32> {
    nodes[Int(starts[position])..<Int(starts[position + 1])]
  }
}

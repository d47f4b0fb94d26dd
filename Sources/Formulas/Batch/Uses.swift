/// Who asks for the nodes of a group, and until when.
struct Uses {
  /// Whether a node is a product that is worked out inside the one sum that asks for it.
  let isInSum: [Bool]
  /// The nodes that nobody asks for after a node.
  let endings: Endings

  /// - Parameters:
  ///   - members: the nodes of the group in rising order.
  ///   - kept: nodes that are asked for to the end.
  init(_ dependence: Dependence, _ members: [Int], kept: Set<Int>) {
    let count = dependence.graph.nodes.count
    var isInSum = [Bool](repeating: false, count: count)
    var isOwn = isInSum
    var isKept = isInSum
    for position in members { isOwn[position] = true }
    for position in kept { isKept[position] = true }
    // How often a node is asked for, by whom last looked at, and after which node no more.
    var useCount = [Int32](repeating: 0, count: count)
    var user = [Int32](repeating: -1, count: count)
    var lastUse = user
    var hasProduct = isInSum
    for position in members.reversed() {
      if useCount[position] == 1, !isKept[position], dependence.isPlainProduct(position) {
        let user = Int(user[position])
        // A product of a product has three factors at the most.
        let isFactor = isInSum[user] && !hasProduct[user]
        if dependence.graph.nodes[user].operation.isSum || isFactor {
          isInSum[position] = true
          if isFactor {
            hasProduct[user] = true
            hasProduct[position] = true
          }
        }
      }
      if lastUse[position] < 0 { lastUse[position] = Int32(position) }
      guard dependence.move(position) == nil else { continue }
      // What a product inside a sum asks for is asked for where the sum stands.
      let use = isInSum[position] ? lastUse[position] : Int32(position)
      for operand in dependence.operands(position) where isOwn[Int(operand)] {
        useCount[Int(operand)] += 1
        user[Int(operand)] = Int32(position)
        lastUse[Int(operand)] = max(lastUse[Int(operand)], use)
      }
    }
    self.isInSum = isInSum
    endings = Endings(members.filter { !isKept[$0] }, lastUse: lastUse)
  }
}

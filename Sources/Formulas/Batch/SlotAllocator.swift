/// Gives each node of a group a block of memory, and the same block again to a later node once nobody
/// asks for the earlier one: what is in use stays small enough for the processor's own memory.
struct SlotAllocator {
  private var slots: [Int: Int] = [:]
  private var free: [Int] = []
  private var endings: [Int: [Int]] = [:]
  private(set) var count = 0

  /// - Parameter kept: nodes whose blocks are never handed on.
  init(_ graph: FormulaGraph, _ meaning: [Int], _ members: [Int], kept: Set<Int>) {
    let own = Set(members)
    var lastUse: [Int: Int] = [:]
    for position in members {
      lastUse[position] = lastUse[position] ?? position
      for operand in graph.operands(of: position) where own.contains(meaning[Int(operand)]) {
        lastUse[meaning[Int(operand)]] = position
      }
    }
    for (node, use) in lastUse where !kept.contains(node) { endings[use, default: []].append(node) }
  }

  subscript(node: Int) -> Int? { slots[node] }

  /// A block that no other node gets.
  mutating func permanent(_ node: Int) -> Int {
    slots[node] = count
    count += 1
    return count - 1
  }

  /// A block for a node of the group.
  mutating func place(_ node: Int) -> Int {
    if let slot = free.popLast() {
      slots[node] = slot
      return slot
    }
    return permanent(node)
  }

  /// Hands on the blocks that nobody asks for after a node.
  mutating func release(after node: Int) {
    for ended in (endings[node] ?? []).sorted() {
      if let slot = slots[ended] { free.append(slot) }
    }
  }
}

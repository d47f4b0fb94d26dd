/// Which step of the graph a node became; nodes are told apart by identity.
///
/// A model has a thousand nodes and a run may build a thousand models, so this is a plain table of
/// open addresses: a dictionary's hashing would be a fifth of the work of a whole run.
struct NodeTable {
  private var keys = [UInt](repeating: 0, count: 4096)
  private var positions = [Int32](repeating: -1, count: 4096)
  private var count = 0

  subscript(node: FormulaNode) -> Int32? {
    get {
      let slot = slot(of: address(node))
      return keys[slot] == 0 ? nil : positions[slot]
    }
    set {
      guard let newValue else { return }
      if count * 2 >= keys.count { grow() }
      let slot = slot(of: address(node))
      if keys[slot] == 0 { count += 1 }
      keys[slot] = address(node)
      positions[slot] = newValue
    }
  }

  private func address(_ node: FormulaNode) -> UInt {
    UInt(bitPattern: Unmanaged.passUnretained(node).toOpaque())
  }

  private func slot(of key: UInt) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: mixed(UInt64(key))) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, positions).filter { $0.0 != 0 }
    keys = [UInt](repeating: 0, count: keys.count * 2)
    positions = [Int32](repeating: -1, count: keys.count)
    for (key, position) in old {
      let slot = slot(of: key)
      keys[slot] = key
      positions[slot] = position
    }
  }
}

/// Where a step equal to another stands: the same operation on the same operands.
///
/// The number or name must be the same too; the unit is no part of it, since equal operations count
/// the same thing, but for inputs: one that is read in two units is two inputs of one name.
struct ShapeTable {
  private var positions = [Int32](repeating: -1, count: 4096)
  /// What each step was placed by: two steps of unequal hashes need no closer look.
  private var hashes = [Int](repeating: 0, count: 4096)
  private var count = 0

  /// Where a node belongs: its slot and its hash.
  struct Place {
    let slot: Int
    fileprivate let hash: Int
  }

  subscript(place: Place) -> Int32? { positions[place.slot] < 0 ? nil : positions[place.slot] }

  mutating func keep(_ position: Int32, at place: Place) {
    positions[place.slot] = position
    hashes[place.slot] = place.hash
    count += 1
  }

  /// The place that holds a step equal to the node, or the free one where it belongs.
  ///
  /// - Parameter operands: where the node's operands stand among those of the graph.
  mutating func place(
    of node: FormulaNode, operands: Range<Int>, in graph: FormulaGraph
  ) -> Place {
    if count * 2 >= positions.count { grow() }
    let mask = positions.count - 1
    let hash = hash(node, graph.operands[operands])
    var slot = hash & mask
    while positions[slot] >= 0 {
      if hashes[slot] == hash, graph.isEqual(node, operands, at: Int(positions[slot])) { break }
      slot = (slot + 1) & mask
    }
    return Place(slot: slot, hash: hash)
  }

  private mutating func grow() {
    let (old, oldHashes) = (positions, hashes)
    positions = [Int32](repeating: -1, count: old.count * 2)
    hashes = [Int](repeating: 0, count: positions.count)
    let mask = positions.count - 1
    for index in old.indices where old[index] >= 0 {
      var slot = oldHashes[index] & mask
      while positions[slot] >= 0 { slot = (slot + 1) & mask }
      positions[slot] = old[index]
      hashes[slot] = oldHashes[index]
    }
  }

  private func hash(_ node: FormulaNode, _ operands: ArraySlice<Int32>) -> Int {
    let operation = node.operation
    var hash = mixed(node.number.bitPattern ^ UInt64(operation.rawValue) << 56)
    for operand in operands { hash = mixed(hash ^ UInt64(UInt32(bitPattern: operand))) }
    if operation.isNamedByItself, let label = node.label {
      // What is undefined has no path; without its sentence all of them would share one slot.
      for byte in (label.path.isEmpty ? label.sentence : label.path).utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      hash = mixed(hash)
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}

extension FormulaGraph {
  /// Whether a node is the step that stands at a position.
  fileprivate func isEqual(_ node: FormulaNode, _ own: Range<Int>, at position: Int) -> Bool {
    let other = step(position)
    guard other.operation == node.operation, other.number.bitPattern == node.number.bitPattern,
      other.operands.count == own.count
    else { return false }
    for (first, second) in zip(other.operands, own) where operands[first] != operands[second] {
      return false
    }
    return (!node.operation.isNamedByItself || nodes[position].label == node.label)
      && (node.operation != .input || nodes[position].unit == node.unit)
  }
}

extension Operation {
  /// Whether two of them can differ by their names alone: 1 seat is not every 1 of the model.
  fileprivate var isNamedByItself: Bool {
    self == .input || self == .undefined || self == .constant
  }
}

/// Spreads all bits of a number over all others.
private func mixed(_ value: UInt64) -> UInt64 {
  var value = value &* 0x9E37_79B9_7F4A_7C15
  value ^= value >> 32
  value = value &* 0xD6E8_FEB8_6659_FD93
  return value ^ value >> 32
}

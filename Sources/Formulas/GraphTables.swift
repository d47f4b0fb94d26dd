/// Which step of the graph a node became; nodes are told apart by identity.
///
/// A model has a thousand nodes and a run may build a thousand models, so this is a plain table of
/// open addresses: a dictionary's hashing would be a fifth of the work of a whole run.
struct NodeTable {
  private struct Slot {
    /// The node's address; 0 where the slot is free.
    var key: UInt = 0
    var position: Int32 = 0
  }

  private var slots: [Slot]
  private var count = 0

  /// - Parameter count: of the nodes that are to be expected.
  init(expecting count: Int) {
    slots = Array(repeating: Slot(), count: max(64, 2 * count).nextPowerOf2)
  }

  subscript(node: FormulaNode) -> Int32? {
    get {
      let slot = slots[slot(of: address(node))]
      return slot.key == 0 ? nil : slot.position
    }
    set {
      guard let newValue else { return }
      if count * 2 >= slots.count { grow() }
      let key = address(node)
      let slot = slot(of: key)
      if slots[slot].key == 0 { count += 1 }
      slots[slot] = Slot(key: key, position: newValue)
    }
  }

  private func address(_ node: FormulaNode) -> UInt {
    UInt(bitPattern: Unmanaged.passUnretained(node).toOpaque())
  }

  private func slot(of key: UInt) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: mixed(UInt64(key))) & mask
    while slots[slot].key != 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for entry in old where entry.key != 0 { slots[slot(of: entry.key)] = entry }
  }
}

/// Where a step equal to another stands: the same operation on the same operands.
///
/// The number or name must be the same too; the unit is no part of it, since equal operations count
/// the same thing, but for inputs: one that is read in two units is two inputs of one name.
struct ShapeTable {
  private struct Slot {
    /// Less than 0 where the slot is free.
    var position: Int32 = -1
    /// What the step was placed by: two steps of unequal hashes need no closer look.
    var hash: UInt32 = 0
  }

  private var slots: [Slot]
  private var count = 0

  /// Where a node belongs: its slot and its hash.
  struct Place {
    let slot: Int
    fileprivate let hash: UInt32
  }

  /// - Parameter count: of the steps that are to be expected.
  init(expecting count: Int) {
    slots = Array(repeating: Slot(), count: max(64, 2 * count).nextPowerOf2)
  }

  subscript(place: Place) -> Int32? {
    let position = slots[place.slot].position
    return position < 0 ? nil : position
  }

  mutating func keep(_ position: Int32, at place: Place) {
    slots[place.slot] = Slot(position: position, hash: place.hash)
    count += 1
  }

  /// The place that holds a step equal to the node, or the free one where it belongs.
  ///
  /// - Parameter operands: where the node's operands stand among those of the graph.
  mutating func place(
    of node: FormulaNode, operands: Range<Int>, in graph: FormulaGraph
  ) -> Place {
    if count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    let hash = hash(node, graph.operands[operands])
    var slot = Int(hash) & mask
    while slots[slot].position >= 0 {
      let other = slots[slot]
      if other.hash == hash, graph.isEqual(node, operands, at: Int(other.position)) { break }
      slot = (slot + 1) & mask
    }
    return Place(slot: slot, hash: hash)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.position >= 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot].position >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  private func hash(_ node: FormulaNode, _ operands: ArraySlice<Int32>) -> UInt32 {
    let operation = node.operation
    var hash = mixed(node.number.bitPattern ^ UInt64(operation.rawValue) << 56)
    for operand in operands { hash = mixed(hash ^ UInt64(UInt32(bitPattern: operand))) }
    if operation.isNamedByItself, let label = node.label {
      // What is undefined has no path; without its sentence all of them would share one slot.
      hash = mixed(hash ^ (label.path.isEmpty ? label.sentence : label.path).spreadHash)
    }
    return UInt32(truncatingIfNeeded: hash)
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

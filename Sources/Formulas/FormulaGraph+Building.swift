extension FormulaGraph {
  /// The graph of everything that the wanted formulas rest on.
  ///
  /// - Throws: ``ModelFaults`` with all faults of units, and each name that two formulas carry.
  public init(_ wanted: [Formula]) throws(ModelFaults) {
    var builder = GraphBuilder()
    for formula in wanted { builder.add(formula.node) }
    guard builder.faults.isEmpty else { throw ModelFaults(faults: builder.faults) }
    self = builder.graph
  }
}

/// Puts formulas in order of evaluation, equal ones once.
private struct GraphBuilder {
  var graph = FormulaGraph()
  var faults: [UnitFault] = []
  private var placed: [ObjectIdentifier: Int32] = [:]
  private var positions: [Shape: Int32] = [:]

  /// What makes two nodes the same: the operation, its operands and its number or name.
  private struct Shape: Hashable {
    let operation: Operation
    let operands: [Int32]
    let bits: UInt64
    let unit: Unit
    let name: String
  }

  init() {
    graph.nodes.reserveCapacity(1024)
    graph.operands.reserveCapacity(2048)
    placed.reserveCapacity(1024)
    positions.reserveCapacity(1024)
  }

  /// Adds a node after all it rests on. A stack of our own, so that no depth overflows the thread's.
  mutating func add(_ root: FormulaNode) {
    var stack: [(node: FormulaNode, next: Int)] = [(root, 0)]
    while let (node, next) = stack.last {
      if placed[ObjectIdentifier(node)] != nil {
        stack.removeLast()
      } else if next < node.operands.count {
        stack[stack.count - 1].next += 1
        stack.append((node.operands[next], 0))
      } else {
        place(node)
        stack.removeLast()
      }
    }
  }

  private mutating func place(_ node: FormulaNode) {
    let operands = node.operands.map { placed[ObjectIdentifier($0)]! }
    if let fault = node.fault, !faults.contains(fault) { faults.append(fault) }
    let isNamedByItself = node.operation == .input || node.operation == .undefined
    let shape = Shape(
      operation: node.operation, operands: operands, bits: node.number.bitPattern,
      unit: node.unit,
      name: isNamedByItself ? node.label.map { $0.path + $0.sentence } ?? "" : "")
    if let position = positions[shape], admits(node.label, at: Int(position)) {
      placed[ObjectIdentifier(node)] = position
      return
    }
    let position = Int32(graph.nodes.count)
    let start = graph.operands.count
    graph.operands.append(contentsOf: operands)
    graph.nodes.append(
      .init(
        operation: node.operation, operandRange: start..<graph.operands.count,
        number: node.number, unit: node.unit, label: nil))
    if node.operation == .input { graph.inputs.append(Int(position)) }
    if positions[shape] == nil { positions[shape] = position }
    placed[ObjectIdentifier(node)] = position
    setLabel(node.label, at: Int(position))
  }

  /// Whether an equal node that stands already may serve for one with this label.
  private mutating func admits(_ label: Label?, at position: Int) -> Bool {
    guard let label, graph.nodes[position].label != label else { return true }
    guard graph.nodes[position].label == nil else { return false }
    setLabel(label, at: position)
    return true
  }

  private mutating func setLabel(_ label: Label?, at position: Int) {
    guard let label else { return }
    graph.nodes[position].label = label
    guard !label.path.isEmpty else { return }
    if graph.positions.updateValue(position, forKey: label.path) != nil {
      faults.append(UnitFault(description: "two formulas are named \(label.path)"))
    }
    graph.paths.append(label.path)
  }
}

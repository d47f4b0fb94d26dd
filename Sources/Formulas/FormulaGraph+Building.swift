extension FormulaGraph {
  /// The graph of everything that the wanted formulas rest on.
  ///
  /// - Throws: ``ModelFaults`` with all faults of units, and each name that two formulas carry.
  public init(_ wanted: [Formula]) throws(ModelFaults) {
    var builder = GraphBuilder(wanted.count)
    for formula in wanted { builder.add(formula.node) }
    guard builder.faults.isEmpty else { throw ModelFaults(faults: builder.faults) }
    self = builder.graph
  }

  /// The same graph with further formulas behind its own, which they refer to.
  ///
  ///     let revenue = graph.reference(to: "revenue")!, cost = graph.reference(to: "totalCost")!
  ///     let more = try graph.adding([(revenue - cost).named("profit")])
  ///
  /// Every reading of the graph reads them too. A point keeps its shape as long as all that they take
  /// as inputs are names of the graph.
  /// - Throws: ``ModelFaults`` as the graph's own building does.
  public func adding(_ formulas: [Formula]) throws(ModelFaults) -> FormulaGraph {
    var builder = GraphBuilder(after: self, formulas.count)
    for formula in formulas { builder.add(formula.node) }
    guard builder.faults.isEmpty else { throw ModelFaults(faults: builder.faults) }
    return builder.graph
  }

  /// What stands for one of its named formulas in those to be added; nil where it has none of the name.
  public func reference(to path: String) -> Formula? {
    positions[path].map { Formula.input(path, unit: nodes[$0].unit) }
  }
}

/// Puts formulas in order of evaluation, equal ones once.
private struct GraphBuilder {
  var graph = FormulaGraph()
  var faults: [UnitFault] = []
  private var placed: NodeTable
  private var shapes: ShapeTable
  /// What stands already under a name that formulas may refer to.
  private let known: PathTable
  /// The nodes on the way to the one that is placed next, and which of its operands each has reached.
  private var stack: [(node: Unmanaged<FormulaNode>, next: Int)] = []

  /// - Parameter count: of the named formulas that are to come; some steps go to each.
  init(_ count: Int) {
    known = PathTable()
    placed = NodeTable(expecting: max(1024, 2 * count))
    shapes = ShapeTable(expecting: max(1024, count))
    graph.nodes.reserveCapacity(max(1024, 3 * count))
    graph.operands.reserveCapacity(max(2048, 6 * count))
    graph.positions.reserveCapacity(count)
  }

  init(after graph: FormulaGraph, _ count: Int) {
    self.graph = graph
    known = graph.positions
    placed = NodeTable(expecting: 2 * count)
    shapes = ShapeTable(expecting: count)
    // What is to come finds its room in the one copy that is made anyway.
    self.graph.nodes.reserveCapacity(graph.nodes.count + 3 * count)
    self.graph.operands.reserveCapacity(graph.operands.count + 6 * count)
    self.graph.positions.reserveCapacity(graph.paths.count + count)
  }

  /// Adds a node after all it rests on, with a stack of our own, so that no depth overflows.
  mutating func add(_ root: FormulaNode) {
    guard placed[root] == nil else { return }
    // The root holds all that it rests on, so none of the stack need be counted.
    stack.append((.passUnretained(root), 0))
    while let (unretained, first) = stack.last {
      let node = unretained.takeUnretainedValue()
      // What stands already, as most shared operands do, is never put on the stack.
      var next = first
      while next < node.operandCount, placed[node.operand(next)] != nil { next += 1 }
      if next < node.operandCount {
        stack[stack.count - 1].next = next + 1
        stack.append((.passUnretained(node.operand(next)), 0))
      } else {
        place(node)
        stack.removeLast()
      }
    }
  }

  private mutating func place(_ node: FormulaNode) {
    if node.operation == .input, let position = node.label.flatMap({ known[$0.path] }) {
      placed[node] = Int32(position)
      return
    }
    if let fault = node.fault, !faults.contains(fault) { faults.append(fault) }
    let start = graph.operands.count
    for index in 0..<node.operandCount {
      graph.operands.append(placed[node.operand(index)]!)
    }
    let range = start..<graph.operands.count
    // A change of unit that changes no number is no step of its own.
    if node.operation == .same, node.label == nil {
      placed[node] = graph.operands.removeLast()
      return
    }
    let place = shapes.place(of: node, operands: range, in: graph)
    let equal = shapes[place]
    if let position = equal, admits(node, at: Int(position)) {
      graph.operands.removeSubrange(range)
      placed[node] = position
      return
    }
    let position = Int32(graph.nodes.count)
    graph.nodes.append(
      .init(
        operation: node.operation, operandRange: range, number: node.number, unit: node.unit,
        label: node.label))
    if node.operation == .input { graph.inputs.append(Int(position)) }
    if equal == nil { shapes.keep(position, at: place) }
    placed[node] = position
    if let label = node.label { keep(label, at: Int(position)) }
  }

  /// Whether an equal node that stands already may serve for this one, its name included.
  private mutating func admits(_ node: FormulaNode, at position: Int) -> Bool {
    guard let label = node.label else { return true }
    guard graph.nodes[position].label == nil else { return graph.nodes[position].label == label }
    graph.nodes[position].label = label
    graph.nodes[position].unit = node.unit
    keep(label, at: position)
    return true
  }

  /// Lets a formula be found by its name.
  private mutating func keep(_ label: Label, at position: Int) {
    guard !label.path.isEmpty, !graph.positions.insert(label.path, at: position) else { return }
    faults.append(UnitFault(description: "two formulas are named \(label.path)"))
  }
}

/// A model read again and again while a few inputs move and the others stand still.
///
/// Only formulas that rest on a moved input and that a wanted one rests on are worked out; the rest
/// are taken from the point around which the inputs move.
///
///     let reading = MovingReading(around: values, inputs: [3], outputs: ["grossMargin"])
///     reading.numbers([0.12])                   // the margin at 12 %, as the point reading has it
///     reading.bounds([Interval(0.08, 0.12)])    // all that the margin can be in between
public struct MovingReading: Sendable {
  private let graph: FormulaGraph
  private let outputs: [Int]
  /// The nodes of the moved inputs.
  private let moved: [Int]
  /// What is worked out, in order, and its nodes without their names, which would be retained each time.
  private let steps: [Int]
  private let nodes: [FormulaGraph.Node]
  private let numbers: [Double]
  private let intervals: [Interval]

  /// Prepares a model for the movement of a few inputs.
  ///
  /// - Parameters:
  ///   - values: the point at which all other inputs stay.
  ///   - inputs: the inputs that move, by their place in a point.
  ///   - outputs: the paths of the formulas to read; each must be in the graph.
  public init(around values: Values, inputs: [Int], outputs: [String]) {
    graph = values.graph
    self.outputs = outputs.map { values.graph.positions[$0]! }
    moved = inputs.map { values.graph.inputs[$0] }
    numbers = values.numbers
    intervals = values.numbers.map { $0.isNaN ? .nothing : Interval($0) }
    var moves = [Bool](repeating: false, count: graph.nodes.count)
    for position in moved { moves[position] = true }
    for position in graph.nodes.indices where !moves[position] {
      moves[position] = graph.operands(of: position).contains { moves[Int($0)] }
    }
    var isNeeded = [Bool](repeating: false, count: graph.nodes.count)
    for position in self.outputs { isNeeded[position] = true }
    for position in graph.nodes.indices.reversed() where isNeeded[position] && moves[position] {
      for operand in graph.operands(of: position) { isNeeded[Int(operand)] = true }
    }
    let steps = graph.nodes.indices.filter {
      moves[$0] && isNeeded[$0] && values.graph.nodes[$0].operation != .input
    }
    self.steps = steps
    nodes = steps.map { position in
      var node = values.graph.nodes[position]
      node.label = nil
      return node
    }
  }

  /// The wanted formulas where the moved inputs have these values; not a number where undefined.
  public func numbers(_ values: [Double]) -> [Double] {
    var numbers = numbers
    for (position, value) in zip(moved, values) { numbers[position] = value.orNothing }
    for (position, node) in zip(steps, nodes) {
      numbers[position] = graph.result(of: node, numbers)
    }
    return outputs.map { numbers[$0] }
  }

  /// Bounds on the wanted formulas while each moved input lies in its interval.
  public func bounds(_ box: [Interval]) -> [Interval] {
    var intervals = intervals
    for (position, interval) in zip(moved, box) { intervals[position] = interval }
    for (position, node) in zip(steps, nodes) {
      intervals[position] = graph.bounds(on: node, intervals)
    }
    return outputs.map { intervals[$0] }
  }
}

/// What each node of a graph depends on over a grid, and which nodes are needed.
struct Dependence {
  /// Tables of more numbers than this are not kept; what would need them is worked out where it is
  /// used.
  private static let largestTable = 8_000_000.0

  let graph: FormulaGraph
  /// The axes that each node depends on.
  private(set) var axes: [AxisSet]
  /// The node that stands for each: itself, or the one it always equals.
  private(set) var meaning: [Int]
  private(set) var isNeeded: [Bool]
  /// The axis and the values of each input that moves, by its node.
  private var moved: [Int: (axis: Int, source: Grid.Source)] = [:]
  private var isMoved: [Bool]
  /// The operands of all nodes, as the nodes that stand for them.
  private var meant: [Int32]
  private let intervals: [Interval]

  init(_ values: Values, _ grid: Grid, _ wanted: [Int]) {
    graph = values.graph
    axes = Array(repeating: .none, count: graph.nodes.count)
    meaning = Array(0..<graph.nodes.count)
    isNeeded = Array(repeating: false, count: graph.nodes.count)
    isMoved = isNeeded
    meant = graph.operands
    var box = graph.inputs.map { Interval(values.numbers[$0]) }
    for (axis, content) in grid.axes.enumerated() {
      for (input, source) in content.inputs {
        moved[graph.inputs[input]] = (axis, source)
        isMoved[graph.inputs[input]] = true
        box[input] = content.interval(source)
      }
    }
    let isReached = graph.reached(from: wanted)
    intervals = graph.bounds(over: box, of: isReached)
    spread(values, grid, isReached)
    need(wanted)
  }

  /// The operands of a node, as the nodes that stand for them.
  func operands(_ position: Int) -> ArraySlice<Int32> { meant[graph.nodes[position].operandRange] }

  /// The axis and the values of an input that moves; nil for any other node.
  func move(_ position: Int) -> (axis: Int, source: Grid.Source)? {
    isMoved[position] ? moved[position] : nil
  }

  /// Whether a node stands for itself, depends on an axis and is needed.
  func isWorkedOut(_ position: Int) -> Bool {
    isNeeded[position] && meaning[position] == position && axes[position] != .none
  }

  /// Whether plain arithmetic could differ from the point reading: where a result may be too large or
  /// a divisor 0, and where a comparison may meet what is not a number.
  func mustBeChecked(_ position: Int) -> Bool {
    switch graph.nodes[position].operation {
    case .minimum, .maximum, .isLess, .isAtMost:
      graph.operands(of: position).contains { intervals[Int($0)].canBeUndefined }
    case .select: intervals[Int(graph.operands(of: position).first!)].canBeUndefined
    default: !intervals[position].low.isFinite || !intervals[position].high.isFinite
    }
  }

  private mutating func spread(_ values: Values, _ grid: Grid, _ isReached: [Bool]) {
    let all = AxisSet.first(grid.axes.count)
    func count(_ set: AxisSet) -> Double {
      grid.axes.indices.filter(set.contains).reduce(1) { $0 * Double(grid.axes[$1].count) }
    }
    for position in graph.nodes.indices where isReached[position] {
      if let axis = move(position)?.axis {
        axes[position] = .one(axis)
        continue
      }
      let step = graph.step(position)
      for index in step.operands { meant[index] = Int32(meaning[Int(meant[index])]) }
      meaning[position] = standIn(step, at: position, values) ?? position
      if meaning[position] != position {
        axes[position] = axes[meaning[position]]
      } else {
        let union = step.operands.reduce(AxisSet.none) { $0.union(axes[Int(meant[$1])]) }
        axes[position] = union != .none && count(union) > Self.largestTable ? all : union
      }
    }
  }

  /// The operand that a step always equals, to the last bit.
  private func standIn(_ step: Step, at position: Int, _ values: Values) -> Int? {
    let operands = step.operands.map { Int(meant[$0]) }
    func isAlways(_ number: Double, _ index: Int) -> Bool {
      axes[operands[index]] == .none && values.numbers[operands[index]] == number
    }
    switch step.operation {
    case .same: return operands[0]
    case .select where axes[operands[0]] == .none && !values.numbers[operands[0]].isNaN:
      return values.numbers[operands[0]] != 0 ? operands[1] : operands[2]
    case .multiply where isAlways(1, 1): return operands[0]
    case .multiply where isAlways(1, 0): return operands[1]
    case .divide where isAlways(1, 1): return operands[0]
    case .minimum, .maximum:
      guard let operand = step.operation.chosen(operands.map { intervals[$0] }) else { return nil }
      // What rests on numbers alone is not worked out again: it is what it was around which the grid
      // lies, and that may be outside the grid.
      let chosen = operands[operand]
      let isSame = values.numbers[chosen].bitPattern == values.numbers[position].bitPattern
      return axes[chosen] != .none || isSame ? chosen : nil
    default: return nil
    }
  }

  private mutating func need(_ wanted: [Int]) {
    for position in wanted { isNeeded[meaning[position]] = true }
    for position in graph.nodes.indices.reversed() where isNeeded[position] {
      guard axes[position] != .none, !isMoved[position] else { continue }
      for operand in operands(position) { isNeeded[Int(operand)] = true }
    }
  }
}

extension Operation {
  /// Which of two numbers within bounds a minimum or a maximum always is; nil where that depends.
  fileprivate func chosen(_ bounds: [Interval]) -> Int? {
    let (a, b) = (bounds[0], bounds[1])
    guard a.isBounded, b.isBounded else { return nil }
    // Of two that are equal it is the first.
    switch self {
    case .minimum: return a.high <= b.low ? 0 : b.high < a.low ? 1 : nil
    case .maximum: return b.high <= a.low ? 0 : a.high < b.low ? 1 : nil
    default: return nil
    }
  }
}

extension FormulaGraph {
  /// Whether wanted nodes rest on a node, or it is one of them, by its position.
  func reached(from wanted: [Int]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: nodes.count)
    for position in wanted { isReached[position] = true }
    for position in nodes.indices.reversed() where isReached[position] {
      for operand in operands(of: position) { isReached[Int(operand)] = true }
    }
    return isReached
  }
}

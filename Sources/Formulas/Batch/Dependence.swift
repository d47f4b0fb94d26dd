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
  private(set) var moved: [Int: (axis: Int, source: Grid.Source)] = [:]
  private let intervals: [Interval]

  init(_ values: Values, _ grid: Grid, _ wanted: [Int]) {
    graph = values.graph
    axes = Array(repeating: .none, count: graph.nodes.count)
    meaning = Array(0..<graph.nodes.count)
    isNeeded = Array(repeating: false, count: graph.nodes.count)
    var box = graph.inputs.map { Interval(values.numbers[$0]) }
    for (axis, content) in grid.axes.enumerated() {
      for (input, source) in content.inputs {
        moved[graph.inputs[input]] = (axis, source)
        box[input] = content.interval(source)
      }
    }
    intervals = graph.bounds(over: box)
    spread(values, grid)
    need(wanted)
  }

  /// The operands of a node, as the nodes that stand for them.
  func operands(_ position: Int) -> [Int] { graph.operands(of: position).map { meaning[Int($0)] } }

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

  private mutating func spread(_ values: Values, _ grid: Grid) {
    let all = AxisSet.first(grid.axes.count)
    func count(_ set: AxisSet) -> Double {
      grid.axes.indices.filter(set.contains).reduce(1) { $0 * Double(grid.axes[$1].count) }
    }
    for position in graph.nodes.indices {
      if let axis = moved[position]?.axis {
        axes[position] = .one(axis)
        continue
      }
      let operands = operands(position)
      switch graph.nodes[position].operation {
      case .same: meaning[position] = operands[0]
      case .select where axes[operands[0]] == .none && !values.numbers[operands[0]].isNaN:
        meaning[position] = values.numbers[operands[0]] != 0 ? operands[1] : operands[2]
      default: break
      }
      if meaning[position] != position {
        axes[position] = axes[meaning[position]]
      } else {
        let union = operands.reduce(AxisSet.none) { $0.union(axes[$1]) }
        axes[position] = count(union) > Self.largestTable ? all : union
      }
    }
  }

  private mutating func need(_ wanted: [Int]) {
    for position in wanted { isNeeded[meaning[position]] = true }
    for position in graph.nodes.indices.reversed() where isNeeded[position] {
      guard axes[position] != .none, moved[position] == nil else { continue }
      for operand in graph.operands(of: position) { isNeeded[meaning[Int(operand)]] = true }
    }
  }
}

/// Sorts nodes into groups and gives them slots.
struct BatchBuilder {
  /// Tables of more numbers than this are not kept; what would need them is worked out where it is
  /// used.
  private static let largestTable = 8_000_000.0

  let graph: FormulaGraph
  let values: Values
  let grid: Grid
  var program = BatchProgram()
  /// What each node depends on.
  private var axes: [AxisSet]
  /// The node that stands for each: itself, or the one it always equals.
  private var meaning: [Int]
  private let intervals: [Interval]
  private var inputAxis: [Int: Int] = [:]
  private var tableOfNode: [Int: Int] = [:]
  private var needed: [Bool]
  private var wanted: Set<Int> = []

  init(_ graph: FormulaGraph, _ values: Values, _ grid: Grid) {
    self.graph = graph
    self.values = values
    self.grid = grid
    axes = Array(repeating: .none, count: graph.nodes.count)
    meaning = Array(0..<graph.nodes.count)
    needed = Array(repeating: false, count: graph.nodes.count)
    var box = graph.inputs.map { Interval(values.numbers[$0]) }
    for (axis, content) in grid.axes.enumerated() {
      for (input, source) in content.inputs {
        inputAxis[graph.inputs[input]] = axis
        box[input] = source.interval
      }
    }
    intervals = graph.bounds(over: box)
  }

  /// Finds what each node depends on, and which nodes are needed.
  mutating func spread(_ wanted: [Int]) {
    let all = AxisSet.first(grid.axes.count)
    for position in graph.nodes.indices {
      if let axis = inputAxis[position] {
        axes[position] = .one(axis)
        continue
      }
      let operands = graph.operands(of: position).map { meaning[Int($0)] }
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
    self.wanted = Set(wanted.map { meaning[$0] })
    for position in self.wanted { needed[position] = true }
    for position in graph.nodes.indices.reversed() where needed[position] {
      guard axes[position] != .none, inputAxis[position] == nil else { continue }
      for operand in graph.operands(of: position) { needed[meaning[Int(operand)]] = true }
    }
  }

  /// How many combinations a set of axes has.
  private func count(_ set: AxisSet) -> Double {
    grid.axes.indices.filter(set.contains).reduce(1) { $0 * Double(grid.axes[$1].count) }
  }

  /// Writes the groups: those on fewer axes first, since others may rest on them.
  mutating func write(_ wanted: [Int]) {
    let all = AxisSet.first(grid.axes.count)
    var members: [AxisSet: [Int]] = [all: []]
    for position in graph.nodes.indices where needed[position] && meaning[position] == position {
      guard axes[position] != .none else { continue }
      if inputAxis[position] != nil {
        tableOfNode[position] = program.tables.count
        let input = graph.inputs.firstIndex(of: position)
        program.tables.append(.init(axes: axes[position], input: input))
      } else {
        members[axes[position], default: []].append(position)
      }
    }
    let order = members.keys.sorted {
      ($0.bits.nonzeroBitCount, $0.bits) < ($1.bits.nonzeroBitCount, $1.bits)
    }
    for set in order where set != all { writeGroup(set, members[set] ?? []) }
    writeGroup(all, members[all] ?? [], outputs: wanted.map { meaning[$0] })
  }

  /// The nodes of a group that other groups ask for, or the reader of the grid.
  private func exports(_ set: AxisSet, _ members: [Int]) -> Set<Int> {
    let own = Set(members)
    var asked = own.intersection(wanted)
    for position in graph.nodes.indices
    where needed[position] && meaning[position] == position && axes[position] != set {
      for operand in graph.operands(of: position) where own.contains(meaning[Int(operand)]) {
        asked.insert(meaning[Int(operand)])
      }
    }
    return asked
  }

  /// Writes one group; the last one keeps its outputs in slots, any other its results in tables.
  private mutating func writeGroup(_ set: AxisSet, _ members: [Int], outputs: [Int]? = nil) {
    var group = BatchProgram.Group(axes: set)
    let exports = outputs == nil ? self.exports(set, members) : []
    var slots = SlotAllocator(graph, meaning, members, kept: exports.union(outputs ?? []))

    func slot(_ position: Int) -> Int {
      if let slot = slots[position] { return slot }
      let slot = slots.permanent(position)
      if let table = tableOfNode[position] {
        group.imports.append((slot, table))
      } else {
        group.constants.append((slot, values.numbers[position]))
      }
      return slot
    }
    for position in members {
      let operands = graph.operands(of: position).map { slot(meaning[Int($0)]) }
      let target = slots.place(position)
      group.steps += steps(of: position, operands, target)
      if exports.contains(position) {
        tableOfNode[position] = program.tables.count
        group.exports.append((target, program.tables.count))
        program.tables.append(.init(axes: set, input: nil))
      }
      slots.release(after: position)
    }
    if let outputs { program.outputs = outputs.map(slot) }
    group.slotCount = slots.count
    program.groups.append(group)
  }

  /// Whether plain arithmetic could differ from the point reading: where a result may be too large or
  /// a divisor 0, and where a comparison may meet what is not a number.
  private func mustCheck(_ position: Int, _ operation: Operation) -> Bool {
    switch operation {
    case .minimum, .maximum, .isLess, .isAtMost:
      graph.operands(of: position).contains { intervals[Int($0)].canBeUndefined }
    default: !intervals[position].low.isFinite || !intervals[position].high.isFinite
    }
  }

  private func steps(of position: Int, _ operands: [Int], _ target: Int) -> [BlockStep] {
    let operation = graph.nodes[position].operation
    let isChecked = mustCheck(position, operation)
    guard operation == .sum else {
      return [
        BlockStep(
          operation: operation, target: target, first: operands[0],
          second: operands.count > 1 ? operands[1] : 0,
          third: operands.count > 2 ? operands[2] : 0, isChecked: isChecked)
      ]
    }
    return (1..<operands.count).map { index in
      BlockStep(
        operation: .add, target: target, first: index == 1 ? operands[0] : target,
        second: operands[index], third: 0, isChecked: isChecked && index == operands.count - 1)
    }
  }
}

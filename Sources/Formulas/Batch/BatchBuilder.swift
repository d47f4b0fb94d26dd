import Blocks

/// Sorts nodes into groups and writes each down in steps.
struct BatchBuilder {
  /// Rows shorter than this are not worth a run of the steps each.
  static let shortestRow = 32

  let dependence: Dependence
  let values: Values
  let grid: Grid
  private(set) var program = BatchProgram()
  private var tableOfNode: [Int: Int] = [:]
  private var tableOfColumn: [ColumnName: Int] = [:]

  private struct ColumnName: Hashable {
    let axis: Int
    let column: Int
  }

  init(_ graph: FormulaGraph, _ values: Values, _ grid: Grid, _ wanted: [Int]) {
    dependence = Dependence(values, grid, wanted)
    self.values = values
    self.grid = grid
  }

  /// Writes the groups: those on fewer axes first, since others may rest on them.
  mutating func write(_ wanted: [Int]) {
    let all = AxisSet.first(grid.axes.count)
    let outputs = wanted.map { dependence.meaning[$0] }
    var members: [AxisSet: [Int]] = [all: []]
    for position in values.graph.nodes.indices where dependence.isWorkedOut(position) {
      if case .column(let column)? = dependence.move(position)?.source {
        tableOfNode[position] = program.tables.count
        program.tables.append(.init(axes: dependence.axes[position], column: column))
      } else {
        members[dependence.axes[position], default: []].append(position)
      }
    }
    let order = members.keys.sorted {
      ($0.bits.nonzeroBitCount, $0.bits) < ($1.bits.nonzeroBitCount, $1.bits)
    }
    for set in order {
      writeGroup(set, members[set] ?? [], outputs: set == all ? outputs : nil, Set(outputs))
    }
  }

  /// The nodes of a group that other groups ask for.
  private func exports(_ set: AxisSet, _ members: [Int], _ wanted: Set<Int>) -> Set<Int> {
    let own = Set(members)
    var asked = own.intersection(wanted)
    for position in values.graph.nodes.indices
    where dependence.isWorkedOut(position) && dependence.axes[position] != set {
      guard dependence.move(position) == nil else { continue }
      asked.formUnion(dependence.operands(position).lazy.map(Int.init).filter(own.contains))
    }
    return asked
  }

  /// Writes one group; the last one keeps its outputs in blocks, any other its results in tables.
  private mutating func writeGroup(
    _ set: AxisSet, _ members: [Int], outputs: [Int]?, _ wanted: Set<Int>
  ) {
    let fastest = grid.axes.indices.last(where: set.contains)
    let goesByRows = fastest.map { grid.axes[$0].count >= Self.shortestRow } ?? false
    let exports =
      outputs == nil ? self.exports(set, members, wanted) : []
    var writer = GroupWriter(
      dependence, members, kept: exports.union(outputs ?? []),
      group: .init(axes: set, goesByRows: goesByRows))
    for position in members {
      if case .multiple(let value, let column, let range)? = dependence.move(position)?.source {
        let axis = dependence.move(position)!.axis
        let table = self.table(of: ColumnName(axis: axis, column: column))
        writer.write(
          position, value, times: place(in: table, fastest, goesByRows), within: range,
          holds: grid.axes[axis].columns[column].interval)
      } else {
        writer.write(position) { place(of: $0, fastest, goesByRows) }
      }
      if exports.contains(position) {
        tableOfNode[position] = program.tables.count
        writer.export(position, to: program.tables.count)
        program.tables.append(.init(axes: set, column: nil))
      }
    }
    if let outputs {
      program.outputs = outputs.map { writer.output($0) { place(of: $0, fastest, goesByRows) } }
    }
    program.groups.append(writer.group)
  }

  private mutating func table(of name: ColumnName) -> Int {
    if let table = tableOfColumn[name] { return table }
    tableOfColumn[name] = program.tables.count
    program.tables.append(
      .init(axes: .one(name.axis), column: grid.axes[name.axis].columns[name.column]))
    return program.tables.count - 1
  }

  /// Where a node of another group lies.
  private func place(of node: Int, _ fastest: Int?, _ goesByRows: Bool) -> BatchProgram.Place {
    guard let table = tableOfNode[node] else { return .number(values.numbers[node]) }
    return place(in: table, fastest, goesByRows)
  }

  /// How a group reads a table: along its rows, or as one number a row.
  private func place(in table: Int, _ fastest: Int?, _ goesByRows: Bool) -> BatchProgram.Place {
    let moves = fastest.map(program.tables[table].axes.contains) ?? false
    return moves || !goesByRows ? .row(table: table) : .single(table: table)
  }
}

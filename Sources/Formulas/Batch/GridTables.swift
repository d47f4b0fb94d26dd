import Blocks

/// The tables of one read: columns of axes and results of groups.
final class GridTables: @unchecked Sendable {
  // Written by one group's run, each place by one piece, and read by later groups only.
  let memory: [UnsafeMutablePointer<Double>?]
  let columns: [Grid.Column?]

  init(_ program: BatchProgram, _ grid: Grid) {
    columns = program.tables.map(\.column)
    memory = program.tables.map { table in
      if case .computed? = table.column { return nil }
      let count = grid.axes.indices.filter(table.axes.contains)
        .reduce(1) { $0 * grid.axes[$1].count }
      // The machine reads up to the end of a lane; what it finds past the end means nothing.
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: count + BlockMachine.lanes)
      (memory + count).initialize(repeating: 0, count: BlockMachine.lanes)
      if case .listed(let values)? = table.column {
        memory.update(from: values, count: values.count)
      }
      return memory
    }
  }

  deinit { for table in memory { table?.deallocate() } }
}

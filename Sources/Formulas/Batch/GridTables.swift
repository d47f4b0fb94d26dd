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
      let sizes = grid.axes.indices.filter(table.axes.contains).map { grid.axes[$0].count }
      let rows = sizes.dropLast().reduce(1, *)
      // The machine reads up to the end of a lane; what it finds past the end means nothing.
      let count = rows * Self.pitch(sizes.last ?? 1) + BlockMachine.lanes
      let memory = UnsafeMutableRawPointer.allocate(
        byteCount: count * 8, alignment: Self.line * 8
      ).bindMemory(to: Double.self, capacity: count)
      memory.initialize(repeating: 0, count: count)
      if case .listed(let values)? = table.column {
        memory.update(from: values, count: values.count)
      }
      return memory
    }
  }

  /// How far apart rows of some numbers begin: each where the processor reads it fastest, unless that
  /// would make short rows much longer.
  static func pitch(_ length: Int) -> Int {
    length < BatchBuilder.shortestRow ? length : (length + line - 1) / line * line
  }

  /// So many numbers the processor fetches from memory at once.
  private static let line = 8

  deinit { for table in memory { table?.deallocate() } }
}

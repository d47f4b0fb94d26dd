/// The tables of one read: values along axes and results of groups.
final class GridTables: @unchecked Sendable {
  // Written by one group's run, each place by one piece, and read by later groups only.
  let memory: [UnsafeMutablePointer<Double>?]

  init(_ program: BatchProgram, _ grid: Grid) {
    memory = program.tables.map { table in
      let source = table.input.flatMap { grid.source(of: $0) }
      if case .computed? = source { return nil }
      let count = grid.axes.indices.filter(table.axes.contains)
        .reduce(1) { $0 * grid.axes[$1].count }
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: Swift.max(1, count))
      if case .listed(let values)? = source { memory.update(from: values, count: values.count) }
      return memory
    }
  }

  deinit { for table in memory { table?.deallocate() } }
}

extension Grid {
  /// Where the values of an input come from; nil where it does not move.
  func source(of input: Int) -> Source? {
    for axis in axes {
      for (index, source) in axis.inputs where index == input { return source }
    }
    return nil
  }
}

/// One group on its way over its own combinations.
struct GroupRun: Sendable {
  /// Numbers in a block: some dozens of blocks stay in the processor's first memory.
  static let block = 256

  /// Where a slot's numbers come from, and how far apart they lie along each axis of the group.
  private struct Import: Sendable {
    let slot: Int
    let table: Int
    let source: Grid.Source?
    let strides: [Int]
  }

  private let group: BatchProgram.Group
  private let outputs: [Int]
  private let tables: GridTables
  private let sizes: [Int]
  private let imports: [Import]
  let count: Int

  init(
    _ group: BatchProgram.Group, _ program: BatchProgram, _ grid: Grid, _ tables: GridTables
  ) {
    self.group = group
    self.tables = tables
    outputs = program.outputs
    let own = grid.axes.indices.filter(group.axes.contains)
    sizes = own.map { grid.axes[$0].count }
    count = sizes.reduce(1, *)
    imports = group.imports.map { slot, table in
      let axes = program.tables[table].axes
      var strides = [Int](repeating: 0, count: own.count)
      var stride = 1
      for place in own.indices.reversed() where axes.contains(own[place]) {
        strides[place] = stride
        stride *= grid.axes[own[place]].count
      }
      return Import(
        slot: slot, table: table,
        source: program.tables[table].input.flatMap { grid.source(of: $0) }, strides: strides)
    }
  }

  /// Works out a stretch of the combinations, block by block.
  func work(_ range: Range<Int>, _ consumer: GridReading.Consumer) {
    let size = Self.block
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: group.slotCount * size)
    defer { memory.deallocate() }
    memory.initialize(repeating: 0, count: group.slotCount * size)
    for (slot, value) in group.constants {
      (memory + slot * size).update(repeating: value, count: size)
    }
    let results = outputs.map { UnsafePointer(memory + $0 * size) }
    var start = range.lowerBound
    while start < range.upperBound {
      let count = Swift.min(size, range.upperBound - start)
      fill(memory, start, count)
      for step in group.steps { step.run(memory, block: size, count: count) }
      for (slot, table) in group.exports {
        (tables.memory[table]! + start).update(from: memory + slot * size, count: count)
      }
      consumer(start, count, results)
      start += count
    }
  }

  /// Brings what other groups worked out into the block, a row of the fastest axis at a time.
  private func fill(_ memory: UnsafeMutablePointer<Double>, _ start: Int, _ count: Int) {
    let row = sizes.last ?? 1
    var done = 0
    while done < count {
      let place = (start + done) % row
      let length = Swift.min(row - place, count - done)
      let outer = (start + done) / row
      for part in imports {
        var rest = outer
        var offset = 0
        for axis in stride(from: sizes.count - 2, through: 0, by: -1) {
          offset += (rest % sizes[axis]) * part.strides[axis]
          rest /= sizes[axis]
        }
        let target = memory + part.slot * Self.block + done
        let moves = part.strides.last ?? 0
        if case .computed(_, let compute)? = part.source {
          let first = offset + place * moves
          if moves == 1 {
            compute(first..<first + length, target)
          } else {
            compute(first..<first + 1, target)
            target.update(repeating: target[0], count: length)
          }
        } else if let table = tables.memory[part.table] {
          if moves == 1 {
            target.update(from: table + offset + place, count: length)
          } else {
            target.update(repeating: table[offset], count: length)
          }
        }
      }
      done += length
    }
  }
}

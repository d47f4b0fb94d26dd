import Blocks

/// One group on its way over its own combinations.
struct GroupRun: Sendable {
  /// Numbers in a block: some dozens of blocks stay in the processor's second memory, and a step's own
  /// three in its first.
  static let block = 512
  /// Blocks lie a little more than their length apart, or they would contend for the same places in
  /// the processor's memory.
  static let distance = block + BlockMachine.lanes

  let group: BatchProgram.Group
  /// The operands that are handed on, of the last group only.
  let outputs: [Int]
  let tables: GridTables
  let engine: BlockEngine
  /// How many positions each axis of the group has.
  let sizes: [Int]
  let sources: [BlockSource]
  let count: Int

  init(
    _ group: BatchProgram.Group, _ program: BatchProgram, _ grid: Grid, _ tables: GridTables,
    _ engine: BlockEngine, outputs: [Int] = []
  ) {
    self.group = group
    self.tables = tables
    self.engine = engine
    self.outputs = outputs
    let own = grid.axes.indices.filter(group.axes.contains)
    sizes = own.map { grid.axes[$0].count }
    count = sizes.reduce(1, *)
    sources = group.places.enumerated().compactMap { operand, place in
      guard let table = place.table else { return nil }
      var strides = [Int](repeating: 0, count: own.count)
      var stride = 1
      var isFastest = true
      for index in own.indices.reversed() where program.tables[table].axes.contains(own[index]) {
        strides[index] = stride
        let length = grid.axes[own[index]].count
        stride *= isFastest ? GridTables.pitch(length) : length
        isFastest = false
      }
      return BlockSource(
        operand: operand, column: program.tables[table].column, memory: tables.memory[table],
        strides: strides, isRow: place.isRow)
    }
  }

  /// Works out a stretch of the combinations, block by block.
  func work(_ range: Range<Int>, _ consumer: GridReading.Consumer) {
    let memory = BlockMemory(self)
    var start = range.lowerBound
    while start < range.upperBound {
      let count = memory.prepare(start, atMost: range.upperBound - start)
      group.steps.withUnsafeBytes { steps in
        if let base = steps.baseAddress {
          engine.run(base, group.steps.count, memory.operands, count, memory.scratch)
        }
      }
      for (operand, table) in group.exports {
        export(memory.operands[operand], start, count, to: tables.memory[table]!)
      }
      consumer(start, count, memory.outputs)
      start += count
    }
  }

  /// Puts results where later groups look for them, row by row.
  private func export(
    _ source: UnsafeMutablePointer<Double>, _ start: Int, _ count: Int,
    to table: UnsafeMutablePointer<Double>
  ) {
    let length = sizes.last ?? 1
    var done = 0
    while done < count {
      let (row, place) = (start + done).quotientAndRemainder(dividingBy: length)
      let part = min(length - place, count - done)
      (table + row * GridTables.pitch(length) + place).update(from: source + done, count: part)
      done += part
    }
  }

  /// The length of equal parts of a row, none longer than a block.
  static func even(_ row: Int) -> Int {
    let parts = (row + block - 1) / block
    let part = (row + parts - 1) / parts
    return (part + BlockMachine.lanes - 1) / BlockMachine.lanes * BlockMachine.lanes
  }
}

extension BatchProgram.Place {
  /// How many numbers of memory it takes: what is one number for a whole block is there for each lane.
  var room: Int {
    switch self {
    case .block, .row: GroupRun.distance
    case .single, .number: BlockMachine.lanes
    }
  }

  /// The table it lies in.
  var table: Int? {
    switch self {
    case .row(let table), .single(let table): table
    case .block, .number: nil
    }
  }

  fileprivate var isRow: Bool { if case .row = self { true } else { false } }
}

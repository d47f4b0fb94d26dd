/// Values by their rank, without ordering all of them: they are counted in cells, and only the cells
/// that hold wanted ranks are ordered.
struct OrderedValues: RankedValues {
  private let memory: KeptMemory
  private let output: Int
  private let size: Int
  /// Values of ranks that were looked for together, since each look goes over all values.
  private var known: [Int: Double] = [:]
  let cells: [(value: Double, count: Int)]
  let count: Int

  /// - Parameter shares: quantiles that will be asked for, with their intervals.
  init(_ memory: KeptMemory, _ output: Int, _ size: Int, asked shares: [Double] = []) {
    self.memory = memory
    self.output = output
    self.size = size
    let counter = SketchCounter()
    let values = memory.values(output, size)
    if let start = values.baseAddress { counter.add(start, size) }
    cells = counter.sketch.cells
    count = cells.reduce(0) { $0 + $1.count }
    if count > 0 { known = find(ranks(shares)) }
  }

  init(_ values: [Double]) {
    let memory = KeptMemory(1, values.indices)
    memory.keep(0, 0, values)
    self.init(memory, 0, values.count)
  }

  private var values: UnsafeBufferPointer<Double> { memory.values(output, size) }

  /// The values of some ranks, counted from 0.
  func values(at ranks: [Int]) -> [Double] {
    let found = ranks.allSatisfy { known[$0] != nil } ? known : find(ranks)
    return ranks.map { found[$0]! }
  }

  private func find(_ ranks: [Int]) -> [Int: Double] {
    // The cell of each rank, and the rank within it.
    var wanted: [(cell: Int, rank: Int)] = []
    var (cell, before) = (0, 0)
    for rank in ranks.sorted() {
      while before + cells[cell].count <= rank {
        before += cells[cell].count
        cell += 1
      }
      wanted.append((cell, rank - before))
    }
    let members = self.members(of: Set(wanted.map(\.cell)))
    var found: [Int: Double] = [:]
    for (rank, place) in zip(ranks.sorted(), wanted) {
      found[rank] = members[place.cell]![place.rank]
    }
    return found
  }

  /// The ordered values of some cells.
  private func members(of wanted: Set<Int>) -> [Int: [Double]] {
    var numbers = [Int: Int](minimumCapacity: wanted.count)
    for cell in wanted { numbers[ValueSketch.cell(cells[cell].value)] = cell }
    let isWanted = CellSet(Set(numbers.keys))
    var found: [(cell: Int, value: Double)] = []
    isWanted.withMembership { contains in
      for value in values {
        let cell = ValueSketch.cell(value)
        // What is not a number lies in a cell that nobody wants.
        if contains(cell) { found.append((cell, value)) }
      }
    }
    return Dictionary(grouping: found) { numbers[$0.cell]! }
      .mapValues { $0.map(\.value).sorted() }
  }

  func excess(below low: Double, above high: Double) -> (low: Excess, high: Excess) {
    let bytes = UnsafeRawBufferPointer(values)
    var (below, above) = (ExcessSums(), ExcessSums())
    for index in 0..<bytes.count / 32 {
      let value = bytes.loadUnaligned(fromByteOffset: 32 &* index, as: SIMD4<Double>.self)
      below.add(low - value)
      above.add(value - high)
    }
    for index in bytes.count / 32 * 4..<bytes.count / 8 {
      let value = bytes.loadUnaligned(fromByteOffset: 8 * index, as: Double.self)
      below.add(SIMD4(low - value, 0, 0, 0))
      above.add(SIMD4(value - high, 0, 0, 0))
    }
    return (below.excess, above.excess)
  }
}

/// Four sums side by side, so that none waits for another.
private struct ExcessSums {
  private var sum = SIMD4<Double>()
  private var squares = SIMD4<Double>()

  /// Adds what is above 0, which what is not a number is not.
  @inline(__always)
  mutating func add(_ excess: SIMD4<Double>) {
    let zero = SIMD4<Double>()
    let held = zero.replacing(with: excess, where: excess .> zero)
    sum += held
    squares += held * held
  }

  var excess: Excess { Excess(sum: sum.sum(), squares: squares.sum()) }
}

/// A set of cells that is asked of every value: a bit for each of the 2²⁴ there can be.
private struct CellSet {
  private var bits: [UInt64]

  init(_ cells: Set<Int>) {
    bits = Array(repeating: 0, count: 1 << 18)
    for cell in cells { bits[cell >> 6] |= 1 << UInt64(cell & 63) }
  }

  /// Hands on whether a cell is in the set, for a loop over many.
  @inline(__always)
  func withMembership(_ body: ((Int) -> Bool) -> Void) {
    bits.withUnsafeBufferPointer { bits in
      body { bits[$0 &>> 6] &>> UInt64($0 & 63) & 1 == 1 }
    }
  }
}

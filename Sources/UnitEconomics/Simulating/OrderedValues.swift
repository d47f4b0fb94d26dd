/// Values that can be asked by their rank.
protocol RankedValues: Sendable {
  /// How many there are, those that are not numbers left out.
  var count: Int { get }
  /// Values with how often each occurs, or cells of values that lie close together.
  var cells: [(value: Double, count: Int)] { get }
  /// The values of some ranks, counted from 0.
  func values(at ranks: [Int]) -> [Double]
  /// The sum and the sum of squares of what values lie beyond a limit by.
  func excess(beyond limit: Double, above: Bool) -> (sum: Double, squares: Double)
}

extension RankedValues {
  /// The values below which shares of all lie.
  func values(below shares: [Double]) -> [Double] {
    guard count > 0 else { return [] }
    return values(at: shares.map { rank(Double(count) * $0) })
  }

  /// Quantiles with their intervals: of n draws, so many fall below a quantile as of n throws hit with
  /// its share.
  func quantiles(_ shares: [Double]) -> [FigureDistribution.Quantile] {
    let values = self.values(at: ranks(shares))
    return shares.enumerated().map { index, share in
      .init(
        share: share, value: values[3 * index],
        interval: values[3 * index + 1]...values[3 * index + 2])
    }
  }

  /// The mean of the lowest or the highest part of all values.
  func tail(_ share: Double, above: Bool) -> FigureDistribution.Estimate {
    guard let limit = values(below: [above ? 1 - share : share]).first else {
      return .init(value: .nan, error: .nan)
    }
    let n = Double(count)
    let (sum, squares) = excess(beyond: limit, above: above)
    let mean = sum / n
    let error = (max(0, squares / n - mean * mean) / n).squareRoot() / share
    return .init(value: above ? limit + mean / share : limit - mean / share, error: error)
  }

  /// Of each quantile the rank, and the ranks of the ends of its interval.
  fileprivate func ranks(_ shares: [Double]) -> [Int] {
    let n = Double(count)
    return shares.flatMap { share -> [Int] in
      let half = 1.959963984540054 * (n * share * (1 - share)).squareRoot()
      return [rank(n * share), rank(n * share - half), rank(n * share + half + 1)]
    }
  }

  private func rank(_ place: Double) -> Int {
    Int(max(0, min(Double(count - 1), place.rounded(.up) - 1)))
  }
}

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

  func excess(beyond limit: Double, above: Bool) -> (sum: Double, squares: Double) {
    let sign: Double = above ? 1 : -1
    let bytes = UnsafeRawBufferPointer(values)
    // Four sums side by side, so that none waits for another.
    var (sum, squares) = (SIMD4<Double>(), SIMD4<Double>())
    let zero = SIMD4<Double>()
    func take(_ value: SIMD4<Double>) {
      let excess = (value - limit) * sign
      let held = zero.replacing(with: excess, where: excess .> zero)
      sum += held
      squares += held * held
    }
    let whole = bytes.count / 32
    for index in 0..<whole {
      take(bytes.loadUnaligned(fromByteOffset: 32 &* index, as: SIMD4<Double>.self))
    }
    for index in 4 * whole..<bytes.count / 8 {
      let value = bytes.loadUnaligned(fromByteOffset: 8 * index, as: Double.self)
      take(SIMD4(value, limit, limit, limit))
    }
    return (sum.sum(), squares.sum())
  }
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

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
    let n = Double(count)
    let ranks = shares.flatMap { share -> [Int] in
      let half = 1.959963984540054 * (n * share * (1 - share)).squareRoot()
      return [rank(n * share), rank(n * share - half), rank(n * share + half + 1)]
    }
    let values = self.values(at: ranks)
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

  private func rank(_ place: Double) -> Int {
    Int(max(0, min(Double(count - 1), place.rounded(.up) - 1)))
  }
}

/// A sketch's cells stand for their values.
struct SketchedValues: RankedValues {
  let cells: [(value: Double, count: Int)]
  let count: Int

  init(_ sketch: ValueSketch) {
    cells = sketch.cells
    count = cells.reduce(0) { $0 + $1.count }
  }

  func values(at ranks: [Int]) -> [Double] {
    let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    var values = [Double](repeating: .nan, count: ranks.count)
    var (cell, before) = (0, 0)
    for index in order {
      while before + cells[cell].count <= ranks[index] {
        before += cells[cell].count
        cell += 1
      }
      values[index] = cells[cell].value
    }
    return values
  }

  func excess(beyond limit: Double, above: Bool) -> (sum: Double, squares: Double) {
    cells.reduce(into: (0, 0)) { result, cell in
      let excess = above ? cell.value - limit : limit - cell.value
      guard excess > 0 else { return }
      result.sum += excess * Double(cell.count)
      result.squares += excess * excess * Double(cell.count)
    }
  }
}

/// Values by their rank, without ordering all of them: they are counted in cells, and only the cells
/// that hold wanted ranks are ordered.
struct OrderedValues: RankedValues {
  private let values: [Double]
  let cells: [(value: Double, count: Int)]
  let count: Int

  init(_ values: [Double]) {
    self.values = values
    let counter = SketchCounter()
    values.withUnsafeBufferPointer {
      if let start = $0.baseAddress { counter.add(start, $0.count) }
    }
    cells = counter.sketch.cells
    count = cells.reduce(0) { $0 + $1.count }
  }

  /// The values of some ranks, counted from 0.
  func values(at ranks: [Int]) -> [Double] {
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
    return ranks.map { found[$0]! }
  }

  /// The ordered values of some cells.
  private func members(of wanted: Set<Int>) -> [Int: [Double]] {
    var numbers = [Int: Int](minimumCapacity: wanted.count)
    for cell in wanted { numbers[ValueSketch.cell(cells[cell].value)] = cell }
    let isWanted = CellSet(Set(numbers.keys))
    var members: [Int: [Double]] = [:]
    for value in values where value == value {
      let cell = ValueSketch.cell(value)
      guard isWanted.contains(cell) else { continue }
      members[numbers[cell]!, default: []].append(value)
    }
    return members.mapValues { $0.sorted() }
  }

  func excess(beyond limit: Double, above: Bool) -> (sum: Double, squares: Double) {
    values.withUnsafeBufferPointer { values in
      var (sum, squares) = (0.0, 0.0)
      for value in values {
        let excess = above ? value - limit : limit - value
        let held = excess > 0 ? excess : 0
        sum += held
        squares += held * held
      }
      return (sum, squares)
    }
  }
}

/// A set of cells that is asked of every value: a bit for each of the 2²⁴ there can be.
private struct CellSet {
  private var bits: [UInt64]

  init(_ cells: Set<Int>) {
    bits = Array(repeating: 0, count: 1 << 18)
    for cell in cells { bits[cell >> 6] |= 1 << UInt64(cell & 63) }
  }

  func contains(_ cell: Int) -> Bool { bits[cell &>> 6] &>> UInt64(cell & 63) & 1 == 1 }
}

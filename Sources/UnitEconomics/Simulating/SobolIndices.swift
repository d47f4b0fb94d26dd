/// What part of a figure's variance comes from an uncertain input: alone, and together with others.
///
///     first order = Var(E[figure | input]) / Var(figure)
///     total       = 1 − Var(E[figure | all others]) / Var(figure)
///
/// Estimated from two independent sets of draws A and B and, for each input, A with that input from B.
///
/// - Source: first order by Saltelli et al., Computer Physics Communications 181, 2010, table 2 (b);
///   total by Jansen, Computer Physics Communications 117, 1999.
public struct SobolIndices: Sendable, Equatable {
  public let first: FigureDistribution.Estimate
  public let total: FigureDistribution.Estimate

  /// Blocks that are left out one at a time; how much that changes an index is its error.
  private static let blocks = 64

  /// - Parameters:
  ///   - a: the figure over the first set of draws.
  ///   - b: over the second.
  ///   - mixed: over the first set with the input's draws from the second; as long as both.
  public init(_ a: [Double], _ b: [Double], mixed: [Double]) {
    let draws = a.indices.filter { a[$0].isFinite && b[$0].isFinite && mixed[$0].isFinite }
    // Taken about the mean, products vary less.
    let mean = draws.reduce(0) { $0 + a[$1] + b[$1] } / Double(2 * max(1, draws.count))
    let size = max(1, (draws.count + Self.blocks - 1) / Self.blocks)
    let sums = stride(from: 0, to: draws.count, by: size).map { start in
      draws[start..<min(start + size, draws.count)].reduce(into: Sums()) { sums, index in
        sums.add(a[index] - mean, b[index] - mean, mixed[index] - mean)
      }
    }
    let all = sums.reduce(into: Sums()) { $0.add($1) }
    let parts = sums.map { all.without($0) }
    first = Self.estimate(all.first, parts.map(\.first))
    total = Self.estimate(all.total, parts.map(\.total))
  }

  /// The jackknife: from what an index is without each block.
  private static func estimate(
    _ value: Double, _ parts: [Double]
  ) -> FigureDistribution.Estimate {
    let count = Double(parts.count)
    guard count > 1, value.isFinite else { return .init(value: value, error: .infinity) }
    let mean = parts.reduce(0, +) / count
    let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return .init(value: value, error: (squares * (count - 1) / count).squareRoot())
  }

  private struct Sums {
    var count = 0.0
    var values = 0.0
    var squares = 0.0
    private var firstSum = 0.0
    private var totalSum = 0.0

    var first: Double { firstSum / count / variance }
    var total: Double { totalSum / (2 * count) / variance }

    private var variance: Double {
      let mean = values / (2 * count)
      return squares / (2 * count) - mean * mean
    }

    mutating func add(_ a: Double, _ b: Double, _ mixed: Double) {
      count += 1
      values += a + b
      squares += a * a + b * b
      firstSum += b * (mixed - a)
      totalSum += (a - mixed) * (a - mixed)
    }

    mutating func add(_ other: Sums) {
      count += other.count
      values += other.values
      squares += other.squares
      firstSum += other.firstSum
      totalSum += other.totalSum
    }

    func without(_ other: Sums) -> Sums {
      var result = self
      result.count -= other.count
      result.values -= other.values
      result.squares -= other.squares
      result.firstSum -= other.firstSum
      result.totalSum -= other.totalSum
      return result
    }
  }
}

import Formulas

/// What draws say of one figure.
public struct FigureDistribution: Sendable {
  public let path: String
  public let unit: Unit
  /// How many draws it has a value in, and in how many it has none.
  public let defined: Int
  public let undefined: Int
  /// The figure with every input at its stated value.
  public let stated: Reading
  public let mean: Estimate
  public let deviation: Estimate
  public let least: Double
  public let most: Double
  public let quantiles: [Quantile]
  /// What it comes to on average in the lowest and in the highest twentieth of draws.
  public let lowTail: Estimate
  public let highTail: Estimate
  public let histogram: Histogram

  /// A number worked out from draws, and the standard error that chance leaves on it.
  public struct Estimate: Sendable, Equatable {
    public let value: Double
    public let error: Double

    /// How far what holds the true value in 95 of 100 cases reaches to either side.
    public var halfWidth: Double { 1.959963984540054 * (error.isFinite ? error : 0) }

    /// What holds the true value in 95 of 100 cases; nil where no draw has a value.
    public var interval: ClosedRange<Double>? {
      value.isNaN ? nil : value - halfWidth...value + halfWidth
    }
  }

  /// A value below which the figure lies in a share of draws, with its 95 % interval from the ranks
  /// that chance puts beside it.
  public struct Quantile: Sendable, Equatable {
    public let share: Double
    public let value: Double
    public let interval: ClosedRange<Double>
  }

  public static let shares = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
  /// The part of draws that tails are averages over.
  public static let tailShare = 0.05
  /// The quantiles that a histogram reaches from and to.
  private static let ends = [0.001, 0.999]
  /// Every quantile that is looked up, those of tails among them.
  static let lookedUp = shares + ends
}

extension FigureDistribution {
  /// - Parameters:
  ///   - sums: of all draws, about a centre.
  ///   - ranked: the values of the same draws.
  init(
    path: String, unit: Unit, stated: Reading, _ sums: DrawSums, about centre: Double,
    ranked: any RankedValues, replicates: [DrawSums] = []
  ) {
    let ends = ranked.values(below: Self.ends)
    let tails = ranked.tails(Self.tailShare)
    self.init(
      path: path, unit: unit, defined: Int(sums.defined), undefined: Int(sums.undefined),
      stated: stated, mean: .init(meanOf: sums, about: centre, replicates: replicates),
      deviation: .init(deviationOf: sums), least: sums.least, most: sums.most,
      quantiles: sums.defined > 0 ? ranked.quantiles(Self.shares) : [],
      lowTail: tails.low, highTail: tails.high,
      histogram: Histogram(ranked.cells, from: ends.first ?? 0, to: ends.last ?? 0))
  }
}

extension FigureDistribution.Estimate {
  /// The mean of draws, from their sums; the error from the spread between replicates where there are.
  init(meanOf sums: DrawSums, about centre: Double, replicates: [DrawSums] = []) {
    let mean = sums.powers[0] / sums.defined
    let error =
      replicates.isEmpty
      ? (sums.variance / sums.defined).squareRoot()
      : Self.error(of: replicates.map { $0.powers[0] / $0.defined })
    self.init(value: centre + mean, error: error)
  }

  /// The standard deviation of draws; its error by their fourth moment.
  init(deviationOf sums: DrawSums) {
    let (n, variance) = (sums.defined, sums.variance)
    let mean = sums.powers[0] / n
    let (second, third) = (sums.powers[1] / n, sums.powers[2] / n)
    let fourth =
      sums.powers[3] / n - 4 * mean * third + 6 * mean * mean * second
      - 3 * mean * mean * mean * mean
    let excess = max(0, fourth - variance * variance)
    let deviation = variance.squareRoot()
    self.init(
      value: deviation, error: deviation > 0 ? (excess / n).squareRoot() / (2 * deviation) : 0)
  }

  /// The standard error of a mean of independent numbers.
  static func error(of numbers: [Double]) -> Double {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / (count - 1) / count).squareRoot()
  }
}

extension DrawSums {
  /// The variance of what was drawn; 0 for a single draw.
  var variance: Double {
    guard defined > 1 else { return 0 }
    let mean = powers[0] / defined
    return max(0, (powers[1] - powers[0] * mean) / (defined - 1))
  }
}

/// How often values fall between equally spaced bounds.
public struct Histogram: Sendable, Equatable {
  public let bounds: [Double]
  public let counts: [Int]
  /// How many values lie outside the bounds.
  public let below: Int
  public let above: Int

  /// - Parameter cells: values with how often each occurs.
  init(_ cells: [(value: Double, count: Int)], from low: Double, to high: Double, bins: Int = 40) {
    let width = (high - low) / Double(bins)
    var counts = [Int](repeating: 0, count: bins)
    var (below, above) = (0, 0)
    for (value, count) in cells {
      if value < low {
        below += count
      } else if value > high {
        above += count
      } else {
        counts[width > 0 ? min(bins - 1, Int((value - low) / width)) : 0] += count
      }
    }
    self.counts = counts
    self.below = below
    self.above = above
    bounds = (0...bins).map { low + width * Double($0) }
  }
}

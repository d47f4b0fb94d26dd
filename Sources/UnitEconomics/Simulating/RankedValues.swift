/// Values that can be asked by their rank.
protocol RankedValues: Sendable {
  /// How many there are, those that are not numbers left out.
  var count: Int { get }
  /// Values with how often each occurs, or cells of values that lie close together.
  var cells: [(value: Double, count: Int)] { get }
  /// The values of some ranks, counted from 0.
  func values(at ranks: [Int]) -> [Double]
  /// What values lie by below one limit, and above another.
  func excess(below low: Double, above high: Double) -> (low: Excess, high: Excess)
}

/// How far values lie beyond a limit: the sum over all of them, and the sum of squares.
struct Excess {
  var sum = 0.0
  var squares = 0.0

  /// The mean of the share of all values that lies beyond a limit, as what it adds to the limit.
  func mean(of share: Double, count: Int) -> FigureDistribution.Estimate {
    let n = Double(count)
    let mean = sum / n
    let error = (max(0, squares / n - mean * mean) / n).squareRoot() / share
    return .init(value: mean / share, error: error)
  }
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

  /// The means of the lowest and of the highest part of all values.
  func tails(
    _ share: Double
  ) -> (low: FigureDistribution.Estimate, high: FigureDistribution.Estimate) {
    let limits = values(below: [share, 1 - share])
    guard let low = limits.first, let high = limits.last else {
      let none = FigureDistribution.Estimate(value: .nan, error: .nan)
      return (none, none)
    }
    let excess = excess(below: low, above: high)
    let below = excess.low.mean(of: share, count: count)
    let above = excess.high.mean(of: share, count: count)
    return (
      .init(value: low - below.value, error: below.error),
      .init(value: high + above.value, error: above.error)
    )
  }

  /// Of each quantile the rank, and the ranks of the ends of its interval.
  func ranks(_ shares: [Double]) -> [Int] {
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

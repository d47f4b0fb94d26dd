import Testing
import UnitEconomics

@Suite("A truncated distribution is the rest, made likelier in proportion")
struct TruncatedDistributionTests {
  struct Row: CustomTestStringConvertible {
    let distribution: Distribution
    let mean: Double
    let variance: Double
    var testDescription: String { "\(distribution)" }

    init(
      _ family: Distribution.Family, _ lowest: Double, _ highest: Double, _ mean: Double,
      _ variance: Double
    ) {
      distribution = Distribution(family, lowest: lowest, highest: highest)
      self.mean = mean
      self.variance = variance
    }
  }

  /// Every row's source: 40-digit integrals and sums.
  private static let rows: [Row] = [
    Row(
      .normal(mean: 100, standardDeviation: 15), 90, .infinity, 106.41026387497245,
      119.80587830349875),
    Row(
      .normal(mean: 0, standardDeviation: 1), 3, .infinity, 3.2830986549304365,
      0.070559186785268117),
    Row(.lognormal(median: 1800, sigma: 0.35), 1000, 4000, 1933.7553404133372, 365993.44918099136),
    Row(
      .lognormal(median: 1, sigma: 2), -.infinity, 50, 3.6571778030713814, 49.247222330158038),
    Row(
      .triangular(low: 0.4, mode: 0.9, high: 1.8), 0.6, 1.5, 1.019672131147541,
      0.05280972856758936),
    Row(.uniform(low: 0, high: 10), 2, 5, 3.5, 0.75),
    Row(.beta(alpha: 14, beta: 6), 0.5, 0.8, 0.68118569050545121, 0.005457964495589171),
    Row(
      .beta(alpha: 0.5, beta: 0.5), -.infinity, 0.25, 0.086503328433655963,
      0.0057075865493480153),
    Row(.gamma(shape: 2.5, scale: 2), 1, .infinity, 5.1675873180093344, 9.6367398548237693),
    Row(.poisson(mean: 2.5), 1, .infinity, 2.72356372458463, 2.1146736741729026),
    Row(.poisson(mean: 40), -5, 30.5, 28.027733566860925, 4.4152343521830392),
    Row(.poisson(mean: 1000), 1009.5, 1100, 1031.5534886494811, 297.11901643306606),
    Row(.discrete(values: [1, 2, 3], weights: [2, 1, 1]), 1.5, 9, 2.5, 0.25),
    Row(.empirical([1, 5, 7, 30]), 2, 10, 6, 1),
  ]

  @Test("its moments", arguments: rows)
  func moments(row: Row) {
    #expect(row.distribution.problems.isEmpty)
    #expect(isNear(row.distribution.mean, row.mean, within: 1e-12))
    #expect(isNear(row.distribution.variance, row.variance, within: 1e-12))
  }

  @Test("its quantiles lie in the range and have the probability asked", arguments: rows)
  func quantiles(row: Row) {
    let distribution = row.distribution
    let points = (1..<200).map { (p: Double($0) / 200, complement: Double(200 - $0) / 200) }
    var last = -Double.infinity
    for (point, batched) in zip(points, distribution.quantiles(at: points)) {
      let value = distribution.quantile(point.p, complement: point.complement)
      #expect(isNear(batched, value, within: 1e-12))
      #expect((distribution.lowest...distribution.highest).contains(value))
      #expect(value >= last)
      last = value
      if distribution.isContinuous {
        #expect(isNear(distribution.cumulative(value), point.p, within: 1e-11))
      } else {
        #expect(distribution.quantile(distribution.cumulative(value)) == value)
      }
    }
    #expect(distribution.cumulative(distribution.support.upperBound) == 1)
    #expect(distribution.cumulative(distribution.support.lowerBound.nextDown) == 0)
  }

  @Test("the moments of a range a millionth wide keep nine digits")
  func narrow() {
    let narrow = Distribution(.normal(mean: 0, standardDeviation: 1)).truncated(to: 0.5...0.500001)
    #expect(isNear(narrow.mean, 0.50000049999995835, within: 1e-15))
    #expect(isNear(narrow.variance, 8.3333333338122125e-14, within: 1e-9))
  }

  @Test("truncated twice, what both ranges share is left")
  func twice() {
    let once = Distribution(.gamma(shape: 3, scale: 1)).truncated(to: 1...6)
    #expect(
      once.truncated(to: 2...9) == Distribution(.gamma(shape: 3, scale: 1), lowest: 2, highest: 6))
  }

  @Test("a range that holds everything changes nothing")
  func whole() {
    let wide = Distribution(.beta(alpha: 2, beta: 3)).truncated(to: -1...2)
    #expect(wide.quantile(0.3) == Distribution(.beta(alpha: 2, beta: 3)).quantile(0.3))
  }

  @Test("a range that holds nothing is a problem")
  func nothing() {
    for (family, lowest, highest) in [
      (Distribution.Family.uniform(low: 0, high: 1), 2.0, 3.0), (.poisson(mean: 4), 2.2, 2.8),
      (.empirical([1, 9]), 3, 5), (.beta(alpha: 2, beta: 2), 0.4, 0.4),
      (.normal(mean: 0, standardDeviation: 1), 50, 60),
    ] {
      let distribution = Distribution(family, lowest: lowest, highest: highest)
      #expect(distribution.problems == [.truncationLeavesNothing], "\(distribution)")
      #expect(distribution.quantile(0.5).isNaN && distribution.mean.isNaN)
    }
    let reversed = Distribution(.poisson(mean: 4), lowest: 3, highest: 2)
    #expect(reversed.problems == [.truncationLowAboveHigh])
  }
}

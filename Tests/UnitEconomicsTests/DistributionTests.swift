import Testing
import UnitEconomics

@Suite("Distributions have the moments and quantiles of the books")
struct DistributionTests {
  @Test("moments and quantiles, both far tails included", arguments: DistributionRow.all)
  func worked(row: DistributionRow) {
    let distribution = Distribution(row.family)
    #expect(distribution.problems.isEmpty)
    #expect(isNear(distribution.mean, row.mean, within: 1e-14))
    #expect(isNear(distribution.variance, row.variance, within: 1e-14))
    let points = DistributionRow.probabilities
    for (point, expected) in zip(points, row.quantiles) {
      let value = distribution.quantile(point.p, complement: point.complement)
      #expect(isNear(value, expected, within: 1e-13), "\(point.p): \(value)")
    }
    for (value, expected) in zip(distribution.quantiles(at: points), row.quantiles) {
      #expect(isNear(value, expected, within: 1e-13))
    }
  }

  @Test(
    "a quantile's cumulative probability is what was asked, and none falls",
    arguments: DistributionRow.all)
  func inverse(row: DistributionRow) {
    let distribution = Distribution(row.family)
    let points = (1..<400).map { (p: Double($0) / 400, complement: Double(400 - $0) / 400) }
    var last = -Double.infinity
    for (point, batched) in zip(points, distribution.quantiles(at: points)) {
      let value = distribution.quantile(point.p, complement: point.complement)
      #expect(isNear(batched, value, within: 1e-13))
      #expect(value >= last)
      #expect(distribution.support.contains(value))
      last = value
      if distribution.isContinuous {
        let tails = distribution.tails(at: value)
        #expect(isNear(tails.lower, point.p, within: 1e-11))
        #expect(isNear(tails.upper, point.complement, within: 1e-11))
      } else {
        #expect(distribution.cumulative(value) >= point.p)
        #expect(distribution.cumulative(value.nextDown) < point.p)
        #expect(distribution.quantile(distribution.cumulative(value)) == value)
      }
    }
  }

  @Test("moments are those of the quantiles", arguments: DistributionRow.all)
  func integrated(row: DistributionRow) {
    let distribution = Distribution(row.family)
    // The midpoint rule in t, where p = t³(10 − 15t + 6t²) rises slowly at both ends.
    let count = 2000
    var (sum, square) = (0.0, 0.0)
    for index in 0..<count {
      let t = (Double(index) + 0.5) / Double(count)
      let rest = 1 - t
      let p = t * t * t * (10 - 15 * t + 6 * t * t)
      let complement = rest * rest * rest * (10 - 15 * rest + 6 * rest * rest)
      let weight = 30 * t * t * rest * rest / Double(count)
      let distance = distribution.quantile(p, complement: complement) - row.mean
      sum += weight * distance
      square += weight * distance * distance
    }
    // Steps are met by the rule's points only to one part in their number.
    let tolerance = distribution.isContinuous ? 1e-5 : 5e-3
    #expect(abs(sum) < tolerance * row.variance.squareRoot())
    #expect(isNear(square, row.variance, within: distribution.isContinuous ? 1e-4 : 1e-2))
  }

  @Test("the ends of the support stand at 0 and 1, and nothing outside")
  func ends() {
    for row in DistributionRow.all {
      let distribution = Distribution(row.family)
      #expect(distribution.quantile(0) == distribution.support.lowerBound, "\(row.family)")
      #expect(distribution.quantile(1) == distribution.support.upperBound, "\(row.family)")
      #expect(distribution.quantile(1.5).isNaN)
      #expect(distribution.quantile(.nan).isNaN)
      #expect(distribution.cumulative(-1e9) == 0)
      #expect(distribution.cumulative(1e9) == 1)
    }
  }

  @Test("low and high as p5 and p95 are met")
  func twoQuantiles() {
    let normal = Distribution(.normal(p5: 20, p95: 60))
    #expect(isNear(normal.quantile(0.05), 20) && isNear(normal.quantile(0.95), 60))
    let lognormal = Distribution(.lognormal(p5: 1, p95: 100))
    #expect(isNear(lognormal.quantile(0.05), 1) && isNear(lognormal.quantile(0.95), 100))
    #expect(lognormal.quantile(0.5) == 10)
    let skewed = Distribution(.lognormal(p50: 1800, p95: 3200))
    #expect(isNear(skewed.quantile(0.5), 1800) && isNear(skewed.quantile(0.95), 3200))
  }

  @Test("a number without spread is that number")
  func certain() {
    for family: Distribution.Family in [
      .normal(mean: 7, standardDeviation: 0), .lognormal(median: 7, sigma: 0),
      .uniform(low: 7, high: 7), .triangular(low: 7, mode: 7, high: 7),
      .pert(low: 7, mode: 7, high: 7), .empirical([7, 7]),
    ] {
      let distribution = Distribution(family)
      #expect(distribution.quantile(1e-9) == 7 && distribution.quantile(0.9) == 7)
      #expect(distribution.mean == 7 && distribution.variance == 0)
      #expect(distribution.support == 7...7 && !distribution.isContinuous)
    }
    #expect(Distribution(.poisson(mean: 0)).quantile(0.99) == 0)
  }

  @Test("descriptions are plain words")
  func described() {
    #expect("\(Distribution(.pert(low: 3, mode: 7, high: 18)))" == "PERT from 3 over 7 to 18")
    let cut = Distribution(.normal(mean: 0.5, standardDeviation: 0.25)).truncated(to: 0...1)
    #expect(
      "\(cut)" == "normal with mean 0.5 and standard deviation 0.25, between 0 and 1")
    #expect("\(Distribution(.successes(88, trials: 100)))" == "rate after 88 of 100 trials")
  }

  @Test("the example in its comment")
  func example() {
    let days = Distribution(.pert(low: 3, mode: 7, high: 18))
    #expect(days.mean == 8.166666666666666)
    #expect(days.quantile(0.95) == 13.03502041551689)
  }
}

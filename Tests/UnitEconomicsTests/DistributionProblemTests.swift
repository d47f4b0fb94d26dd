import Testing
import UnitEconomics

@Suite("What cannot be right about a distribution is said, and never computed with")
struct DistributionProblemTests {
  private static let rows: [(Distribution.Family, [Distribution.Problem])] = [
    (.normal(mean: 0, standardDeviation: -1), [.negativeDeviation]),
    (.normal(mean: .nan, standardDeviation: 1), [.notFinite]),
    (.normal(p5: 3, p95: 2), [.negativeDeviation]),
    (.lognormal(median: 0, sigma: 1), [.medianNotPositive]),
    (.lognormal(p5: -1, p95: 2), [.medianNotPositive]),
    (.lognormal(p50: 2, p95: 1), [.negativeDeviation]),
    (.uniform(low: 2, high: 1), [.lowAboveHigh]),
    (.uniform(low: 2, high: .infinity), [.notFinite]),
    (.triangular(low: 1, mode: 5, high: 4), [.modeOutsideBounds]),
    (.pert(low: 3, mode: 2, high: 4), [.modeOutsideBounds]),
    (.pert(low: 5, mode: 2, high: 4), [.lowAboveHigh]),
    (.beta(alpha: 0, beta: 1, low: 2, high: 1), [.shapeNotPositive, .lowAboveHigh]),
    (.successes(0, trials: 0), [.noTrials]),
    (.successes(5, trials: 4), [.successesOutsideTrials]),
    (.successes(-1, trials: 4), [.successesOutsideTrials]),
    (.gamma(shape: -1, scale: 0), [.shapeNotPositive, .scaleNotPositive]),
    (.gamma(mean: 4, standardDeviation: 0), [.scaleNotPositive]),
    (.gamma(mean: 4, standardDeviation: -1), [.scaleNotPositive]),
    (.gamma(mean: -4, standardDeviation: 1), [.scaleNotPositive]),
    (.poisson(mean: -0.5), [.negativeMean]),
    (.discrete(values: [], weights: []), [.noValues]),
    (.discrete(values: [1], weights: [1, 2]), [.unmatchedWeights]),
    (.discrete(values: [1, 2], weights: [1, -1]), [.negativeWeight]),
    (.discrete(values: [1, 2], weights: [0, 0]), [.noWeight]),
    (.empirical([]), [.noValues]),
    (.empirical([1, .nan]), [.notFinite]),
  ]

  @Test("each problem by its name", arguments: rows)
  func named(family: Distribution.Family, problems: [Distribution.Problem]) {
    let distribution = Distribution(family)
    #expect(distribution.problems == problems)
    #expect(distribution.mean.isNaN && distribution.variance.isNaN)
    #expect(distribution.quantile(0.5).isNaN && distribution.cumulative(0).isNaN)
  }
}

import Testing

@testable import UnitEconomics

@Suite(
  "Means, spreads and probabilities come with intervals that hold the truth as often as they say")
struct EstimateTests {
  typealias Estimate = FigureDistribution.Estimate

  private static func sums(_ values: [Double], about centre: Double) -> DrawSums {
    var sums = DrawSums()
    sums.add(values, values.count, about: centre)
    return sums
  }

  @Test("worked by hand, whatever the centre", arguments: [0.0, 3, 100])
  func worked(centre: Double) {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares about it 32, fourth powers 356.
    let sums = Self.sums([2, 4, 4, 4, 5, 5, 7, 9], about: centre)
    let mean = Estimate(meanOf: sums, about: centre)
    #expect(isNear(mean.value, 5))
    #expect(isNear(mean.error, (32.0 / 7 / 8).squareRoot(), within: 1e-9))
    let deviation = Estimate(deviationOf: sums)
    let variance = 32.0 / 7
    #expect(isNear(deviation.value, variance.squareRoot(), within: 1e-9))
    let error = ((356.0 / 8 - variance * variance) / 8).squareRoot() / (2 * variance.squareRoot())
    #expect(isNear(deviation.error, error, within: 1e-5))
    let half = mean.halfWidth
    #expect(isNear(half, 1.959963984540054 * mean.error, within: 1e-9))
  }

  @Test("of replicates, the error is that of their means")
  func replicates() {
    let parts = [[1.0, 3], [2, 4], [4, 8]].map { Self.sums($0, about: 3) }
    var all = DrawSums()
    for part in parts { all.add(part) }
    let mean = Estimate(meanOf: all, about: 3, replicates: parts)
    #expect(isNear(mean.value, 22.0 / 6))
    // Means 2, 3 and 6 about 11/3: squares 78/9, over 2, over 3.
    #expect(isNear(mean.error, (78.0 / 9 / 6).squareRoot(), within: 1e-12))
  }

  @Test("over 400 seeds, the 95 % interval of a mean holds it in 92 % to 98 %")
  func coverage() {
    let distributions = [
      Distribution(.lognormal(median: 3, sigma: 0.5)),
      Distribution(.triangular(low: 1, mode: 2, high: 9)),
    ]
    for (index, distribution) in distributions.enumerated() {
      let held = (1...400).filter { seed in
        let drawn = Drawing.inputs(distributions, seed: UInt64(seed))
        let draws = drawn.draws(index, 0..<1000)
        let mean = Estimate(meanOf: Self.sums(draws, about: 3), about: 3)
        return mean.interval?.contains(distribution.mean) == true
      }.count
      #expect(368...392 ~= held, "\(distribution): \(held) of 400")
    }
  }

  /// Failures, draws and the ends of Wilson's interval.
  ///
  /// - Source: 0 of 10, 5 of 10: R 4.3, prop.test(x, n, correct = FALSE); 81 of 263 and 15 of 148:
  ///   Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17,
  ///   1998, table I, method 3.
  private static let likelihoods: [(count: Int, draws: Int, low: Double, high: Double)] = [
    (0, 10, 0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1),
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ]

  @Test("Wilson's interval", arguments: likelihoods)
  func wilson(count: Int, draws: Int, low: Double, high: Double) {
    let interval = SimulationFindings.Likelihood(count, of: draws).interval
    #expect(abs(interval.lowerBound - low) < 5.1e-5, "\(interval)")
    #expect(abs(interval.upperBound - high) < 5.1e-5, "\(interval)")
  }

  @Test("of replicates their spread, within 0 and 1; Wilson's where all agree")
  func likelihoodOfReplicates() {
    typealias Likelihood = SimulationFindings.Likelihood
    // Shares 0.1, 0.2, 0.3 and 0.2: the spread is √(0.02 / 3), the error half of that.
    let four = [(10, 100), (20, 100), (30, 100), (20, 100)]
    let interval = Likelihood(80, of: 400, replicates: four).interval
    let half = 1.959963984540054 * (0.02 / 3).squareRoot() / 2
    #expect(abs(interval.lowerBound - (0.2 - half)) < 1e-12, "\(interval)")
    #expect(abs(interval.upperBound - (0.2 + half)) < 1e-12, "\(interval)")
    let rare = Likelihood(1, of: 200, replicates: [(0, 100), (1, 100)]).interval
    #expect(rare.lowerBound == 0 && rare.upperBound < 0.02)
    for same in [[(0, 100), (0, 100)], [(7, 100), (7, 100)], [(7, 100)]] {
      let count = same.map(\.0).reduce(0, +)
      let draws = 100 * same.count
      #expect(
        Likelihood(count, of: draws, replicates: same).interval
          == Likelihood(count, of: draws).interval)
    }
  }

  @Test("without draws a probability may be anything")
  func nothing() {
    #expect(SimulationFindings.Likelihood(0, of: 0).interval == 0...1)
    #expect(SimulationFindings.Likelihood(0, of: 0).value == 0)
  }
}

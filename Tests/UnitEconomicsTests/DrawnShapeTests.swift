import Formulas
import Machine
import Testing

@testable import UnitEconomics

@Suite("A draw is the quantile of its distribution at its uniform number")
struct DrawnShapeTests {
  static let distributions: [Distribution] = [
    Distribution(.uniform(low: 3, high: 7)),
    Distribution(.normal(mean: 40, standardDeviation: 6)),
    Distribution(.lognormal(median: 12, sigma: 0.8)),
    Distribution(.triangular(low: 2, mode: 3, high: 11)),
    Distribution(.triangular(low: 2, mode: 2, high: 11)),
    Distribution(.triangular(low: 2, mode: 11, high: 11)),
    Distribution(.pert(low: 3, mode: 7, high: 18)), Distribution(.beta(alpha: 0.5, beta: 3)),
    Distribution(.successes(8, trials: 800)), Distribution(.gamma(shape: 2.5, scale: 4)),
    Distribution(.normal(mean: 5, standardDeviation: 4), lowest: 0),
    Distribution(.lognormal(median: 0.01, sigma: 1), highest: 0.2),
    Distribution(.uniform(low: 3, high: 7), lowest: 4, highest: 5),
    Distribution(.triangular(low: 2, mode: 3, high: 11), lowest: 2.5),
    // The kink in the middle of a wide cell, the worst of 3,000 random ones.
    Distribution(
      .triangular(low: 0, mode: 0.7993879440342788, high: 1), lowest: 0.43431995675803997,
      highest: 0.9985222256818722),
    Distribution(.poisson(mean: 3.5)), Distribution(.poisson(mean: 900)),
    Distribution(.discrete(values: [5, 1, 9], weights: [2, 3, 0])),
    Distribution(.empirical([4, 8, 8, 2])), Distribution(.uniform(low: 6, high: 6)),
  ]

  /// A truncated triangle has a kink that its table rounds off; all else is smooth.
  private func tolerance(_ distribution: Distribution) -> Double {
    guard case .triangular = distribution.family, distribution.lowest.isFinite else { return 1e-9 }
    return 1.3e-5
  }

  @Test("each shape", arguments: distributions)
  func shapes(distribution: Distribution) {
    let drawn = Drawing.inputs([distribution], seed: 3)
    let stream = UncertainInput.stream("a")
    let spread = max(distribution.variance.squareRoot(), abs(distribution.mean) * 1e-6)
    for (draw, value) in drawn.draws(0, 0..<2000).enumerated() {
      let share = Philox.share(draw: UInt64(draw), stream: stream, seed: 3)
      let wanted = distribution.quantile(share)
      if distribution.isContinuous {
        #expect(
          abs(value - wanted) <= tolerance(distribution) * spread, "\(share): \(value), \(wanted)")
      } else {
        #expect(value == wanted, "\(share)")
      }
    }
  }

  @Test("a stress moves the distribution along, and holds it where the input is held")
  func moved() {
    let domain = Domain.notNegative
    for distribution in Self.distributions {
      var uncertainty = Uncertainty(distribution)
      (uncertainty.scale, uncertainty.shift) = (2, -5)
      let input = UncertainInput(
        input: Input("a", "a", 0, .one, in: domain), uncertainty: uncertainty, places: [])
      let plain = Drawing.inputs([distribution]).draws(0, 0..<300)
      let moved = DrawnInputs([input], mixture: [], seed: 1).draws(0, 0..<300)
      for (value, moved) in zip(plain, moved) {
        #expect(isNear(moved, max(0, 2 * value - 5), within: 1e-9) || abs(moved) < 1e-7)
      }
    }
  }

  @Test("one more uncertain input leaves the draws of the others alone")
  func streams() {
    let all = Self.distributions
    let some = Drawing.inputs([all[0], all[1]])
    let more = Drawing.inputs([all[0], all[1], all[2]])
    #expect(some.draws(1, 0..<50) == more.draws(1, 0..<50))
    #expect(UncertainInput.stream("") == 0xCBF2_9CE4_8422_2325)
    // - Source: the published test vectors of FNV-1a with 64 bits.
    #expect(UncertainInput.stream("a") == 0xAF63_DC4C_8601_EC8C)
    #expect(UncertainInput.stream("foobar") == 0x8594_4171_F739_67E8)
  }

  @Test("moments of draws agree with the distribution's within their own errors")
  func moments() {
    let count = 20_000
    for distribution in Self.distributions where distribution.variance > 0 {
      let draws = Drawing.inputs([distribution], seed: 9).draws(0, 0..<count)
      let second = draws.moment(2)
      let errors = (
        (second / Double(count)).squareRoot(),
        ((draws.moment(4) - second * second) / Double(count)).squareRoot()
      )
      // Four and a half standard errors: all 38 comparisons hold but once in 4,000 seeds.
      #expect(abs(draws.mean - distribution.mean) < 4.5 * errors.0, "\(distribution)")
      #expect(abs(second - distribution.variance) < 4.5 * errors.1, "\(distribution)")
    }
  }
}

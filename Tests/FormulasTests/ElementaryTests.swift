import Foundation
import Testing

@testable import Formulas

@Suite("Elementary functions without a branch")
struct ElementaryTests {
  @Test("exp stays within 1 ulp of the C library's, over its whole range")
  func exponential() {
    var worst = 0.0
    for step in 0..<200_000 {
      let x = -708 + 1417.7 * Double(step) / 199_999
      let expected = Foundation.exp(x)
      worst = max(worst, abs(Elementary.exp(x) - expected) / expected.ulp)
    }
    #expect(worst <= 1, "\(worst)")
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-1000) == 0)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test("log stays within 1 ulp of the C library's, over all magnitudes and around 1")
  func logarithm() {
    var worst = 0.0
    for step in 0..<200_000 {
      let t = Double(step) / 199_999
      for x in [Foundation.exp(-700 + 1400 * t), 0.5 + t] {
        let expected = Foundation.log(x)
        let error = abs(Elementary.log(x) - expected)
        worst = max(worst, expected == 0 ? error : error / expected.ulp)
      }
    }
    #expect(worst <= 1, "\(worst)")
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0).isNaN)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.nan).isNaN)
  }

  @Test("the normal distribution function agrees with erfc into its far tail")
  func normal() {
    var worst = 0.0
    for step in 0..<100_000 {
      let x = -37 + 46 * Double(step) / 99_999
      let expected = 0.5 * erfc(-x / 2.0.squareRoot())
      worst = max(worst, abs(Elementary.normalCDF(x) - expected) / expected)
    }
    // The argument of erfc is itself rounded: its slope there multiplies half an ulp by 2z².
    #expect(worst < 4e-13, "\(worst)")
    #expect(Elementary.normalCDF(0) == 0.5)
    #expect(Elementary.normalCDF(9) == 1)
    #expect(Elementary.normalCDF(.nan).isNaN)
  }

  /// Worked in 40-digit arithmetic.
  @Test(
    "the normal distribution function is right to 5 ulp, far tail included",
    arguments: [
      (-37, 5.7255712225245768227e-300),
      (-20, 2.7536241186062336951e-89),
      (-8, 6.2209605742717841235e-16),
      (-5, 2.8665157187919391167e-7),
      (-2.5, 0.006209665325776135167),
      (-1, 0.15865525393145705141),
      (-0.1, 0.46017216272297101633),
      (0.3, 0.61791142218895263307),
      (1.6448536269514727, 0.94999999999999999187),
      (4, 0.99996832875816688008),
    ])
  func normalWorked(x: Double, expected: Double) {
    #expect(abs(Elementary.normalCDF(x) - expected) <= 5 * expected.ulp)
  }

  @Test(
    "powers of a base between 0 and 1",
    arguments: [
      (0.999, 3.0), (0.5, 10), (1, 7), (0, 2), (0, 0), (0.3, 0), (1e-9, 3), (0.999999, 1000),
      (2, 0.5),
    ])
  func powers(base: Double, exponent: Double) {
    let expected = Foundation.pow(base, exponent)
    #expect(abs(Elementary.power(base, exponent) - expected) <= 1e-14 * expected)
  }

  @Test("a power of nothing or of less is no number")
  func noPower() {
    #expect(Elementary.power(0, -1).isNaN)
    #expect(Elementary.power(-1, 3).isNaN)
  }
}

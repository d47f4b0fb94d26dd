import TestSupport
import Testing

@testable import Formulas

@Suite("The normal quantile function keeps its digits far into both tails")
struct NormalQuantileTests {
  /// Source: 40-digit arithmetic.
  private static let rows: [(p: Double, z: Double)] = [
    (0.975, 1.9599639845400542355), (0.95, 1.6448536269514727149),
    (0.05, -1.6448536269514727149), (0.001, -3.0902323061678135415),
    (1e-10, -6.3613409024040562047), (1e-300, -37.047096299361199237),
    (0.5000001, 2.5066282746310267518e-7), (0.25, -0.6744897501960817432),
    (1e-12, -7.0344838253011319326), (0.07, -1.4757910281791706856),
    (0.08, -1.4050715603096325447),
  ]

  @Test(
    "it is right to the last digits, whichever of its three quotients is selected", arguments: rows)
  func worked(p: Double, z: Double) {
    // The digits that p itself lacks, where z is next to 0.
    let slack = abs(z) < 1e-3 ? 1e-9 : 1e-15
    #expect(abs(Elementary.normalQuantile(p) - z) <= slack * abs(z))
  }

  @Test("the upper tail mirrors the lower, when the complement keeps its digits", arguments: rows)
  func mirrored(p: Double, z: Double) {
    let low = Elementary.normalQuantile(p, complement: 1 - p)
    #expect(Elementary.normalQuantile(1 - p, complement: p) == -low)
  }

  @Test("it is the inverse of the distribution function and never falls")
  func inverse() {
    var last = -Double.infinity
    for step in 1..<20_000 {
      let p = Double(step) / 20_000
      let z = Elementary.normalQuantile(p)
      #expect(abs(Elementary.normalCDF(z) - p) <= 4e-16 * (1 + abs(z)))
      #expect(z > last)
      last = z
    }
    for exponent in stride(from: -700.0, through: -1, by: 0.37) {
      let p = Elementary.exp(exponent)
      let z = Elementary.normalQuantile(p)
      // A last digit of z is worth z² last digits of p.
      #expect(abs(Elementary.normalCDF(z) / p - 1) < 1e-15 * (5 + z * z))
    }
  }

  @Test("the ends are infinite, and there is nothing outside")
  func ends() {
    #expect(Elementary.normalQuantile(0) == -.infinity)
    #expect(Elementary.normalQuantile(1) == .infinity)
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.normalQuantile(-0.1).isNaN)
    #expect(Elementary.normalQuantile(1.1).isNaN)
    #expect(Elementary.normalQuantile(.nan).isNaN)
    // Source: the example in its comment.
    #expect(Elementary.normalQuantile(0.975) == 1.9599639845400534)
    #expect(Elementary.normalQuantile(1, complement: 1e-300) == 37.0470962993612)
  }
}

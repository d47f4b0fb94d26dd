import Formulas
import Testing

@testable import UnitEconomics

@Suite("Which uncertainty matters: functions whose answers are known")
struct SobolIndexTests {
  private static let draws = 16_384

  /// Each index of each function: the estimate, and what it truly is.
  private struct Comparison {
    let name: String
    let estimate: FigureDistribution.Estimate
    let truth: Double
  }

  private static func column(_ input: Int, _ set: Int) -> [Double] {
    (0..<draws).map {
      Philox.share(draw: UInt64($0), stream: UInt64(input), seed: UInt64(1000 + set))
    }
  }

  private static func comparisons(
    _ name: String, first: [Double], total: [Double], _ function: ([Double]) -> Double
  ) -> [Comparison] {
    let count = first.count
    let sets = (0..<2).map { set in (0..<count).map { column($0, set) } }
    func values(_ columns: [[Double]]) -> [Double] {
      (0..<draws).map { draw in function(columns.map { $0[draw] }) }
    }
    let (a, b) = (values(sets[0]), values(sets[1]))
    return (0..<count).flatMap { input in
      var mixed = sets[0]
      mixed[input] = sets[1][input]
      let indices = SobolIndices(a, b, mixed: values(mixed))
      return [
        Comparison(name: "\(name) S\(input + 1)", estimate: indices.first, truth: first[input]),
        Comparison(name: "\(name) T\(input + 1)", estimate: indices.total, truth: total[input]),
      ]
    }
  }

  /// - Source: Ishigami and Homma 1990; the variances in closed form, with a = 7 and b = 0.1.
  private static var ishigami: [Comparison] {
    comparisons(
      "Ishigami", first: [0.3139051911478115, 0.4424111447900408, 0],
      total: [0.5575888552099592, 0.4424111447900408, 0.2436836640621477]
    ) { shares in
      let x = shares.map { (2 * $0 - 1) * Double.pi }
      let sine = Self.sine(x[1])
      return Self.sine(x[0]) + 7 * sine * sine + 0.1 * x[2] * x[2] * x[2] * x[2] * Self.sine(x[0])
    }
  }

  /// The sine by its series, from -π to π.
  private static func sine(_ x: Double) -> Double {
    var (term, sum) = (x, x)
    for index in stride(from: 2.0, to: 34, by: 2) {
      term *= -x * x / (index * (index + 1))
      sum += term
    }
    return sum
  }

  /// The g-function of Sobol': Π (|4xᵢ − 2| + aᵢ)/(1 + aᵢ), whose variances are products.
  ///
  /// - Source: Saltelli et al., Global Sensitivity Analysis, 2008; SALib's tests have the third.
  private static func g(_ a: [Double]) -> [Comparison] {
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let all = parts.reduce(1) { $0 * (1 + $1) }
    return comparisons(
      "g\(a.count)", first: parts.map { $0 / (all - 1) },
      total: parts.map { $0 * (all / (1 + $0)) / (all - 1) }
    ) { shares in
      zip(shares, a).reduce(1.0) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
  }

  @Test("Ishigami and three g-functions, at 16,384 draws, within their own intervals")
  func known() {
    let all =
      Self.ishigami + Self.g([0, 1, 4.5, 9, 99, 99, 99, 99]) + Self.g([0, 0.5, 3, 9, 99, 99])
      + Self.g([78, 12, 0.5, 2, 97, 33])
    // Of 46 intervals that hold 95 of 100 truths each, two or three miss. More than seven miss once
    // in 500 seeds; 4.1 standard errors are left once in 500 by any of the 46 (Bonferroni).
    let missed = all.filter { $0.estimate.interval?.contains($0.truth) != true }
    #expect(all.count == 46)
    #expect(missed.count <= 7, "\(missed.map(\.name))")
    for comparison in all {
      let distance = abs(comparison.estimate.value - comparison.truth)
      #expect(
        distance <= 4.1 * comparison.estimate.error,
        "\(comparison.name): \(comparison.estimate), truly \(comparison.truth)")
    }
  }

  @Test("the order of draws does not matter beyond rounding, and undefined ones are left out")
  func order() {
    let a = Self.column(1, 0), b = Self.column(1, 1), mixed = b
    let plain = SobolIndices(a, b, mixed: mixed)
    // The only input explains everything.
    #expect(abs(plain.first.value - 1) < 4.1 * plain.first.error)
    #expect(abs(plain.total.value - 1) < 4.1 * plain.total.error)
    let holes = SobolIndices(a + [.nan, 1], b + [1, .infinity], mixed: mixed + [1, 1])
    #expect(isNear(holes.total.value, plain.total.value))
    let none = SobolIndices(a, b, mixed: a)
    #expect(none.first.value == 0 && none.total.value == 0)
  }
}

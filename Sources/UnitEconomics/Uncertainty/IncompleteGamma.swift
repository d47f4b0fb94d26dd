import Formulas

/// The regularized incomplete gamma functions of a shape, and their inverse.
///
///     P(a, x) = ∫₀ˣ tᵃ⁻¹e⁻ᵗ dt / Γ(a),   Q(a, x) = 1 − P(a, x)
///
///     IncompleteGamma(shape: 1).tails(at: 2).upper   // e⁻² = 0.1353352832366127
///
/// - Errors, measured: 2e-14 relative in both tails down to 1e-10 and 1e-13 down to 1e-250, for shapes
///   from 0.1 to 1,000; the inverse 6e-15.
/// - Source: Press and others, Numerical Recipes, 6.2, for series and continued fraction; Loader
///   2000 for the factor in front of them, which loses no digits where the shape is large.
public struct IncompleteGamma: Sendable {
  public let shape: Double
  /// √(a/2π) e^−δ(a), the largest value of xᵃe⁻ˣ/Γ(a).
  private let peak: Double

  /// - Parameter shape: above 0.
  public init(shape: Double) {
    self.shape = shape
    let stirling = Elementary.exp(-GammaFunction.stirlingError(shape))
    peak = (shape / (2 * Double.pi)).squareRoot() * stirling
  }

  /// P and Q at a number.
  public func tails(at x: Double) -> Tails {
    guard x > 0 else { return x.isNaN ? Tails(lower: .nan) : .nothingBelow }
    return x < .infinity ? tails(at: x, weight: weight(at: x)) : .allBelow
  }

  /// xᵃe⁻ˣ/Γ(a), the density of ln x.
  private func weight(at x: Double) -> Double { peak * Elementary.exp(-deviance(shape, x)) }

  private func tails(at x: Double, weight: Double) -> Tails {
    if x < max(shape + 1, 1.5) { return Tails(lower: min(1, weight * series(x))) }
    return Tails(upper: min(1, weight * fraction(x)))
  }

  /// Σ xⁿ/(a(a + 1)…(a + n)).
  private func series(_ x: Double) -> Double {
    var (divisor, term, sum) = (shape, 1 / shape, 1 / shape)
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return sum
  }

  /// 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))), from its beginning.
  private func fraction(_ x: Double) -> Double {
    var term = x + 1 - shape
    var (over, lastOver) = (1 / term, 0.0)
    var lastUnder = 1 / term
    var n = 0.0
    for _ in 0..<100_000 {
      n += 1
      let factor = n * (shape - n)
      term += 2
      // Divided by the newest denominator each time, so that nothing overflows.
      let inverse = 1 / (term + factor * lastUnder)
      let next = (term * over + factor * lastOver) * inverse
      (lastOver, lastUnder) = (over * inverse, inverse)
      let isDone = abs(next - over) <= 1e-16 * next
      over = next
      if isDone { break }
    }
    return over
  }
}

extension IncompleteGamma {
  /// The x at which P is p and Q its complement.
  ///
  ///     IncompleteGamma(shape: 1).quantile(0.5, complement: 0.5)   // ln 2 = 0.6931471805599454
  ///
  /// - Edge cases: 0 and infinity at the ends, not a number outside; 0 where it is below 1e-300.
  public func quantile(_ p: Double, complement: Double) -> Double {
    var walk = QuantileWalk()
    return quantile(p, complement: complement, walk: &walk)
  }

  func quantile(_ p: Double, complement: Double, walk: inout QuantileWalk) -> Double {
    guard p > 0, complement > 0 else { return p == 0 ? 0 : complement == 0 ? .infinity : .nan }
    let place = walk.solve(
      p, complement: complement, guess: guess(p, complement: complement), waypoint: waypoint)
    return Elementary.exp(place)
  }

  /// The tails along ln x.
  private func waypoint(_ place: Double) -> Waypoint {
    let held = max(-690, min(place, 700))
    let x = Elementary.exp(held)
    let weight = weight(at: x)
    return Waypoint(
      place: held, tails: tails(at: x, weight: weight), weight: weight, tilt: shape - x, bend: -x)
  }

  /// ln x by Wilson and Hilferty's cube, or, near 0, by the leading power.
  private func guess(_ p: Double, complement: Double) -> Double {
    let z = Elementary.normalQuantile(p, complement: complement)
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    if root > 0.3, shape > 0.5 { return Elementary.log(shape * root * root * root) }
    let power = (Elementary.log(p) + GammaFunction.logarithm(shape + 1)) / shape
    return min(power, Elementary.log(shape + 1 - Elementary.log(complement)))
  }
}

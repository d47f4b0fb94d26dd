import Formulas

/// mean + deviation · z.
struct NormalLaw: Law {
  let mean: Double
  let deviation: Double

  func quantile(_ p: Double, complement: Double) -> Double {
    mean + deviation * Elementary.normalQuantile(p, complement: complement)
  }

  func tails(at x: Double) -> Tails { Tails(standardNormal: (x - mean) / deviation) }
  var moments: Moments { Moments(mean: mean, variance: deviation * deviation) }
  var support: ClosedRange<Double> { -Double.infinity ... .infinity }
}

/// median · e^(sigma · z).
///
///     mean = median · e^(sigma²/2),   variance = mean² (e^sigma² − 1)
struct LognormalLaw: Law {
  let median: Double
  let sigma: Double

  func quantile(_ p: Double, complement: Double) -> Double {
    median * Elementary.exp(sigma * Elementary.normalQuantile(p, complement: complement))
  }

  func tails(at x: Double) -> Tails {
    guard x > 0 else { return x.isNaN ? Tails(lower: .nan) : .nothingBelow }
    guard x < .infinity else { return .allBelow }
    return Tails(standardNormal: Elementary.log(x / median) / sigma)
  }

  var moments: Moments {
    let square = sigma * sigma
    let mean = median * Elementary.exp(0.5 * square)
    return Moments(mean: mean, variance: mean * mean * exponentialLessOne(square))
  }

  var support: ClosedRange<Double> { 0 ... .infinity }
}

extension Tails {
  /// The tails of the standard normal distribution.
  fileprivate init(standardNormal z: Double) {
    // Nothing is left beyond 40, and infinity has no square to subtract.
    let held = z > 40 ? 40 : z < -40 ? -40 : z
    self.init(lower: Elementary.normalCDF(held), upper: Elementary.normalCDF(-held))
  }
}

/// eˣ − 1, without the loss of digits where x is small.
private func exponentialLessOne(_ x: Double) -> Double {
  guard abs(x) < 0.5 else { return Elementary.exp(x) - 1 }
  var sum = 0.0
  for divisor in stride(from: 17.0, through: 1, by: -1) { sum = (sum + 1) * x / divisor }
  return sum
}

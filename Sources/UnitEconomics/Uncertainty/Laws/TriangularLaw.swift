/// Every value between two bounds as likely as any other.
struct UniformLaw: Law {
  let low: Double
  let high: Double

  func quantile(_ p: Double, complement: Double) -> Double {
    p < complement ? low + (high - low) * p : high - (high - low) * complement
  }

  func tails(at x: Double) -> Tails {
    guard x > low, x < high else {
      return x <= low ? .nothingBelow : x >= high ? .allBelow : Tails(lower: .nan)
    }
    return Tails(lower: (x - low) / (high - low), upper: (high - x) / (high - low))
  }

  var moments: Moments {
    Moments(mean: 0.5 * low + 0.5 * high, variance: (high - low) * (high - low) / 12)
  }

  var support: ClosedRange<Double> { low...high }

  func truncated(to range: ClosedRange<Double>) -> (any Law)? {
    guard range.lowerBound < range.upperBound else { return nil }
    return UniformLaw(low: range.lowerBound, high: range.upperBound)
  }
}

/// A density that rises in a straight line to the mode and falls in another.
///
///     mean = (low + mode + high)/3
///     variance = (u² + uv + v²)/18 with u = mode − low and v = high − mode
struct TriangularLaw: Law {
  let low: Double
  let mode: Double
  let high: Double

  private var width: Double { high - low }

  func quantile(_ p: Double, complement: Double) -> Double {
    if p * width <= mode - low { return low + (p * width * (mode - low)).squareRoot() }
    return high - (complement * width * (high - mode)).squareRoot()
  }

  func tails(at x: Double) -> Tails {
    guard x > low, x < high else {
      return x <= low ? .nothingBelow : x >= high ? .allBelow : Tails(lower: .nan)
    }
    if x <= mode { return Tails(lower: (x - low) / width * ((x - low) / (mode - low))) }
    return Tails(upper: (high - x) / width * ((high - x) / (high - mode)))
  }

  var moments: Moments {
    let (u, v) = (mode - low, high - mode)
    return Moments(
      mean: low + (2 * u + v) / 3, variance: (u * u + u * v + v * v) / 18)
  }

  var support: ClosedRange<Double> { low...high }

  /// By Simpson's rule on either side of the mode, which is exact for what is at most cubic.
  func moments(within range: ClosedRange<Double>) -> Moments? {
    let middle = max(range.lowerBound, min(mode, range.upperBound))
    func integral(_ value: (Double) -> Double) -> Double {
      simpson(range.lowerBound, middle) { (x: Double) in
        mode > low ? (x - low) / (mode - low) * value(x) : 0
      }
        + simpson(middle, range.upperBound) { (x: Double) in
          high > mode ? (high - x) / (high - mode) * value(x) : 0
        }
    }
    let mass = integral { _ in 1 }
    let mean = middle + integral { $0 - middle } / mass
    return Moments(mean: mean, variance: integral { ($0 - mean) * ($0 - mean) } / mass)
  }

  private func simpson(_ from: Double, _ to: Double, _ value: (Double) -> Double) -> Double {
    (to - from) / 6 * (value(from) + 4 * value(0.5 * from + 0.5 * to) + value(to))
  }
}

import Formulas

/// How many of many rare things happen, each by itself: mean and variance are the same.
///
///     P(X ≤ k) = Q(k + 1, mean)
struct PoissonLaw: Law {
  let mean: Double

  func tails(at x: Double) -> Tails {
    guard x >= 0 else { return x.isNaN ? Tails(lower: .nan) : .nothingBelow }
    guard x < .infinity else { return .allBelow }
    let gamma = IncompleteGamma(shape: x.rounded(.down) + 1).tails(at: mean)
    return Tails(lower: gamma.upper, upper: gamma.lower)
  }

  func tails(below x: Double) -> Tails { tails(at: x.rounded(.up) - 1) }

  /// The least whole number that reaches p: from a guess outwards in growing steps, then halved.
  func quantile(_ p: Double, complement: Double) -> Double {
    guard p > 0, complement > 0 else { return p == 0 ? 0 : complement == 0 ? .infinity : .nan }
    let goal = Goal(p, complement: complement)
    var (below, reached) = (-1.0, guess(p, complement: complement))
    var stride = 1.0
    while !goal.isReached(by: tails(at: reached)) {
      (below, reached) = (reached, reached + stride)
      stride *= 2
    }
    stride = 1
    while reached - stride > below {
      guard goal.isReached(by: tails(at: reached - stride)) else {
        below = reached - stride
        break
      }
      reached -= stride
      stride *= 2
    }
    while reached - below > 1 {
      let middle = (0.5 * (below + reached)).rounded(.down)
      if goal.isReached(by: tails(at: middle)) { reached = middle } else { below = middle }
    }
    return reached
  }

  /// By Cornish and Fisher, where their parabola still rises.
  private func guess(_ p: Double, complement: Double) -> Double {
    let z = Elementary.normalQuantile(p, complement: complement)
    let root = mean.squareRoot()
    guard z > -3 * root else { return 0 }
    return max(0, (mean + root * z + (z * z - 1) / 6).rounded(.down))
  }

  var moments: Moments { Moments(mean: mean, variance: mean) }
  var support: ClosedRange<Double> { 0 ... .infinity }
  var isContinuous: Bool { false }

  /// Summed over the whole numbers of a range that are likely enough to count.
  func moments(within range: ClosedRange<Double>) -> Moments? {
    let (least, most) = (range.lowerBound.rounded(.up), range.upperBound.rounded(.down))
    // From the likeliest number outwards, until what comes adds nothing.
    let centre = max(least, min(mean.rounded(.down), most))
    var (mass, first, second) = (1.0, 0.0, 0.0)
    func add(_ offset: Double, _ term: Double) -> Bool {
      mass += term
      first += term * offset
      second += term * offset * offset
      return term * offset * offset > second * 1e-18
    }
    var (place, term) = (centre + 1, 1.0)
    while place <= most {
      term *= mean / place
      guard add(place - centre, term) else { break }
      place += 1
    }
    (place, term) = (centre - 1, 1)
    while place >= least {
      term *= (place + 1) / mean
      guard add(place - centre, term) else { break }
      place -= 1
    }
    let shift = first / mass
    return Moments(mean: centre + shift, variance: max(0, second / mass - shift * shift))
  }
}

/// A probability that a distribution of single values is to reach.
struct Goal {
  private let p: Double
  private let complement: Double
  /// The lower tail decides, unless the complement knows more of p than p does.
  private let isLow: Bool

  init(_ p: Double, complement: Double) {
    self.p = p
    self.complement = complement
    isLow = p <= 0.5 || 1 - p == complement
  }

  func isReached(by tails: Tails) -> Bool {
    isLow ? tails.lower >= p : tails.upper <= complement
  }
}

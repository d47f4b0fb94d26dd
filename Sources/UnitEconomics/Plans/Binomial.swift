import Formulas

/// How many of so many independent tasks succeed, each with the same probability.
///
///     Binomial(trials: 10, probability: 0.5).below(5)   // 386 / 1024 = 0.376953125
///
/// Exact sums, no normal approximation: of a customer's few hundred tasks the share that succeeds
/// spreads by whole tasks, and a threshold lies between two of them.
public struct Binomial: Sendable {
  public let trials: Int
  public let probability: Double

  /// - Parameters:
  ///   - trials: at most 10¹⁵, which is more than any input can be.
  ///   - probability: of a success in each.
  public init(trials: Int, probability: Double) {
    self.trials = max(0, trials)
    self.probability = min(max(probability, 0), 1)
  }

  /// The probability of exactly so many successes.
  ///
  /// - Source: Loader, Fast and Accurate Computation of Binomial Probabilities, 2000: a saddle point
  ///   with Stirling's error, which loses no digits where factorials would.
  public func exactly(_ successes: Int) -> Double {
    guard (0...trials).contains(successes) else { return 0 }
    let (n, x, p) = (Double(trials), Double(successes), probability)
    let q = 1 - p
    if p == 0 { return successes == 0 ? 1 : 0 }
    if q == 0 { return successes == trials ? 1 : 0 }
    if successes == 0 { return Elementary.exp(n * logOfOnePlus(-p)) }
    if successes == trials { return Elementary.exp(n * Elementary.log(p)) }
    let exponent =
      GammaFunction.stirlingError(n) - GammaFunction.stirlingError(x)
      - GammaFunction.stirlingError(n - x)
      - deviance(x, n * p) - deviance(n - x, n * q)
    return Elementary.exp(exponent) * (n / (2 * Double.pi * x * (n - x))).squareRoot()
  }

  /// The probability of fewer successes than a number.
  public func below(_ successes: Int) -> Double {
    guard successes > 0 else { return 0 }
    guard successes <= trials else { return 1 }
    return isLow(successes) ? lower(successes - 1) : max(0, 1 - upper(successes))
  }

  /// The probability of so many successes or more.
  public func atLeast(_ successes: Int) -> Double {
    guard successes > 0 else { return 1 }
    guard successes <= trials else { return 0 }
    return isLow(successes) ? max(0, 1 - lower(successes - 1)) : upper(successes)
  }

  /// Whether the tail below a number is the smaller of the two, so that it is the one to sum.
  private func isLow(_ successes: Int) -> Bool { Double(successes) <= Double(trials) * probability }

  /// P(X ≤ k), summed downwards from its largest term.
  private func lower(_ most: Int) -> Double {
    let odds = (1 - probability) / probability
    return tail(exactly(most), from: most) { k in
      k == 0 ? nil : (k - 1, Double(k) / Double(trials - k + 1) * odds)
    }
  }

  /// P(X ≥ k), summed upwards from its largest term.
  private func upper(_ least: Int) -> Double {
    let odds = probability / (1 - probability)
    return tail(exactly(least), from: least) { k in
      k == trials ? nil : (k + 1, Double(trials - k) / Double(k + 1) * odds)
    }
  }

  /// Terms that only become smaller, each the one before times a ratio.
  private func tail(
    _ first: Double, from start: Int, next: (Int) -> (place: Int, ratio: Double)?
  ) -> Double {
    var (sum, term, place) = (first, first, start)
    while let (following, ratio) = next(place), term > sum * 1e-18 {
      term *= ratio
      sum += term
      place = following
    }
    return min(1, sum)
  }
}

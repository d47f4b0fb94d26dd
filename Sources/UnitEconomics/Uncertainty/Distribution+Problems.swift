extension Distribution {
  /// What cannot be right about a distribution's parameters.
  public enum Problem: Sendable, Hashable, CaseIterable {
    /// A parameter is infinite or not a number.
    case notFinite
    case lowAboveHigh
    case modeOutsideBounds
    case negativeDeviation
    case medianNotPositive
    /// α, β or the shape of a gamma is 0 or less.
    case shapeNotPositive
    case scaleNotPositive
    /// The mean of a Poisson is below 0.
    case negativeMean
    case noTrials
    /// Successes are below 0 or above the trials.
    case successesOutsideTrials
    case noValues
    /// There are more weights than values, or fewer.
    case unmatchedWeights
    case negativeWeight
    /// All weights are 0.
    case noWeight
    case truncationLowAboveHigh
    /// No value is left, or so little of the probability that a number does not hold it.
    case truncationLeavesNothing
  }
}

extension Distribution.Family {
  /// What is not right with the parameters, truncation aside.
  var problems: [Distribution.Problem] {
    let wrong: [(Bool, Distribution.Problem)]
    switch self {
    case .normal(_, let deviation): wrong = [(deviation < 0, .negativeDeviation)]
    case .lognormal(let median, let sigma):
      wrong = [(median <= 0, .medianNotPositive), (sigma < 0, .negativeDeviation)]
    case .uniform(let low, let high): wrong = [(low > high, .lowAboveHigh)]
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      let isOutside = low <= high && (mode < low || mode > high)
      wrong = [(low > high, .lowAboveHigh), (isOutside, .modeOutsideBounds)]
    case .beta(let alpha, let beta, let low, let high):
      wrong = [(alpha <= 0 || beta <= 0, .shapeNotPositive), (low > high, .lowAboveHigh)]
    case .successes(let successes, let trials):
      let isOutside = trials > 0 && !(0...trials).contains(successes)
      wrong = [(trials <= 0, .noTrials), (isOutside, .successesOutsideTrials)]
    case .gamma(let shape, let scale):
      wrong = [(shape <= 0, .shapeNotPositive), (scale <= 0, .scaleNotPositive)]
    case .poisson(let mean): wrong = [(mean < 0, .negativeMean)]
    case .discrete(let values, let weights):
      let isLight = !weights.isEmpty && weights.allSatisfy { $0 == 0 }
      wrong = [
        (values.isEmpty, .noValues), (values.count != weights.count, .unmatchedWeights),
        (weights.contains { $0 < 0 }, .negativeWeight), (isLight, .noWeight),
      ]
    case .empirical(let values): wrong = [(values.isEmpty, .noValues)]
    }
    let found = wrong.filter(\.0).map(\.1)
    return found.isEmpty && !numbers.allSatisfy(\.isFinite) ? [.notFinite] : found
  }

  /// All that was stated.
  private var numbers: [Double] {
    switch self {
    case .normal(let a, let b), .lognormal(let a, let b), .uniform(let a, let b),
      .gamma(let a, let b):
      [a, b]
    case .triangular(let a, let b, let c), .pert(let a, let b, let c): [a, b, c]
    case .beta(let a, let b, let c, let d): [a, b, c, d]
    case .successes: []
    case .poisson(let mean): [mean]
    case .discrete(let values, let weights): values + weights
    case .empirical(let values): values
    }
  }
}

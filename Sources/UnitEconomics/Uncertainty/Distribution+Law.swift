extension Distribution {
  /// The law that a distribution is read from, and what is not right with it.
  static func law(
    of family: Family, lowest: Double, highest: Double
  ) -> (any Law, [Problem]) {
    var problems = family.problems
    // Not a number is not below either.
    if !(lowest <= highest) { problems.append(.truncationLowAboveHigh) }
    guard problems.isEmpty else { return (UndefinedLaw(), problems) }
    let law = family.law
    let support = law.support
    guard lowest > support.lowerBound || highest < support.upperBound else { return (law, []) }
    guard lowest <= support.upperBound, highest >= support.lowerBound,
      let truncated = law.truncated(
        to: max(lowest, support.lowerBound)...min(highest, support.upperBound))
    else { return (UndefinedLaw(), [.truncationLeavesNothing]) }
    return (truncated, [])
  }
}

extension Distribution.Family {
  /// The law of a family whose parameters are right.
  fileprivate var law: any Law {
    // Where nothing is uncertain there is one value, and formulas that divide by the spread fail.
    if let certain { return PointMasses(values: [certain], weights: [1]) }
    switch self {
    case .normal(let mean, let deviation):
      return NormalLaw(mean: mean, deviation: deviation)
    case .lognormal(let median, let sigma): return LognormalLaw(median: median, sigma: sigma)
    case .uniform(let low, let high): return UniformLaw(low: low, high: high)
    case .triangular(let low, let mode, let high):
      return TriangularLaw(low: low, mode: mode, high: high)
    case .pert(let low, let mode, let high):
      let (left, right) = ((mode - low) / (high - low), (high - mode) / (high - low))
      return BetaLaw(1 + 4 * left, 1 + 4 * right, low: low, high: high)
    case .beta(let alpha, let beta, let low, let high):
      return BetaLaw(alpha, beta, low: low, high: high)
    case .successes(let successes, let trials):
      return BetaLaw(Double(successes) + 0.5, Double(trials - successes) + 0.5, low: 0, high: 1)
    case .gamma(let shape, let scale): return GammaLaw(shape: shape, scale: scale)
    case .poisson(let mean): return PoissonLaw(mean: mean)
    case .discrete(let values, let weights):
      return PointMasses(values: values, weights: weights)
    case .empirical(let values):
      return PointMasses(values: values, weights: values.map { _ in 1 })
    }
  }

  /// The only value, where there is but one.
  private var certain: Double? {
    switch self {
    case .normal(let value, let spread), .lognormal(let value, let spread):
      spread == 0 ? value : nil
    case .uniform(let low, let high), .triangular(let low, _, let high),
      .pert(let low, _, let high), .beta(_, _, let low, let high):
      low == high ? low : nil
    case .poisson(let mean): mean == 0 ? 0 : nil
    case .successes, .gamma, .discrete, .empirical: nil
    }
  }
}

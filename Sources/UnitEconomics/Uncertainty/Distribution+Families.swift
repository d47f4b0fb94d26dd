import Formulas

/// Below which number a standard normal draw lies nineteen times of twenty.
private let normal95 = 1.6448536269514727

extension Distribution.Family {
  /// The normal that lies below one value once in twenty, and above the other as often.
  public static func normal(p5: Double, p95: Double) -> Self {
    .normal(mean: 0.5 * p5 + 0.5 * p95, standardDeviation: (p95 - p5) / (2 * normal95))
  }

  /// The lognormal that lies below one value once in twenty, and above the other as often.
  ///
  ///     Distribution(.lognormal(p5: 1, p95: 100)).quantile(0.5)   // 10.0
  public static func lognormal(p5: Double, p95: Double) -> Self {
    .lognormal(
      median: p5 > 0 ? p5.squareRoot() * p95.squareRoot() : p5,
      sigma: (Elementary.log(p95) - Elementary.log(p5)) / (2 * normal95))
  }

  /// The lognormal that lies below its median half of the time and above p95 once in twenty.
  public static func lognormal(p50: Double, p95: Double) -> Self {
    .lognormal(median: p50, sigma: (Elementary.log(p95) - Elementary.log(p50)) / normal95)
  }

  /// The gamma of a mean and a standard deviation: shape (mean/sd)², scale sd²/mean.
  ///
  /// - Edge cases: a scale that is not positive, which is a problem, for a mean or a deviation that
  ///   is not.
  public static func gamma(mean: Double, standardDeviation: Double) -> Self {
    let ratio = mean / standardDeviation
    // Squared, a deviation below 0 would pass for one above.
    let scale = standardDeviation > 0 ? standardDeviation / ratio : standardDeviation
    return .gamma(shape: ratio * ratio, scale: scale)
  }
}

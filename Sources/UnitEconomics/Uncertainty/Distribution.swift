import Formulas

/// What is known of one uncertain number: which values it can have, and how likely each is.
///
///     let days = Distribution(.pert(low: 3, mode: 7, high: 18))
///     days.mean             // 8.166666666666666
///     days.quantile(0.95)   // 13.03502041551689
///
/// - Units: those of the number; probabilities are shares of one.
/// - Undefined: what has ``problems`` has neither moments nor quantiles; all are not a number.
public struct Distribution: Sendable, Equatable {
  public let family: Family
  /// What lies below has been left out, and the rest made likelier in proportion.
  public let lowest: Double
  /// What lies above has been left out likewise.
  public let highest: Double
  /// What is not right with the parameters, worked out once.
  public let problems: [Problem]
  let law: any Law

  /// - Parameters:
  ///   - family: with its parameters.
  ///   - lowest: the least value to be left after truncation.
  ///   - highest: the greatest.
  public init(_ family: Family, lowest: Double = -.infinity, highest: Double = .infinity) {
    self.family = family
    self.lowest = lowest
    self.highest = highest
    (law, problems) = Self.law(of: family, lowest: lowest, highest: highest)
  }

  /// The distribution without what lies outside a range.
  ///
  /// - Source: the density inside, divided by the probability of lying inside.
  public func truncated(to range: ClosedRange<Double>) -> Distribution {
    Distribution(
      family, lowest: max(lowest, range.lowerBound), highest: min(highest, range.upperBound))
  }

  public static func == (a: Distribution, b: Distribution) -> Bool {
    a.family == b.family && a.lowest == b.lowest && a.highest == b.highest
  }

  /// The shape of an uncertain number, and its parameters.
  public enum Family: Sendable, Equatable {
    case normal(mean: Double, standardDeviation: Double)
    /// The logarithm is normal, with standard deviation sigma.
    case lognormal(median: Double, sigma: Double)
    case uniform(low: Double, high: Double)
    case triangular(low: Double, mode: Double, high: Double)
    /// A beta between low and high whose mean is (low + 4 mode + high)/6.
    ///
    ///     α = 1 + 4 (mode − low)/(high − low),   β = 6 − α
    ///     variance = (mean − low)(high − mean)/7, and not ((high − low)/6)²
    ///
    /// - Source: Malcolm and others, Operations Research 7, 1959, for the mean; the shapes are
    ///   those of the only beta with λ = 4 that has it.
    case pert(low: Double, mode: Double, high: Double)
    case beta(alpha: Double, beta: Double, low: Double = 0, high: Double = 1)
    /// The rate of success that a pilot shows, by Jeffreys' prior: a beta with
    /// α = successes + ½ and β = trials − successes + ½.
    ///
    /// - Source: Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical
    ///   Science 16, 2001: its interval covers as often as it says, for small pilots as well.
    case successes(Int, trials: Int)
    case gamma(shape: Double, scale: Double)
    case poisson(mean: Double)
    /// Some values, each as likely as its weight is of all weights.
    case discrete(values: [Double], weights: [Double])
    /// Values that were seen, each as likely as any other; nothing lies between them.
    case empirical([Double])
  }
}

extension Distribution {
  /// The value that is not exceeded with a probability.
  ///
  /// - Parameters:
  ///   - p: the probability.
  ///   - complement: 1 − p with all its digits, so that the upper tail keeps its own.
  /// - Edge cases: the ends of the support at 0 and 1. Of single values it is the least whose
  ///   cumulative probability reaches p.
  public func quantile(_ p: Double, complement: Double) -> Double {
    p >= 0 && complement >= 0 ? law.quantile(p, complement: complement) : .nan
  }

  /// The value that is not exceeded with a probability.
  public func quantile(_ p: Double) -> Double { quantile(p, complement: 1 - p) }

  /// The quantiles of ascending probabilities, each begun from its neighbour.
  public func quantiles(at points: [(p: Double, complement: Double)]) -> [Double] {
    law.quantiles(at: points)
  }

  /// The probability of a value or less.
  public func cumulative(_ x: Double) -> Double { law.tails(at: x).lower }

  /// The probabilities of a value or less, and of more, each with all its digits.
  public func tails(at x: Double) -> Tails { law.tails(at: x) }

  /// The mean in closed form; of a truncated one an integral that is right to 1e-12.
  public var mean: Double { law.moments.mean }

  /// The mean squared distance from the mean, as right as the mean.
  public var variance: Double { law.moments.variance }

  /// The least and the greatest value, infinite where there is none.
  public var support: ClosedRange<Double> { law.support }

  /// Whether every single value has probability 0.
  public var isContinuous: Bool { law.isContinuous }
}

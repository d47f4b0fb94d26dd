/// The mean of a distribution, and the mean squared distance from it.
struct Moments: Sendable {
  let mean: Double
  let variance: Double
}

/// How a family of distributions is computed, its parameters known to be right.
///
/// A new one is a type beside this file, a case of ``Distribution/Family``, and its line in
/// `Distribution+Law.swift`; the compiler asks for the rest.
protocol Law: Sendable {
  func quantile(_ p: Double, complement: Double) -> Double
  func quantiles(at points: [(p: Double, complement: Double)]) -> [Double]

  /// P(X ≤ x) and P(X > x).
  func tails(at x: Double) -> Tails
  /// P(X < x) and P(X ≥ x).
  func tails(below x: Double) -> Tails

  var moments: Moments { get }
  var support: ClosedRange<Double> { get }
  var isContinuous: Bool { get }

  /// The law inside a range, or nil if nothing lies there.
  func truncated(to range: ClosedRange<Double>) -> (any Law)?
  /// The moments inside a range, where there is a better way than to integrate quantiles.
  func moments(within range: ClosedRange<Double>) -> Moments?
}

extension Law {
  func quantiles(at points: [(p: Double, complement: Double)]) -> [Double] {
    points.map { quantile($0.p, complement: $0.complement) }
  }

  func tails(below x: Double) -> Tails { tails(at: x) }
  var isContinuous: Bool { true }

  func truncated(to range: ClosedRange<Double>) -> (any Law)? {
    TruncatedLaw(self, to: range)
  }

  func moments(within range: ClosedRange<Double>) -> Moments? { nil }
}

/// The law of a distribution whose parameters are not right.
struct UndefinedLaw: Law {
  func quantile(_ p: Double, complement: Double) -> Double { .nan }
  func tails(at x: Double) -> Tails { Tails(lower: .nan) }
  var moments: Moments { Moments(mean: .nan, variance: .nan) }
  var support: ClosedRange<Double> { -Double.infinity ... .infinity }
}

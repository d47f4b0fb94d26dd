extension Distribution: CustomStringConvertible {
  /// The distribution in plain words.
  ///
  ///     Distribution(.pert(low: 3, mode: 7, high: 18)).description
  ///     // PERT from 3 over 7 to 18
  public var description: String {
    switch (lowest > -.infinity, highest < .infinity) {
    case (false, false): family.description
    case (true, false): "\(family), at least \(plain(lowest))"
    case (false, true): "\(family), at most \(plain(highest))"
    case (true, true): "\(family), between \(plain(lowest)) and \(plain(highest))"
    }
  }
}

extension Distribution.Family: CustomStringConvertible {
  /// The family and its parameters in plain words.
  public var description: String {
    switch self {
    case .normal(let mean, let deviation):
      "normal with mean \(plain(mean)) and standard deviation \(plain(deviation))"
    case .lognormal(let median, let sigma):
      "lognormal with median \(plain(median)) and sigma \(plain(sigma))"
    case .uniform(let low, let high): "uniform from \(plain(low)) to \(plain(high))"
    case .triangular(let low, let mode, let high):
      "triangular from \(plain(low)) over \(plain(mode)) to \(plain(high))"
    case .pert(let low, let mode, let high):
      "PERT from \(plain(low)) over \(plain(mode)) to \(plain(high))"
    case .beta(let alpha, let beta, 0, 1): "beta with α \(plain(alpha)) and β \(plain(beta))"
    case .beta(let alpha, let beta, let low, let high):
      "beta with α \(plain(alpha)) and β \(plain(beta)) from \(plain(low)) to \(plain(high))"
    case .successes(let successes, let trials): "rate after \(successes) of \(trials) trials"
    case .gamma(let shape, let scale):
      "gamma with shape \(plain(shape)) and scale \(plain(scale))"
    case .poisson(let mean): "Poisson with mean \(plain(mean))"
    case .discrete(let values, _): "one of \(values.count) weighted values"
    case .empirical(let values): "one of \(values.count) values seen"
    }
  }
}

/// A number as short as it can be read back.
private func plain(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

import Formulas

/// What one call of a tool comes to, retries and time-outs included.
struct ToolFigures {
  /// The share of calls that fail even after the last retry.
  let lost: Formula
  let costPerCall: Formula
  let secondsPerCall: Formula
  let tries: Formula
  let busySeconds: Formula
  let callsPerAttempt: Formula
  /// The share of tasks that cannot do without the tool.
  let need: Formula
  let availability: Formula
}

/// z for which Φ(z) = 0.95: how many sigmas the 95th percentile lies above the median.
private let z95 = 1.6448536269514727

extension ModelBuilder {
  /// The figures of a tool whose latency X is lognormal, given by its median and 95th percentile.
  ///
  ///     σ = ln(p95 / p50) / z₀.₉₅         P(timeout) = 1 − Φ(ln(T / p50) / σ)
  ///     busy seconds of a try = E[min(X, T)]
  ///                           = p50 · exp(σ² / 2) · Φ(ln(T / p50) / σ − σ) + T · P(timeout)
  ///     a try fails with q = 1 − (1 − error rate)(1 − P(timeout))
  ///     tries a call = 1 + q + … + q^r    lost = q^(r + 1)    back-off = b Σ q^i 2^(i − 1)
  ///
  /// - Units: seconds and currency per call. A try that errors takes its full latency.
  /// - Undefined: the 95th percentile lies below the median.
  mutating func tool(_ tool: Tool) -> ToolFigures {
    let path = InputPath.appending(tool.name, to: "tools")
    let timing = latency(of: tool, path)
    // 1 − (1 − error rate)(1 − P(timeout)) would lose the digits of a share that is small.
    let fails = define(
      "\(path).tryFails", "share of tries that fail", .share,
      timing.timeoutShare + (1 - timing.timeoutShare) * self(tool.errorRate))
    let retries = whole(tool.maxRetries)
    let tries = define(
      "\(path).tries", "tries a call, the first included", .one,
      series(ratio: fails, terms: retries + 1))
    let lost = define(
      "\(path).lost", "share of calls lost after the last retry", .share,
      power(fails, retries + 1))
    let waits = 2 * fails
    let pauses = retries == 0 ? Formula.constant(0) : fails * series(ratio: waits, terms: retries)
    let backoff = define(
      "\(path).backoffSeconds", "seconds a call waits before retries", .second / .call,
      pauses * self(tool.backoff))
    return ToolFigures(
      lost: lost,
      costPerCall: costPerCall(tool, path, tries: tries, busySeconds: timing.busySeconds),
      secondsPerCall: define(
        "\(path).secondsPerCall", "seconds a call takes, retries and pauses included",
        .second / .call, tries * timing.busySeconds + backoff),
      tries: tries, busySeconds: timing.busySeconds,
      callsPerAttempt: self(tool.callsPerAttempt),
      need: Formula.min(1, self(tool.callsPerAttempt).number(of: .call / .attempt)),
      availability: self(tool.availability))
  }

  private mutating func latency(
    of tool: Tool, _ path: String
  ) -> (timeoutShare: Formula, busySeconds: Formula) {
    let median = self(tool.median)
    let p95 = self(tool.p95)
    // A spread of nothing would divide by 0; one part in 10⁹ is a spread of nothing to any reader.
    let spread = Formula.max(Formula.log(p95 / median) / .constant(z95), 1e-9)
    let sigma = define(
      "\(path).sigma", "sigma of the lognormal latency", .one,
      .select(
        median.isAtMost(p95), then: spread,
        otherwise: .undefined(because: "\(tool.p95.path) is below \(tool.median.path)")))
    let mean = median * Formula.exp(sigma * sigma / 2)
    let share = "share of tries that reach the timeout"
    let busy = "seconds a try keeps the tool busy"
    guard let timeout = tool.timeout.map({ self($0) }) else {
      return (
        define("\(path).timeoutShare", share, .share, .constant(0)),
        define("\(path).busySeconds", busy, .second / .call, mean)
      )
    }
    let z = Formula.log(timeout / median) / sigma
    // Φ(−z) keeps its digits where 1 − Φ(z) would lose them.
    let timeoutShare = define("\(path).timeoutShare", share, .share, .normalCDF(0 - z))
    let untilDone = mean * Formula.normalCDF(z - sigma)
    return (
      timeoutShare,
      define(
        "\(path).busySeconds", busy, .second / .call, untilDone + timeout * timeoutShare)
    )
  }

  private mutating func costPerCall(
    _ tool: Tool, _ path: String, tries: Formula, busySeconds: Formula
  ) -> Formula {
    var parts: [Formula] = []
    if let price = tool.price { parts.append(tries * self(price)) }
    if let price = tool.priceByTime { parts.append(tries * busySeconds * self(price)) }
    return define(
      "\(path).costPerCall", "cost of a call, its retries included", .money / .call,
      .sum(parts.map { $0.expressed(in: .money / .call) }, unit: .money / .call))
  }

  /// 1 + x + x² + …, nested so that each step is one product and one sum.
  func series(ratio: Formula, terms: Int) -> Formula {
    guard terms > 1 else { return 1 }
    return (2..<terms).reduce(1 + ratio) { sum, _ in 1 + ratio * sum }
  }

  /// A whole power as a product.
  func power(_ base: Formula, _ exponent: Int) -> Formula {
    .product(Array(repeating: base, count: exponent))
  }
}

import Formulas
import UnitEconomics

/// Runs of a release beside those before it: how figures changed, how sure that is, and whether a change that
/// matters would have been seen.
public struct ReleaseComparison: Sendable {
  public let before: Tally
  public let after: Tally

  /// - Parameters:
  ///   - before: measured with ``MeasureSettings/wantsSpread``, as `after` is.
  public init(before: Tally, after: Tally) {
    self.before = before
    self.after = after
  }

  /// One figure before and after.
  public struct Change: Sendable {
    public let figure: ReleaseFigure
    public let before: Double
    public let after: Double
    /// Where the difference lies with 95 % confidence; nil where too little was seen.
    public let interval: ClosedRange<Double>?
    /// How likely chance alone makes a difference as large, two-sided; nil where too little was seen.
    public let pValue: Double?
    let standardError: Double?

    public var difference: Double { after - before }
    /// Whether the interval leaves no change out.
    public var isSure: Bool { interval.map { !$0.contains(0) } ?? false }

    /// The least change that such a comparison finds in four of five tries.
    public var leastSeen: Double? {
      standardError.map { (1.959963984540054 + 0.8416212335729143) * $0 }
    }

    /// How likely a comparison like this one finds a change of some size.
    public func power(of change: Double) -> Double? {
      guard let error = standardError, error > 0 else { return nil }
      return Elementary.normalCDF(abs(change) / error - 1.959963984540054)
    }
  }

  /// The change of a figure; nil where one side does not have it.
  public func change(of figure: ReleaseFigure) -> Change? {
    switch figure {
    case .tsr: shares(figure) { ($0.outcomes[.success] ?? 0, $0.judgedRuns) }
    case .escalationRate: shares(figure) { ($0.outcomes[.escalated] ?? 0, $0.judgedRuns) }
    case .failedRate: shares(figure) { ($0.outcomes[.failed] ?? 0, $0.judgedRuns) }
    case .policyBlockedRate: shares(figure) { ($0.reasons[.policyBlocked] ?? 0, $0.judgedRuns) }
    case .toolErrorRate: shares(figure) { ($0.toolErrors, $0.toolCalls) }
    case .costPerAttempt: costs(figure) { $0.perCase }
    case .costPerSuccess: costs(figure) { $0 }
    case .secondsPerAttempt:
      means(figure, scale: 1e-3, before.spread.runtime, after.spread.runtime)
    }
  }

  /// Costs as recorded where both sides record them, else by the price list.
  private func costs(
    _ figure: ReleaseFigure, _ sums: (RatioSums) -> RatioSums
  ) -> Change? {
    let recorded = [before, after].map(\.spread.recorded)
    let computed = [before, after].map(\.spread.computed)
    let both = recorded.allSatisfy { $0.cases > 0 } ? recorded : computed
    return means(figure, scale: 1e-8, sums(both[0]), sums(both[1]))
  }

  private func means(
    _ figure: ReleaseFigure, scale: Double, _ one: RatioSums, _ other: RatioSums
  ) -> Change? {
    guard let before = one.ratio, let after = other.ratio else { return nil }
    let error = one.standardError.flatMap { own in
      other.standardError.map { (own * own + $0 * $0).squareRoot() * scale }
    }
    let difference = (after - before) * scale
    return Change(
      figure: figure, before: before * scale, after: after * scale,
      interval: error.map {
        difference - 1.959963984540054 * $0...difference + 1.959963984540054 * $0
      }, pValue: error.flatMap { Self.pValue(difference, $0) }, standardError: error)
  }

  /// Newcombe's interval for the difference of two shares, and the test of two shares that are pooled.
  ///
  /// - Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
  ///   Medicine 17, 1998, method 10.
  private func shares(
    _ figure: ReleaseFigure, _ counts: (Tally) -> (cases: Int, all: Int)
  ) -> Change? {
    let (one, other) = (counts(before), counts(after))
    guard one.all > 0, other.all > 0 else { return nil }
    let (n, m) = (Double(one.all), Double(other.all))
    let (p, q) = (Double(one.cases) / n, Double(other.cases) / m)
    let (own, new) = (
      wilsonInterval(one.cases, of: one.all), wilsonInterval(other.cases, of: other.all)
    )
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = q - p
    let low = difference - distance(q - new.lowerBound, own.upperBound - p)
    let high = difference + distance(new.upperBound - q, p - own.lowerBound)
    let pooled = Double(one.cases + other.cases) / (n + m)
    let ofNone = (pooled * (1 - pooled) * (1 / n + 1 / m)).squareRoot()
    // A share that was nowhere seen may be seen once: its error is that of the middle of its interval.
    func middle(_ range: ClosedRange<Double>) -> Double {
      let share = (range.lowerBound + range.upperBound) / 2
      return share * (1 - share)
    }
    let error = (middle(own) / n + middle(new) / m).squareRoot()
    return Change(
      figure: figure, before: p, after: q, interval: low...high,
      pValue: Self.pValue(difference, ofNone), standardError: error)
  }

  private static func pValue(_ difference: Double, _ error: Double) -> Double? {
    if difference == 0 { return 1 }
    guard error > 0 else { return nil }
    return 2 * Elementary.normalCDF(-abs(difference) / error)
  }
}

/// What a trigger says of a release.
public struct TriggerVerdict: Sendable {
  /// Whether the release is to be taken back.
  public enum Verdict: String, Sendable {
    case holds
    /// The figure is beyond its limit, and chance may have put it there.
    case crossed
    /// The whole interval of the figure is beyond its limit.
    case fires
    /// The runs do not have the figure.
    case unknown
  }

  public let trigger: RollbackTrigger
  public let verdict: Verdict
  public let before: Double?
  public let after: Double?
  /// The figure at which it fires.
  public let threshold: Double?
  /// How likely runs like these show a release that is at its limit to be worse than before.
  public let power: Double?

  public init(_ trigger: RollbackTrigger, in comparison: ReleaseComparison) {
    self.trigger = trigger
    guard let change = comparison.change(of: trigger.figure) else {
      verdict = .unknown
      (before, after, threshold, power) = (nil, nil, nil, nil)
      return
    }
    let limit = trigger.threshold(before: change.before)
    (before, after, threshold) = (change.before, change.after, limit)
    power = change.power(of: limit - change.before)
    let sign = trigger.figure.isBetterHigh ? -1.0 : 1.0
    guard sign * (change.after - limit) > 0 else {
      verdict = .holds
      return
    }
    // How far the figure after is off by chance: the part of the interval on its good side.
    let good = change.interval.map {
      sign > 0 ? change.difference - $0.lowerBound : $0.upperBound - change.difference
    }
    verdict = good.map { sign * (change.after - limit) > $0 ? .fires : .crossed } ?? .crossed
  }
}

extension Tally {
  /// Runs of which it is told how they ended.
  fileprivate var judgedRuns: Int { outcomes.values.reduce(0, +) }
}

import Formulas

/// What of a release is looked at, beside the one before it.
public enum ReleaseFigure: String, Sendable, CaseIterable {
  case tsr, escalationRate, failedRate, policyBlockedRate, toolErrorRate
  case costPerAttempt, costPerSuccess, secondsPerAttempt

  /// What it counts.
  public var unit: Unit {
    switch self {
    case .tsr, .escalationRate, .failedRate, .policyBlockedRate, .toolErrorRate: .share
    case .costPerAttempt: .money / .attempt
    case .costPerSuccess: .money / .task
    case .secondsPerAttempt: .second / .attempt
    }
  }

  /// Whether more of it is better.
  public var isBetterHigh: Bool { self == .tsr }

  /// The figure as a person reads it.
  public var words: String {
    switch self {
    case .tsr: "task success rate"
    case .escalationRate: "escalation rate"
    case .failedRate: "failed rate"
    case .policyBlockedRate: "policy blocked"
    case .toolErrorRate: "tool error rate"
    case .costPerAttempt: "cost of a run"
    case .costPerSuccess: "cost of a success"
    case .secondsPerAttempt: "seconds of a run"
    }
  }
}

/// When a release is taken back: a figure that is worse than it may be.
public struct RollbackTrigger: Sendable {
  /// How bad a figure may become.
  public enum Limit: Sendable {
    /// Worse than before by so much.
    case worse(Input)
    /// So many times what it was before.
    case times(Input)
    /// Worse than this, whatever it was before.
    case bound(Input)

    public var input: Input {
      switch self {
      case .worse(let input), .times(let input), .bound(let input): input
      }
    }
  }

  public let name: String
  public let figure: ReleaseFigure
  public let limit: Limit

  public init(name: String, figure: ReleaseFigure, limit: Limit) {
    self.name = name
    self.figure = figure
    self.limit = limit
  }

  /// The figure at which it fires, by what the figure was before.
  public func threshold(before: Double) -> Double {
    let sign = figure.isBetterHigh ? -1.0 : 1.0
    switch limit {
    case .worse(let input): return before + sign * input.value
    case .times(let input): return figure.isBetterHigh ? before / input.value : before * input.value
    case .bound(let input): return input.value
    }
  }
}

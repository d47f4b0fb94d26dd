import Formulas

/// Inputs that people think of as one, and move together: all escalation rates, all prices of tokens.
public struct InputGroup: Sendable, Equatable {
  /// Which inputs belong together.
  public enum Kind: String, Sendable, CaseIterable {
    case escalation, latency, tokens, modelPrices, volume, loadedRate, cacheReads, planPrices

    /// The group as a person reads it.
    public var words: String {
      switch self {
      case .escalation: "escalation rates"
      case .latency: "latency of the tools"
      case .tokens: "tokens a call"
      case .modelPrices: "model prices"
      case .volume: "tasks a customer"
      case .loadedRate: "hourly rate of people"
      case .cacheReads: "cache reads"
      case .planPrices: "our own prices"
      }
    }
  }

  public let kind: Kind
  /// The inputs as they are spoken of: `outcomes.escalation.*`.
  public let statement: String
  public let paths: [String]
}

extension Scenario {
  /// The groups that a scenario has inputs for.
  public var inputGroups: [InputGroup] {
    InputGroup.Kind.allCases.map(inputGroup).filter { !$0.paths.isEmpty }
  }

  /// The inputs of one kind; none where the scenario has no such thing.
  public func inputGroup(_ kind: InputGroup.Kind) -> InputGroup {
    func matching(_ patterns: String...) -> [String] {
      patterns.map(PathPattern.init).flatMap { inputs.map(\.path).filter($0.matches) }
    }
    switch kind {
    case .escalation:
      let pattern = "outcomes.escalation.*"
      return InputGroup(kind: kind, statement: pattern, paths: matching(pattern))
    case .latency:
      let pattern = "tools.*.latency.*"
      return InputGroup(kind: kind, statement: pattern, paths: matching(pattern))
    case .tokens:
      return InputGroup(
        kind: kind, statement: "input, growth, output and reasoning of all calls",
        paths: matching(
          "inference.calls.*.input", "inference.calls.*.growth", "inference.calls.*.output",
          "inference.calls.*.reasoning"))
    case .modelPrices:
      return InputGroup(
        kind: kind, statement: "all prices of tokens",
        paths: inputs.filter {
          $0.path.hasPrefix("inference.prices") && $0.unit.inHomeMoney == .money / .megatoken
        }.map(\.path))
    case .volume:
      let pattern = "volume.segments.*.tasksPerCustomer"
      return InputGroup(kind: kind, statement: pattern, paths: matching(pattern))
    case .loadedRate:
      return InputGroup(
        kind: kind, statement: humanReview.rate.path, paths: [humanReview.rate.path])
    case .cacheReads:
      let pattern = "inference.calls.*.cacheRead"
      return InputGroup(kind: kind, statement: pattern, paths: matching(pattern))
    case .planPrices:
      let plan = chosenPlan.map { InputPath.appending($0, to: "plans") }
      return InputGroup(
        kind: kind, statement: plan.map { "all prices of \($0)" } ?? "",
        paths: inputs.filter { input in
          plan.map { input.path.hasPrefix($0 + ".") } ?? false && input.unit.inHomeMoney.isMoney
        }.map(\.path))
    }
  }
}

import Formulas

/// One plan as if it were the chosen one: its checks in every case, its worst case, what customers get.
public struct PlanOffer: Sendable {
  public let plan: Plan
  /// The checks of figures that depend on the plan, in the base case and under each stress they name.
  public let checks: [CheckReading]
  /// The gross margin in the base case, and under each stress.
  public let margins: [(stress: String?, margin: Reading)]
  /// The least of a customer's saving as a part of what people would cost, over all segments in the
  /// base case; nil where none has a value.
  public let leastSaving: (segment: String, share: Double)?

  public var name: String { plan.name }

  /// Whether every check that the plan can do something about holds wherever it must.
  public var isPassed: Bool { checks.allSatisfy(\.isPassed) }

  /// Whether no customer pays more than people would cost; true where no human baseline is stated.
  public let leavesSaving: Bool

  /// The gross margin of the base case.
  public var baseMargin: Double? { margins.first?.margin.value }

  /// The case with the lowest gross margin; one in which it has no value is worse than any other.
  public var worst: (stress: String?, margin: Reading) {
    worstMargin(of: margins)
  }

  /// The failed check that is farthest beyond its limit, one of the base case before any other.
  public var worstFailure: CheckReading? {
    let failures = checks.filter { !$0.isPassed }
    let inBase = failures.filter { $0.stress == nil }
    return (inBase.isEmpty ? failures : inBase).min {
      ($0.distance ?? -.infinity) / $0.scale < ($1.distance ?? -.infinity) / $1.scale
    }
  }
}

/// The lowest margin of some cases; one without a value is lower than any other.
func worstMargin(
  of margins: [(stress: String?, margin: Reading)]
) -> (stress: String?, margin: Reading) {
  margins.min { ($0.margin.value ?? -.infinity) < ($1.margin.value ?? -.infinity) }
    ?? (nil, .undefined(because: "there is no case"))
}

extension CheckReading {
  /// What a distance is measured in: the limit, or the figure where that is larger.
  fileprivate var scale: Double {
    max(abs(check.limit.value), abs(reading.value ?? 0), 1e-9)
  }
}

extension Check {
  /// The same check of a plan's own figure, where the plan has one of the name; nil where the figure
  /// does not depend on which plan is chosen, or is another plan's.
  func judged(on plan: String, of plans: [Plan], in graph: FormulaGraph) -> Check? {
    let own = InputPath.appending(plan, to: "plans")
    var check = self
    check.output = "\(own).\(output)"
    if graph.positions[check.output] != nil { return check }
    return output.utf8.starts(with: "\(own).".utf8) ? self : nil
  }

  /// Whether the figure is the same on whatever plan.
  func isShared(by plans: [Plan], in graph: FormulaGraph) -> Bool {
    plans.allSatisfy { judged(on: $0.name, of: plans, in: graph) == nil }
  }
}

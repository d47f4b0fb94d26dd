/// Which plan customers are on, or how many of them on each.
public enum PlanChoice: Sendable {
  case one(String)
  /// Parts of the customers; where a stress makes them add up to something else, they are taken in proportion.
  case mix([PlanShare])

  /// The plans that customers are on.
  public var plans: [String] {
    switch self {
    case .one(let name): [name]
    case .mix(let shares): shares.map(\.plan)
    }
  }

  /// Whether it is stated as shares.
  var isMix: Bool {
    if case .mix = self { true } else { false }
  }
}

/// The part of customers who are on a plan.
public struct PlanShare: Sendable {
  public var plan: String
  public var share: Input

  public init(plan: String, share: Input) {
    self.plan = plan
    self.share = share
  }
}

extension Scenario {
  /// What the scenario says for all customers whose segment says nothing else.
  public var planChoice: PlanChoice? {
    get { planMix.isEmpty ? chosenPlan.map(PlanChoice.one) : .mix(planMix) }
    set {
      switch newValue {
      case .mix(let shares): (chosenPlan, planMix) = (nil, shares)
      case .one(let name): (chosenPlan, planMix) = (name, [])
      case nil: (chosenPlan, planMix) = (nil, [])
      }
    }
  }

  /// Whether customers are on more than one plan, so that revenue is of a mix.
  public var mixesPlans: Bool {
    !planMix.isEmpty || volume.segments.contains { $0.plan != nil }
  }

  /// The one plan that revenue and margins are of; nil for a mix, and where nothing is sold.
  public var headlinePlan: String? { mixesPlans ? nil : chosenPlan }

  /// The headline plan as a table names it: its name, "mix", or nothing.
  public var planText: String { headlinePlan ?? (mixesPlans ? "mix" : "") }

  /// What customers of a segment are on.
  public func planChoice(of segment: Volume.Segment) -> PlanChoice? { segment.plan ?? planChoice }
}

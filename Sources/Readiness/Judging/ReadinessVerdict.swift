import UnitEconomics

/// Go or no-go, and why.
///
/// No-go where one of the three rules is not proven, or a blocking item is not met or unproven.
public struct ReadinessVerdict: Sendable {
  public let subject: ReadinessCase
  /// Every item, in the order of the checklist.
  public let results: [ItemResult]

  /// Judges every item of a checklist.
  public init(_ subject: ReadinessCase) {
    self.subject = subject
    results = subject.checklist.sections.flatMap { section in
      section.items.map { item in
        subject.result(of: item, at: InputPath.appending(item.key, to: section.key))
      }
    }
  }

  /// Each rule, the items that stand for it, and whether all of them are met.
  ///
  /// A rule that no item stands for is not proven.
  public var rules: [(rule: Checklist.Rule, items: [ItemResult], isMet: Bool)] {
    Checklist.Rule.allCases.map { rule in
      let items = results.filter { $0.item.rule == rule }
      return (rule, items, !items.isEmpty && items.allSatisfy { $0.state == .met })
    }
  }

  /// What stands in the way, in the order of the checklist.
  public var blocking: [ItemResult] {
    results.filter { $0.blocks || $0.item.rule != nil && $0.state != .met }
  }

  public var isGo: Bool { blocking.isEmpty && rules.allSatisfy(\.isMet) }

  public func count(_ state: ItemResult.State) -> Int { results.count { $0.state == state } }

  /// What a day without the agent forgoes: the profit of a day, or what people cost more than it.
  public var perDayOfDelay: Delay? {
    let values = subject.best.base.values
    let daysPerMonth = 730.0 / 24
    if !subject.scenario.plans.isEmpty, let profit = values[Output.grossProfit].value {
      return Delay(amount: profit / daysPerMonth, kind: .profit)
    }
    guard let human = values[Output.humanBaselineCostPerTask].value,
      let agent = values[Output.costPerCompletedTask].value,
      let tasks = values[Output.completedTasks].value
    else { return nil }
    return Delay(amount: (human - agent) * tasks / daysPerMonth, kind: .saving)
  }

  /// What a day is worth; less than nothing where each day with the agent loses money.
  public struct Delay: Sendable {
    /// What is forgone.
    public enum Kind: String, Sendable { case profit, saving }

    public let amount: Double
    public let kind: Kind
  }
}

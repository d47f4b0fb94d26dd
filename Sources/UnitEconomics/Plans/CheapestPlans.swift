import Formulas

/// The month if every customer takes the plan on which it pays least: who pays chooses.
///
/// Judged plan by plan, each has all customers; left to choose, the large ones take the plan that is cheap for large
/// use and the small ones the other, and less is left than on either.
public struct CheapestPlans: Sendable {
  /// The plan on which a customer of each segment pays least in the base case; of equal ones the first of the file.
  public let choices: [(segment: String, plan: String)]
  /// The month with these choices, in the base case and under each stress, in which nobody changes the plan.
  public let reading: ScenarioReading
  /// The checks of figures that depend on plans, wherever they must hold.
  public let checks: [CheckReading]

  /// What is told of the month.
  public static let figures: [Output] = [
    .revenue, .paymentFees, .grossProfit, .grossMargin, .contributionMargin,
  ]

  /// Whether customers of different segments take different plans.
  public var isMixed: Bool { Set(choices.map(\.plan)).count > 1 }

  /// The base case first.
  public var cases: [CaseReading] { reading.cases }

  /// The case with the lowest gross margin; one in which it has no value is worse than any other.
  public var worst: (stress: String?, margin: Reading) {
    worstMargin(of: cases.map { ($0.stress, $0.values[.grossMargin]) })
  }
}

extension PlanComparison {
  /// What is left if every customer takes the plan on which it pays least; nil where there are not two plans to choose
  /// from, or some customer's bill has no value on any.
  public func cheapest() throws(ModelFaults) -> CheapestPlans? {
    guard offers.count > 1 else { return nil }
    var scenario = model.scenario
    var choices: [(segment: String, plan: String)] = []
    for index in scenario.volume.segments.indices {
      let segment = scenario.volume.segments[index].name
      let bills = offers.compactMap { offer in
        base.values[CustomerFigure.revenue.path(offer.name, segment)]?.value.map {
          (plan: offer.name, bill: $0)
        }
      }
      guard let least = bills.min(by: { $0.bill < $1.bill }) else { return nil }
      scenario.volume.segments[index].plan = .one(least.plan)
      choices.append((segment, least.plan))
    }
    let shared = Set(sharedChecks.map(\.check.name))
    let reading = try ScenarioReading(scenario)
    return CheapestPlans(
      choices: choices, reading: reading,
      checks: reading.checks.filter { !shared.contains($0.check.name) })
  }
}

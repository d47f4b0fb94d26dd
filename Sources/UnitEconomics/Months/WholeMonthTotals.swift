import Formulas

/// What all customers together come to in some months: counts, people's time, and invoices.
struct WholeMonthTotals {
  var counts: MonthCounts
  /// What customers would pay if all were on one plan, plan by plan.
  var revenue: [[Double]]
  /// What they pay and what payment providers keep, each on the plan that it is on.
  var mixed: [Double]
  var mixedFees: [Double]

  init(months: Int, plans: Int) {
    let none = [Double](repeating: 0, count: months)
    counts = MonthCounts(months)
    revenue = Array(repeating: none, count: plans)
    (mixed, mixedFees) = (none, none)
  }

  /// Figures that are shares of the month's tasks.
  static let shares =
    ["tsr", "escalationRate", "failedRate", "completedShare"]
    + Reason.allCases.map { "escalationByReason.\($0)" }

  /// The figures of the whole month that are inputs of its formulas.
  static func givenFigures(of scenario: Scenario) -> [String] {
    let plans = scenario.plans.flatMap { plan in
      [Output.revenue, .paymentFees].map { plan.own($0) }
    }
    let mix = scenario.mixesPlans ? [Output.revenue.rawValue, Output.paymentFees.rawValue] : []
    return ["tasksSubmitted"] + shares + plans + mix
  }
}

extension Plan {
  /// The path of an output of its own.
  func own(_ output: Output) -> String {
    "\(InputPath.appending(name, to: "plans")).\(output.rawValue)"
  }
}

extension WholeMonthTotals {
  /// Every input of the whole month's formulas that luck moves, with its numbers.
  func inputs(of plan: MonthPlan) -> [(path: String, numbers: [Double])] {
    let scenario = plan.model.scenario
    let tasks = counts.tasks
    func share(_ numbers: [Double]) -> [Double] {
      zip(numbers, tasks).map { $1 > 0 ? $0 / $1 : 0 }
    }
    let completed = counts.numbers(.completed, plan.times)
    let wrong = counts.numbers(.wrong, plan.times)
    var result: [(path: String, numbers: [Double])] = [
      ("tasksSubmitted", tasks), ("tsr", share(counts.successes)),
      ("escalationRate", share(counts.numbers(.escalations, plan.times))),
      ("failedRate", share(wrong)),
      ("completedShare", share(completed)),
    ]
    /// An input about its value: so many times as much as cases would have led to expect.
    func scaled(_ input: Input?, _ numbers: [Double], per cases: [Double]) {
      guard let input, let value = plan.values[input.path]?.value else { return }
      result.append((input.path, zip(numbers, cases).map { $1 > 0 ? value * $0 / $1 : value }))
    }
    for (index, reason) in Reason.allCases.enumerated() {
      result.append(("escalationByReason.\(reason)", share(counts.escalations[index])))
      scaled(
        scenario.humanReview.handleTime[reason], counts.escalationTimes[index],
        per: counts.escalations[index])
    }
    scaled(scenario.humanReview.rework, counts.reworkTimes, per: counts.detected)
    let found = zip(counts.detected, wrong).map { $1 > 0 ? $0 / $1 : 0 }
    result.append((scenario.outcomes.wrongDetected.path, found))
    for (sold, revenue) in zip(scenario.plans, revenue) {
      let fee = plan.fee(of: sold)
      result.append((sold.own(.revenue), revenue))
      result.append((sold.own(.paymentFees), revenue.map { $0 * fee }))
    }
    result.append((Output.revenue.rawValue, mixed))
    result.append((Output.paymentFees.rawValue, mixedFees))
    return result
  }
}

extension MonthPlan {
  /// The share of revenue that the payment provider keeps.
  func fee(of plan: Plan) -> Double { plan.paymentFee.flatMap { values[$0.path]?.value } ?? 0 }

  /// How much of each customer of a segment is on each plan.
  ///
  /// Customers stand on a line, one behind the other, and the plans share the line: whoever stands across
  /// a border is on both in part, so that shares are kept to the last digit.
  func parts(of segment: Segment, at index: Int) -> [[Double]] {
    let scenario = model.scenario
    let none = scenario.plans.map { _ in 0.0 }
    guard let choice = scenario.planChoice(of: scenario.volume.segments[index]) else {
      return Array(repeating: none, count: segment.drawn)
    }
    let shares: [(plan: String, share: Double)] =
      switch choice {
      case .one(let name): [(name, 1)]
      case .mix(let shares): shares.map { ($0.plan, values[$0.share.path]?.value ?? 0) }
      }
    let all = shares.reduce(0) { $0 + $1.share }
    guard all > 0 else { return Array(repeating: none, count: segment.drawn) }
    return (0..<segment.drawn).map { customer in
      var parts = none
      var start = 0.0
      for (plan, share) in shares {
        let end = start + segment.customers * share / all
        let overlap =
          min(end, Double(customer + 1), segment.customers) - max(start, Double(customer))
        if let own = scenario.plans.firstIndex(where: { $0.name == plan }) {
          parts[own] += max(0, overlap)
        }
        start = end
      }
      return parts
    }
  }
}

import Formulas

/// What can be passed on, for a submitted task.
struct PassedCosts {
  let components: [Component: Formula]
  let total: Formula
  let tasks: Formula

  /// The cost of one submitted task.
  subscript(cost: Charge.PassedCost) -> Formula {
    (Component(rawValue: cost.rawValue).flatMap { components[$0] } ?? total) / tasks
  }
}

extension ModelBuilder {
  /// The customer's part of a cost, by submitted tasks, and a markup on it.
  ///
  ///     units · cost / submitted tasks · (1 + markup)
  ///
  /// - Undefined: no task is submitted, so that no part of the cost is anybody's.
  /// - Source: OpenMeter's dynamic price (a multiplier on the cost), with the multiplier less 1.
  func passThrough(_ units: Formula, _ costPerTask: Formula, markup: Input) -> Formula {
    (units * costPerTask).expressed(in: Self.perCustomer) * (1 + self(markup))
  }
}

import Formulas

/// The figures that every scenario has, by the names that checks, exports and other programs use.
public enum Output: String, Sendable, CaseIterable {
  case tasksSubmitted, attemptsPerTask, toolOutage, tsr, escalationRate, failedRate
  case completedTasks, runtimeSecondsPerTask, concurrency, workers
  case inferenceCost, toolsCost, infrastructureCost, humanReviewCost, failuresCost
  case totalCost, fixedCost
  case costPerCompletedTask, costPerSubmittedTask, costPerAutonomousSuccess
  case humanBaselineCostPerTask
  case revenue, paymentFees, grossProfit, grossMargin, contributionMargin

  /// The output as a person reads it: "cost per completed task".
  public var words: String {
    if self == .tsr { return "task success rate" }
    return rawValue.reduce(into: "") { words, letter in
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  /// The outputs that a plan has of its own.
  public static let ofPlan: [Output] = [
    .revenue, .paymentFees, .grossProfit, .grossMargin, .contributionMargin,
  ]
}

extension Values {
  /// The value of one of the outputs that every scenario has.
  public subscript(output: Output) -> Reading {
    self[output.rawValue] ?? .undefined(because: "the model has no \(output.rawValue)")
  }

  /// The value of a formula of a plan.
  public subscript(plan: String, output: Output) -> Reading {
    self["\(InputPath.appending(plan, to: "plans")).\(output.rawValue)"]
      ?? .undefined(because: "there is no plan \"\(plan)\"")
  }
}

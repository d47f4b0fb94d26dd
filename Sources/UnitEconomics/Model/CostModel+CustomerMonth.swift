import Formulas

/// What luck decides of one customer's month: inputs of the formulas that bill and cost it.
enum MonthInput: String, CaseIterable {
  case tasks, successes, escalations, completed, wrong, undetected
  /// On escalated tasks and on detected wrong results.
  case hours

  var path: String { "month.\(rawValue)" }

  var input: Input {
    let count = Unit.task / .customer / .month
    return switch self {
    case .tasks: Input(path, "tasks of the customer's month", 0, count)
    case .successes: Input(path, "autonomous successes of the month", 0, count)
    case .escalations: Input(path, "tasks escalated in the month", 0, count)
    case .completed: Input(path, "tasks completed in the month", 0, count)
    case .wrong: Input(path, "wrong results of the month", 0, count)
    case .undetected: Input(path, "of these, what nobody finds", 0, count)
    case .hours:
      Input(path, "hours on escalations and rework of the month", 0, .hour / .customer / .month)
    }
  }
}

/// What is told of one customer's month.
public enum CustomerMonthFigure: String, Sendable, CaseIterable {
  case tasks, tsr, escalations, humanHours, cost

  var path: String { "month.\(rawValue)" }
}

/// What is told of one customer's month on a plan.
enum CustomerMonthBill: CaseIterable {
  case revenue, contributionMargin, contribution, kicker

  func path(_ plan: String, _ segment: String) -> String {
    let plan = InputPath.appending(plan, to: "month.plans")
    let place = InputPath.appending(segment, to: "\(plan).segments")
    return switch self {
    case .revenue: "\(place).revenue"
    case .contributionMargin: "\(place).contributionMargin"
    case .contribution: "\(place).contribution"
    case .kicker: InputPath.appending(segment, to: "\(plan).kickerPerCustomer")
    }
  }
}

extension ModelBuilder {
  /// One customer's month behind the model's own formulas: its bill on every plan by the same formulas
  /// as any other, on tasks that are counted, and its cost.
  ///
  ///     cost = tasks · (variable cost a task, people and failures left out)
  ///            + people's hours · (human review cost / people's hours of all customers)
  ///            + undetected wrong results · what one costs + items per customer
  ///
  /// Its expectation is the cost of a customer, and at expected counts it is that.
  mutating func customerMonth(_ economics: Economics) {
    let tasks = self(MonthInput.tasks.input)
    let successes = self(MonthInput.successes.input)
    let escalations = self(MonthInput.escalations.input)
    let completed = self(MonthInput.completed.input)
    let wrong = self(MonthInput.wrong.input)
    let tsr = define(
      CustomerMonthFigure.tsr.path, "task success rate of the month", .share, successes / tasks)
    var month = economics
    month.outcomes = OutcomeFigures(
      attemptsPerTask: economics.outcomes.attemptsPerTask, escalationByReason: [],
      escalationRate: escalations / tasks, failedRate: wrong / tasks,
      // Where nothing was asked, nothing was missed: there is no credit, and no success to reward.
      tsr: .select(
        tasks.isAtMost(.constant(0, unit: tasks.unit)),
        then: .constant(1, unit: .share), otherwise: tsr),
      completedShare: completed / tasks,
      counted: TaskCounts(completed: completed, successes: successes, escalations: escalations))
    let cost = monthCost(month, tasks: tasks, looksLikeSuccess: successes + wrong)
    for plan in scenario.plans {
      let fee = plan.paymentFee.map { self($0) } ?? .constant(0, unit: .share)
      let path = InputPath.appending(plan.name, to: "month.plans")
      for var segment in scenario.volume.segments {
        segment.tasksPerCustomer = MonthInput.tasks.input
        let bill = self.bill(plan, path, segment, month)
        let net = bill * (1 - fee)
        segmentResults(
          of: segment, at: "\(path).segments", bill: bill, net: net, cost: cost)
        _ = define(
          CustomerMonthBill.contribution.path(plan.name, segment.name),
          "revenue of the month less payment fee and cost", Self.perCustomer, net - cost)
      }
    }
  }

  private mutating func monthCost(
    _ month: Economics, tasks: Formula, looksLikeSuccess: Formula
  ) -> Formula {
    let review = scenario.humanReview
    let perMonth = Unit.hour / .customer / .month
    var hours = [self(MonthInput.hours.input)]
    if let sampling = review.sampling {
      hours.append(looksLikeSuccess * self(sampling.share) * self(sampling.time))
    }
    if let approvals = review.approvals {
      hours.append(tasks * self(approvals.share) * self(approvals.time))
    }
    let spent = define(
      CustomerMonthFigure.humanHours.path, "people's hours of the month", perMonth,
      .sum(hours.map { $0.expressed(in: perMonth) }, unit: perMonth))

    let costs = month.costs.components
    let none = Formula.constant(0, unit: .money / .month)
    let people = costs[.humanReview] ?? none
    let groups = definitions.filter { $0.path?.utf8.starts(with: "humanHours.".utf8) ?? false }
    let all = Formula.sum(groups, unit: .hour / .month)
    let hourly = define(
      "month.costPerHour", "what an hour of people costs, idle hours and absence included",
      .money / .hour,
      .select(
        all.isAtMost(.constant(0, unit: all.unit)), then: .constant(0, unit: .money / .hour),
        otherwise: people / all))
    let variable = definitions.first { $0.path == "variableCostPerTask" } ?? none
    let others = people + (costs[.failures] ?? none)
    let machine = define(
      "month.machineCostPerTask", "variable cost of a task, people and failures left out",
      .money / .task, variable - others / month.costs.tasks)
    var parts = [tasks * machine, spent * hourly, itemsPerCustomer]
    if let price = scenario.failures.perUndetected {
      parts.append(self(MonthInput.undetected.input) * self(price))
    }
    return define(
      CustomerMonthFigure.cost.path, "cost of the customer's month", Self.perCustomer,
      .sum(parts.map { $0.expressed(in: Self.perCustomer) }, unit: Self.perCustomer))
  }
}

import Formulas

/// What all plans are computed from.
struct Economics {
  let outcomes: OutcomeFigures
  let toolCallsPerAttempt: Formula
  let tokensPerAttempt: Formula
  let totalCost: Formula
  let fixedCost: Formula
  /// Cost of a customer of each segment, in the order of the segments.
  let segmentCosts: [Formula]
}

extension ModelBuilder {
  /// Revenue and margins of one plan over all segments.
  ///
  ///     gross margin        = (revenue − payment fees − total cost) / revenue
  ///     contribution margin = (revenue − payment fees − (total cost − fixed cost)) / revenue
  ///
  /// - Undefined: nothing is earned, so there is nothing to take a share of.
  mutating func plan(_ plan: Plan, _ economics: Economics) {
    let path = InputPath.appending(plan.name, to: "plans")
    let fee = plan.paymentFee.map { self($0) } ?? .constant(0, unit: .share)
    var revenues: [Formula] = []
    for (segment, cost) in zip(scenario.volume.segments, economics.segmentCosts) {
      let bill = invoice(plan, path, segment, economics)
      revenues.append(bill * self(segment.customers))
      let place = InputPath.appending(segment.name, to: "\(path).segments")
      _ = define("\(place).revenue", "revenue from a customer", Self.perCustomer, bill)
      let net = bill * (1 - fee) - cost
      _ = define(
        "\(place).contributionMargin", "contribution margin of a customer", .share, net / bill)
    }
    let revenue = define(
      "\(path).revenue", "revenue of the month", .money / .month,
      .sum(revenues, unit: .money / .month))
    let fees = define(
      "\(path).paymentFees", "what the payment provider keeps", .money / .month, revenue * fee)
    let profit = define(
      "\(path).grossProfit", "revenue less payment fees and all cost", .money / .month,
      revenue - fees - economics.totalCost)
    _ = define("\(path).grossMargin", "gross margin", .share, profit / revenue)
    _ = define(
      "\(path).contributionMargin", "contribution margin: gross margin without fixed cost", .share,
      (profit + economics.fixedCost) / revenue)
  }

  static let perCustomer = Unit.money / .customer / .month

  /// What one customer of a segment pays: fee + charges + kicker, at least the minimum.
  private mutating func invoice(
    _ plan: Plan, _ path: String, _ segment: Volume.Segment, _ economics: Economics
  ) -> Formula {
    let tasks = self(segment.tasksPerCustomer)
    func place(_ part: String) -> String {
      InputPath.appending(segment.name, to: "\(path).\(part)")
    }
    var parts = [self(plan.platformFee)]
    for charge in plan.charges {
      let units = usage(of: charge.metric, tasks, economics)
      let name = InputPath.appending(charge.name, to: "chargePerCustomer")
      parts.append(
        define(
          place(name), "charge for \(charge.name), a customer", Self.perCustomer,
          amount(of: charge, units: units)))
    }
    if let kicker = plan.successKicker {
      parts.append(
        define(
          place("kickerPerCustomer"), "success kicker, a customer", Self.perCustomer,
          self.kicker(kicker, successes: tasks * economics.outcomes.tsr, economics.outcomes.tsr)))
    }
    let total = Formula.sum(
      parts.map { $0.expressed(in: Self.perCustomer) }, unit: Self.perCustomer)
    return define(
      place("revenuePerCustomer"), "revenue from a customer", Self.perCustomer,
      plan.minimum.map { .max(total, self($0).expressed(in: Self.perCustomer)) } ?? total)
  }

  /// How much of a metric one customer uses in a month.
  private func usage(of metric: Metric, _ tasks: Formula, _ economics: Economics) -> Formula {
    let outcomes = economics.outcomes
    let attempts = tasks * outcomes.attemptsPerTask
    return switch metric {
    case .submitted: tasks
    case .completed: tasks * outcomes.completedShare
    case .autonomousSuccess: tasks * outcomes.tsr
    case .escalation: tasks * outcomes.escalationRate
    case .attempt: attempts
    case .token: attempts * economics.tokensPerAttempt
    case .toolCall: attempts * economics.toolCallsPerAttempt
    }
  }

  private func kicker(_ kicker: SuccessKicker, successes: Formula, _ tsr: Formula) -> Formula {
    let each: Formula =
      switch kicker.amount {
      case .fixed(let amount): self(amount)
      case .share(let share, let value): self(share) * self(value)
      }
    let earned = (successes * each).expressed(in: Self.perCustomer)
    return .select(
      tsr.isAtLeast(self(kicker.aboveTSR)), then: earned,
      otherwise: .constant(0, unit: Self.perCustomer))
  }
}

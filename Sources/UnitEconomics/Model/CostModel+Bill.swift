import Formulas

extension ModelBuilder {
  /// What one customer of a segment pays, each step under a name.
  ///
  ///     due  = fee + charges + kicker − clawback
  ///     bill = max(due × what discounts leave, minimum) − SLA credit
  ///
  /// Where the minimum counts usage only, the fee is paid on top of it.
  mutating func bill(
    _ plan: Plan, _ path: String, _ segment: Volume.Segment, _ economics: Economics
  ) -> Formula {
    let tsr = economics.outcomes.tsr
    func place(_ part: String) -> String {
      InputPath.appending(segment.name, to: path, part)
    }
    let fee = self(plan.platformFee).expressed(in: Self.perCustomer)
    var usage: [Formula] = []
    var successes: [Formula] = []
    for charge in plan.charges {
      let amount = self.amount(of: charge, path, segment, economics)
      usage.append(amount)
      if charge.metric == .autonomousSuccess { successes.append(amount) }
    }
    if let kicker = plan.successKicker {
      let count = economics.outcomes.successes(of: self(segment.tasksPerCustomer))
      let earned = define(
        place("kickerPerCustomer"), "success kicker, a customer", Self.perCustomer,
        self.kicker(kicker, successes: count, tsr))
      usage.append(earned)
      successes.append(earned)
    }
    let countsFee = plan.minimumCounts == .everything
    var bill = Formula.sum(countsFee ? [fee] + usage : usage, unit: Self.perCustomer)
    if let clawback = plan.clawback {
      let billed = Formula.sum(successes, unit: Self.perCustomer)
      bill =
        bill
        - define(
          place("clawbackPerCustomer"), "given back for successes that are reversed, a customer",
          Self.perCustomer, billed * self(clawback))
    }
    let kept = discounts(plan).map {
      define(place("keptAfterDiscounts"), "share of the bill that discounts leave", .share, $0)
    }
    if let kept {
      _ = define(
        place("discountPerCustomer"), "discounts, a customer", Self.perCustomer,
        (countsFee ? bill : bill + fee) * (1 - kept))
      bill = (bill * kept).expressed(in: Self.perCustomer)
    }
    if let least = plan.minimum { bill = .max(bill, self(least).expressed(in: Self.perCustomer)) }
    if !countsFee { bill = bill + (kept.map { fee * $0 } ?? fee).expressed(in: Self.perCustomer) }
    if let sla = plan.slaCredit {
      let given = Formula.select(
        tsr.isLess(than: self(sla.belowTSR)), then: self(sla.credit),
        otherwise: .constant(0, unit: .share))
      _ = define(
        place("slaCreditPerCustomer"), "given back for a month below the agreed TSR, a customer",
        Self.perCustomer, bill * given)
      bill = (bill * (1 - given)).expressed(in: Self.perCustomer)
    }
    return define(
      place("revenuePerCustomer"), "revenue from a customer", Self.perCustomer, bill)
  }

  /// The share of the bill that discounts leave, each taken from what the one before left; nil for none.
  ///
  ///     (1 − discount)(1 − ramp discount · months / contract)(1 − prepayment discount · share)
  private func discounts(_ plan: Plan) -> Formula? {
    var kept: [Formula] = []
    if let discount = plan.discount { kept.append(1 - self(discount)) }
    if let ramp = plan.ramp {
      let part = Formula.min(1, (self(ramp.months) / self(ramp.of)).expressed(in: .one))
      kept.append(1 - self(ramp.discount) * part)
    }
    if let prepayment = plan.prepayment {
      kept.append(1 - self(prepayment.discount) * self(prepayment.share))
    }
    return kept.isEmpty ? nil : .product(kept)
  }

  /// What a charge comes to for one customer of a segment.
  private mutating func amount(
    of charge: Charge, _ path: String, _ segment: Volume.Segment, _ economics: Economics
  ) -> Formula {
    func place(_ part: String) -> String {
      let own = InputPath.appending(charge.name, to: path, part)
      return InputPath.appending(segment.name, to: own)
    }
    var usage = usage(of: charge.metric, segment, economics)
    if !charge.exclusions.isEmpty {
      let excluded = Formula.sum(charge.exclusions.map { self($0.share) }, unit: .share)
      usage = (usage * .max(0, 1 - excluded)).expressed(in: usage.unit)
    }
    var units = self.units(of: charge, usage: usage)
    if charge.namesUnits {
      units = define(
        place("unitsPerCustomer"),
        String(joining: "units billed for ", charge.name, ", a customer"), charge.usage, units)
    }
    let amount = self.amount(of: charge, units: units, costs: economics.costs, at: place)
    return define(
      place("chargePerCustomer"), String(joining: "charge for ", charge.name, ", a customer"),
      Self.perCustomer, amount)
  }

  /// How much of a metric one customer uses in a month, or has.
  private func usage(
    of metric: Metric, _ segment: Volume.Segment, _ economics: Economics
  ) -> Formula {
    let tasks = self(segment.tasksPerCustomer)
    let outcomes = economics.outcomes
    let attempts = tasks * outcomes.attemptsPerTask
    return switch metric {
    case .submitted: tasks
    case .completed: outcomes.completed(of: tasks)
    case .autonomousSuccess: outcomes.successes(of: tasks)
    case .escalation: outcomes.escalations(of: tasks)
    case .attempt: attempts
    case .token: attempts * economics.inference.tokensPerAttempt
    case .inputToken: attempts * economics.inference.inputTokensPerAttempt
    case .outputToken: attempts * economics.inference.outputTokensPerAttempt
    case .toolCall: attempts * economics.toolCallsPerAttempt
    case .seat:
      segment.seats.map { self($0) }
        ?? .undefined(because: "\(segment.name) states no seats", unit: .seat / .customer)
    case .activeCustomer: segment.active.map { self($0).expressed(in: .one) } ?? 1
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

extension Charge {
  /// Whether what is billed has a name of its own: where a price mentions it more than once, or it is not
  /// plainly the metric.
  fileprivate var namesUnits: Bool {
    switch model {
    case .standard, .graduated: conversion != nil || !exclusions.isEmpty
    case .volume, .package, .percentage, .graduatedPercentage, .passThrough: true
    }
  }
}

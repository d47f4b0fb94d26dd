import Formulas

extension ModelBuilder {
  /// What a charge comes to for so much usage of one customer.
  ///
  ///     convert unit → round unit → subtract included → price → discount → maximum → minimum
  ///       → round the line → prepaid credits
  ///
  /// The minimum comes after the maximum, and wins; it is owed in full where nothing is used.
  /// - Source: OpenMeter, `billing/rating/service/pricer.go`, but for the rounding of the line.
  ///
  /// - Parameter place: the path of a named step of this charge.
  mutating func amount(
    of charge: Charge, units: Formula, costs: PassedCosts, at place: (String) -> String
  ) -> Formula {
    var amount = price(of: charge, units: units, costs: costs, at: place)
      .expressed(in: Self.perCustomer)
    if let discount = charge.discount { amount = amount * (1 - self(discount)) }
    amount = amount.expressed(in: Self.perCustomer)
    if let most = charge.maximum { amount = .min(amount, self(most)) }
    if let least = charge.minimum { amount = .max(amount, self(least)) }
    if charge.roundEach == .charge { amount = rounded(amount, charge) }
    guard let credits = charge.credits else { return amount }
    let covered = self(credits.amount).expressed(in: Self.perCustomer)
    let paid = credits.price.map { self($0) } ?? covered
    let overage = Formula.max(.constant(0, unit: Self.perCustomer), amount - covered)
    return overage + paid.expressed(in: Self.perCustomer)
  }

  /// Where each charge model has its function.
  private mutating func price(
    of charge: Charge, units: Formula, costs: PassedCosts, at place: (String) -> String
  ) -> Formula {
    switch charge.model {
    case .standard(let price): units * self(price)
    case .graduated(let tiers): graduated(units, tiers, charge)
    case .volume(let tiers): volume(units, tiers, charge)
    case .package(let size, let price, let rounding):
      package(units, size: size, price: price, rounding, charge)
    case .percentage(let terms): percentage(units, terms, charge, at: place)
    case .graduatedPercentage(let value, let tiers):
      graduated((units * self(value)).expressed(in: Self.perCustomer), tiers, charge)
    case .passThrough(let cost, let markup): passThrough(units, costs[cost], markup: markup)
    }
  }

  /// What is billed of the usage: converted, rounded, and without what is included.
  func units(of charge: Charge, usage: Formula) -> Formula {
    guard let conversion = charge.conversion else { return paid(charge, usage) }
    let converted: Formula =
      switch conversion.factor {
      case .divideBy(let units): usage / self(units)
      case .multiplyBy(let credits): usage * self(credits)
      }
    let credits = converted.expressed(in: charge.usage)
    return charge.includedComesOff == .afterRounding
      ? paid(charge, rounded(credits, conversion.rounding))
      : rounded(paid(charge, credits), conversion.rounding)
  }

  private func paid(_ charge: Charge, _ units: Formula) -> Formula {
    guard let included = charge.included else { return units }
    return .max(.constant(0, unit: units.unit), units - self(included))
  }

  private func rounded(
    _ units: Formula, _ rounding: Charge.UnitConversion.Rounding
  ) -> Formula {
    switch rounding {
    case .none: units
    case .up: .ceil(units)
    case .down: .floor(units)
    case .nearest: .floor(units + .constant(0.5, unit: units.unit))
    }
  }

  /// An amount of money in whole steps, half a step up.
  func rounded(_ amount: Formula, _ charge: Charge) -> Formula {
    guard let roundTo = charge.roundTo else { return amount }
    let step = self(roundTo) * .constant(1, unit: .one / .customer / .month)
    return Formula.floor(amount / step + 0.5) * step
  }
}

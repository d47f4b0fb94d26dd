extension Unit {
  /// What a number in this unit is multiplied and divided by where `target` is expected, nil where it
  /// measures something else.
  ///
  /// People leave out what goes without saying: `$35 / month` for a price a customer and month. So a
  /// count may be missing here, but what is present must fit. Where days or minutes meet months, a
  /// month is `hoursPerMonth` long.
  ///
  ///     (Unit.money / .month).reading(as: .money / .customer / .month)!   // (multiplier: 1, divisor: 1)
  public func reading(
    as target: Unit, hoursPerMonth: Double = 730
  ) -> (multiplier: Double, divisor: Double)? {
    let own = dimension
    var missing = target.dimension &- own
    for count in Self.counts where own[count.rawValue] == 0 { missing[count.rawValue] = 0 }

    let months = Int(missing[Atom.month.rawValue])
    if months == -Int(missing[Atom.second.rawValue]) {
      missing[Atom.month.rawValue] = 0
      missing[Atom.second.rawValue] = 0
    }
    guard missing == .zero else { return nil }
    var (multiplier, divisor) = conversion(to: target)
    let secondsPerMonth = hoursPerMonth * 3600
    for _ in 0..<abs(months) {
      if months > 0 { divisor *= secondsPerMonth } else { multiplier *= secondsPerMonth }
    }
    return (multiplier, divisor)
  }

  /// What may go without saying.
  private static let counts: [Atom] = [
    .task, .attempt, .call, .customer, .seat, .worker, .fullTimeEquivalent, .run, .release,
    .credit, .foreignMoney,
  ]

  /// The same unit with the money of another currency.
  public var inForeignMoney: Unit {
    var result = self
    result.exponents[Atom.foreignMoney.rawValue] &+= exponents[Atom.money.rawValue]
    result.exponents[Atom.money.rawValue] = 0
    return result
  }

  /// The same unit with the scenario's own money.
  public var inHomeMoney: Unit {
    var result = self
    result.exponents[Atom.money.rawValue] &+= exponents[Atom.foreignMoney.rawValue]
    result.exponents[Atom.foreignMoney.rawValue] = 0
    return result
  }

  /// Whether it counts things a month, and nothing else: tasks a customer and month.
  public var isCountAMonth: Bool {
    exponents[Atom.month.rawValue] == -1 && !isMoney && exponents[Atom.foreignMoney.rawValue] == 0
  }

  /// Whether amounts of this unit are amounts of money.
  public var isMoney: Bool { exponents[Atom.money.rawValue] == 1 }
}

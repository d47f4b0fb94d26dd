import Formulas

extension ModelBuilder {
  /// Each tier prices the units that fall into it; a tier's upper bound belongs to it.
  ///
  ///     Σ price · max(0, min(units, up to) − lower bound) + flat fee of each tier that is entered
  ///
  /// - Source: the graduated (tiered, slab) model of Stripe, Lago, OpenMeter and Orb.
  func graduated(_ units: Formula, _ tiers: [Charge.Tier], _ charge: Charge) -> Formula {
    let none = Formula.constant(0, unit: units.unit)
    var lower: Formula?
    let amounts = tiers.indices.map { index in
      let tier = tiers[index]
      let upper = bound(of: index, in: tiers, charge).map { self($0) }
      let reached = upper.map { Formula.min(units, $0) } ?? units
      let within = lower.map { Formula.max(none, reached - $0) } ?? reached
      let isEntered = (lower ?? none).isLess(than: units)
      let amount = priced(
        within, tier, charge, isEntered: index > 0 || charge.atZero == .free ? isEntered : nil)
      lower = upper ?? lower
      return charge.roundEach == .tier ? rounded(amount, charge) : amount
    }
    return .sum(amounts, unit: Self.perCustomer)
  }

  /// All units at the price of the tier that they reach, and its flat fee.
  ///
  /// A tier's upper bound belongs to it. The amount may fall past a bound.
  ///
  ///     units · price of the tier that holds them + its flat fee
  ///
  /// - Source: the volume (bulk, TOP_TIER) model of Stripe, Lago, OpenMeter, Orb and Kill Bill.
  func volume(_ units: Formula, _ tiers: [Charge.Tier], _ charge: Charge) -> Formula {
    var amount = Formula.constant(0, unit: Self.perCustomer)
    for (index, tier) in tiers.enumerated().reversed() {
      let isUsed = Formula.constant(0, unit: units.unit).isLess(than: units)
      var own = priced(units, tier, charge, isEntered: charge.atZero == .free ? isUsed : nil)
      if charge.roundEach == .tier { own = rounded(own, charge) }
      amount =
        bound(of: index, in: tiers, charge).map {
          .select(units.isAtMost(self($0)), then: own, otherwise: amount)
        } ?? own
    }
    return amount
  }

  /// Where a tier ends; the last one nowhere, where it prices what lies beyond.
  private func bound(of index: Int, in tiers: [Charge.Tier], _ charge: Charge) -> Input? {
    let isOpen = index == tiers.count - 1 && charge.beyondTiers == .lastTier
    return isOpen ? nil : tiers[index].upTo
  }

  /// What a tier asks for so many units, and its flat fee.
  private func priced(
    _ units: Formula, _ tier: Charge.Tier, _ charge: Charge, isEntered: Formula?
  ) -> Formula {
    let sold = tier.size.map { packages(of: units, size: $0, .up, charge) } ?? units
    let amount = (sold * self(tier.price)).expressed(in: Self.perCustomer)
    guard let flat = tier.flat else { return amount }
    let fee = self(flat).expressed(in: Self.perCustomer)
    guard let isEntered else { return amount + fee }
    return amount
      + .select(isEntered, then: fee, otherwise: .constant(0, unit: Self.perCustomer))
  }
}

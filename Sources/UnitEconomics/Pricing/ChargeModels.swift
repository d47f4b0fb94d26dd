import Formulas

extension ModelBuilder {
  /// What a charge comes to for so many units: included units come off first, then the price.
  func amount(of charge: Charge, units: Formula) -> Formula {
    let none = Formula.constant(0, unit: units.unit)
    let paid = charge.included.map { Formula.max(none, units - self($0)) } ?? units
    let amount =
      switch charge.model {
      case .standard(let price): paid * self(price)
      case .graduated(let tiers): graduated(paid, tiers)
      }
    return amount.expressed(in: Self.perCustomer)
  }

  /// Each tier prices the units that fall into it; a tier's upper bound belongs to it.
  ///
  ///     Σ price · max(0, min(units, up to) − lower bound)
  ///
  /// - Source: the graduated (tiered, slab) model of Stripe, Lago, OpenMeter and Orb.
  private func graduated(_ units: Formula, _ tiers: [Charge.Tier]) -> Formula {
    let none = Formula.constant(0, unit: units.unit)
    var lower: Formula?
    let amounts = tiers.map { tier in
      let reached = tier.upTo.map { Formula.min(units, self($0)) } ?? units
      let within = lower.map { Formula.max(none, reached - $0) } ?? reached
      lower = tier.upTo.map { self($0) } ?? lower
      return (within * self(tier.price)).expressed(in: Self.perCustomer)
    }
    return .sum(amounts, unit: Self.perCustomer)
  }
}

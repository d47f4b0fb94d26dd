import Formulas

extension ModelBuilder {
  /// A share of what n events are worth, each taken to be worth the same.
  ///
  ///     first · clamp(value · (1 − ρ) · rate + fee) + (paid − first) · clamp(value · rate + fee)
  ///
  /// The free part ends at the first of its two limits, and takes whole events first: K events are free,
  /// a part ρ of the next one is too, and paid = max(0, n − K), first = min(1, paid). What one event
  /// pays is held between its minimum and its maximum after the fee; a free event pays neither.
  /// - Source: Lago's percentage model. It bills each event by its own worth; with a mean one, minimum
  ///   and maximum are exact where events are alike, and charges of their own can be stated where not.
  mutating func percentage(
    _ units: Formula, _ terms: Charge.Percentage, _ charge: Charge, at place: (String) -> String
  ) -> Formula {
    let value = self(terms.value)
    let price = define(
      place("pricePerEvent"), "what an event pays for \(charge.name)", charge.price,
      each(value, terms))
    let none = Formula.constant(0, unit: charge.usage)
    let free = self.free(terms, charge)
    let isWorthless = value.isAtMost(.constant(0, unit: value.unit))
    // What is worth nothing pays nothing, not even the fee; nor is it known how many would be free.
    let paid = define(
      place("paidEventsPerCustomer"), "events paid for \(charge.name), a customer", charge.usage,
      .select(
        isWorthless, then: none,
        otherwise: free.map { .max(none, units - counted($0.whole, charge)) } ?? units))
    guard let part = free?.part else { return paid * price }
    let rest = define(
      place("pricePerFirstEvent"),
      "what the event pays for \(charge.name) in which the free part ends", charge.price,
      each(value * (1 - part), terms))
    let first = Formula.min(counted(1, charge), paid)
    return .select(
      isWorthless, then: .constant(0, unit: Self.perCustomer),
      otherwise: (first * rest).expressed(in: Self.perCustomer)
        + ((paid - first) * price).expressed(in: Self.perCustomer))
  }

  private func counted(_ events: Formula, _ charge: Charge) -> Formula {
    events.counted(in: charge.usage)
  }

  /// What one event pays.
  private func each(_ value: Formula, _ terms: Charge.Percentage) -> Formula {
    var each = (value * self(terms.rate)).expressed(in: value.unit)
    if let fee = terms.perEvent { each = each + self(fee) }
    if let most = terms.maximumPerEvent { each = .min(each, self(most)) }
    if let least = terms.minimumPerEvent { each = .max(each, self(least)) }
    return each
  }

  /// The events that are free, and the part of the next one; nil where none is.
  private func free(
    _ terms: Charge.Percentage, _ charge: Charge
  ) -> (whole: Formula, part: Formula?)? {
    let events = terms.freeEvents.map { self($0).number(of: charge.usage) }
    guard let amount = terms.freeAmount else { return events.map { ($0, nil) } }
    let byAmount = (self(amount) / self(terms.value)).number(of: charge.usage)
    let whole = Formula.floor(byAmount)
    guard let events else { return (whole, byAmount - whole) }
    let free = Formula.min(events, whole)
    return (free, Formula.min(events, byAmount) - free)
  }
}

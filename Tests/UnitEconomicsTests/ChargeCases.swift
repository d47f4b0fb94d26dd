import Formulas
import Testing
import UnitEconomics

/// A bill that a public billing system works out in its own tests or its manual.
struct ChargeCase: Sendable, CustomTestStringConvertible {
  let name: String
  let units: Double
  /// As its source prints it.
  let expected: String
  let plan: @Sendable (inout Draft) -> Plan

  var testDescription: String { "\(name): \(units.formattedShort) units make \(expected)" }

  /// One charge on submitted tasks, which are the units.
  init(
    _ name: String, _ units: Double, _ expected: String,
    _ edit: @escaping @Sendable (inout Draft, inout Charge) -> Void
  ) {
    self.init(name, units, expected, charges: [edit])
  }

  /// Several charges, and a minimum of the whole plan.
  init(
    _ name: String, _ units: Double, _ expected: String, fee: Double = 0, minimum: Double? = nil,
    charges: [@Sendable (inout Draft, inout Charge) -> Void]
  ) {
    self.name = name
    self.units = units
    self.expected = expected
    plan = { draft in
      let stated = charges.enumerated().map { index, edit in
        draft.charge("plans.sold.charges.c\(index)") { edit(&$0, &$1) }
      }
      return draft.plan("sold", fee: fee, charges: stated, minimum: minimum)
    }
  }
}

extension Double {
  fileprivate var formattedShort: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

/// What gives a charge its model or its terms.
typealias ChargeEdit = @Sendable (inout Draft, inout Charge) -> Void

func path(_ charge: Charge) -> String { "plans.sold.charges.\(charge.name)" }

func standardPrice(_ price: Double) -> ChargeEdit {
  { draft, charge in
    charge.model = .standard(price: draft.input("\(path(charge)).price", price, charge.price))
  }
}

func graduatedTiers(_ rows: [TierRow]) -> ChargeEdit {
  { $1.model = .graduated(tiers: $0.tiers(path($1), $1, rows)) }
}

func volumeTiers(_ rows: [TierRow]) -> ChargeEdit {
  { $1.model = .volume(tiers: $0.tiers(path($1), $1, rows)) }
}

func packages(_ size: Double, _ price: Double) -> ChargeEdit {
  { draft, charge in
    charge.model = .package(
      size: draft.input("\(path(charge)).size", size, charge.unit, in: .positive),
      price: draft.input("\(path(charge)).price", price, charge.packagePrice), rounding: .up)
  }
}

/// Shares of the value in tiers of the value, each with a flat fee; an event is worth 1.
func shareTiers(_ rows: [(upTo: Double?, rate: Double, flat: Double)]) -> ChargeEdit {
  { draft, charge in
    let tiers = rows.enumerated().map { index, row in
      let own = "\(path(charge)).tiers.\(index)"
      return Charge.Tier(
        upTo: row.upTo.map { draft.input("\(own).upTo", $0, Draft.perCustomer) },
        price: draft.share("\(own).rate", row.rate),
        flat: draft.input("\(own).flat", row.flat, Draft.perCustomer))
    }
    let value = draft.input("\(path(charge)).value", 1, charge.price)
    charge.model = .graduatedPercentage(value: value, tiers: tiers)
  }
}

func percentage(
  _ rate: Double, ofValue value: Double, fee: Double? = nil, freeEvents: Double? = nil,
  freeAmount: Double? = nil, between: ClosedRange<Double>? = nil
) -> ChargeEdit {
  { draft, charge in
    let own = path(charge)
    var terms = Charge.Percentage(
      rate: draft.share("\(own).rate", rate),
      value: draft.input("\(own).value", value, charge.price))
    terms.perEvent = fee.map { draft.input("\(own).perEvent", $0, charge.price) }
    terms.freeEvents = freeEvents.map { draft.input("\(own).freeEvents", $0, charge.usage) }
    terms.freeAmount = freeAmount.map { draft.input("\(own).freeAmount", $0, Draft.perCustomer) }
    terms.minimumPerEvent = between.map {
      draft.input("\(own).minimumPerEvent", $0.lowerBound, charge.price)
    }
    terms.maximumPerEvent = between.map {
      draft.input("\(own).maximumPerEvent", $0.upperBound, charge.price)
    }
    charge.model = .percentage(terms)
  }
}

/// A model with terms around it.
func with(
  _ model: @escaping ChargeEdit, free: Double? = nil, minimum: Double? = nil,
  maximum: Double? = nil
) -> ChargeEdit {
  { draft, charge in
    model(&draft, &charge)
    let own = path(charge)
    if let free { charge.included = draft.input("\(own).included", free, charge.usage) }
    charge.minimum = minimum.map { draft.input("\(own).minimum", $0, Draft.perCustomer) }
    charge.maximum = maximum.map { draft.input("\(own).maximum", $0, Draft.perCustomer) }
  }
}

/// Usage by the thousand, rounded up, before a model prices it.
func inThousands(_ model: @escaping ChargeEdit) -> ChargeEdit {
  { draft, charge in
    let units = draft.input(
      "\(path(charge)).convert.divideBy", 1000, charge.unitsPerCredit, in: .positive)
    charge.conversion = .init(factor: .divideBy(units), rounding: .up)
    model(&draft, &charge)
  }
}

/// What lies beyond a bounded last tier costs what the last tier does.
func openEnded(_ model: @escaping ChargeEdit) -> ChargeEdit {
  { draft, charge in
    model(&draft, &charge)
    charge.beyondTiers = .lastTier
  }
}

import Formulas
import UnitEconomics

extension Draft {
  static let perCustomer = Formulas.Unit.money / .customer / .month

  mutating func plan(
    _ name: String, fee: Double = 0, charges: [Charge] = [], kicker: SuccessKicker? = nil,
    minimum: Double? = nil, paymentFee: Double? = nil
  ) -> Plan {
    let path = InputPath.appending(name, to: "plans")
    return Plan(
      name: name, platformFee: input("\(path).platformFee", fee, Self.perCustomer),
      charges: charges, successKicker: kicker,
      minimum: minimum.map { input("\(path).minimum", $0, Self.perCustomer) },
      paymentFee: paymentFee.map { share("\(path).paymentFee", $0) })
  }

  mutating func standard(
    _ path: String, _ metric: Metric, price: Double, included: Double? = nil
  ) -> Charge {
    charge(path, metric, included: included) { draft, charge in
      charge.model = .standard(price: draft.input("\(path).price", price, charge.price))
    }
  }

  mutating func graduated(
    _ path: String, _ metric: Metric, _ tiers: [(upTo: Double?, price: Double)],
    included: Double? = nil
  ) -> Charge {
    charge(path, metric, included: included) { draft, charge in
      charge.model = .graduated(
        tiers: draft.tiers(path, charge, tiers.map { TierRow($0.upTo, $0.price) }))
    }
  }

  /// A charge that costs nothing until its edit gives it a model; the edit knows its units.
  mutating func charge(
    _ path: String, _ metric: Metric = .submitted, included: Double? = nil,
    _ edit: (inout Draft, inout Charge) -> Void
  ) -> Charge {
    let nothing = Input("\(path).price", "nothing", 0, .money)
    var charge = Charge(
      name: InputPath.parts(path).last!, metric: metric, model: .standard(price: nothing))
    edit(&self, &charge)
    if let included { charge.included = input("\(path).included", included, charge.usage) }
    return charge
  }

  mutating func tiers(_ path: String, _ charge: Charge, _ rows: [TierRow]) -> [Charge.Tier] {
    rows.enumerated().map { index, row in
      let own = "\(path).tiers.\(index)"
      let price = row.size == nil ? charge.price : charge.packagePrice
      var tier = Charge.Tier(
        upTo: row.upTo.map { input("\(own).upTo", $0, charge.usage) },
        price: input("\(own).price", row.price, price))
      tier.flat = row.flat.map { input("\(own).flat", $0, Self.perCustomer) }
      tier.size = row.size.map { input("\(own).size", $0, charge.unit, in: .positive) }
      return tier
    }
  }

  mutating func kicker(_ path: String, amount: Double, aboveTSR: Double) -> SuccessKicker {
    SuccessKicker(
      amount: .fixed(input("\(path).amount", amount, .money / .task)),
      aboveTSR: share("\(path).aboveTSR", aboveTSR))
  }
}

/// A line of a price table: where it ends, the price, a flat fee, the size of a package.
struct TierRow: Sendable {
  let upTo: Double?
  let price: Double
  let flat: Double?
  let size: Double?

  init(_ upTo: Double?, _ price: Double, flat: Double? = nil, size: Double? = nil) {
    self.upTo = upTo
    self.price = price
    self.flat = flat
    self.size = size
  }
}

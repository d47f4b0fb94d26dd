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
    let price = input("\(path).price", price, .money / metric.pricedUnit)
    return charge(path, metric, .standard(price: price), included)
  }

  mutating func graduated(
    _ path: String, _ metric: Metric, _ tiers: [(upTo: Double?, price: Double)],
    included: Double? = nil
  ) -> Charge {
    let usage = metric.unit / .customer / .month
    let stated = tiers.enumerated().map { index, tier in
      Charge.Tier(
        upTo: tier.upTo.map { input("\(path).tiers.\(index).upTo", $0, usage) },
        price: input("\(path).tiers.\(index).price", tier.price, .money / metric.pricedUnit))
    }
    return charge(path, metric, .graduated(tiers: stated), included)
  }

  private mutating func charge(
    _ path: String, _ metric: Metric, _ model: Charge.Model, _ included: Double?
  ) -> Charge {
    let usage = metric.unit / .customer / .month
    return Charge(
      name: InputPath.parts(path).last!, metric: metric, model: model,
      included: included.map { input("\(path).included", $0, usage) })
  }

  mutating func kicker(_ path: String, amount: Double, aboveTSR: Double) -> SuccessKicker {
    SuccessKicker(
      amount: .fixed(input("\(path).amount", amount, .money / .task)),
      aboveTSR: share("\(path).aboveTSR", aboveTSR))
  }
}

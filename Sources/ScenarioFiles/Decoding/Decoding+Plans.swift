import Formulas
import UnitEconomics

extension Decoding {
  func plan(_ name: String, _ reader: ObjectReader) -> Plan {
    let perCustomer = Unit.money / .customer / .month
    let fee = reader.input("platformFee", "paid by each customer", perCustomer)
    let charges = reader.named("charges") { name, reader in charge(name, reader) }
    let kicker = reader.section("successKicker", successKicker)
    return Plan(
      name: name, platformFee: fee, charges: charges.compactMap(\.self),
      successKicker: kicker.flatMap(\.self),
      minimum: reader.optionalInput(
        "minimum", "the least a customer pays, fee and kicker counted", perCustomer),
      paymentFee: reader.optionalInput(
        "paymentFee", "part of revenue the payment provider keeps", .share, in: .share))
  }

  private enum ChargeModelName: String, CaseIterable { case standard, graduated }

  private func charge(_ name: String, _ reader: ObjectReader) -> Charge? {
    let metric = reader.choice("metric", "what usage is counted in", Metric.self)
    let model =
      reader.isStated("model")
      ? reader.optionalChoice("model", ChargeModelName.self) : ChargeModelName.standard
    guard let metric, let model else {
      // Which units are priced, or which keys may stand here, is not known then.
      reader.ignore("model", "included", "price", "tiers")
      return nil
    }
    let unit = metric.pricedUnit
    let usage = metric.unit / .customer / .month
    let included = reader.optionalInput(
      "included", "usage that costs nothing", usage, impliesMonth: true)
    switch model {
    case .standard:
      let price = reader.input("price", "price of one unit", .money / unit)
      return Charge(name: name, metric: metric, model: .standard(price: price), included: included)
    case .graduated:
      let tiers = reader.list("tiers") { reader in
        Charge.Tier(
          upTo: reader.optionalInput(
            "upTo", "where the tier ends, the bound included", usage, impliesMonth: true),
          price: reader.input("price", "price of one unit in the tier", .money / unit))
      }
      if !reader.isStated("tiers") {
        reader.reportMissing("tiers", "the tiers", example: "[{ upTo: 5000, price: \"$0.90\" }]")
      }
      return Charge(
        name: name, metric: metric, model: .graduated(tiers: tiers ?? []), included: included)
    }
  }

  /// An amount, or a share of a stated value; one of the two.
  private func successKicker(_ reader: ObjectReader) -> SuccessKicker? {
    let amount = reader.optionalInput("amount", "bonus on a success", .money / .task)
    let share = reader.optionalInput(
      "share", "bonus as part of a success's value", .share, in: .share)
    let value = reader.optionalInput("value", "what a success is worth", .money / .task)
    let above = reader.input(
      "aboveTSR", "task success rate the month must reach", .share, in: .share, default: 0)
    switch (amount, share, value) {
    case (let amount?, nil, nil):
      return SuccessKicker(amount: .fixed(amount), aboveTSR: above)
    case (nil, let share?, let value?):
      return SuccessKicker(amount: .share(share, ofValue: value), aboveTSR: above)
    default:
      let keys = ["amount", "share", "value"]
      reader.reportAbsence(
        of: keys.filter { !reader.isStated($0) }, Wording.kickerAmount, help: Wording.stateKicker)
      return nil
    }
  }
}

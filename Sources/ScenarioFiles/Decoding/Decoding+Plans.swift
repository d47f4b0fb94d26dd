import Formulas
import UnitEconomics

extension Decoding {
  func plan(_ name: String, _ reader: ObjectReader) -> Plan {
    let perCustomer = Unit.money / .customer / .month
    let fee = reader.input("platformFee", "paid by each customer", perCustomer)
    let charges = reader.named("charges", "what usage is charged, by names of your own", charge)
    let kicker = reader.section(
      "successKicker", "a bonus on each success, where enough succeed", successKicker)
    var plan = Plan(
      name: name, platformFee: fee, charges: charges,
      successKicker: kicker.flatMap(\.self),
      minimum: reader.optionalInput(
        "minimum", "the least a customer pays, fee and kicker counted", perCustomer),
      paymentFee: reader.optionalInput(
        "paymentFee", "part of revenue the payment provider keeps", .share, in: .share))
    plan.minimumCounts = reader.choice(
      "minimumCounts", "what counts towards the minimum", default: Plan.MinimumCounts.everything)
    plan.clawback = reader.optionalInput(
      "clawback", "part of what successes are billed that is given back later", .share, in: .share)
    plan.discount = reader.optionalInput(
      "discount", "part of the bill that is taken off", .share, in: .share)
    plan.ramp = reader.section("ramp", "a discount in the first months of a contract") {
      Plan.Ramp(
        discount: $0.input(
          "discount", "part of the bill that is taken off in the first months", .share, in: .share),
        months: $0.input("months", "months at the start that are discounted", .month),
        of: $0.input("of", "months of the contract", .month, in: .positive))
    }
    plan.prepayment = reader.section("prepayment", "a discount for paying in advance") {
      Plan.Prepayment(
        discount: $0.input(
          "discount", "part of the bill that is taken off for paying in advance", .share,
          in: .share),
        share: $0.input(
          "share", "part of customers who pay in advance", .share, in: .share, default: 1))
    }
    plan.slaCredit = reader.section(
      "slaCredit", "a part of the bill given back where too few tasks succeed"
    ) {
      Plan.SLACredit(
        belowTSR: $0.input(
          "belowTSR", "task success rate below which a part is given back", .share, in: .share),
        credit: $0.input("credit", "part of the bill that is given back", .share, in: .share))
    }
    return plan
  }

  /// A plan by its name, or shares of customers by the names of plans.
  func planChoice(_ reader: ObjectReader) -> PlanChoice? {
    guard reader.isObject("plan") else {
      return reader.optionalText("plan", "the plan of customers").map(PlanChoice.one)
    }
    let shares = reader.namedInputs("plan", "part of customers on the plan", .share, in: .share)
    return .mix(shares.map { PlanShare(plan: $0.name, share: $0.price) })
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

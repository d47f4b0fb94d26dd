import Formulas
import UnitEconomics

/// The charge models of a file, by the words for them.
private enum ChargeModelName: String, CaseIterable {
  case standard, graduated, volume, package, percentage, graduatedPercentage, passThrough
}

extension Decoding {
  func charge(_ name: String, _ reader: ObjectReader) -> Charge? {
    let kind =
      reader.isStated("model")
      ? reader.optionalChoice("model", "how usage is charged", ChargeModelName.self) : .standard
    reader.ignore("model")
    // A cost is passed on by submitted tasks; everything else says what it counts.
    let isPassedOn = kind == .passThrough && !reader.isStated("metric")
    if isPassedOn { reader.ignore("metric") }
    let metric =
      isPassedOn ? .submitted : reader.choice("metric", "what usage is counted in", Metric.self)
    guard let metric, let kind else {
      // Which units are priced, or which keys may stand here, is not known then.
      reader.ignoreAll()
      return nil
    }
    // What its units are decides what each price is stated in; the model takes its place below.
    let draft = Input(reader.path("price"), "", .nan, .money)
    var charge = Charge(name: name, metric: metric, model: .standard(price: draft))
    charge.conversion = reader.section("convert", "usage is counted in credits") {
      conversion($0, charge)
    }.flatMap(\.self)
    terms(of: &charge, reader)
    charge.model = model(kind, &charge, reader)
    return charge
  }

  /// Where each charge model is read.
  private func model(
    _ kind: ChargeModelName, _ charge: inout Charge, _ reader: ObjectReader
  ) -> Charge.Model {
    switch kind {
    case .standard: .standard(price: reader.input("price", "price of one unit", charge.price))
    case .graduated: .graduated(tiers: tiers(&charge, reader))
    case .volume: .volume(tiers: tiers(&charge, reader))
    case .package: package(&charge, reader)
    case .percentage: percentage(charge, reader)
    case .graduatedPercentage:
      .graduatedPercentage(
        value: reader.input("value", "what one event is worth", charge.price),
        tiers: shareTiers(&charge, reader))
    case .passThrough:
      .passThrough(
        cost: reader.choice(
          "cost", "which cost is passed on", default: Charge.PassedCost.total),
        markup: reader.input("markup", "what is added to the cost", .share, default: 0))
    }
  }

  /// What every charge may have, whatever its model.
  private func terms(of charge: inout Charge, _ reader: ObjectReader) {
    let perCustomer = Unit.money / .customer / .month
    charge.exclusions = reader.namedInputs(
      "exclusions", "part of usage that is not billed", .share, in: .share
    ).map { ($0.name, $0.price) }
    charge.included = reader.optionalInput(
      "included", "usage that costs nothing", charge.usage, impliesMonth: true)
    if reader.isStated("convert") {
      charge.includedComesOff = reader.choice(
        "includedComesOff", "when included usage is taken off",
        default: Charge.IncludedComesOff.afterRounding)
    }
    charge.discount = reader.optionalInput(
      "discount", "part of the charge that is taken off", .share, in: .share)
    charge.maximum = reader.optionalInput("maximum", "the most the charge comes to", perCustomer)
    charge.minimum = reader.optionalInput("minimum", "the least the charge comes to", perCustomer)
    charge.roundTo = reader.optionalInput(
      "roundTo", "what the charge is a multiple of", .money, in: .positive)
    charge.credits = reader.section("credits", "usage paid in advance") {
      Charge.PrepaidCredits(
        amount: $0.input("amount", "usage that is paid in advance", perCustomer),
        price: $0.optionalInput("price", "what is paid for it in advance", perCustomer))
    }
  }

  /// How much usage makes a credit, or how many credits usage costs; one of the two.
  private func conversion(
    _ reader: ObjectReader, _ charge: Charge
  ) -> Charge.UnitConversion? {
    let divisor = reader.optionalInput(
      "divideBy", "usage that makes one credit", charge.unitsPerCredit, in: .positive)
    let factor = reader.optionalInput(
      "multiplyBy", "credits that one unit costs", .one / charge.unitsPerCredit, in: .positive)
    let rounding = reader.choice(
      "round", "how credits are rounded", default: Charge.UnitConversion.Rounding.none)
    switch (divisor, factor) {
    case (let units?, nil):
      return Charge.UnitConversion(factor: .divideBy(units), rounding: rounding)
    case (nil, let credits?):
      return Charge.UnitConversion(factor: .multiplyBy(credits), rounding: rounding)
    default:
      let keys = ["divideBy", "multiplyBy"]
      reader.reportAbsence(
        of: keys.filter { !reader.isStated($0) }, Wording.conversionFactor,
        help: Wording.stateConversion)
      return nil
    }
  }
}

extension ObjectReader {
  /// Knows every member, where what they would mean is unclear.
  fileprivate func ignoreAll() { for member in members { ignore(member.key) } }
}

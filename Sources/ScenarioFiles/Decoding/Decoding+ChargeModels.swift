import Formulas
import UnitEconomics

// What each charge model states, apart from what all have.
extension Decoding {
  /// Tiers of units, each with a price for a unit or for a package.
  func tiers(_ charge: inout Charge, _ reader: ObjectReader) -> [Charge.Tier] {
    let (usage, unit) = (charge.usage, charge.unit)
    let (price, package) = (charge.price, charge.packagePrice)
    return tiers(&charge, reader, bounds: usage) { reader in
      let size = reader.optionalInput(
        "size", "units of a package in the tier", unit, in: .positive)
      var tier = Charge.Tier(
        upTo: nil,
        price: reader.input(
          "price", "price of one unit in the tier", size == nil ? price : package))
      tier.size = size
      return tier
    }
  }

  /// Tiers of what events are worth, each with a share.
  func shareTiers(_ charge: inout Charge, _ reader: ObjectReader) -> [Charge.Tier] {
    tiers(&charge, reader, bounds: .money / .customer / .month) { reader in
      Charge.Tier(
        upTo: nil,
        price: reader.input("rate", "part of what lies in the tier", .share, in: .share))
    }
  }

  private func tiers(
    _ charge: inout Charge, _ reader: ObjectReader, bounds: Unit,
    _ priced: (ObjectReader) -> Charge.Tier
  ) -> [Charge.Tier] {
    charge.atZero = reader.optionalChoice(
      "atZero", "whether no usage pays for the first package", Charge.AtZero.self)
    charge.beyondTiers = reader.choice(
      "beyondTiers", "what usage beyond the last tier pays", default: Charge.BeyondTiers.refused)
    charge.roundEach = reader.choice(
      "roundEach", "what is rounded", default: Charge.RoundEach.charge)
    let tiers = reader.list(
      "tiers", "prices by how much is used", isRequired: true
    ) { reader in
      let from = start(of: reader, bounds)
      let upTo = reader.optionalInput(
        "upTo", "where the tier ends, the bound included", bounds, impliesMonth: true)
      var tier = priced(reader)
      tier.from = from
      tier.upTo = upTo
      tier.flat = reader.optionalInput(
        "flat", "paid once where anything enters the tier", .money / .customer / .month)
      return tier
    }
    if !reader.isStated("tiers") {
      reader.reportMissing("tiers", "the tiers", example: "[{ upTo: 5000, price: \"$0.90\" }]")
    }
    return tiers ?? []
  }

  /// Where a tier says that it begins.
  ///
  /// It follows from the tier before, so it is no input of its own.
  private func start(of reader: ObjectReader, _ unit: Unit) -> Input? {
    let (path, sentence) = (reader.path("from"), "where the tier begins")
    return reader.quantity("from", sentence, unit, .notNegative, impliesMonth: true) {
      amount($0, path, unit, .notNegative, impliesMonth: true).map {
        Input(path, sentence, $0.value, unit)
      }
    }
  }

  func package(_ charge: inout Charge, _ reader: ObjectReader) -> Charge.Model {
    charge.atZero = reader.optionalChoice(
      "atZero", "whether no usage pays for the first package", Charge.AtZero.self)
    return .package(
      size: reader.input("size", "units of a package", charge.unit, in: .positive),
      price: reader.input("price", "price of a package", charge.packagePrice),
      rounding: reader.choice(
        "round", "which way a package begun is counted", default: Charge.PackageRounding.up))
  }

  func percentage(_ charge: Charge, _ reader: ObjectReader) -> Charge.Model {
    var terms = Charge.Percentage(
      rate: reader.input("rate", "part of what an event is worth", .share, in: .share),
      value: reader.input("value", "what one event is worth", charge.price))
    terms.perEvent = reader.optionalInput(
      "perEvent", "fee on each event that is not free", charge.price)
    terms.freeEvents = reader.optionalInput(
      "freeEvents", "events that cost nothing", charge.usage, impliesMonth: true)
    terms.freeAmount = reader.optionalInput(
      "freeAmount", "worth of events that costs nothing", .money / .customer / .month)
    terms.minimumPerEvent = reader.optionalInput(
      "minimumPerEvent", "the least an event pays, its fee counted", charge.price)
    terms.maximumPerEvent = reader.optionalInput(
      "maximumPerEvent", "the most an event pays, its fee counted", charge.price)
    return .percentage(terms)
  }
}

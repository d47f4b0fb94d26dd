// What decides which formulas a charge has, and not only their values.
extension Charge {
  /// Terms that may be missing without making another charge of it.
  static let optionalTerms: [WritableKeyPath<Charge, Input?> & Sendable] = [
    \.included, \.discount, \.maximum, \.minimum, \.roundTo,
  ]

  /// Two charges of one shape have the same terms, and differ in amounts only.
  var shape: [String] {
    let switches: [String] = [
      metric.rawValue, kind, includedComesOff.rawValue, atZero?.rawValue ?? "",
      beyondTiers.rawValue, roundEach.rawValue, conversion?.rounding.rawValue ?? "",
    ]
    return switches + termInputs.map(\.path)
  }

  /// What it charges for, and how.
  var words: String {
    switch model {
    case .standard: "one price on \(metric)"
    case .graduated(let tiers): "\(tiers.count) tiers on \(metric)"
    case .volume(let tiers): "\(tiers.count) volume tiers on \(metric)"
    case .package: "packages on \(metric)"
    case .percentage: "a share of the value on \(metric)"
    case .graduatedPercentage(_, let tiers):
      "shares of the value in \(tiers.count) tiers on \(metric)"
    case .passThrough(let cost, _): "\(cost) cost passed on"
    }
  }

  private var kind: String {
    switch model {
    case .standard: "standard"
    case .graduated: "graduated"
    case .volume: "volume"
    case .package(_, _, let rounding): "package \(rounding)"
    case .percentage: "percentage"
    case .graduatedPercentage: "graduatedPercentage"
    case .passThrough(let cost, _): "passThrough \(cost)"
    }
  }

  /// The inputs of the model and of the conversion.
  var termInputs: [Input] {
    var inputs: [Input] = []
    var charge = self
    charge.visitTerms { inputs.append($0) }
    return inputs
  }

  /// Visits the inputs of the model and of the conversion, and changes them.
  mutating func visitTerms(_ visit: (inout Input) -> Void) {
    func optional(_ input: inout Input?) {
      if var stated = input {
        visit(&stated)
        input = stated
      }
    }
    func tiers(_ tiers: [Tier]) -> [Tier] {
      tiers.map { tier in
        var tier = tier
        optional(&tier.upTo)
        visit(&tier.price)
        optional(&tier.flat)
        optional(&tier.size)
        return tier
      }
    }
    switch model {
    case .standard(var price):
      visit(&price)
      model = .standard(price: price)
    case .graduated(let stated): model = .graduated(tiers: tiers(stated))
    case .volume(let stated): model = .volume(tiers: tiers(stated))
    case .package(var size, var price, let rounding):
      visit(&size)
      visit(&price)
      model = .package(size: size, price: price, rounding: rounding)
    case .percentage(var terms):
      visit(&terms.rate)
      visit(&terms.value)
      optional(&terms.perEvent)
      optional(&terms.freeEvents)
      optional(&terms.freeAmount)
      optional(&terms.minimumPerEvent)
      optional(&terms.maximumPerEvent)
      model = .percentage(terms)
    case .graduatedPercentage(var value, let stated):
      visit(&value)
      model = .graduatedPercentage(value: value, tiers: tiers(stated))
    case .passThrough(let cost, var markup):
      visit(&markup)
      model = .passThrough(cost: cost, markup: markup)
    }
    switch conversion?.factor {
    case .divideBy(var units):
      visit(&units)
      conversion?.factor = .divideBy(units)
    case .multiplyBy(var credits):
      visit(&credits)
      conversion?.factor = .multiplyBy(credits)
    case nil: break
    }
  }
}

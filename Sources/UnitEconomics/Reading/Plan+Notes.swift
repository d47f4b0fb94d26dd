import Formulas

// What bills hold back where a stress asks for more than there is.
extension Scenario {
  func planNotes(on values: Values) -> [String] {
    plans.flatMap { plan in
      plan.charges.flatMap { exclusionNotes($0, of: plan, values) } + rampNotes(plan, values)
    } + mixNotes(values)
  }

  private func exclusionNotes(
    _ charge: Charge, of plan: Plan, _ values: Values
  ) -> [String] {
    guard let excluded = sum(charge.exclusions.map(\.share), values),
      excluded > 1 + Self.rounding
    else { return [] }
    let path = InputPath.appending(
      charge.name, to: InputPath.appending(plan.name, to: "plans") + ".charges")
    return ["the exclusions of \(path) would add up to \(percent(excluded)), and nothing is billed"]
  }

  private func rampNotes(_ plan: Plan, _ values: Values) -> [String] {
    guard let ramp = plan.ramp, let months = values[ramp.months.path]?.value,
      let contract = values[ramp.of.path]?.value, months > contract
    else { return [] }
    return [
      "\(ramp.months.path) would be \(ramp.months.unit.stated(months, currency: currency)) "
        + "and is held at the contract's \(ramp.of.unit.stated(contract, currency: currency))"
    ]
  }

  private func mixNotes(_ values: Values) -> [String] {
    let own = volume.segments.map { segment in
      (InputPath.appending(segment.name, to: "volume.segments") + ".plan", segment.plan)
    }
    return ([("plan", planChoice)] + own).compactMap { path, choice in
      guard case .mix(let shares)? = choice else { return nil }
      guard let total = sum(shares.map(\.share), values), abs(total - 1) > Self.rounding
      else { return nil }
      return "the shares of \(path) would add up to \(percent(total)), and are taken in proportion"
    }
  }

  /// Sums of shares that differ by no more are the same.
  private static let rounding = 1e-9

  /// Nil where no formula asks for a share: a mix that every segment takes the place of.
  private func sum(_ shares: [Input], _ values: Values) -> Double? {
    let stated = shares.compactMap { values[$0.path]?.value }
    return stated.count == shares.count ? stated.reduce(0, +) : nil
  }

  private func percent(_ share: Double) -> String { Unit.share.stated(share, currency: currency) }
}

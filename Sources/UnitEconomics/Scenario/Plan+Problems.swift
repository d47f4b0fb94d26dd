extension Plan {
  /// What cannot be right in the plan itself, and in what it charges for where the scenario has none of it.
  func problems(in scenario: Scenario) -> [Problem] {
    let path = InputPath.appending(name, to: "plans")
    return charges.flatMap { charge in
      let own = InputPath.appending(charge.name, to: "\(path).charges")
      return charge.problems(at: own) + charge.metricProblems(at: own, in: scenario)
    } + (ramp?.problems ?? [])
  }
}

extension Plan.Ramp {
  fileprivate var problems: [Problem] {
    guard months.value > of.value else { return [] }
    return [
      Problem(
        months.path, Wording.rampBeyondContract(months.value, of.value),
        help: [Wording.rampIsPartOfContract])
    ]
  }
}

extension Charge {
  fileprivate func problems(at path: String) -> [Problem] {
    var problems: [Problem] = []
    let excluded = exclusions.reduce(0) { $0 + $1.share.value }
    if excluded > 1 {
      problems.append(Problem("\(path).exclusions", Wording.excludedAboveOne(excluded)))
    }
    switch model {
    case .graduated(let tiers), .volume(let tiers), .graduatedPercentage(_, let tiers):
      problems += self.problems(of: tiers, "\(path).tiers")
    case .percentage(let terms):
      problems += minimumAboveMaximum(terms.minimumPerEvent, terms.maximumPerEvent)
    case .standard, .package, .passThrough: break
    }
    return problems + minimumAboveMaximum(minimum, maximum)
  }

  /// A minimum above the maximum is possible, for it wins; nobody is likely to mean that.
  private func minimumAboveMaximum(_ minimum: Input?, _ maximum: Input?) -> [Problem] {
    // In two currencies, which is larger is up to the exchange rate.
    guard let minimum, let maximum, minimum.value > maximum.value,
      minimum.foreignCurrency == maximum.foreignCurrency
    else { return [] }
    return [
      Problem(
        minimum.path, Wording.minimumAboveMaximum, help: [Wording.minimumWins], isWarning: true)
    ]
  }

  private func problems(of tiers: [Tier], _ path: String) -> [Problem] {
    guard let last = tiers.last else { return [Problem(path, Wording.noTiers)] }
    var problems: [Problem] = []
    if let bound = last.upTo, beyondTiers == .refused {
      problems.append(
        Problem(
          bound.path, Wording.lastTierBounded,
          help: [Wording.openLastTier, Wording.priceBeyondTiers]))
    }
    for (index, tier) in tiers.dropLast().enumerated() where tier.upTo == nil {
      problems.append(
        Problem("\(path).\(index)", Wording.onlyLastTierOpen, help: [Wording.stateUpTo]))
    }
    let bounds = tiers.compactMap(\.upTo)
    for (lower, upper) in zip(bounds, bounds.dropFirst()) where lower.value >= upper.value {
      problems.append(Problem(upper.path, Wording.boundsNotRising))
    }
    for (index, tier) in tiers.enumerated() {
      guard let from = tier.from else { continue }
      let end = index == 0 ? 0 : tiers[index - 1].upTo?.value
      problems += end.map { self.problems(of: from, after: $0) } ?? []
    }
    return problems
  }

  /// A tier begins where the one before ends: at that bound, or one whole unit later.
  private func problems(of from: Input, after end: Double) -> [Problem] {
    if from.value < end {
      return [
        Problem(
          from.path, Wording.tiersOverlap(from.value, end), help: [Wording.stateFrom(end)])
      ]
    }
    let isNextWhole = from.value == end + 1 && end == end.rounded()
    if from.value == end || isNextWhole { return [] }
    return [
      Problem(from.path, Wording.tiersGap(from.value, end), help: [Wording.stateFrom(end)])
    ]
  }

  /// What is charged for must be there.
  fileprivate func metricProblems(at path: String, in scenario: Scenario) -> [Problem] {
    let place = "\(path).metric"
    if metric == .toolCall, scenario.tools.isEmpty {
      return [
        Problem(place, Wording.noToolsToCharge, absent: "tools", help: [Wording.chargeOther])
      ]
    }
    if metric == .seat {
      return scenario.volume.segments.filter { $0.seats == nil }.prefix(1).map { segment in
        Problem(
          place, Wording.noSeats(segment.name),
          absent: InputPath.appending(segment.name, to: "volume.segments") + ".seats",
          help: [Wording.stateSeats(segment.name)])
      }
    }
    switch model {
    case .percentage, .graduatedPercentage:
      return metric.isEvent
        ? [] : [Problem(place, Wording.notEvents(metric), help: [Wording.chargeEvents])]
    case .passThrough:
      return metric == .submitted
        ? [] : [Problem(place, Wording.passedBySubmitted, help: [Wording.leaveOutMetric])]
    case .standard, .graduated, .volume, .package: return []
    }
  }
}

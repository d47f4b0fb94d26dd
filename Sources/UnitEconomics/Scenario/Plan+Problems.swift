extension Plan {
  var problems: [Problem] {
    charges.flatMap { charge -> [Problem] in
      guard case .graduated(let tiers) = charge.model else { return [] }
      let path = InputPath.appending(
        charge.name, to: InputPath.appending(name, to: "plans") + ".charges")
      return Self.problems(of: tiers, "\(path).tiers")
    }
  }

  private static func problems(of tiers: [Charge.Tier], _ path: String) -> [Problem] {
    guard let last = tiers.last else { return [Problem(path, Wording.noTiers)] }
    var problems: [Problem] = []
    if let bound = last.upTo {
      problems.append(
        Problem(bound.path, Wording.lastTierBounded, help: [Wording.openLastTier]))
    }
    for (index, tier) in tiers.dropLast().enumerated() where tier.upTo == nil {
      problems.append(
        Problem("\(path).\(index)", Wording.onlyLastTierOpen, help: [Wording.stateUpTo]))
    }
    let bounds = tiers.compactMap(\.upTo)
    for (lower, upper) in zip(bounds, bounds.dropFirst()) where lower.value >= upper.value {
      problems.append(Problem(upper.path, Wording.boundsNotRising))
    }
    return problems
  }
}

import Formulas

/// What of a plan is moved to reach a target.
public struct PlanLever: Sendable {
  /// Which part of the plan.
  public enum Kind: String, Sendable {
    case platformFee
    /// What usage costs: unit prices, and the rates and markups of charges that take a share.
    case unitPrice
    /// What entering a tier costs.
    case flatFee
    case kicker
  }

  public let plan: String
  public let kind: Kind
  /// The inputs that move: one by its value, or several by one factor.
  public let inputs: [Input]

  /// Whether its number is a factor on what is stated, and not the value itself.
  public var isFactor: Bool { inputs.count > 1 }

  /// Its number as the plan stands.
  public var stated: Double { isFactor ? 1 : inputs[0].value }

  /// What happens to the inputs at a number.
  public func changes(_ number: Double) -> [Stress.Change] {
    inputs.map { Stress.Change(path: $0.path, kind: isFactor ? .multiply : .set, amount: number) }
  }

  /// The direction from nothing upwards.
  func direction(to high: Double, isLogarithmic: Bool) -> Direction {
    let lever = self
    return Direction(
      isFactor ? "" : inputs[0].path, (isLogarithmic ? high * 1e-9 : 0)...high,
      isLogarithmic: isLogarithmic
    ) { lever.changes($0) }
  }
}

extension Plan {
  /// What can be moved of the plan: its fee, its prices and rates, flat fees of tiers, its kicker.
  ///
  /// Several of one kind move together. A price of 0 is none: no factor moves it.
  public func levers() -> [PlanLever] {
    let prices = charges.flatMap(\.prices).filter { $0.value > 0 }
    let flats = charges.flatMap(\.flatFees).filter { $0.value > 0 }
    var levers = [PlanLever(plan: name, kind: .platformFee, inputs: [platformFee])]
    if !prices.isEmpty { levers.append(PlanLever(plan: name, kind: .unitPrice, inputs: prices)) }
    if !flats.isEmpty { levers.append(PlanLever(plan: name, kind: .flatFee, inputs: flats)) }
    switch successKicker?.amount {
    case .fixed(let amount): levers.append(.init(plan: name, kind: .kicker, inputs: [amount]))
    case .share(let share, _): levers.append(.init(plan: name, kind: .kicker, inputs: [share]))
    case nil: break
    }
    return levers
  }
}

extension Charge {
  /// What its usage costs, and what prepaid credits do.
  var prices: [Input] {
    modelPrices + [credits?.price].compactMap { $0 }
  }

  private var modelPrices: [Input] {
    switch model {
    case .standard(let price), .package(_, let price, _): [price]
    case .graduated(let tiers), .volume(let tiers), .graduatedPercentage(_, let tiers):
      tiers.map(\.price)
    case .percentage(let terms): [terms.rate] + [terms.perEvent].compactMap { $0 }
    case .passThrough(_, let markup): [markup]
    }
  }

  /// What entering each tier costs.
  var flatFees: [Input] {
    switch model {
    case .graduated(let tiers), .volume(let tiers), .graduatedPercentage(_, let tiers):
      tiers.compactMap(\.flat)
    case .standard, .package, .percentage, .passThrough: []
    }
  }
}

/// Where one lever puts a figure of a plan on its target.
public struct LeverAnswer: Sendable {
  public let lever: PlanLever
  /// The stress; nil for the base case.
  public let stress: String?
  public let current: Double?
  /// The lever's numbers that do it, rising.
  public let roots: [Crossing]
  /// What the figure can be by this lever alone; nil where it never has a value.
  public let attained: ClosedRange<Double>?
}

/// How much a unit must cost at each platform fee.
public struct FeeFrontier: Sendable {
  /// One fee, and the price lever's number that reaches the target with it.
  public struct Row: Sendable {
    public let fee: Double
    /// In the base case and in the worst: nil where no price does it, 0 where none is needed.
    public let base: Double?
    public let worst: Double?
  }

  public let plan: String
  public let price: PlanLever
  public let rows: [Row]
}

/// What it takes for one plan to reach a target.
public struct PlanTarget: Sendable {
  public let plan: String
  /// The path of the figure.
  public let output: String
  public let target: Double
  /// The stress in which the figure is worst as the plan stands; nil where no stress is stated.
  public let worst: String?
  /// Each lever in the base case, and then in the worst.
  public let answers: [LeverAnswer]
  public let frontier: FeeFrontier?
}

extension PlanComparison {
  /// What it takes for each plan to reach a target, one lever at a time and fee against price.
  ///
  /// - Parameters:
  ///   - target: what the figure should be, in its unit.
  ///   - figure: a figure of plans, such as `grossMargin`.
  ///   - stress: what is solved under; the base case where nil.
  public func reaching(
    _ target: Double, of figure: PlanFigure, under stress: Stress?
  ) throws(ModelFaults) -> [PlanTarget] {
    var answers: [PlanTarget] = []
    for offer in offers { answers.append(try reaching(target, figure, offer, stress)) }
    return answers
  }

  private func reaching(
    _ target: Double, _ figure: PlanFigure, _ offer: PlanOffer, _ stress: Stress?
  ) throws(ModelFaults) -> PlanTarget {
    let output = figure.path(offer.name)
    let worst = stresses.min {
      ($0.values[output]?.value ?? -.infinity) < ($1.values[output]?.value ?? -.infinity)
    }?.stress
    let worstStress = model.scenario.stresses.first { $0.name == worst }
    let levers = offer.plan.levers()
    let cases = [stress] + (worstStress.map { [$0] } ?? [])
    var answers: [LeverAnswer] = []
    for lever in levers {
      for stress in cases { answers.append(try model.answer(lever, output, target, stress)) }
    }
    return PlanTarget(
      plan: offer.name, output: output, target: target, worst: worst, answers: answers,
      frontier: try frontier(offer, output, target, stress, worstStress, answers))
  }
}

extension CostModel {
  /// The numbers of a lever at which a figure hits a target: by ``solve(for:output:target:under:range:)``
  /// where one input moves, else along the factor on all.
  func answer(
    _ lever: PlanLever, _ output: String, _ target: Double, _ stress: Stress?
  ) throws(ModelFaults) -> LeverAnswer {
    let changes = stress?.changes ?? []
    if !lever.isFactor, lever.stated > 0,
      let solution = try solve(
        for: lever.inputs[0].path, output: output, target: target, under: stress)
    {
      return LeverAnswer(
        lever: lever, stress: stress?.name, current: solution.current.value,
        roots: solution.roots, attained: solution.attained)
    }
    // From nothing to a thousand times what is stated, or to more than any fee where that is nothing.
    let high = lever.isFactor ? 1000 : 1e6
    var roots: [Crossing] = []
    var attained: ClosedRange<Double>?
    for isLogarithmic in [false, true] {
      let found = try crossings(
        of: output, at: target,
        along: lever.direction(to: high, isLogarithmic: isLogarithmic), steps: 512, under: changes)
      roots += found.crossings.filter { new in
        !roots.contains { abs($0.position - new.position) <= 1e-9 * abs(new.position) }
      }
      attained = attained ?? found.attained
    }
    let current = try figure(output, changes)
    return LeverAnswer(
      lever: lever, stress: stress?.name, current: current.isNaN ? nil : current,
      roots: roots.sorted { $0.position < $1.position }, attained: attained)
  }
}

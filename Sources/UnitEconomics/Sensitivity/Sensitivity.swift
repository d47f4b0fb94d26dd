import Formulas

/// Everything that one case's sensitivities are: what moves a figure, and how far until a check fails.
public struct Sensitivity: Sendable {
  /// The case that was asked about.
  public let reading: CaseReading
  public let tornado: Tornado
  /// Those that move the figure most by one per cent of themselves first.
  public let elasticities: [Elasticity]
  /// Every check that must hold in the base case, as it comes out in this one.
  public let checks: [CheckReading]
  /// How far inputs that move together can go, in the order of ``InputGroup/Kind``.
  public let groups: [Headroom]
  /// How far each input can go that a check rests on, in the order of the file.
  public let inputs: [Headroom]
  public let reverseStresses: [ReverseStress]

  /// The checks that fail already, so that there is no headroom to speak of.
  public var failing: [CheckReading] { checks.filter { !$0.isPassed } }

  /// Limits of single inputs, the nearest first; those where a figure only loses its value behind.
  public var limits: [(input: Input, limit: Headroom.Limit, isRising: Bool)] {
    let all = inputs.flatMap {
      headroom -> [(input: Input, limit: Headroom.Limit, isRising: Bool)] in
      guard case .input(let input) = headroom.subject else { return [] }
      return headroom.limits.map { (input, $0.limit, $0.isRising) }
    }
    return all.ranked { $0.limit.rank }
  }
}

extension Headroom {
  /// The limits of both ways.
  public var limits: [(limit: Limit, isRising: Bool)] {
    [falling.limit.map { ($0, false) }, rising.limit.map { ($0, true) }].compactMap { $0 }
  }

  /// Whether it is certain that no check fails before these limits.
  public var isProven: Bool { falling.isProven && rising.isProven }
}

extension Headroom.Limit {
  /// Its place among others, by ``distance``.
  public var rank: Double { kind == .undefined ? .infinity : distance }
}

extension CostModel {
  /// What moves a figure, how far each input can go before a check fails, and what breaks one jointly.
  ///
  /// - Parameters:
  ///   - output: the figure, by its name.
  ///   - stress: the case around which inputs move; the base case where nil.
  ///   - crew: who does the work; one after the other where nobody says.
  /// - Returns: nil where the figure is unknown or undefined as the case stands.
  /// - Throws: `ModelFaults` where units do not fit, which a scenario that was read never has.
  public func sensitivity(
    of output: String, under stress: Stress? = nil,
    by crew: Crew = .alone()
  ) throws(ModelFaults) -> Sensitivity? {
    let standpoint = try Standpoint(self, under: stress)
    guard let tornado = try standpoint.tornado(of: output) else { return nil }
    let checks = standpoint.checks
    let holding = checks.filter(\.isPassed).map(\.check)
    let groups = try collected(scenario.inputGroups, crew) { group throws(ModelFaults) in
      try standpoint.headroom(of: group, holding)
    }.compactMap { $0 }
    let inputs = try collected(standpoint.inputs, crew) { input throws(ModelFaults) in
      try standpoint.headroom(of: input, holding)
    }.compactMap { $0 }
    let plans = standpoint.reverseStressPlans(holding, groups: groups, inputs: inputs)
    let stresses = try collected(plans, crew) { plan throws(ModelFaults) in
      try standpoint.reverseStress(plan, holding)
    }
    return Sensitivity(
      reading: standpoint.reading, tornado: tornado,
      elasticities: try standpoint.elasticities(of: output), checks: checks, groups: groups,
      inputs: inputs, reverseStresses: stresses)
  }
}

/// What work makes of each element, in order, by a crew.
private func collected<Element: Sendable, Product: Sendable>(
  _ elements: [Element], _ crew: Crew,
  _ work: @escaping @Sendable (Element) throws(ModelFaults) -> Product
) throws(ModelFaults) -> [Product] {
  let products = Products<Product>(elements.count)
  crew.runner(elements.count) { index in
    do throws(ModelFaults) {
      products.places[index] = .success(try work(elements[index]))
    } catch {
      products.places[index] = .failure(error)
    }
  }
  var all: [Product] = []
  for index in elements.indices { all.append(try products.places[index]!.get()) }
  return all
}

/// Places for what pieces of work make, each written once by its own piece.
private final class Products<Product>: @unchecked Sendable {
  let places: UnsafeMutablePointer<Result<Product, ModelFaults>?>
  private let count: Int

  init(_ count: Int) {
    self.count = count
    places = .allocate(capacity: count)
    places.initialize(repeating: nil, count: count)
  }

  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }
}

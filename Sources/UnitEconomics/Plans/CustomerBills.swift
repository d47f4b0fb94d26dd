import Formulas

/// What one customer pays on each plan, from the smallest to the largest that one might think of.
public struct CustomerBills: Sendable {
  /// Which customer's use moves.
  public let segment: String
  /// Which plan is the cheapest for a customer of so many tasks a month.
  public let race: PlanRace
  /// Where a bill falls as the customer uses more.
  public let falls: [Fall]
  private let plans: [String]
  private let way: Way

  /// What a customer of so many tasks pays on a plan; not a number where that has no value.
  public func bill(_ plan: String, at tasks: Double) -> Double {
    guard let index = plans.firstIndex(of: plan) else { return .nan }
    return (try? way.figures(tasks)[index]) ?? .nan
  }

  /// A customer just past a boundary who pays less than one just before it.
  ///
  /// So it is with volume tiers, where the whole usage takes the price of the tier that it reaches.
  public struct Fall: Sendable {
    public let plan: String
    /// The last number of tasks before it.
    public let tasks: Double
    public let before: Double
    public let after: Double
  }

  /// How many numbers of tasks are looked at.
  public static let positions = 2001

  /// - Parameter reach: from which part of the smallest customer to which multiple of the largest.
  init?(
    _ model: CostModel, reach: ClosedRange<Double>, under stress: [Stress.Change],
    around values: Values?, by crew: Crew
  ) throws(ModelFaults) {
    let changed = model.scenario.changed(by: stress).inputs
    let sizes = model.scenario.volume.segments.map { segment in
      (changed[segment.tasksPerCustomer.path] ?? segment.tasksPerCustomer).value
    }.filter { $0 > 0 }
    guard let segment = model.scenario.volume.segments.first, let least = sizes.min(),
      let most = sizes.max()
    else { return nil }
    let plans = model.scenario.plans.map(\.name)
    let outputs = plans.map { CustomerFigure.revenue.path($0, segment.name) }
    let input = changed[segment.tasksPerCustomer.path] ?? segment.tasksPerCustomer
    let direction = Direction(
      value: input, least * reach.lowerBound...most * reach.upperBound, isLogarithmic: true)
    let positions = direction.positions(Self.positions)
    let track = PlanTrack(
      model: model, direction: direction, aim: .lowest, stress: stress, plans: plans,
      outputs: outputs, positions: positions,
      numbers: try model.scan(outputs, along: direction, at: positions, under: stress, by: crew),
      way: try Way(
        model, figures: outputs, along: direction, under: stress, around: values))
    self.segment = segment.name
    self.plans = plans
    way = track.way
    race = plans.count <= PlanRace.mostPlans ? try track.provenRace() : try track.race()
    falls = try track.falls()
  }
}

extension PlanComparison {
  /// What a customer of any size pays, and which plan is the cheapest for it; nil where no customer has
  /// a task.
  ///
  /// - Parameters:
  ///   - reach: from which part of the smallest customer to which multiple of the largest.
  ///   - stress: what bills are of; the base case where nil.
  ///   - crew: who reads the sizes, all of them as one batch.
  public func bills(
    reach: ClosedRange<Double>, under stress: Stress?, by crew: Crew = .alone()
  ) throws(ModelFaults) -> CustomerBills? {
    try CustomerBills(
      model, reach: reach, under: stress?.changes ?? [], around: values(under: stress), by: crew)
  }
}

extension PlanTrack {
  /// The race with every crossover found, as far as interval arithmetic can show it: for each pair the
  /// difference of their figures is a figure of its own, and its sign is followed along the way.
  fileprivate func provenRace() throws(ModelFaults) -> PlanRace {
    var pairs: [(first: Int, second: Int, path: String)] = []
    var formulas: [Formula] = []
    for first in plans.indices {
      for second in plans.indices.dropFirst(first + 1) {
        guard let a = model.graph.reference(to: outputs[first]),
          let b = model.graph.reference(to: outputs[second])
        else { continue }
        let path = "difference.\(first).\(second)"
        formulas.append((a - b).named(path, "what one plan takes more than another"))
        pairs.append((first, second, path))
      }
    }
    let widened = try model.adding(formulas)
    var found: [Crossover] = []
    var isProven = true
    for pair in pairs {
      let changes = try widened.signChanges(of: pair.path, along: direction, under: stress)
      isProven = isProven && changes.isProven
      for change in changes.places {
        let (from, to) =
          change.isRising == (aim == .lowest)
          ? (pair.first, pair.second) : (pair.second, pair.first)
        found.append(
          Crossover(
            before: plans[from], beyond: plans[to], position: change.position,
            isJump: try isJump(pair.first, pair.second, at: change.position)))
      }
    }
    return try race(found, hasAllPairs: true, isProven: isProven)
  }

  /// Whether two figures lie apart close by a place on both its sides.
  private func isJump(_ first: Int, _ second: Int, at position: Double) throws(ModelFaults) -> Bool
  {
    let figures = try way.narrowed(to: [first, second]).figures(position)
    return abs(figures[0] - figures[1]) > 1e-9 * max(abs(figures[0]), abs(figures[1]))
  }

  /// Where a figure drops as the way goes on, the place solved between two positions.
  func falls() throws(ModelFaults) -> [CustomerBills.Fall] {
    var falls: [CustomerBills.Fall] = []
    for plan in plans.indices {
      for place in positions.indices.dropLast() {
        let (before, after) = (numbers[plan][place], numbers[plan][place + 1])
        guard after < before - 1e-9 * abs(before) else { continue }
        let edge = try lastBeforeFall(
          way.narrowed(to: [plan]), positions[place], positions[place + 1])
        // A bill that slopes down all the way has no edge.
        guard edge.after < edge.before - 1e-9 * abs(edge.before) else { continue }
        falls.append(
          .init(plan: plans[plan], tasks: edge.at, before: edge.before, after: edge.after))
      }
    }
    return falls
  }
}

/// The last position before a figure falls between two, and the figure on both sides.
private func lastBeforeFall(
  _ way: Way, _ low: Double, _ high: Double
) throws(ModelFaults) -> (at: Double, before: Double, after: Double) {
  var (low, high) = (low, high)
  var before = try way.figures(low)[0]
  var after = try way.figures(high)[0]
  while let middle = way.middle(low, high) {
    let figure = try way.figures(middle)[0]
    if figure >= before {
      (low, before) = (middle, figure)
    } else {
      (high, after) = (middle, figure)
    }
  }
  return (low, before, after)
}

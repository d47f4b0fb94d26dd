import Formulas

/// What grows along the curves of plans.
public enum PlanScale: String, Sendable, CaseIterable {
  /// The tasks of each customer, the customers, or both by the same factor.
  case tasks, customers, both

  var patterns: [PathPattern] {
    let tasks = PathPattern("volume.segments.*.tasksPerCustomer")
    let customers = PathPattern("volume.segments.*.customers")
    return switch self {
    case .tasks: [tasks]
    case .customers: [customers]
    case .both: [tasks, customers]
    }
  }

  /// The way from one factor on what is stated to another.
  public func direction(_ factors: ClosedRange<Double>, in scenario: Scenario) -> Direction {
    let patterns = patterns
    let paths = scenario.inputs.map(\.path).filter { path in
      patterns.contains { $0.matches(path) }
    }
    return Direction(rawValue, factors, isLogarithmic: true) { factor in
      paths.map { Stress.Change(path: $0, kind: .multiply, amount: factor) }
    }
  }
}

/// Revenue, cost and margin of every plan over scale.
public struct PlanCurves: Sendable {
  /// How many positions a curve has: with an odd number, what is stated stands in the middle of a
  /// range that reaches as far up as down.
  public static let count = 201

  public let scale: PlanScale
  public let direction: Direction
  /// Factors on what is stated.
  public let factors: [Double]
  /// Tasks of the month at each factor.
  public let tasks: [Double]
  /// Cost of the month at each factor, whatever the plan.
  public let cost: [Double]
  public let curves: [Curve]
  /// Which plan keeps the highest gross margin at which factor.
  public let margins: PlanRace

  /// One plan's figures at each factor; not a number where there is none.
  public struct Curve: Sendable {
    public let plan: String
    public let revenue: [Double]
    public let grossProfit: [Double]
    public let grossMargin: [Double]
    public let customers: [Customer]
    /// The factors at which gross profit is nothing.
    public let breakEvens: [Crossing]
  }

  /// What one customer of a segment pays and leaves at each factor.
  public struct Customer: Sendable {
    public let segment: String
    public let revenue: [Double]
    public let contribution: [Double]
    public let contributionMargin: [Double]
  }

  /// Tasks of the month at a factor.
  public func tasks(at factor: Double) -> Double {
    statedTasks * (scale == .both ? factor * factor : factor)
  }

  /// Tasks of the month at the factor 1.
  let statedTasks: Double
}

extension PlanComparison {
  /// Every plan's figures from one factor on scale to another, read as one batch.
  ///
  /// - Parameters:
  ///   - scale: what grows: tasks, customers or both.
  ///   - factors: from where to where, times what is stated.
  ///   - stress: what figures are of; the base case where nil.
  ///   - withCustomers: whether figures of each customer are wanted beside those of the month.
  ///   - crew: who reads the points.
  public func curves(
    over scale: PlanScale, _ factors: ClosedRange<Double>, under stress: Stress?,
    withCustomers: Bool = true, by crew: Crew = .alone()
  ) throws(ModelFaults) -> PlanCurves {
    let scenario = model.scenario
    let changes = stress?.changes ?? []
    let direction = scale.direction(factors, in: scenario)
    let positions = Array(
      AxisAmounts(
        from: factors.lowerBound, to: factors.upperBound, count: PlanCurves.count,
        isLogarithmic: true))
    let plans = scenario.plans.map(\.name)
    let segments = withCustomers ? scenario.volume.segments.map(\.name) : []
    let ofPlan: [PlanFigure] = [.revenue, .grossProfit, .grossMargin]
    let ofCustomer: [CustomerFigure] = [.revenue, .contribution, .contributionMargin]
    let outputs =
      [Output.tasksSubmitted.rawValue, Output.totalCost.rawValue]
      + plans.flatMap { plan in
        ofPlan.map { $0.path(plan) }
          + segments.flatMap { segment in ofCustomer.map { $0.path(plan, segment) } }
      }
    let numbers = try model.scan(
      outputs, along: direction, at: positions, under: changes, by: crew)
    var rest = numbers.dropFirst(2)
    func take(_ count: Int) -> [[Double]] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let margins = plans.map(PlanFigure.grossMargin.path)
    let way = try Way(
      model, figures: plans.map(PlanFigure.grossProfit.path) + margins, along: direction,
      under: changes, around: values(under: stress))
    var curves: [PlanCurves.Curve] = []
    for (index, plan) in plans.enumerated() {
      let own = take(ofPlan.count)
      let customers = segments.map { segment in
        let own = take(ofCustomer.count)
        return PlanCurves.Customer(
          segment: segment, revenue: own[0], contribution: own[1], contributionMargin: own[2])
      }
      curves.append(
        .init(
          plan: plan, revenue: own[0], grossProfit: own[1], grossMargin: own[2],
          customers: customers,
          breakEvens: try way.signChanges(index, own[1], positions)))
    }
    let track = PlanTrack(
      model: model, direction: direction, aim: .highest, stress: changes, plans: plans,
      outputs: margins, positions: positions, numbers: curves.map(\.grossMargin),
      way: way.narrowed(to: Array(plans.count..<2 * plans.count)))
    let changed = scenario.changed(by: changes).inputs
    let sizes = scenario.volume.segments.map { segment in
      [segment.customers, segment.tasksPerCustomer].map { (changed[$0.path] ?? $0).value }
        .reduce(1, *)
    }
    return PlanCurves(
      scale: scale, direction: direction, factors: positions, tasks: numbers[0], cost: numbers[1],
      curves: curves, margins: try track.race(), statedTasks: sizes.reduce(0, +))
  }
}

extension Way {
  /// Where a figure that was read at some positions changes its sign, halved to the last digit.
  fileprivate func signChanges(
    _ figure: Int, _ numbers: [Double], _ positions: [Double]
  ) throws(ModelFaults) -> [Crossing] {
    let places = numbers.indices.dropLast().filter { place in
      let (before, after) = (numbers[place], numbers[place + 1])
      return !before.isNaN && !after.isNaN && (before < 0) != (after < 0)
    }
    guard !places.isEmpty else { return [] }
    let way = narrowed(to: [figure])
    var found: [Crossing] = []
    for place in places {
      let (before, after) = (numbers[place], numbers[place + 1])
      var (low, high) = (positions[place], positions[place + 1])
      while let middle = way.middle(low, high) {
        if (try way.figures(middle)[0] < 0) == (before < 0) { low = middle } else { high = middle }
      }
      let figure = try way.figures(high)[0]
      let size = max(abs(before), abs(after))
      found.append(
        Crossing(position: high, isRising: before < 0, isJump: abs(figure) > 1e-9 * size))
    }
    return found
  }
}

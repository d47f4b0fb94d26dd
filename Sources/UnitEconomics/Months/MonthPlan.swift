import Formulas

/// Which months to draw: a case whose rates, prices and times stay as they are, and which random numbers.
///
/// Luck is how many tasks come, how each ends and how long people take. What a task needs of attempts,
/// tokens and tool calls stays at its expectation.
public struct MonthPlan: Sendable {
  /// The model of the case.
  public let model: CostModel
  /// The inputs that the case changes; empty for the base case.
  public let changed: [String: Input]
  public let stress: String?
  public let seed: UInt64
  /// How many months of one customer of each segment.
  public let draws: Int
  /// How many months of all customers; 0 where these are so many that too few could be drawn.
  public let wholeMonths: Int
  public let segments: [Segment]
  /// The case without luck.
  public let values: Values
  /// What has no value, so that nothing can be drawn.
  public let gap: (path: String, reason: String)?
  let times: MeanTimes
  /// The formulas of one customer's month.
  let customer: CostModel
  /// The whole month, at what is expected.
  let whole: Values

  /// Customers of one size.
  public struct Segment: Sendable {
    public let name: String
    public let customers: Double
    /// Tasks of one customer a month, on average.
    public let tasks: Double
    let luck: SegmentLuck

    /// Customers that are drawn: of two and a half, three, of whom the last counts half.
    var drawn: Int { Int(customers.rounded(.up)) }

    /// What a customer counts for.
    func weight(_ index: Int) -> Double { min(1, customers - Double(index)) }
  }

  /// Whole months are drawn of so many customers for each month of one.
  public static let customersPerDraw = 10
  /// Fewer whole months say too little of the ends of a distribution.
  public static let fewestWholeMonths = 100
  /// Months of one customer are kept, and more would not fit.
  public static let mostDraws = 5_000_000

  /// The draws of which whole months could be made too; nil where there cannot be so many.
  public var drawsForWholeMonths: Int? {
    let customers = segments.reduce(0.0) { $0 + $1.customers.rounded(.up) }
    let draws = customers * Double(Self.fewestWholeMonths) / Double(Self.customersPerDraw)
    return draws <= Double(Self.mostDraws) ? Int(draws.rounded(.up)) : nil
  }

  /// - Throws: `ModelFaults` where a stress shapes a model whose units do not fit.
  public init(
    _ model: CostModel, under stress: Stress? = nil, seed: UInt64, draws: Int
  ) throws(ModelFaults) {
    let changed = stress.map { model.scenario.changed(by: $0.changes).inputs } ?? [:]
    self.changed = changed
    self.stress = stress?.name
    self.seed = seed
    self.draws = draws
    let own = try model.shaped(by: changed)
    let values = own.values(changed: changed)
    (self.model, self.values) = (own, values)
    let scenario = model.scenario
    let shares = OutcomeShares(values, scenario.outcomes)
    times = MeanTimes(values, scenario.humanReview)
    segments = scenario.volume.segments.map { segment in
      let tasks = values[segment.tasksPerCustomer.path]?.value ?? 0
      return Segment(
        name: segment.name, customers: values[segment.customers.path]?.value ?? 0, tasks: tasks,
        luck: SegmentLuck(segment.name, tasks: tasks, shares, seed: seed))
    }
    let customers = segments.reduce(0.0) { $0 + $1.customers.rounded(.up) }
    let months = Double(draws) * Double(Self.customersPerDraw) / max(1, customers)
    wholeMonths =
      months < Double(min(draws, Self.fewestWholeMonths)) ? 0 : Int(min(Double(draws), months))
    gap =
      OutcomeShares.paths.lazy.compactMap { path in
        values[path]?.reason.map { (path, $0) }
      }.first
    customer = try CostModel(scenario, changed: changed, given: []) { $0.customerMonth($1) }
    whole = try Self.wholeMonth(of: scenario, changed, values)
  }

  /// The model with the month's volume, outcomes and revenue as inputs.
  private static func wholeMonth(
    of scenario: Scenario, _ changed: [String: Input], _ values: Values
  ) throws(ModelFaults) -> Values {
    let given = WholeMonthTotals.givenFigures(of: scenario)
    let model = try CostModel(scenario, changed: changed, given: Set(given)) { _, _ in }
    var inputs = changed
    for path in given {
      guard let position = values.graph.positions[path] else { continue }
      inputs[path] = Input(path, path, values.numbers[position], values.graph.nodes[position].unit)
    }
    return model.values(changed: inputs)
  }
}

import Formulas

/// What is told of a plan over the whole month.
public enum PlanFigure: String, Sendable, CaseIterable {
  case revenue, pricePerCompletedTask, paymentFees, grossProfit, grossMargin, contributionMargin

  /// The name of the figure of a plan.
  public func path(_ plan: String) -> String {
    "\(InputPath.appending(plan, to: "plans")).\(rawValue)"
  }
}

/// What is told of one customer of a segment on a plan.
public enum CustomerFigure: String, Sendable, CaseIterable {
  case revenue, pricePerCompletedTask, paymentFee, contribution, contributionMargin
  case saving, savingShare, customerReturn

  /// The name of the figure of a customer of a segment on a plan.
  public func path(_ plan: String, _ segment: String) -> String {
    path(at: Self.place(plan, segment))
  }

  /// The name of the figure of a customer on a plan whose figures stand at a place.
  public func path(at place: String) -> String { String(joining: place, ".", rawValue) }

  /// Where the figures of a customer of a segment on a plan stand.
  public static func place(_ plan: String, _ segment: String) -> String {
    InputPath.appending(segment, to: InputPath.appending(plan, to: "plans"), "segments")
  }
}

/// What is told of one customer of a segment whatever the plan.
public enum SegmentFigure: String, Sendable, CaseIterable {
  case completedTasks, cost, costPerCompletedTask, humanBaselineCost

  /// The name of the figure of a customer of a segment.
  public func path(_ segment: String) -> String {
    "\(InputPath.appending(segment, to: "segments")).\(rawValue)"
  }
}

extension CostModel {
  /// The same model with what plans are compared by: what a completed task is sold for, what each
  /// customer leaves, and what it saves against people alone.
  ///
  ///     price per completed task = revenue / completed tasks
  ///     contribution             = revenue − payment fee − cost, of a customer
  ///     saving                   = completed tasks · human baseline − revenue
  ///     return                   = saving / revenue
  ///
  /// Cost of a customer is its variable cost and the items per customer, as everywhere.
  /// - Undefined: nothing is completed or paid; no human baseline is stated.
  public func comparingPlans() throws(ModelFaults) -> CostModel {
    var writer = PlanFigureWriter(graph: graph)
    for segment in scenario.volume.segments { writer.write(segment) }
    for plan in scenario.plans {
      writer.write(plan)
      for segment in scenario.volume.segments { writer.write(plan, segment.name) }
    }
    return try adding(writer.formulas)
  }
}

/// Writes what plans are compared by on top of a model's own figures.
private struct PlanFigureWriter {
  let graph: FormulaGraph
  private(set) var formulas: [Formula] = []
  /// By the segment's name.
  private var segments: [String: (completed: Formula, baseline: Formula, cost: Formula)] = [:]

  init(graph: FormulaGraph) { self.graph = graph }

  /// A figure of the model; what it lacks is undefined.
  private func figure(_ path: String, _ unit: Unit) -> Formula {
    graph.reference(to: path)
      ?? .undefined(because: "the model has no \(path)", unit: unit)
  }

  private mutating func define(
    _ path: String, _ sentence: String, _ unit: Unit, _ formula: consuming Formula
  ) -> Formula {
    let named = formula.named(path, sentence, unit)
    formulas.append(named)
    return named
  }

  mutating func write(_ segment: Volume.Segment) {
    let perMonth = Unit.task / .customer / .month
    let completed = define(
      SegmentFigure.completedTasks.path(segment.name), "completed tasks of a customer", perMonth,
      figure(segment.tasksPerCustomer.path, perMonth) * figure("completedShare", .share))
    let cost = figure(SegmentFigure.cost.path(segment.name), ModelBuilder.perCustomer)
    _ = define(
      SegmentFigure.costPerCompletedTask.path(segment.name),
      "variable cost of one completed task of the segment", .money / .task, cost / completed)
    let baseline = define(
      SegmentFigure.humanBaselineCost.path(segment.name),
      "what a customer's completed tasks cost when people do them", ModelBuilder.perCustomer,
      completed * figure("humanBaselineCostPerTask", .money / .task))
    segments[segment.name] = (completed, baseline, cost)
  }

  mutating func write(_ plan: Plan) {
    _ = define(
      PlanFigure.pricePerCompletedTask.path(plan.name), "revenue for one completed task",
      .money / .task,
      figure(PlanFigure.revenue.path(plan.name), .money / .month)
        / figure("completedTasks", .task / .month))
  }

  mutating func write(_ plan: Plan, _ segment: String) {
    guard let (completed, baseline, cost) = segments[segment] else { return }
    let money = ModelBuilder.perCustomer
    let place = CustomerFigure.place(plan.name, segment)
    func path(_ figure: CustomerFigure) -> String { figure.path(at: place) }
    let bill = figure(path(.revenue), money)
    _ = define(
      path(.pricePerCompletedTask), "what a customer pays for one completed task",
      .money / .task, bill / completed)
    let fee = define(
      path(.paymentFee), "what the payment provider keeps of a customer's payment", money,
      plan.paymentFee.map { bill * figure($0.path, .share) } ?? .constant(0, unit: money))
    _ = define(
      path(.contribution), "what a customer leaves after payment fee and its own cost", money,
      bill - fee - cost)
    let saving = define(
      path(.saving), "what a customer saves against people doing its tasks", money,
      baseline - bill)
    _ = define(
      path(.savingShare), "the saving as a part of what people would cost", .share,
      saving / baseline)
    _ = define(
      path(.customerReturn), "saving for each unit of money paid", .one, saving / bill)
  }
}

import Formulas

/// A scenario's economics as one graph of named formulas, written once and read many ways.
///
///     let model = try CostModel(scenario)
///     model.values()["costPerCompletedTask"]   // .defined(0.8086…)
public final class CostModel: Sendable {
  public let scenario: Scenario
  public let graph: FormulaGraph
  /// The priced lines that total cost is the sum of, component by component.
  public let lines: [CostLine]
  private let basePoint: [Double]
  /// Formulas that were added to the model's own.
  private let additions: [Formula]

  /// Writes down the formulas of a scenario.
  ///
  /// - Parameters:
  ///   - scenario: what is stated, without a fault that ``Scenario/problems`` would name.
  ///   - changed: inputs that take the place of the scenario's own. Most could as well be given to
  ///     ``values(changed:)``; whole numbers that shape the model can only be given here.
  /// - Throws: `ModelFaults` where units do not fit, which means that an input carries a wrong one.
  public convenience init(
    _ scenario: Scenario, changed: [String: Input] = [:]
  ) throws(ModelFaults) {
    try self.init(scenario, changed: changed, given: []) { _, _ in }
  }

  /// Writes down the formulas of a scenario, some of whose figures are inputs, and others behind them.
  init(
    _ scenario: Scenario, changed: [String: Input], given: Set<String>,
    adding more: (inout ModelBuilder, Economics) -> Void
  ) throws(ModelFaults) {
    var builder = ModelBuilder(scenario, changed: changed, given: given)
    let economics = builder.write()
    more(&builder, economics)
    self.scenario = scenario
    lines = builder.lines
    graph = try FormulaGraph(builder.definitions)
    basePoint = Self.point(graph, scenario)
    additions = []
  }

  private init(
    _ scenario: Scenario, _ graph: FormulaGraph, _ additions: [Formula], from other: CostModel
  ) {
    self.scenario = scenario
    self.graph = graph
    self.additions = additions
    lines = other.lines
    basePoint = other.basePoint
  }

  /// The model that these inputs shape: this one, unless a whole number among them decides how many
  /// terms it has.
  public func shaped(by changed: [String: Input]) throws(ModelFaults) -> CostModel {
    let reshapes = changed.values.contains { $0.domain.isWhole }
    return reshapes ? try CostModel(scenario, changed: changed).adding(additions) : self
  }

  /// The same model with further formulas, which refer to its own by name: a difference of two figures
  /// is then a figure like any other, to be read, bounded and solved for.
  ///
  /// - Throws: `ModelFaults` where units do not fit or a name is taken.
  public func adding(_ formulas: [Formula]) throws(ModelFaults) -> CostModel {
    guard !formulas.isEmpty else { return self }
    return CostModel(scenario, try graph.adding(formulas), additions + formulas, from: self)
  }

  /// The same formulas for a scenario that differs only in its checks and stresses.
  public func with(_ scenario: Scenario) -> CostModel {
    CostModel(scenario, graph, additions, from: self)
  }

  /// Every formula's value with the scenario's inputs, or with some of them changed.
  public func values(changed: [String: Input] = [:]) -> Values {
    graph.values(at: point(changed: changed))
  }

  /// The inputs' values in the order that the graph asks for them.
  public func point(changed: [String: Input] = [:]) -> [Double] {
    guard !changed.isEmpty else { return basePoint }
    var point = basePoint
    for (slot, position) in graph.inputs.enumerated() {
      guard let path = graph.nodes[position].label?.path, let input = changed[path] else {
        continue
      }
      point[slot] = input.value
    }
    return point
  }

  /// Where in a point the value of each input stands: twice for one that is read in two units.
  public var places: [String: [Int]] { graph.places }

  private static func point(_ graph: FormulaGraph, _ scenario: Scenario) -> [Double] {
    graph.inputs.map { scenario.inputs[graph.nodes[$0].label?.path ?? ""]?.value ?? .nan }
  }
}

extension ModelBuilder {
  /// The whole model from volume to margin, in the order in which a person would work it out.
  mutating func write() -> Economics {
    let tasksBySegment = scenario.volume.segments.map { segment in
      define(
        InputPath.appending(segment.name, to: "volume.segments") + ".tasks",
        "tasks of the segment", .task / .month,
        self(segment.customers) * self(segment.tasksPerCustomer))
    }
    let tasks = define(
      "tasksSubmitted", "tasks handed to the agent", .task / .month,
      .sum(tasksBySegment, unit: .task / .month))

    let tools = scenario.tools.map { tool($0) }
    let outcomes = self.outcomes(tools)
    let attempts = define(
      "attempts", "runs of the agent", .attempt / .month, tasks * outcomes.attemptsPerTask)
    let completed = define(
      "completedTasks", "tasks completed, by the agent or then by a person", .task / .month,
      tasks * outcomes.completedShare)

    let (inference, inferenceLines) = self.inference(attempts: attempts)
    let (toolCost, toolLines) = toolLines(tools, attempts: attempts)
    let runtime = self.runtime(inference, tools, outcomes)
    let costPerAttempt = define(
      "costPerAttempt", "model and tool cost of an attempt", .money / .attempt,
      inference.costPerAttempt + toolCost)
    let infrastructure = self.infrastructure(
      Load(
        tasks: tasks, attempts: attempts, runtimeSecondsPerTask: runtime,
        costPerAttempt: costPerAttempt))
    let components: [(Component, [Formula])] = [
      (.inference, inferenceLines),
      (.tools, toolLines),
      (.infrastructure, infrastructure.lines),
      (.humanReview, humanReview(tasks: tasks, outcomes)),
      (.failures, failures(tasks: tasks, outcomes)),
    ]
    let costs = components.map { component, lines in
      define(
        component.output, "\(component.words) cost", .money / .month,
        .sum(lines, unit: .money / .month))
    }
    let totalCost = define(
      "totalCost", "all cost of the month", .money / .month,
      .sum(costs, unit: .money / .month))
    let fixedCost = define(
      "fixedCost", "cost that does not move with volume", .money / .month,
      .sum(infrastructure.fixed, unit: .money / .month))
    unitCosts(totalCost, tasks: tasks, completed: completed, tsr: outcomes.tsr)
    let perCustomer = Formula.sum(infrastructure.perCustomer, unit: .money / .month)
    let variable = define(
      "variableCostPerTask", "variable cost of a submitted task, items per customer left out",
      .money / .task, (totalCost - fixedCost - perCustomer) / tasks)
    let economics = Economics(
      outcomes: outcomes,
      toolCallsPerAttempt: .sum(
        tools.map { $0.callsPerAttempt * $0.tries }, unit: .call / .attempt),
      inference: inference,
      costs: PassedCosts(
        components: Dictionary(uniqueKeysWithValues: zip(components.map(\.0), costs)),
        total: totalCost, tasks: tasks),
      fixedCost: fixedCost, segmentCosts: segmentCosts(variable))
    let plans = scenario.plans.map { plan($0, economics) }
    if scenario.mixesPlans { mix(plans, economics) } else { chosenPlan() }
    return economics
  }
}

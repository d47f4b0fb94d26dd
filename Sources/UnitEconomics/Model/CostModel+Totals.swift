import Formulas

extension ModelBuilder {
  /// The cost of one task, by each way of counting tasks.
  ///
  ///                                 inference + tools + infrastructure + human review + failures
  ///     cost per completed task = ----------------------------------------------------------------
  ///                                                     completed tasks
  ///
  /// - Undefined: no task is completed; the reading says so instead of dividing by zero.
  /// - Source: FinOps Foundation, Unit Economics, names it "cost per case resolved".
  mutating func unitCosts(
    _ total: Formula, tasks: Formula, completed: Formula, tsr: Formula
  ) {
    _ = define(
      "costPerCompletedTask", "cost of one completed task, all help and all loss included",
      .money / .task, total / completed)
    _ = define(
      "costPerSubmittedTask", "cost of one task handed to the agent", .money / .task,
      total / tasks)
    let successes = define(
      "autonomousSuccesses", "tasks that the agent completes alone", .task / .month, tasks * tsr)
    _ = define(
      "costPerAutonomousSuccess", "cost of one task that the agent completes alone",
      .money / .task, total / successes)
    let baseline: Formula =
      if let human = scenario.workUnit.humanBaseline {
        self(human.time) * self(human.rate) / self(human.occupancy)
      } else {
        .undefined(because: "no human baseline is stated", unit: .money / .task)
      }
    _ = define(
      "humanBaselineCostPerTask", "the same task done by people alone", .money / .task, baseline)
  }

  /// Model and tool time of all attempts; tools run one after the other.
  mutating func runtime(
    _ inference: InferenceFigures, _ tools: [ToolFigures], _ outcomes: OutcomeFigures
  ) -> Formula {
    let toolSeconds = define(
      "toolSecondsPerAttempt", "seconds of tool calls in an attempt", .second / .attempt,
      .sum(
        tools.map { $0.callsPerAttempt * $0.secondsPerCall }, unit: .second / .attempt))
    return define(
      "runtimeSecondsPerTask", "seconds a task runs, all attempts together", .second / .task,
      outcomes.attemptsPerTask * (toolSeconds + inference.secondsPerAttempt))
  }

  /// A line for what each tool charges by the try and by time, and the cost of an attempt.
  mutating func toolLines(
    _ tools: [ToolFigures], attempts: Formula
  ) -> (perAttempt: Formula, lines: [Formula]) {
    var lines: [Formula] = []
    for (tool, figures) in zip(scenario.tools, tools) {
      let tries = attempts * figures.callsPerAttempt * figures.tries
      if let price = tool.price {
        lines.append(
          line(.tools, [tool.name], "\(tool.name): calls", quantity: tries, price: self(price)))
      }
      if let price = tool.priceByTime {
        lines.append(
          line(
            .tools, [tool.name, "time"], "\(tool.name): time",
            quantity: (tries * figures.busySeconds).expressed(in: .hour / .month),
            price: self(price)))
      }
      rateLimit(tool, tries: tries)
    }
    let perAttempt = define(
      "toolsPerAttempt", "tool cost of an attempt", .money / .attempt,
      .sum(tools.map { $0.callsPerAttempt * $0.costPerCall }, unit: .money / .attempt))
    return (perAttempt, lines)
  }

  private mutating func rateLimit(_ tool: Tool, tries: Formula) {
    guard let limit = tool.rateLimit else { return }
    let peak = tries * self(scenario.volume.peakFactor)
    let allowed = self(limit) * hoursPerMonth.expressed(in: .minute / .month)
    _ = define(
      InputPath.appending(tool.name, to: "rateLimitUtilization"),
      "use of the rate limit in the busiest hour", .share, peak / allowed)
  }

  /// What wrong results cost that nobody finds.
  mutating func failures(tasks: Formula, _ outcomes: OutcomeFigures) -> [Formula] {
    guard let price = scenario.failures.perUndetected else { return [] }
    let undetected = outcomes.failedRate * (1 - self(scenario.outcomes.wrongDetected))
    return [
      line(
        .failures, ["undetected"], "wrong results that nobody finds", quantity: tasks * undetected,
        price: self(price))
    ]
  }

  /// Cost of a customer: its share of variable cost by submitted tasks, and the items per customer.
  mutating func segmentCosts(_ variablePerTask: Formula) -> [Formula] {
    let fixed = itemsPerCustomer
    return scenario.volume.segments.map { segment in
      define(
        InputPath.appending(segment.name, to: "segments") + ".cost", "cost of a customer",
        Self.perCustomer, self(segment.tasksPerCustomer) * variablePerTask + fixed)
    }
  }

  /// What infrastructure costs for each customer.
  var itemsPerCustomer: Formula {
    let items = scenario.infrastructure.perCustomer.map {
      self($0.price).expressed(in: Self.perCustomer)
    }
    return .sum(items, unit: Self.perCustomer)
  }

  /// The outputs of the plan that the scenario is sold on, under their plain names.
  mutating func chosenPlan() {
    let outputs: [(name: String, sentence: String, unit: Unit)] = [
      ("revenue", "revenue of the month", .money / .month),
      ("paymentFees", "what the payment provider keeps", .money / .month),
      ("grossProfit", "revenue less payment fees and all cost", .money / .month),
      ("grossMargin", "gross margin", .share),
      ("contributionMargin", "contribution margin: gross margin without fixed cost", .share),
    ]
    let segments = scenario.volume.segments.flatMap { segment in
      let place = InputPath.appending(segment.name, to: "segments")
      return [
        ("\(place).revenue", "revenue from a customer", Self.perCustomer),
        ("\(place).contributionMargin", "contribution margin of a customer", Unit.share),
      ]
    }
    let path = scenario.chosenPlan.map { InputPath.appending($0, to: "plans") + "." }
    var known: [String: Formula] = [:]
    if let path {
      for formula in definitions where formula.path?.utf8.starts(with: path.utf8) ?? false {
        known[String(formula.path!.dropFirst(path.count))] = formula
      }
    }
    for (name, sentence, unit) in outputs + segments {
      let formula = known[name]
      _ = define(
        name, sentence, unit,
        formula ?? .undefined(because: "the scenario has no plan", unit: unit))
    }
  }
}

import Formulas

/// Months of all customers together.
public struct WholeMonths: Sendable {
  public let months: Int
  public let customers: Double
  public let figures: [FigureDistribution]
  public let checks: [SimulationFindings.CheckLikelihood]
  public let anyFailure: SimulationFindings.Likelihood
  /// Checks of figures that neither a month of all customers has nor one customer's.
  public let unjudged: [Check]
}

extension WholeMonths {
  /// Draws the months of all customers, adds them up and works the whole month out.
  ///
  /// The customers of a month are the next ones of those that are also told of one by one.
  init(_ plan: MonthPlan, by crew: Crew, advance: @escaping @Sendable (Int) -> Void) {
    let scenario = plan.model.scenario
    let isKnown = { (path: String) in plan.isOfWholeMonth(path) }
    let checks = scenario.checks.filter { isKnown($0.output) }
    let shown = plan.wholeFigures.filter(isKnown)
    let outputs =
      shown
      + checks.map(\.output).reduce(into: [String]()) {
        if !shown.contains($1), !$0.contains($1) { $0.append($1) }
      }
    let customers = plan.segments.reduce(0) { $0 + $1.drawn }
    let size = max(1, CustomerMonths.span / max(1, customers))
    let spans = (0..<plan.wholeMonths).pieces(of: size)
    let kept = KeptMemory(outputs.count, 0..<plan.wholeMonths)
    let segments = plan.segments.map { CustomerMonths(plan, $0) }
    let ofTasks = Set(WholeMonthTotals.shares)
    let shares = outputs.indices.filter { ofTasks.contains(outputs[$0]) }
    crew.runner(spans.count) { index in
      let span = spans[index]
      let totals = plan.totals(of: span, segments, on: crew.engine)
      plan.readWhole(outputs, of: totals, on: crew.engine) { start, count, blocks in
        for output in blocks.indices {
          kept.keep(output, span.lowerBound + start, blocks[output], count)
        }
      }
      // As for one customer: of no tasks there is no share.
      for (month, tasks) in totals.counts.tasks.enumerated() where tasks == 0 {
        for output in shares { kept.keep(output, span.lowerBound + month, [.nan], 1) }
      }
      advance(span.count * customers)
    }
    months = plan.wholeMonths
    self.customers = plan.segments.reduce(0) { $0 + $1.customers }
    let graph = plan.whole.graph
    figures = crew.map(shown.count) { output in
      FigureDistribution(
        Array(kept.values(output)), path: shown[output],
        unit: graph.positions[shown[output]].map { graph.nodes[$0].unit } ?? .one,
        stated: plan.values[shown[output]] ?? .undefined(because: "the model has no such figure"))
    }
    var fails = [Bool](repeating: false, count: plan.wholeMonths)
    let base = plan.base
    self.checks = checks.map { check in
      var count = 0
      for (month, value) in kept.values(outputs.firstIndex(of: check.output)!).enumerated() {
        guard !check.holds(value) else { continue }
        count += 1
        fails[month] = true
      }
      return .init(check, in: base, failing: .init(count, of: plan.wholeMonths))
    }
    anyFailure = .init(fails.count { $0 }, of: plan.wholeMonths)
    unjudged = scenario.checks.filter { check in
      !isKnown(check.output)
        && !plan.segments.contains { plan.path(of: check.output, in: $0) != nil }
    }
  }
}

extension MonthPlan {
  /// The figures that whole months are told of.
  var wholeFigures: [String] {
    let plans = model.scenario.plans.flatMap { plan in
      [Output.revenue, .grossProfit, .grossMargin].map { plan.own($0) }
    }
    let mix: [Output] = model.scenario.mixesPlans ? [.revenue, .grossProfit, .grossMargin] : []
    let shared: [Output] = [
      .tasksSubmitted, .tsr, .escalationRate, .humanReviewCost, .totalCost, .costPerCompletedTask,
    ]
    return (shared + mix).map(\.rawValue) + plans
  }

  /// Whether a figure of the whole month rests on nothing that is only stated of one customer.
  func isOfWholeMonth(_ path: String) -> Bool {
    let reach = Reach(of: path, in: [whole.graph])
    return whole.graph.positions[path] != nil
      && !model.scenario.volume.segments.contains { reach.contains($0.tasksPerCustomer.path) }
  }

  /// What all customers of some months come to.
  fileprivate func totals(
    of months: Range<Int>, _ segments: [CustomerMonths], on engine: BlockEngine
  ) -> WholeMonthTotals {
    let plans = model.scenario.plans
    let fees = plans.map(fee)
    var totals = WholeMonthTotals(months: months.count, plans: plans.count)
    for (index, own) in segments.enumerated() where own.segment.drawn > 0 {
      let size = own.segment.drawn
      let parts = parts(of: own.segment, at: index)
      let counts = own.segment.luck.draw(
        months.lowerBound * size..<months.upperBound * size, on: engine)
      let bills = KeptMemory(plans.count, 0..<counts.count)
      let outputs = plans.map { CustomerMonthBill.revenue.path($0.name, own.segment.name) }
      own.read(outputs, of: counts, on: engine) { start, count, blocks in
        for output in blocks.indices { bills.keep(output, start, blocks[output], count) }
      }
      for row in 0..<counts.count {
        let (month, customer) = row.quotientAndRemainder(dividingBy: size)
        let weight = own.segment.weight(customer)
        totals.counts.add(counts, row: row, to: month, weight: weight)
        for plan in plans.indices {
          let bill = bills.values(plan)[row]
          let part = parts[customer][plan]
          totals.revenue[plan][month] += weight * bill
          guard part > 0 else { continue }
          totals.mixed[month] += part * bill
          totals.mixedFees[month] += part * bill * fees[plan]
        }
      }
    }
    return totals
  }

  /// Figures of whole months that turned out so.
  fileprivate func readWhole(
    _ outputs: [String], of totals: WholeMonthTotals, on engine: BlockEngine,
    consumer: @escaping GridReading.Consumer
  ) {
    let places = whole.graph.places
    let moved = totals.inputs(of: self).flatMap { path, numbers in
      (places[path] ?? []).map { (input: $0, values: Grid.Source.listed(numbers)) }
    }
    let grid = Grid(axes: [Grid.Axis(count: totals.counts.count, inputs: moved)])
    GridReading(around: whole, grid: grid, outputs: outputs)
      .read(by: .alone(engine: engine), consumer: consumer)
  }
}

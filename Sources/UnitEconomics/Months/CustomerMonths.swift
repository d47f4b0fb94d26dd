import Formulas

/// Months of one customer of a segment: what each comes to, figure by figure.
struct CustomerMonths {
  let plan: MonthPlan
  let segment: MonthPlan.Segment
  /// The month in which everything is as often as it is on average.
  let expected: Values

  init(_ plan: MonthPlan, _ segment: MonthPlan.Segment) {
    self.plan = plan
    self.segment = segment
    expected = plan.expected(of: segment)
  }

  /// Months that one piece of work draws.
  static let span = 8192

  /// Draws all months and reads every figure of them.
  func drawn(by crew: Crew, advance: @escaping @Sendable (Int) -> Void) -> SegmentMonths {
    let shared = CustomerMonthFigure.allCases
    let plans = plan.model.scenario.plans
    let bills = plans.map { plan in
      CustomerMonthBill.allCases.filter { $0 != .kicker || plan.successKicker != nil }
    }
    let worked = shared.filter(\.isRead).map(\.path)
    let outputs =
      worked
      + zip(plans, bills).flatMap { plan, bills in
        bills.map { $0.path(plan.name, segment.name) }
      }
    let kept = KeptMemory(outputs.count + 2, 0..<plan.draws)
    let spans = (0..<plan.draws).pieces(of: Self.span)
    crew.runner(spans.count) { index in
      let span = spans[index]
      let counts = segment.luck.draw(span, on: crew.engine)
      kept.keep(0, span.lowerBound, counts.tasks, span.count)
      kept.keep(
        1, span.lowerBound, counts.numbers(.escalations, plan.times), span.count)
      read(outputs, of: counts, on: crew.engine) { start, count, blocks in
        for output in blocks.indices {
          kept.keep(output + 2, span.lowerBound + start, blocks[output], count)
        }
      }
      advance(span.count)
    }
    let counted: [CustomerMonthFigure] = [.tasks, .escalations]
    let names = counted.map(\.path) + outputs
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return SegmentMonths(
      self, by: crew,
      values: { path in Array(kept.values(places[path] ?? 0)) })
  }
}

extension CustomerMonthFigure {
  /// Whether it is worked out by a formula, and not counted.
  var isRead: Bool { self != .tasks && self != .escalations }
}

extension CustomerMonths {
  /// Figures of months that turned out so.
  func read(
    _ outputs: [String], of counts: MonthCounts, on engine: BlockEngine,
    consumer: @escaping GridReading.Consumer
  ) {
    let places = expected.graph.places
    let moved = MonthInput.allCases.flatMap { month -> [(input: Int, values: Grid.Source)] in
      guard let own = places[month.path] else { return [] }
      let numbers = counts.numbers(month, plan.times)
      return own.map { (input: $0, values: .listed(numbers)) }
    }
    let grid = Grid(axes: [Grid.Axis(count: counts.count, inputs: moved)])
    GridReading(around: expected, grid: grid, outputs: outputs)
      .read(by: .alone(engine: engine), consumer: consumer)
  }
}

extension FormulaGraph {
  /// Where in a point the value of each input stands.
  var places: [String: [Int]] {
    Dictionary(inputPaths.enumerated().map { ($1, [$0]) }, uniquingKeysWith: { $0 + $1 })
  }
}

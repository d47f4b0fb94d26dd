import Formulas

/// Months of one customer in full: what happened, and what it came to.
public struct MonthSamples: Sendable {
  /// A count or figure of every month.
  public struct Column: Sendable {
    public let name: String
    public let unit: Unit
    /// Month by month; not a number where it has no value.
    public let values: [Double]
  }

  public let segment: String
  public let months: Range<Int>
  public let columns: [Column]
}

extension MonthPlan {
  /// Months of a customer of a segment in full, the same that the findings are of.
  public func samples(segment index: Int, _ months: Range<Int>, on engine: BlockEngine)
    -> MonthSamples
  {
    let own = CustomerMonths(self, segments[index])
    let counts = own.segment.luck.draw(months, on: engine)
    let task = Unit.task / .customer / .month
    let happened = [
      ("tasks", counts.tasks), ("successes", counts.successes),
      ("escalations", counts.numbers(.escalations, times)),
      ("detectedWrongResults", counts.detected), ("undetectedWrongResults", counts.undetected),
      ("completedTasks", counts.numbers(.completed, times)),
    ].map { MonthSamples.Column(name: $0, unit: task, values: $1) }
    let figures = [CustomerMonthFigure.humanHours, .cost].map { ($0.rawValue, $0.path) }
    let bills = model.scenario.plans.flatMap { plan in
      [CustomerMonthBill.revenue, .contribution].map { bill in
        (
          "\(InputPath.appending(plan.name, to: "plans")).\(bill)",
          bill.path(plan.name, own.segment.name)
        )
      }
    }
    let outputs = figures + bills
    let kept = KeptMemory(outputs.count, 0..<months.count)
    own.read(outputs.map(\.1), of: counts, on: engine) { start, count, blocks in
      for output in blocks.indices { kept.keep(output, start, blocks[output], count) }
    }
    let graph = own.expected.graph
    let cameTo = outputs.enumerated().map { place, output in
      MonthSamples.Column(
        name: output.0, unit: graph.positions[output.1].map { graph.nodes[$0].unit } ?? .one,
        values: Array(kept.values(place)))
    }
    return MonthSamples(
      segment: own.segment.name, months: months, columns: happened + cameTo)
  }
}

import RunLogs
import UnitEconomics

extension MeasureAnswer {
  /// What is told beside runs: everything together, people's work, and the bill by month.
  var factsBesideRuns: [MeasureFact] { allInFacts + workFacts + billFacts }

  private var allInFacts: [MeasureFact] {
    guard let all = allInCost else { return [] }
    let parts = all.parts + [.init(name: "", figure: "together", cost: all.total)]
    return [MeasureFact("allIn", "", "completedTasks", Double(all.completed), "task")]
      + parts.flatMap { part in
        [
          MeasureFact("allIn", part.figure, "cost", part.cost, Self.currency),
          MeasureFact(
            "allIn", part.figure, "costPerCompletedTask",
            all.completed > 0 ? part.cost / Double(all.completed) : nil,
            "\(Self.currency) / task"),
        ]
      }
  }

  private var workFacts: [MeasureFact] {
    HumanWork.Kind.allCases.flatMap { kind in
      measurement.work(kind, on: total).flatMap { outcome, reason, work in
        let item = [outcome?.rawValue ?? "notTold", reason?.rawValue].compactMap { $0 }
          .joined(separator: ".")
        return [
          MeasureFact(kind.rawValue, item, "tasks", Double(work.tasks), "task"),
          MeasureFact(kind.rawValue, item, "minutesPerTask", work.minutesPerTask, "min / task"),
          MeasureFact(kind.rawValue, item, "p50", work.minutes(at: 0.5), "min / task"),
          MeasureFact(kind.rawValue, item, "p95", work.minutes(at: 0.95), "min / task"),
        ]
      }
    }
  }

  private var billFacts: [MeasureFact] {
    guard let bill else { return [] }
    return bill.sums.sorted { $0.key < $1.key }.flatMap { key, sum in
      let use = key.use == .inference ? "models" : "infrastructure"
      let item = "\(key.month) \(use) \(key.category) \(key.charge.rawValue)"
      return [
        MeasureFact("bill", item, "effectiveCost", sum.effective.value, bill.currency),
        MeasureFact("bill", item, "billedCost", sum.billed.value, bill.currency),
        MeasureFact("bill", item, "rows", Double(sum.rows), "row"),
      ]
    }
  }
}

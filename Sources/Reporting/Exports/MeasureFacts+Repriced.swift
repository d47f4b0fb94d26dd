import RunLogs

extension MeasureAnswer {
  /// Every figure of some runs, what they would have cost on other models behind the rest.
  func facts(_ tally: Tally) -> [MeasureFact] {
    let currency = MeasureAnswer.currency
    let repriced = zip(on, tally.repriced).flatMap { name, cost in
      [
        MeasureFact("repriced", name, "cost", cost.total.value, currency),
        MeasureFact("repriced", name, "costOfFailures", cost.ofFailures.value, currency),
        MeasureFact("repriced", name, "costPerRun", cost.perRun, "\(currency) / run"),
        MeasureFact("repriced", name, "costPerSuccess", cost.perSuccess, "\(currency) / success"),
        MeasureFact("repriced", name, "runs", Double(cost.runs), "run"),
      ]
    }
    return tally.facts(total.chains.captured) + repriced
  }
}

import Formulas
import UnitEconomics

extension Table {
  /// A simulation as plain numbers, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | section | figure, quantile, histogram, check, driver, input |
  /// | item | the figure, the check, the driver or the input |
  /// | fact | what the number is: mean, sd, p95, probability, firstOrder … |
  /// | value | the number |
  /// | error | its standard error, where there is one |
  /// | low, high | its 95 % interval, where there is one; of a histogram the ends of the bin |
  public static func simulationFacts(
    _ findings: SimulationFindings, drivers: [UncertaintyDrivers], of subject: Subject
  ) -> Table {
    var table = Table(
      columns: [
        "scenario", "file", "case", "seed", "draws", "section", "item", "fact", "unit", "value",
        "error", "low", "high", "settings",
      ].map { Column($0) })
    let plan = findings.plan
    let head: [Cell] = [
      .text(subject.scenario.name), .text(subject.file), .text(plan.stress ?? "base"),
      .text(String(plan.seed)), .number(Double(findings.draws), .count),
    ]
    let tail: Cell = .text(subject.settings.joined(separator: "; "))
    func add(
      _ section: String, _ item: String, _ fact: String, _ unit: String, _ value: Double?,
      error: Double? = nil, _ range: ClosedRange<Double>? = nil
    ) {
      table.rows.append(
        Row(
          head + [.text(section), .text(item), .text(fact), .text(unit)]
            + [value, error, range?.lowerBound, range?.upperBound].map { .plain($0) } + [tail]))
    }
    for figure in findings.figures {
      let unit = figure.unit.text(currency: subject.currency)
      add("figure", figure.path, "stated", unit, figure.stated.value)
      for (fact, estimate) in figure.estimates {
        add(
          "figure", figure.path, fact, unit, estimate.value, error: estimate.error,
          estimate.interval)
      }
      add("figure", figure.path, "least", unit, figure.least)
      add("figure", figure.path, "most", unit, figure.most)
      add("figure", figure.path, "undefinedDraws", "1", Double(figure.undefined))
      for quantile in figure.quantiles {
        let fact = "p\(Int((quantile.share * 100).rounded()))"
        add("quantile", figure.path, fact, unit, quantile.value, quantile.interval)
      }
      let bounds = figure.histogram.bounds
      for (bin, count) in figure.histogram.counts.enumerated() {
        add(
          "histogram", figure.path, "draws", "1", Double(count), bounds[bin]...bounds[bin + 1])
      }
    }
    for check in findings.checks {
      add(
        "check", check.check.name, "failureProbability", "share", check.failing.value,
        check.failing.interval)
    }
    add(
      "check", "any", "failureProbability", "share", findings.anyFailure.value,
      findings.anyFailure.interval)
    for drivers in drivers {
      for driver in drivers.drivers {
        let item = driver.paths.joined(separator: " & ")
        for (fact, index) in [
          ("firstOrder", driver.indices.first), ("total", driver.indices.total),
        ] {
          add(
            "driver", item, "\(fact) of \(drivers.figure)", "share", index.value,
            error: index.error, index.interval)
        }
        add("driver", item, "rankCorrelation with \(drivers.figure)", "1", driver.rankCorrelation)
        if let worth = driver.worth {
          add("driver", item, "worthOfKnowing", "\(subject.currency) / month", worth)
        }
      }
    }
    for input in plan.inputs {
      add(
        "input", input.input.path, input.uncertainty.distribution.description,
        subject.unitText(input.input.unit, of: input.input.path), input.input.value)
    }
    return table
  }
}

extension FigureDistribution {
  /// What was estimated of it, by name.
  var estimates: [(String, Estimate)] {
    [
      ("mean", mean), ("sd", deviation), ("lowTailMean", lowTail), ("highTailMean", highTail),
    ]
  }
}

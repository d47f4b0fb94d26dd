import Formulas
import UnitEconomics

extension Table {
  /// Months as plain numbers, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | section | customer, month, quantile, histogram, chance, evened |
  /// | segment | whose month; empty for all customers together |
  /// | item | the figure, the plan or the check |
  /// | fact | what the number is: stated, mean, sd, p95, costsMoreThanItPays, kickerEarned … |
  /// | value | the number |
  /// | error | its standard error, where there is one |
  /// | low, high | its 95 % interval, where there is one; of a histogram the ends of the bin |
  public static func monthFacts(_ findings: MonthFindings, of subject: Subject) -> Table {
    var facts = MonthFactRows(findings.plan, subject)
    for segment in findings.segments {
      facts.segment = segment.name
      for figure in segment.figures { facts.add(figure, section: "customer") }
      for plan in segment.plans {
        for figure in [plan.revenue, plan.contribution, plan.contributionMargin] {
          facts.add(figure, section: "customer")
        }
        facts.add("chance", plan.plan, "costsMoreThanItPays", plan.losing)
        if let earned = plan.kickerEarned { facts.add("chance", plan.plan, "kickerEarned", earned) }
      }
      for check in segment.checks {
        facts.add("chance", check.check.name, "failureProbability", check.failing)
      }
    }
    facts.segment = ""
    for plan in findings.evened {
      let unit = "\(subject.currency) / month"
      facts.add("evened", plan.plan, "mean", unit, plan.mean)
      facts.add("evened", plan.plan, "sd", unit, plan.deviation)
    }
    if let whole = findings.whole {
      facts.draws = whole.months
      for figure in whole.figures { facts.add(figure, section: "month") }
      for check in whole.checks {
        facts.add("chance", check.check.name, "failureProbability", check.failing)
      }
      facts.add("chance", "any", "failureProbability", whole.anyFailure)
    }
    return facts.table
  }
}

/// The rows, as they are written down.
private struct MonthFactRows {
  private(set) var table = Table(
    columns: [
      "scenario", "file", "case", "seed", "draws", "section", "segment", "item", "fact", "unit",
      "value", "error", "low", "high", "settings",
    ].map { Column($0) })
  var segment = ""
  var draws: Int
  private let subject: Subject
  private let head: [Cell]

  init(_ plan: MonthPlan, _ subject: Subject) {
    draws = plan.draws
    self.subject = subject
    head = [
      .text(subject.scenario.name), .text(subject.file), .text(plan.stress ?? "base"),
      .text(String(plan.seed)),
    ]
  }

  mutating func add(
    _ section: String, _ item: String, _ fact: String, _ unit: String, _ value: Double?,
    error: Double? = nil, _ range: ClosedRange<Double>? = nil
  ) {
    table.rows.append(
      Row(
        head + [.number(Double(draws), .count)]
          + [section, segment, item, fact, unit].map { .text($0) }
          + [value, error, range?.lowerBound, range?.upperBound].map { .plain($0) }
          + [.text(subject.settings.joined(separator: "; "))]))
  }

  mutating func add(
    _ section: String, _ item: String, _ fact: String, _ chance: SimulationFindings.Likelihood
  ) {
    add(section, item, fact, "share", chance.value, chance.interval)
  }

  mutating func add(_ figure: FigureDistribution, section: String) {
    let unit = figure.unit.text(currency: subject.currency)
    add(section, figure.path, "stated", unit, figure.stated.value)
    for (fact, estimate) in figure.estimates where estimate.value.isFinite {
      add(
        section, figure.path, fact, unit, estimate.value, error: estimate.error, estimate.interval)
    }
    if figure.defined > 0 {
      add(section, figure.path, "least", unit, figure.least)
      add(section, figure.path, "most", unit, figure.most)
    }
    add(section, figure.path, "undefinedMonths", "1", Double(figure.undefined))
    for quantile in figure.quantiles {
      let fact = "p\(Int((quantile.share * 100).rounded()))"
      add("quantile", figure.path, fact, unit, quantile.value, quantile.interval)
    }
    guard figure.defined > 0 else { return }
    let bounds = figure.histogram.bounds
    for (bin, count) in figure.histogram.counts.enumerated() {
      add(
        "histogram", figure.path, "months", "1", Double(count), bounds[bin]...bounds[bin + 1])
    }
  }
}

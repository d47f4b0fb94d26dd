import Formulas
import UnitEconomics

extension Table {
  /// A comparison of plans, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | scenario, file, case | which figures; `base` or the stress |
  /// | section | choice, plan, customer, check, cheapest, crossover, fall, kicker, curve, lead, overtaking, breakEven, lever, frontier |
  /// | plan, segment | whose figure |
  /// | of | the check, the lever, or the plan that is overtaken |
  /// | figure, at, atUnit | what it is, and where on the way: a factor, tasks a month, a fee |
  /// | value, unit | the number in full precision, and what it counts |
  /// | text | what stands there where that is no number, or why there is none |
  /// | settings | what `--set` replaced |
  public static func plansFacts(_ answer: PlansAnswer) -> Table {
    let place: [Cell] = [.text(answer.scenario.name), .text(answer.subject.file)]
    let settings = Cell.text(answer.subject.settings.joined(separator: "; "))
    return Table(
      columns: [
        "scenario", "file", "case", "section", "plan", "segment", "of", "figure", "at", "atUnit",
        "value", "unit", "text", "settings",
      ].map { Column($0) },
      rows: answer.facts.map { Row(place + $0.cells + [settings]) })
  }
}

/// One fact about plans.
struct PlanFact {
  var place = "base"
  var section: String
  var plan = ""
  var segment = ""
  var of = ""
  var figure: String
  var at: (value: Double, unit: String)?
  var reading: Reading
  var unit = ""

  var cells: [Cell] {
    [
      .text(place), .text(section), .text(plan), .text(segment), .text(of), .text(figure),
      at.map { .number($0.value, .quantity()) } ?? .empty, .text(at?.unit ?? ""),
      reading.value.map { .number($0, .quantity()) } ?? .empty, .text(unit),
      .text(reading.reason ?? ""),
    ]
  }
}

extension PlansAnswer {
  fileprivate var facts: [PlanFact] {
    [choiceFact] + comparison.cases.flatMap(figures) + checkFacts + usageFacts
      + comparison.cases.flatMap(kickerFacts) + curveFacts + targetFacts
  }

  var shownName: String { stress?.name ?? "base" }

  private var choiceFact: PlanFact {
    PlanFact(
      section: "choice", plan: comparison.choice.chosen?.name ?? "", figure: "worstGrossMargin",
      reading: comparison.choice.chosen?.worst.margin
        ?? .undefined(because: "no plan meets the rule"), unit: Unit.share.text())
  }

  /// Every figure of plans and customers in one case.
  private func figures(_ reading: CaseReading) -> [PlanFact] {
    func fact(_ section: String, _ plan: String, _ segment: String, _ name: String, _ path: String)
      -> PlanFact
    {
      PlanFact(
        place: reading.stress ?? "base", section: section, plan: plan, segment: segment,
        figure: name,
        reading: reading.values[path] ?? .undefined(because: "the model has no \(path)"),
        unit: reading.values.unit(path).text(currency: currency))
    }
    var facts = [Output.completedTasks, .totalCost, .costPerCompletedTask].map {
      fact("scenario", "", "", $0.rawValue, $0.rawValue)
    }
    for segment in scenario.volume.segments.map(\.name) {
      facts += SegmentFigure.allCases.map {
        fact("customer", "", segment, $0.rawValue, $0.path(segment))
      }
    }
    for plan in comparison.offers.map(\.name) {
      facts += PlanFigure.allCases.map { fact("plan", plan, "", $0.rawValue, $0.path(plan)) }
      for segment in scenario.volume.segments.map(\.name) {
        facts += CustomerFigure.allCases.map {
          fact("customer", plan, segment, $0.rawValue, $0.path(plan, segment))
        }
      }
    }
    return facts
  }

  private var checkFacts: [PlanFact] {
    func facts(_ plan: String, _ check: CheckReading) -> [PlanFact] {
      let unit = check.unit.text(currency: currency)
      let figures: [(String, Reading, String)] = [
        ("value", check.reading, unit), ("limit", .defined(check.check.limit.value), unit),
        ("passed", .defined(check.isPassed ? 1 : 0), ""),
      ]
      return figures.map { name, reading, unit in
        PlanFact(
          place: check.stress ?? "base", section: "check", plan: plan, of: check.check.name,
          figure: name, reading: reading, unit: unit)
      }
    }
    return comparison.sharedChecks.flatMap { facts("", $0) }
      + comparison.offers.flatMap { offer in offer.checks.flatMap { facts(offer.name, $0) } }
  }

  private func kickerFacts(_ reading: CaseReading) -> [PlanFact] {
    reading.kickerRisks.flatMap { risk -> [PlanFact] in
      let money = (risk.segment == nil ? Unit.money / .month : .money / .customer / .month)
        .text(currency: currency)
      let figures: [(String, Double?, String)] = [
        ("tasks", Double(risk.tasks), ""), ("rate", risk.rate, Unit.share.text()),
        ("threshold", risk.threshold, Unit.share.text()), ("needed", Double(risk.needed), ""),
        ("missed", risk.missed, Unit.share.text()), ("expected", risk.expected, money),
        ("whenEarned", risk.whenEarned, money), ("modelled", risk.modelled, money),
      ]
      return figures.map { name, value, unit in
        PlanFact(
          place: reading.stress ?? "base", section: "kicker", plan: risk.plan,
          segment: risk.segment ?? "", figure: name,
          reading: value.map { .defined($0) } ?? .undefined(because: "no month earns it"),
          unit: unit)
      }
    }
  }
}

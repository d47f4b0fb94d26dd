import Formulas
import UnitEconomics

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
}

extension PlansAnswer {
  /// What is told before the curves and after them.
  var factsBeforeCurves: [PlanFact] {
    [choiceFact] + comparison.cases.flatMap(figures) + checkFacts + cheapestFacts + usageFacts
      + comparison.cases.flatMap(kickerFacts)
  }

  var factsAfterCurves: [PlanFact] { scaleFacts + targetFacts }

  var shownName: String { stress?.name ?? "base" }

  private var choiceFact: PlanFact {
    PlanFact(
      section: "choice", plan: comparison.choice.chosen?.name ?? "", figure: "worstGrossMargin",
      reading: comparison.choice.chosen?.worst.margin
        ?? .undefined(because: "no plan meets the rule"), unit: Unit.share.text())
  }

  /// Every figure of plans and customers in one case.
  private func figures(_ reading: CaseReading) -> [PlanFact] {
    var facts = CaseFacts(reading, currency)
    facts.add("scenario", [Output.completedTasks, .totalCost, .costPerCompletedTask]) {
      $0.rawValue
    }
    for segment in scenario.volume.segments.map(\.name) {
      facts.add("customer", segment: segment, SegmentFigure.allCases) { $0.path(segment) }
    }
    for plan in comparison.offers.map(\.name) {
      facts.add("plan", plan: plan, PlanFigure.allCases) { $0.path(plan) }
      for segment in scenario.volume.segments.map(\.name) {
        let place = CustomerFigure.place(plan, segment)
        facts.add("customer", plan: plan, segment: segment, CustomerFigure.allCases) {
          $0.path(at: place)
        }
      }
    }
    return facts.facts
  }

  /// Which plan each customer takes that pays least, and the month that this makes.
  private var cheapestFacts: [PlanFact] {
    guard let cheapest else { return [] }
    var bills = CaseFacts(comparison.base, currency)
    for (segment, plan) in cheapest.choices {
      bills.add("cheapest", plan: plan, segment: segment, [CustomerFigure.revenue]) {
        $0.path(plan, segment)
      }
    }
    return bills.facts
      + cheapest.cases.flatMap { reading in
        var month = CaseFacts(reading, currency)
        month.add("cheapest", CheapestPlans.figures) { $0.rawValue }
        return month.facts
      }
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
        ("threshold", risk.threshold, Unit.share.text()),
        ("needed", risk.needed.map(Double.init), ""),
        ("missed", risk.missed, Unit.share.text()), ("expected", risk.expected, money),
        ("whenEarned", risk.whenEarned, money), ("modelled", risk.modelled, money),
      ]
      return figures.map { name, value, unit in
        PlanFact(
          place: reading.stress ?? "base", section: "kicker", plan: risk.plan,
          segment: risk.segment ?? "", figure: name,
          reading: value.map { .defined($0) }
            ?? .undefined(
              because: risk.segment == nil ? "each customer has its own" : "no month earns it"),
          unit: unit)
      }
    }
  }
}

/// Facts of one case, each the reading of a formula.
private struct CaseFacts {
  private let reading: CaseReading
  private let currency: String
  private(set) var facts: [PlanFact] = []
  /// Few units come again and again.
  private var units: [Unit: String] = [:]

  init(_ reading: CaseReading, _ currency: String) {
    self.reading = reading
    self.currency = currency
  }

  mutating func add<Figure: RawRepresentable<String>>(
    _ section: String, plan: String = "", segment: String = "", _ figures: [Figure],
    _ path: (Figure) -> String
  ) {
    let graph = reading.values.graph
    for figure in figures {
      let path = path(figure)
      let position = graph.positions[path]
      facts.append(
        PlanFact(
          place: reading.stress ?? "base", section: section, plan: plan, segment: segment,
          figure: figure.rawValue,
          reading: position.map(reading.values.reading)
            ?? .undefined(because: "the model has no \(path)"),
          unit: text(position.map { graph.nodes[$0].unit } ?? .one)))
    }
  }

  private mutating func text(_ unit: Unit) -> String {
    if let known = units[unit] { return known }
    let text = unit.text(currency: currency)
    units[unit] = text
    return text
  }
}

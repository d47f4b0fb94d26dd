import Formulas
import UnitEconomics

extension Table {
  /// All figures of scenarios, one fact a row, ready to pivot.
  ///
  /// | column | holds |
  /// |---|---|
  /// | scenario, file | which scenario |
  /// | case | `base`, or the stress |
  /// | section | output, component, line, outcome, segment, plan, check |
  /// | item | which line, segment, plan or check; empty for an output |
  /// | figure | what of it: cost, quantity, grossMargin … |
  /// | value, unit | the number in full precision, and what it counts |
  /// | reason | why there is no number, where there is none |
  /// | settings | what `--set` replaced for this run |
  public static func runFacts(_ subjects: [Subject]) -> Table {
    var table = Table(
      columns: [
        "scenario", "file", "case", "section", "item", "figure", "value", "unit", "reason",
        "settings",
      ].map { Column($0) })
    for subject in subjects {
      for reading in subject.cases {
        let name = Cell.text(subject.scenario.name)
        for fact in subject.facts(of: reading) {
          table.rows.append(
            Row(
              [name, .text(subject.file), .text(reading.stress ?? "base")]
                + fact.cells(subject.fields(fact.path, reading.values))
                + [.text(subject.settings.joined(separator: "; "))]))
        }
      }
      table.rows += subject.checkFacts
    }
    return table
  }
}

/// One figure and where it belongs.
private struct Fact {
  let section: String
  let item: String
  let figure: String
  let path: String

  func cells(_ fields: (value: Cell, unit: Cell, reason: Cell)) -> [Cell] {
    [.text(section), .text(item), .text(figure), fields.value, fields.unit, fields.reason]
  }
}

extension Subject {
  fileprivate func facts(of reading: CaseReading) -> [Fact] {
    var facts = Output.allCases.map {
      Fact(section: "output", item: "", figure: $0.rawValue, path: $0.rawValue)
    }
    facts += Component.allCases.map {
      Fact(section: "component", item: $0.rawValue, figure: "cost", path: $0.output)
    }
    for line in reading.model.lines {
      let item = "\(line.component.rawValue).\(line.name)"
      facts += [
        Fact(section: "line", item: item, figure: "quantity", path: line.quantityPath),
        Fact(section: "line", item: item, figure: "price", path: line.pricePath),
        Fact(section: "line", item: item, figure: "cost", path: line.path),
      ]
    }
    facts += Reason.allCases.compactMap { reason in
      let path = "escalationByReason.\(reason)"
      guard reading.values.graph.positions[path] != nil else { return nil }
      return Fact(section: "outcome", item: "escalated", figure: reason.rawValue, path: path)
    }
    for segment in scenario.volume.segments {
      let path = InputPath.appending(segment.name, to: "segments")
      facts += ["revenue", "cost", "contributionMargin"].map {
        Fact(section: "segment", item: segment.name, figure: $0, path: "\(path).\($0)")
      }
    }
    for plan in scenario.plans {
      let path = InputPath.appending(plan.name, to: "plans")
      facts += Output.ofPlan.map {
        Fact(
          section: "plan", item: plan.name, figure: $0.rawValue, path: "\(path).\($0.rawValue)")
      }
    }
    return facts
  }

  /// Value, limit, distance and verdict (1 passed, 0 failed) of each check.
  fileprivate var checkFacts: [Row] {
    reading.checks.flatMap { check in
      let place: [Cell] = [
        .text(scenario.name), .text(file), .text(check.stress ?? "base"), "check",
        .text(check.check.name),
      ]
      let unit = Cell.text(check.unit.text(currency: currency))
      let figures: [(Cell, Double?, Cell)] = [
        ("value", check.reading.value, unit), ("limit", check.check.limit.value, unit),
        ("distance", check.distance, unit), ("passed", check.isPassed ? 1 : 0, .empty),
      ]
      return figures.map { figure, value, unit in
        let reason: Cell = value == nil ? .text(check.reading.reason ?? "") : .empty
        return Row(
          place + [
            figure, .plain(value), unit, reason,
            .text(settings.joined(separator: "; ")),
          ])
      }
    }
  }
}

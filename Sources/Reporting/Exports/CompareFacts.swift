import Formulas
import UnitEconomics

extension Table {
  /// A comparison, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | before, beforeFile, after, afterFile | which cases |
  /// | section | figure, method, driver, input, idle, component, componentPerTask, output, plan, check |
  /// | item | which figure, driver, input, component, plan or check |
  /// | of | the driver of an input, the figure of a plan, the case of a check |
  /// | fact | before, after, difference; share, alone, last, standardError; passed … |
  /// | value, unit | the number in full precision, and what it counts |
  /// | text | what stands there where that is no number, or why there is none |
  /// | settings | what `--set` replaced |
  public static func compareFacts(_ comparison: Comparison) -> Table {
    let (before, after) = (comparison.before, comparison.after)
    let sides: [Cell] = [
      .text(before.label), .text(before.subject.file), .text(after.label),
      .text(after.subject.file),
    ]
    let settings = Cell.text(comparison.subjects.settings.joined(separator: "; "))
    return Table(
      columns: [
        "before", "beforeFile", "after", "afterFile", "section", "item", "of", "fact", "value",
        "unit", "text", "settings",
      ].map { Column($0) },
      rows: comparison.facts.map { Row(sides + $0.cells + [settings]) })
  }
}

/// One fact of a comparison.
private struct Fact {
  var section: String
  var item: String
  var of = ""
  var fact: String
  var reading: Reading
  var unit = ""

  var cells: [Cell] {
    [.text(section), .text(item), .text(of), .text(fact)]
      + [
        .plain(reading.value), .text(unit),
        .text(reading.reason ?? ""),
      ]
  }
}

extension Comparison {
  fileprivate var facts: [Fact] {
    let unit = bridge.unit.text(currency: currency)
    var facts = pair(
      "figure", bridge.output, .defined(bridge.before), .defined(bridge.after), unit)
    switch bridge.method {
    case .exact(let sets):
      facts.append(
        Fact(section: "method", item: "exact", fact: "sets", reading: .defined(Double(sets))))
    case .sampled(let pairs, _):
      facts.append(
        Fact(section: "method", item: "sampled", fact: "pairs", reading: .defined(Double(pairs))))
    }
    for share in bridge.shares {
      var parts = [("share", share.value), ("alone", share.alone), ("last", share.last)]
      if let error = share.standardError { parts.append(("standardError", error)) }
      facts += parts.map {
        Fact(
          section: "driver", item: share.driver.name, fact: $0, reading: .defined($1), unit: unit)
      }
    }
    for share in bridge.shares {
      facts += share.driver.differences.flatMap {
        self.facts(on: $0, "input", of: share.driver.name)
      }
    }
    facts += bridge.idle.flatMap { self.facts(on: $0, "idle") }
    return facts + figures + checkFacts
  }

  /// Before, after and the difference, where both have a value.
  private func pair(
    _ section: String, _ item: String, of: String = "", _ old: Reading, _ new: Reading,
    _ unit: String
  ) -> [Fact] {
    var gap = Reading.undefined(because: old.reason ?? new.reason ?? "")
    if let before = old.value, let after = new.value { gap = .defined(after - before) }
    return [("before", old), ("after", new), ("difference", gap)].map {
      Fact(section: section, item: item, of: of, fact: $0, reading: $1, unit: unit)
    }
  }

  private func facts(on difference: Difference, _ section: String, of driver: String = "") -> [Fact]
  {
    let sides = inputs(of: difference)
    let texts = texts(of: difference)
    return [("before", sides.0, texts.0, before), ("after", sides.1, texts.1, after)].map {
      fact, input, text, side in
      Fact(
        section: section, item: difference.path, of: driver, fact: fact,
        reading: input.map { .defined($0.value) } ?? .undefined(because: text),
        unit: input.map { side.subject.unitText($0.unit, of: $0.path) } ?? "")
    }
  }

  private var figures: [Fact] {
    func pair(_ section: String, _ item: String, of: String = "", path: String) -> [Fact] {
      let (old, new) = (before.reading.values, after.reading.values)
      let unknown = Reading.undefined(because: "the model has no \(path)")
      let unit = (old[path] == nil ? new : old).unit(path).text(currency: currency)
      return self.pair(section, item, of: of, old[path] ?? unknown, new[path] ?? unknown, unit)
    }
    var facts = Component.allCases.flatMap { pair("component", $0.rawValue, path: $0.output) }
    facts += Component.allCases.flatMap { component in
      self.pair(
        "componentPerTask", component.rawValue,
        before.reading.values.perCompletedTask(component.output),
        after.reading.values.perCompletedTask(component.output),
        (Unit.money / .task).text(currency: currency))
    }
    facts += Output.allCases.flatMap { pair("output", $0.rawValue, path: $0.rawValue) }
    for plan in planNames {
      let path = InputPath.appending(plan, to: "plans")
      facts += Output.ofPlan.flatMap {
        pair("plan", plan, of: $0.rawValue, path: "\(path).\($0.rawValue)")
      }
    }
    return facts
  }

  private var checkFacts: [Fact] {
    checks.flatMap { check in
      let (old, new) = (check.before, check.after)
      let unit = old.unit.text(currency: currency)
      let place = check.stress ?? "base"
      let facts: [(String, Reading, String)] = [
        ("before", old.reading, unit), ("after", new.reading, unit),
        ("limitBefore", .defined(old.check.limit.value), unit),
        ("limitAfter", .defined(new.check.limit.value), unit),
        ("passedBefore", .defined(old.isPassed ? 1 : 0), ""),
        ("passedAfter", .defined(new.isPassed ? 1 : 0), ""),
      ]
      return facts.map {
        Fact(section: "check", item: check.name, of: place, fact: $0, reading: $1, unit: $2)
      }
    }
  }
}

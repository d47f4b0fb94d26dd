import Formulas
import UnitEconomics

extension Report {
  /// Which values of an input make a figure hit its target.
  ///
  /// - Parameter settings: each root as it can be given back to the program.
  public static func solve(
    _ solution: Solution, of subject: Subject, settings: [String], program: Program
  ) -> Report {
    var blocks: [Block] = [.paragraph(subject.answer(to: solution))]
    if !solution.roots.isEmpty {
      var table = Table(columns: [
        Column(solution.input.path, .trailing), Column("Change", .trailing), Column("There"),
      ])
      for root in solution.roots {
        let change = root.position / solution.input.value
        table.rows.append(
          Row([
            .text(subject.stated(root.position, solution.input.unit, of: solution.input.path)),
            change.isFinite ? .number(change, .factor) : .empty,
            .text(subject.direction(of: root, solution)),
          ]))
      }
      blocks.append(.table(table))
      blocks += settings.map { .paragraph([.code($0)]) }
    }
    blocks.append(.paragraph(subject.provenance(program)))
    return Report(title: "\(solution.input.path): \(subject.scenario.name)", blocks: blocks)
  }
}

extension Subject {
  fileprivate func answer(to solution: Solution) -> [Phrase] {
    let name = Output(rawValue: solution.output)?.words ?? solution.output
    let place = solution.stress.map { " under \($0)" } ?? ""
    let target = shown(solution.target, solution.outputUnit)
    let now = stated(solution.input.value, solution.input.unit, of: solution.input.path)
    let current = solution.current.value.map { shown($0, solution.outputUnit) } ?? "undefined"
    var phrases: [Phrase] = []
    if let first = solution.roots.first {
      let count = solution.roots.count
      phrases.append(
        .verdict(.passed, stated(first.position, solution.input.unit, of: solution.input.path)))
      phrases.append(
        .plain(
          " of \(solution.input.path) \(first.isJump ? "takes" : "makes") \(name) "
            + "\(first.isJump ? "past" : "") \(target)\(place)"
            + (count > 1 ? ", and so do \(count - 1) further values below." : ".")))
    } else {
      let low = stated(
        solution.range.lowerBound, solution.input.unit, of: solution.input.path)
      let high = stated(
        solution.range.upperBound, solution.input.unit, of: solution.input.path)
      phrases.append(.verdict(.failed, "No value"))
      phrases.append(
        .plain(
          " of \(solution.input.path) from \(low) to \(high) makes \(name) \(target)\(place)."))
      if let attained = solution.attained {
        phrases.append(
          .plain(
            " It can be from \(shown(attained.lowerBound, solution.outputUnit)) "
              + "to \(shown(attained.upperBound, solution.outputUnit))."))
      } else {
        phrases.append(" It has no value anywhere there.")
      }
    }
    phrases.append(.plain(" Now it is \(now), and \(name)\(place) is \(current)."))
    if solution.roots.isEmpty, let other = unchosenPlan(solution) {
      phrases.append(
        .plain(
          " \(name.capitalizedFirst) is that of plan \(scenario.headlinePlan ?? ""), which this input "
            + "is no part of: ask for "))
      phrases.append(.code("plans.\(other).\(solution.output)"))
      phrases.append(.plain(", or put customers on it with "))
      phrases.append(.code("--set plan=\(other)"))
      phrases.append(".")
    }
    return phrases
  }

  /// The plan that the input belongs to, where the figure is that of another.
  private func unchosenPlan(_ solution: Solution) -> String? {
    let parts = InputPath.parts(solution.input.path)
    guard parts.count > 2, parts[0] == "plans", parts[1] != scenario.headlinePlan,
      reading.model.graph.positions["plans.\(parts[1]).\(solution.output)"] != nil
    else { return nil }
    return parts[1]
  }

  fileprivate func direction(of root: Crossing, _ solution: Solution) -> String {
    let name = Output(rawValue: solution.output)?.words ?? solution.output
    let way = root.isRising ? "rises" : "falls"
    return root.isJump ? "\(name) jumps past, and \(way)" : "\(name) \(way)"
  }

  private func shown(_ value: Double, _ unit: Unit) -> String {
    let style = NumberStyle(unit, currency: currency)
    let text = style.text(for: value) ?? "n/a"
    let rest = unit.isMoney || unit == .share ? "" : unit.text(currency: currency)
    return rest.isEmpty ? text : "\(text) \(rest)"
  }

  /// An input's value with enough digits to recognise it.
  func stated(_ value: Double, _ unit: Unit, of path: String, digits: Int = 7) -> String {
    if unit == .share { return NumberStyle.share(digits: digits - 3).text(for: value) ?? "n/a" }
    let number = NumberStyle.quantity(digits: digits).text(for: value) ?? "n/a"
    let text = unitText(unit, of: path)
    return text.isEmpty ? number : "\(number) \(text)"
  }
}

extension JSON {
  /// Which values of an input make a figure hit its target.
  public static func solve(_ solution: Solution, of subject: Subject, program: Program) -> JSON {
    let unit = subject.unitText(solution.input.unit, of: solution.input.path)
    func ends(_ range: ClosedRange<Double>?) -> JSON {
      range.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? nil
    }
    return [
      "version": 1,
      "provenance": .provenance([subject], program),
      "input": .string(solution.input.path), "unit": .string(unit),
      "value": .number(solution.input.value), "range": ends(solution.range),
      "output": .string(solution.output),
      "outputUnit": .string(solution.outputUnit.text(currency: subject.currency)),
      "target": .number(solution.target),
      "stress": solution.stress.map { .string($0) } ?? nil,
      "current": solution.current.value.map { .number($0) } ?? nil,
      "attained": ends(solution.attained),
      "roots": .array(
        solution.roots.map {
          [
            "value": .number($0.position), "rising": .bool($0.isRising), "jump": .bool($0.isJump),
          ]
        }),
    ]
  }
}

extension Table {
  /// The values that make a figure hit its target, one a row.
  public static func solveFacts(_ solution: Solution, of subject: Subject) -> Table {
    Table(
      columns: [
        "scenario", "file", "case", "input", "value", "unit", "output", "target", "outputUnit",
        "rising", "jump",
      ].map { Column($0) },
      rows: solution.roots.map { root in
        Row([
          .text(subject.scenario.name), .text(subject.file), .text(solution.stress ?? "base"),
          .text(solution.input.path), .number(root.position, .quantity()),
          .text(subject.unitText(solution.input.unit, of: solution.input.path)),
          .text(solution.output),
          .number(solution.target, .quantity()),
          .text(solution.outputUnit.text(currency: subject.currency)),
          .text(root.isRising ? "yes" : "no"), .text(root.isJump ? "yes" : "no"),
        ])
      })
  }
}

import Formulas
import UnitEconomics

extension Comparison {
  /// The components of cost before and after: those of a month, and those of a completed task.
  var components: Table {
    var table = Table(
      title: "Cost by component",
      columns: [
        Column("Component"), Column(before.label, .trailing), Column(after.label, .trailing),
        Column("Difference", .trailing),
      ])
    table.rows.append(Row(["A month"], style: .subheading))
    table.rows += componentRows { $0[$1] ?? .undefined(because: "there is no \($1)") }
    table.rows.append(Row([.text("A completed \(taskNoun)")], style: .subheading))
    table.rows += componentRows { $0.perCompletedTask($1) }
    return table
  }

  /// A row for each component and one for the total, with digits that suit the largest difference.
  private func componentRows(_ reading: (Values, String) -> Reading) -> [Row] {
    let pairs = Component.allCases.map { ($0.words, $0.output) } + [("total", "totalCost")]
    let figures = pairs.map { name, path in
      (name, reading(before.reading.values, path), reading(after.reading.values, path))
    }
    let gaps = figures.compactMap { _, old, new in
      old.value.flatMap { old in new.value.map { abs($0 - old) } }
    }
    let style = NumberStyle.money(currency).showing(gaps.max() ?? 0)
    return figures.enumerated().map { index, figure in
      let (name, old, new) = figure
      return Row(
        [.text(name), old.cell(style), new.cell(style), difference(old, new, style)],
        style: index == pairs.count - 1 ? .total : .plain, indent: 1)
    }
  }

  private func difference(_ old: Reading, _ new: Reading, _ style: NumberStyle) -> Cell {
    guard let before = old.value, let after = new.value else {
      return .undefined(old.reason ?? new.reason ?? "one of the two has no value")
    }
    return .number(after - before, .change(style))
  }

  /// The plans of both, the chosen one first.
  var planNames: [String] {
    let own = before.subject.orderedPlans.map(\.name)
    return own + after.subject.orderedPlans.map(\.name).filter { !own.contains($0) }
  }

  /// The figures that a month is told by.
  var sideBySide: Table {
    var table = Table(
      title: "Side by side",
      columns: [
        Column("Figure"), Column(before.label, .trailing), Column(after.label, .trailing),
        Column("Difference", .trailing),
      ])
    let money = NumberStyle.money(currency)
    var figures: [(String, String, NumberStyle)] = [
      ("cost per completed \(taskNoun)", Output.costPerCompletedTask.rawValue, money),
      ("all cost of the month", Output.totalCost.rawValue, money),
      ("completed tasks", Output.completedTasks.rawValue, .count),
      ("task success rate", Output.tsr.rawValue, .share),
      ("escalation rate", Output.escalationRate.rawValue, .share),
      ("wrong results", Output.failedRate.rawValue, .share),
      ("seconds a task runs", Output.runtimeSecondsPerTask.rawValue, .seconds),
    ]
    if !planNames.isEmpty { figures.append(("revenue", Output.revenue.rawValue, money)) }
    figures += planNames.map { plan in
      let path = "\(InputPath.appending(plan, to: "plans")).\(Output.grossMargin.rawValue)"
      return ("gross margin, \(plan)", path, .share)
    }
    let named = figures.contains { $0.1 == bridge.output }
    if !named, bridge.output != Output.grossMargin.rawValue {
      figures.insert(
        (figure, bridge.output, NumberStyle(bridge.unit, currency: currency)), at: 0)
    }
    for (name, path, style) in figures {
      func value(_ side: Side) -> Reading {
        side.reading.values[path]
          ?? .undefined(because: "\(name) is no figure \(side.place)")
      }
      let (old, new) = (value(before), value(after))
      let size = max(abs(old.value ?? 0), abs(new.value ?? 0))
      let change =
        style == .share ? .fixed(.percentagePoints, digits: 2) : style.showing(size)
      table.rows.append(
        Row([
          .text(name), old.cell(style), new.cell(style),
          difference(old, new, change),
        ]))
    }
    return table
  }
}

extension Values {
  /// A monthly cost for each completed task.
  func perCompletedTask(_ path: String) -> Reading {
    guard let cost = self[path]?.value, let completed = self[.completedTasks].value, completed > 0
    else {
      let reason = self[path]?.reason ?? self[.costPerCompletedTask].reason
      return .undefined(because: reason ?? "there is no \(path)")
    }
    return .defined(cost / completed)
  }
}

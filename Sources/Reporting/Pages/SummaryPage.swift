import Formulas
import UnitEconomics

extension Report {
  /// Several scenarios, a row each.
  public static func summary(_ subjects: [Subject], program: Program) -> Report {
    var table = Table(columns: [
      Column("Scenario"), Column("Completed tasks", .trailing, priority: 1),
      Column("Cost per completed task", .trailing), Column("By people", .trailing, priority: 1),
      Column("Plan", priority: 2), Column("Gross margin", .trailing), Column("TSR", .trailing),
      Column("Escalation", .trailing), Column("Checks"),
    ])
    for subject in subjects {
      let base = subject.reading.base
      let human = base.values[.humanBaselineCostPerTask]
      table.rows.append(
        Row([
          .text(subject.scenario.name),
          base.cell(.completedTasks, .count),
          base.cell(.costPerCompletedTask, .money(subject.currency)),
          human.value.map { .number($0, .money(subject.currency)) } ?? .empty,
          .text(subject.scenario.chosenPlan ?? ""),
          base.cell(.grossMargin, .share), base.cell(.tsr, .share),
          base.cell(.escalationRate, .share), subject.checkCount,
        ]))
    }
    return Report(
      title: "\(subjects.count) scenarios",
      blocks: [
        .table(table), .text("Made by \(program.name) \(program.version)."),
      ])
  }
}

extension Subject {
  /// How many checks pass, as one cell.
  fileprivate var checkCount: Cell {
    let checks = reading.checks
    if checks.isEmpty { return .verdict(.warning, "none") }
    let failed = checks.filter { !$0.isPassed }.count
    return failed == 0
      ? .verdict(.passed, "all \(checks.count) pass")
      : .verdict(.failed, "\(failed) of \(checks.count) fail")
  }
}

import Formulas
import UnitEconomics

/// A scenario's row among others, and nothing more of it: a thousand scenarios need a thousand rows.
public struct SummaryRow: Sendable {
  public let isPassed: Bool
  let row: Row
  let settings: [String]

  public init(_ subject: Subject) {
    let base = subject.reading.base
    let human = base.values[.humanBaselineCostPerTask]
    settings = subject.settings
    isPassed = subject.reading.isPassed
    row = Row([
      .text(subject.scenario.name),
      base.cell(.completedTasks, .count),
      base.cell(.costPerCompletedTask, .money(subject.currency)),
      human.value.map { .number($0, .money(subject.currency)) } ?? .empty,
      .text(subject.scenario.planText),
      base.cell(.grossMargin, .share), base.cell(.tsr, .share),
      base.cell(.escalationRate, .share),
      .verdict(subject.checkCount.verdict, subject.checkCount.words),
    ])
  }
}

extension Report {
  /// Several scenarios, a row each.
  public static func summary(_ rows: [SummaryRow], program: Program) -> Report {
    let table = Table(
      columns: [
        Column("Scenario"), Column("Completed tasks", .trailing, priority: 1),
        Column("Cost per completed task", .trailing), Column("By people", .trailing, priority: 1),
        Column("Plan", priority: 2), Column("Gross margin", .trailing), Column("TSR", .trailing),
        Column("Escalation", .trailing), Column("Checks"),
      ], rows: rows.map(\.row))
    return Report(
      title: "\(rows.count) scenarios",
      blocks: [
        .table(table),
        .text(
          "Made by \(program.name) \(program.version)"
            + (rows.first?.settings ?? []).map { " --set \($0)" }.joined() + "."),
      ])
  }
}

extension Subject {
  /// How many checks pass.
  var checkCount: (verdict: Verdict, words: String) {
    if reading.checks.isEmpty { return (.warning, "none") }
    let all = checkNames.count
    let failed = failedCheckNames.count
    return failed == 0
      ? (.passed, "all \(all) pass") : (.failed, "\(failed) of \(all) fail")
  }
}

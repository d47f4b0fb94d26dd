import Formulas
import UnitEconomics

extension Subject {
  /// Every check in every case where it must hold: value, limit and distance.
  var checks: Table {
    var table = Table(
      title: "Checks",
      columns: [
        Column("Check"), Column("Case"), Column("Figure", priority: 1),
        Column("Value", .trailing), Column("Limit", .trailing), Column("Verdict"),
      ])
    for check in reading.checks { table.rows.append(Row(cells(of: check))) }
    return table
  }

  func cells(of check: CheckReading) -> [Cell] {
    let style = NumberStyle(check.unit, currency: currency)
    let sign = check.check.side == .min ? "≥ " : "≤ "
    return [
      .text(check.check.name), .text(check.stress ?? "base case"), .text(check.check.output),
      check.reading.cell(style),
      .text(sign + text(.defined(check.check.limit.value), style)),
      verdict(on: check, style),
    ]
  }

  private func verdict(on check: CheckReading, _ style: NumberStyle) -> Cell {
    guard let distance = check.distance else { return .verdict(.failed, "undefined") }
    let length = text(.defined(abs(distance)), style.ofDifference)
    if check.isPassed { return .verdict(.passed, "\(length) to spare") }
    return .verdict(.failed, "\(length) \(check.check.side == .min ? "short" : "over")")
  }
}

extension Report {
  /// Whether every check holds, for one scenario or several.
  public static func check(_ subjects: [Subject], program: Program) -> Report {
    var blocks: [Block] = []
    for subject in subjects {
      if subjects.count > 1 { blocks.append(.heading(subject.scenario.name)) }
      blocks.append(.paragraph(subject.verdict))
      if !subject.reading.checks.isEmpty { blocks.append(.table(subject.checks)) }
      blocks.append(.paragraph(subject.provenance(program)))
    }
    return Report(
      title: subjects.count == 1 ? "Checks: \(subjects[0].scenario.name)" : "Checks",
      blocks: blocks)
  }
}

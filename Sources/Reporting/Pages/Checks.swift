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

extension Subject {
  /// The names of the checks, each once, in the order in which they are judged.
  var checkNames: [String] {
    var seen: Set<String> = []
    return reading.checks.map(\.check.name).filter { seen.insert($0).inserted }
  }

  /// The names of the checks that fail somewhere.
  var failedCheckNames: Set<String> {
    Set(reading.checks.filter { !$0.isPassed }.map(\.check.name))
  }

  /// A row a check: the base case, and the stress that comes closest to the limit or goes farthest
  /// beyond it.
  var checksAtAGlance: Table {
    var table = Table(
      title: "Checks",
      columns: [
        Column("Check"), Column("Limit", .trailing), Column("Base case", .trailing),
        Column("Distance"), Column("Worst stress"),
        Column("There", .trailing), Column("Distance"),
      ])
    for name in checkNames {
      let all = reading.checks.filter { $0.check.name == name }
      guard let base = all.first(where: { $0.stress == nil }) else { continue }
      let worst = all.filter { $0.stress != nil }.min {
        $0.distance ?? -.infinity < $1.distance ?? -.infinity
      }
      let cells = self.cells(of: base)
      let stressed: [Cell] =
        worst.map { worst in
          let cells = self.cells(of: worst)
          return [.text(worst.stress ?? ""), cells[3], cells[5]]
        } ?? []
      table.rows.append(Row([cells[0], cells[4], cells[3], cells[5]] + stressed))
    }
    return table
  }
}

extension Report {
  /// Whether every check holds, for one scenario or several.
  public static func check(_ subjects: [Subject], program: Program) -> Report {
    var blocks: [Block] = []
    for subject in subjects {
      if subjects.count > 1 {
        blocks.append(.heading("\(subject.scenario.name) · \(harmless(subject.file))"))
      }
      blocks.append(.paragraph(subject.verdict))
      if !subject.reading.checks.isEmpty { blocks.append(.table(subject.checks)) }
      blocks.append(.paragraph(subject.provenance(program)))
    }
    return Report(
      title: subjects.count == 1 ? "Checks: \(subjects[0].scenario.name)" : "Checks",
      blocks: blocks)
  }
}

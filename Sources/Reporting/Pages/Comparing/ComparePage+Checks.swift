import Formulas
import UnitEconomics

/// A check that both sides have, in a case that both have.
struct ComparedCheck {
  let name: String
  /// The case: nil for the compared cases themselves, else a stress that both state.
  let stress: String?
  let before: CheckReading
  let after: CheckReading

  var isChanged: Bool { before.isPassed != after.isPassed }
}

extension Comparison {
  /// The checks of both sides, in the compared cases and under each stress that both state.
  var checks: [ComparedCheck] {
    let isOneSubject = after.reading.stress != nil
    let later = after.subject.reading.checks
    return before.subject.reading.checks.compactMap { check in
      // Where one is a stress of the other, the stresses beside it are no part of the question.
      if isOneSubject, check.stress != nil { return nil }
      let stress = isOneSubject ? after.reading.stress : check.stress
      return later.first {
        $0.check.name == check.check.name && $0.stress == stress
          && $0.check.output == check.check.output && $0.check.side == check.check.side
      }.map {
        ComparedCheck(name: check.check.name, stress: check.stress, before: check, after: $0)
      }
    }
  }

  /// The checks that hold in one case and fail in the other, or a sentence that there are none.
  var changedChecks: [Block] {
    let checks = checks
    guard !checks.isEmpty else { return [] }
    let changed = checks.filter(\.isChanged)
    guard !changed.isEmpty else {
      let holding = checks.count { $0.before.isPassed }
      let count = holding == checks.count ? "all \(checks.count)" : "\(holding) of \(checks.count)"
      let cases = checks.contains { $0.stress != nil } ? ", each stress counted," : ""
      return [.text("No check changes its verdict: \(count)\(cases) hold before and after.")]
    }
    var table = Table(
      title: "Checks that change their verdict",
      columns: [
        Column("Check"), Column("Limit", .trailing), Column(before.label, .trailing),
        Column(after.label, .trailing), Column("Verdict"),
      ])
    if changed.contains(where: { $0.stress != nil }) { table.columns.insert(Column("Case"), at: 1) }
    for check in changed {
      let old = before.subject.cells(of: check.before)
      let new = after.subject.cells(of: check.after)
      var cells: [Cell] = [
        old[0], old[4] == new[4] ? new[4] : .text("\(plain(old[4])) → \(plain(new[4]))"), old[3],
        new[3],
        check.after.isPassed
          ? .verdict(.passed, "holds now") : .verdict(.failed, "fails now"),
      ]
      if table.columns.count > cells.count { cells.insert(old[1], at: 1) }
      table.rows.append(Row(cells))
    }
    let same = checks.count - changed.count
    if same > 0 { table.notes.append(same == 1 ? "1 keeps its verdict." : "\(same) keep theirs.") }
    return [.table(table)]
  }

  private func plain(_ cell: Cell) -> String { if case .text(let text) = cell { text } else { "" } }
}

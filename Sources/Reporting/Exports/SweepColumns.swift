import Formulas
import UnitEconomics

/// What the columns of a sweep's points are, in CSV as in a workbook.
///
/// A column for each pattern of an axis, one for each figure, each with its unit in the heading, and
/// the checks that fail. Over two axes also where along the second the first check fails, at the row's
/// place on the first.
struct SweepColumns {
  let columns: [Column]
  /// What stands in the last columns, by the position on the first axis; none where nothing was solved.
  let ends: [[Cell]]
  /// The checks by name.
  let checks: [String]

  /// - Parameter frontier: the first break along the second of two axes, from every position of the
  ///   first; empty where that was not solved.
  init(_ sweep: Sweep, of subject: Subject, frontier: [SweepBreak?]) {
    let words = SweepWords(subject: subject, sweep: sweep)
    func heading(_ name: String, _ unit: String) -> Column {
      Column(unit.isEmpty ? name : "\(name) (\(unit))")
    }
    let lanes = sweep.axes.flatMap(\.lanes).map { heading($0.pattern, words.amountUnit($0)) }
    let figures = sweep.figures.map {
      heading($0, sweep.unit(of: $0).text(currency: subject.currency))
    }
    let across = frontier.isEmpty ? [] : sweep.axes[1].lanes
    let ends = across.map { heading("first failure at \($0.pattern)", words.amountUnit($0)) }
    columns =
      lanes + figures + [Column("failing checks")] + ends
      + (ends.isEmpty ? [] : [Column("first failing check")])
    checks = sweep.checks.map(\.name)
    self.ends = frontier.map { found in
      guard let found else { return across.map { _ in .empty } + [.empty] }
      let axis = sweep.axes[1]
      let place = found.amounts.isEmpty ? axis.amounts(at: axis.start) : found.amounts
      return place.map { .number($0, .quantity()) } + [.text(found.check.name)]
    }
  }

  /// The checks that fail in one cell.
  func words(_ failing: [Int]) -> String { failing.map { checks[$0] }.joined(separator: "; ") }
}

import Formulas
import Spreadsheets
import UnitEconomics

/// The points of a sweep as a sheet of a workbook, made a stretch at a time.
///
/// The same columns as in CSV; a sheet before them says what was asked of which file.
public struct SweepBook: Sendable {
  /// The most points that a sheet has room for, under its heading.
  public static let mostPoints = Sheet.mostRows - 1

  /// All but the points.
  public let workbook: Workbook
  /// How the columns of the points look.
  public let styles: [CellStyle]
  private let form: SweepColumns
  private let sweep: Sweep

  /// - Parameters:
  ///   - frontier: the first break along the second of two axes, from every position of the first;
  ///     empty where that was not solved.
  ///   - asked: the words that ask for it: `--axis tools.*.latency.*=×1..×5`.
  public init(
    _ sweep: Sweep, of subject: Subject, frontier: [SweepBreak?], asked: [String], program: Program
  ) {
    self.sweep = sweep
    form = SweepColumns(sweep, of: subject, frontier: frontier)
    let base = subject.reading.base.values
    let lanes = sweep.axes.flatMap(\.lanes).map { _ in CellStyle() }
    let figures = sweep.figures.map { figure in
      CellStyle(
        numberFormat: .some(
          NumberFormat.figure(
            sweep.unit(of: figure), base[figure]?.value, currency: subject.currency) ?? "General"))
    }
    styles = lanes + figures + [.aside] + (form.ends.first ?? []).map { _ in CellStyle() }
    let numbers = lanes.count + figures.count
    var points = Sheet(
      "Points", widths: form.columns.map { Double(min(40, max(14, $0.heading.count + 2))) })
    points.frozen = (1, 0)
    points.isFiltered = true
    points.rows = [
      form.columns.enumerated().map {
        .text($1.heading, $0 < numbers ? .headingOfNumbers : .headingAside)
      }
    ]
    workbook = Workbook(
      title: subject.scenario.name, creator: "\(program.name) \(program.version)",
      sheets: [
        ProvenanceSheet.sheet(of: subject, asked: asked, program: program), points,
      ])
  }

  /// Writes some rows.
  ///
  /// - Parameter number: an output of the sweep at a row; not a number where it has no value.
  public func write(
    _ rows: Range<Int>, with writer: SheetRowWriter, into bytes: inout [UInt8],
    number: (_ output: Int, _ row: Int) -> Double
  ) {
    let limits = sweep.limits
    var values: [SheetCell.Value] = []
    for row in rows {
      let positions = sweep.positions(ofRow: row)
      values.removeAll(keepingCapacity: true)
      for (axis, position) in zip(sweep.axes, positions) {
        for lane in axis.lanes { values.append(.number(lane.amounts[position])) }
      }
      for figure in sweep.figures.indices {
        let value = number(figure, row)
        values.append(value.isFinite ? .number(value) : .empty)
      }
      let failing = limits.indices.filter { !limits[$0].holds(number(limits[$0].output, row)) }
      values.append(failing.isEmpty ? .empty : .text(form.words(failing)))
      if !form.ends.isEmpty { values += form.ends[positions[0]].map(\.inSheet) }
      writer.write(values, row: row, into: &bytes)
    }
  }
}

extension Cell {
  /// The cell as a sheet holds it.
  fileprivate var inSheet: SheetCell.Value {
    switch self {
    case .text(let text): .text(text)
    case .number(let value, _): value.isFinite ? .number(value) : .empty
    case .undefined, .empty: .empty
    case .verdict(let verdict, let text): .text(verdict.spelledOut(text))
    }
  }
}

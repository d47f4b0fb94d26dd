import Formulas
import Spreadsheets
import UnitEconomics

/// A scenario as a workbook that recalculates: inputs that may be changed, and the model as formulas on
/// them, in the base case and under every stress.
///
/// Where everything stands is settled before anything is written, since formulas on one sheet speak of
/// cells on another.
struct ModelWorkbook {
  let subject: Subject
  let program: Program
  let cases: [CaseReading]
  /// The cases' graphs as rows, and which rows the model's sheet has for all of them together.
  let caseRows: [SheetRows]
  let modelRows: [SheetRows.Row]
  private let modelRowOf: [String: Int]
  private let inputRowOf: [String: Int]
  /// What stresses do, change by change.
  let moves: [Move]
  /// Of each case, the cell of each input that its stress changes.
  private let moved: [[String: String]]

  /// One change that a stress makes, on a row of its own.
  struct Move {
    let stress: Int
    let input: Input
    let change: Stress.Change
    /// The cell of the input before this change, and its values before and after it.
    let before: String
    let values: (before: Double, after: Double)
    let row: Int
  }

  enum SheetName {
    static let inputs = "Inputs"
    static let model = "Model"
    static let stresses = "Stresses"
    static let checks = "Checks"
  }

  /// Where the value of an input, an amount of a change and its result stand.
  static let inputColumn = 1
  static let (amountColumn, resultColumn) = (4, 5)
  /// The column of the model's base case; the stresses follow.
  static let baseColumn = 1

  init(_ subject: Subject, _ program: Program) {
    self.subject = subject
    self.program = program
    cases = subject.cases
    var known: [SheetRows] = []
    for reading in cases {
      let isReshaped = reading.changed.values.contains { $0.domain.isWhole }
      known.append(isReshaped || known.isEmpty ? SheetRows(reading.model.graph) : known[0])
    }
    caseRows = known
    var rows: [SheetRows.Row] = []
    var rowOf: [String: Int] = [:]
    for own in known {
      for row in own.rows where rowOf[row.key] == nil {
        rowOf[row.key] = rows.count + 1
        rows.append(row)
      }
    }
    modelRows = rows
    modelRowOf = rowOf
    let inputs = subject.scenario.inputs
    inputRowOf = Dictionary(
      uniqueKeysWithValues: inputs.enumerated().map { ($1.path, $0 + 1) })
    (moves, moved) = Self.moves(subject, inputRowOf)
  }

  private static func moves(
    _ subject: Subject, _ rowOf: [String: Int]
  ) -> ([Move], [[String: String]]) {
    var moves: [Move] = []
    var moved: [[String: String]] = [[:]]
    var row = StressesSheet.firstMove(stresses: subject.reading.stresses.count)
    for (index, stress) in subject.scenario.stresses.enumerated() {
      var cells: [String: String] = [:]
      var reached: [String: Double] = [:]
      for change in stress.changes {
        guard let input = subject.scenario.inputs[change.path], let own = rowOf[change.path] else {
          continue
        }
        let stated = "\(SheetName.inputs)!" + Sheet.fixedAddress(own, inputColumn)
        let value = reached[change.path] ?? input.value
        let changed = input.domain.held(change.applied(to: value))
        reached[change.path] = changed
        moves.append(
          Move(
            stress: index, input: input, change: change, before: cells[change.path] ?? stated,
            values: (value, changed), row: row))
        cells[change.path] =
          "\(SheetName.stresses)!" + Sheet.fixedAddress(row, resultColumn)
        row += 1
      }
      moved.append(cells)
    }
    return (moves, moved)
  }

  /// The cell of an input with its sheet; nil where the scenario has none at the path.
  func inputCell(_ path: String) -> String? {
    inputRowOf[path].map { "\(SheetName.inputs)!" + Sheet.fixedAddress($0, Self.inputColumn) }
  }

  /// The cell of a figure in a case with its sheet; nil where the case has no such figure.
  func modelCell(_ path: String, case index: Int) -> String? {
    guard cases[index].model.graph.positions[path] != nil, let row = modelRowOf[path] else {
      // A figure that is an input itself.
      return moved[index][path] ?? inputCell(path)
    }
    return "\(SheetName.model)!" + Sheet.fixedAddress(row, Self.baseColumn + index)
  }

  /// A cell that shows a figure of a case.
  func figure(_ path: String, case index: Int, _ style: (String?) -> CellStyle) -> SheetCell {
    guard let cell = modelCell(path, case: index) else { return .empty }
    let values = cases[index].values
    let unit = values.graph.positions[path].map { values.graph.nodes[$0].unit } ?? .one
    let value = values[path]?.value
    let format = NumberFormat.figure(unit, value, currency: subject.currency)
    return SheetCell(.formula(cell, value.cached), style(format))
  }

  /// What stands in a cell of the model's sheet; nil where the case has no such row.
  func modelFormula(_ row: SheetRows.Row, case index: Int) -> SheetCell.Value? {
    let own = caseRows[index]
    guard let position = own.position(row.key) else { return nil }
    let number = cases[index].values.numbers[position]
    let value = number.isNaN ? nil : number
    let letters = Sheet.letters(Self.baseColumn + index)
    let formula = own.formula(row.key) {
      switch $0 {
      case .input(let path): moved[index][path] ?? inputCell(path) ?? "NA()"
      case .row(let key): "\(letters)\((modelRowOf[key] ?? 0) + 1)"
      }
    }
    guard let formula else { return value.map { .number($0) } ?? .text("n/a") }
    return .formula(formula, value.cached)
  }
}

extension Double? {
  /// What a formula's cell shows that came to this.
  var cached: SheetCell.Cached { map { .number($0) } ?? .nothing }
}

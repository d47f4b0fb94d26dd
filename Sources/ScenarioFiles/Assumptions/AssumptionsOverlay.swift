import Formulas
import UnitEconomics

/// What a CSV of assumptions changes in a scenario: a setting for each row that says something else than
/// the file does.
///
/// A row that says the same is left alone, so that a price stays its book's and a default a default.
struct AssumptionsOverlay {
  let file: AssumptionsFile
  let inputs: InputTable
  let currency: String
  let root: JSONNode

  private typealias Column = AssumptionsFile.Column
  private typealias Cell = AssumptionsFile.Cell
  private typealias Row = AssumptionsFile.Row

  /// The settings; what is wrong with a cell is reported.
  func settings(_ diagnostics: inout [Diagnostic]) -> [Setting] {
    var commas: [Comma] = []
    defer { reportCommas(commas, &diagnostics) }
    return file.rows.compactMap { row in
      let input = inputs[row.path]
      guard let stated = row.cells[.value], !stated.text.isEmpty else {
        diagnostics.append(.error(Wording.rowWithoutValue(row.written), at: row.pathSpan))
        return nil
      }
      guard isReadable(row, &commas, &diagnostics) else { return nil }
      if let input, saysTheSame(row, input) { return nil }
      return Setting(
        path: row.path, written: row.written, pathSpan: row.pathSpan, node: node(row, stated, input)
      )
    }
  }

  /// The input's object as the row has it; what a CSV has no column for stays as it is.
  private func node(_ row: Row, _ stated: Cell, _ input: Input?) -> JSONNode {
    var members: [JSONMember] = []
    if case .object(let own)? = root.node(at: InputPath.parts(row.path)[...])?.value {
      members = own.filter { member in
        Column(rawValue: member.key).map { row.cells[$0] == nil } ?? true
      }
    }
    func add(_ column: Column, _ text: (Cell) -> String) {
      guard let cell = row.cells[column], !cell.text.isEmpty else { return }
      members.append(
        JSONMember(
          key: column.rawValue, keySpan: cell.span,
          value: JSONNode(span: cell.span, value: .string(text(cell)))))
    }
    for column in [Column.value, .low, .high] {
      add(column) { quantity($0.text, unit: row.cells[.unit]?.text ?? "", input) }
    }
    for column in [Column.source, .note] { add(column) { $0.text.undefused } }
    return JSONNode(span: stated.span, value: .object(members))
  }

  private func saysTheSame(_ row: Row, _ input: Input) -> Bool {
    let stated = row.cells[.unit]?.text ?? ""
    func isSame(_ column: Column, _ own: Double?) -> Bool {
      guard let cell = row.cells[column] else { return true }
      guard let own else { return cell.text.isEmpty }
      return says(own, cell.text, unit: stated.isEmpty ? unit(input) : stated)
    }
    func isSame(_ column: Column, _ own: String?) -> Bool {
      guard let cell = row.cells[column] else { return true }
      return cell.text == own ?? "" || cell.text.undefused == own ?? ""
    }
    return isSame(.value, input.value) && (stated.isEmpty || stated == unit(input))
      && isSame(.low, input.range?.low) && isSame(.high, input.range?.high)
      && isSame(.source, input.source) && isSame(.note, input.note)
  }
}

extension String {
  /// The text without the sign that keeps spreadsheets from running it.
  fileprivate var undefused: String { hasPrefix("'") ? String(dropFirst()) : self }
}

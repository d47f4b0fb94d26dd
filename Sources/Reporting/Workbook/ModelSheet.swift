import Formulas
import Spreadsheets
import UnitEconomics

/// Every named figure as a live formula, a column for each case.
struct ModelSheet {
  let workbook: ModelWorkbook

  var sheet: Sheet {
    let cases = workbook.cases
    var sheet = Sheet(
      ModelWorkbook.SheetName.model,
      widths: [52] + cases.map { _ in 15 } + [18, 60, 60])
    sheet.tabColor = "2F5D8C"
    sheet.frozen = (1, 2)
    sheet.rows = [
      [.text("figure", .heading)] + cases.map { .text($0.title, .headingOfNumbers) }
        + ["unit", "what it is", "note"].map { .text($0, .headingAside) }
    ]
    for row in workbook.modelRows { sheet.rows.append(cells(row)) }
    return sheet
  }

  private func cells(_ row: SheetRows.Row) -> [SheetCell] {
    // A row that only a stress has is told by the first case that has it.
    let index = workbook.caseRows.firstIndex { $0.position(row.key) != nil } ?? 0
    let graph = workbook.caseRows[index].graph
    let position = workbook.caseRows[index].position(row.key) ?? row.position
    let node = graph.nodes[position]
    let reading = workbook.cases[index].values.reading(position)
    let format = NumberFormat.figure(
      node.unit, reading.value, currency: workbook.subject.currency)
    var isFollowed = true
    let values = workbook.cases.indices.map { index -> SheetCell in
      guard let value = workbook.modelFormula(row, case: index) else { return .empty }
      if case .formula = value { return SheetCell(value, CellStyle(numberFormat: format)) }
      isFollowed = false
      return SheetCell(value, .fixed(format))
    }
    let note = isFollowed ? reading.reason ?? "" : WorkbookWords.doesNotFollow
    let words = [
      node.unit.text(currency: workbook.subject.currency),
      row.isPart ? WorkbookWords.partOfFormulas : node.label?.sentence ?? "", note,
    ]
    return [.text(row.key, row.isPart ? .faint : CellStyle())] + values
      + words.map { .text($0, .aside) }
  }

  /// A name for each headline figure's cell in the base case.
  var names: [Workbook.Name] {
    Output.allCases.compactMap { output in
      workbook.modelCell(output.rawValue, case: 0).map {
        Workbook.Name(name: "out_\(output.rawValue)", reference: $0)
      }
    }
  }
}

import Formulas
import Spreadsheets
import UnitEconomics

/// Every check in every case that it is held in, judged by formula.
struct ChecksSheet {
  let workbook: ModelWorkbook

  private static let (caseColumn, resultColumn) = (1, 7)

  /// A formula that counts the failed checks of the case whose name stands in a cell.
  static func countFailed(of place: String) -> String {
    let sheet = ModelWorkbook.SheetName.checks
    return "SUMPRODUCT((\(sheet)!$B$2:$B$2000=\(place))*(\(sheet)!$H$2:$H$2000=\"failed\"))"
  }

  static let countAllFailed =
    "COUNTIF(\(ModelWorkbook.SheetName.checks)!$H$2:$H$2000,\"failed\")"

  var sheet: Sheet {
    var sheet = Sheet(
      ModelWorkbook.SheetName.checks, widths: [28, 26, 44, 16, 10, 16, 16, 12, 18])
    sheet.tabColor = "5B8C5A"
    sheet.frozen = (1, 1)
    sheet.isFiltered = true
    let headings = [
      "check", "case", "figure", "value", "must be", "limit", "distance", "result", "unit",
    ]
    sheet.rows = [
      headings.enumerated().map {
        .text($1, $0 < 3 ? .heading : [3, 5, 6].contains($0) ? .headingOfNumbers : .headingAside)
      }
    ]
    for check in workbook.subject.reading.checks { sheet.rows.append(row(check, sheet.rows.count)) }
    sheet.conditionals = [
      Conditional(
        "H2:H\(max(2, sheet.rows.count))",
        .formula("$H2=\"failed\"", textColor: "9B1C1C", fill: "FDE2E2")),
      Conditional(
        "H2:H\(max(2, sheet.rows.count))",
        .formula("$H2=\"passed\"", textColor: "1E5B2A", fill: "E1F3E4")),
    ]
    return sheet
  }

  private func row(_ check: CheckReading, _ row: Int) -> [SheetCell] {
    let index = workbook.cases.firstIndex { $0.stress == check.stress } ?? 0
    let format = NumberFormat.figure(
      check.unit, check.check.limit.value, currency: workbook.subject.currency)
    let style = CellStyle(numberFormat: format)
    let (value, limit) = (Sheet.address(row, 3), Sheet.address(row, 5))
    let isFloor = check.check.side == .min
    let stated = check.check.limit
    let limitCell: SheetCell =
      workbook.modelCell(stated.path, case: index).map {
        SheetCell(.formula($0, .number(stated.value)), style)
      } ?? SheetCell(.number(stated.value), style)
    let distance = isFloor ? "\(value)-\(limit)" : "\(limit)-\(value)"
    let result =
      "IF(ISNUMBER(\(value)),IF(\(value)\(isFloor ? ">=" : "<=")\(limit),\"passed\",\"failed\"),\"failed\")"
    return [
      .text(check.check.name), .text(workbook.cases[index].title), .text(check.check.output),
      workbook.figure(check.check.output, case: index) { _ in style },
      .text(isFloor ? "at least" : "at most", .aside), limitCell,
      SheetCell(.formula(distance, check.distance.cached), style),
      SheetCell(.formula(result, .text(check.isPassed ? "passed" : "failed")), .aside),
      .text(check.unit.text(currency: workbook.subject.currency), .aside),
    ]
  }
}

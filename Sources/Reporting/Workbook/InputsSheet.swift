import Formulas
import Spreadsheets
import UnitEconomics

/// Every input with its range and source, under the same headings as the CSV of assumptions.
struct InputsSheet {
  let workbook: ModelWorkbook

  private static let numbers = ["value", "low", "high"]
  static let headings = ["path", "value", "unit", "low", "high", "source", "note", "what it is"]

  var sheet: Sheet {
    var sheet = Sheet(
      ModelWorkbook.SheetName.inputs, widths: [44, 14, 18, 12, 12, 40, 40, 48])
    sheet.tabColor = "E0B84C"
    sheet.frozen = (1, 1)
    sheet.isFiltered = true
    sheet.rows = [
      Self.headings.map {
        .text(
          $0,
          $0 == "path" ? .heading : Self.numbers.contains($0) ? .headingOfNumbers : .headingAside)
      }
    ]
    for input in workbook.subject.scenario.inputs { sheet.rows.append(row(input)) }
    return sheet
  }

  private func row(_ input: Input) -> [SheetCell] {
    let currency = input.foreignCurrency ?? workbook.subject.currency
    let format = NumberFormat.stated(input.unit.inHomeMoney, currency: currency)
    let isFixed = input.domain.isWhole
    let value = SheetCell(.number(input.value), isFixed ? .fixed(format) : .input(format))
    func end(_ value: Double?) -> SheetCell {
      value.map { SheetCell(.number($0), CellStyle(numberFormat: format)) } ?? .empty
    }
    let sentence = [input.sentence, isFixed ? WorkbookWords.shapesTheModel : nil].compactMap { $0 }
    return [
      .text(input.path), value, .text(input.unit.inHomeMoney.text(currency: currency), .aside),
      end(input.range?.low),
      end(input.range?.high), .text(input.source ?? "", .aside),
      .text(input.note ?? "", .aside), .text(sentence.joined(separator: "; "), .aside),
    ]
  }

  /// A name for each input's cell that formulas of the reader may use.
  var names: [Workbook.Name] {
    var taken: Set<String> = []
    return workbook.subject.scenario.inputs.compactMap { input in
      guard let cell = workbook.inputCell(input.path) else { return nil }
      let stem = "in_" + input.path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
      var name = String(stem.prefix(240))
      while !taken.insert(name.lowercased()).inserted { name += "_" }
      return Workbook.Name(name: name, reference: cell)
    }
  }
}

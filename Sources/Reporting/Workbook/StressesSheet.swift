import Formulas
import Spreadsheets
import UnitEconomics

/// The cases side by side, and below them what each stress does to which input, with amounts that may be
/// changed.
struct StressesSheet {
  let workbook: ModelWorkbook

  private static let outputs: [Output] = [
    .costPerCompletedTask, .tsr, .escalationRate, .totalCost, .revenue, .grossMargin,
    .contributionMargin,
  ]

  /// The row of the first change, when there are so many stresses.
  static func firstMove(stresses: Int) -> Int { stresses + 5 }

  var sheet: Sheet {
    var sheet = Sheet(
      ModelWorkbook.SheetName.stresses, widths: [26, 44, 22, 18, 16, 16, 18, 16, 20, 14])
    sheet.tabColor = "C4793A"
    sheet.frozen = (1, 1)
    sheet.repeatsHead = false
    let outputs = Self.outputs.map { SheetCell.text($0.words, .headingOfNumbers) }
    sheet.rows = [
      [.text("case", .heading), .text("what it does", .heading)] + outputs
        + [.text("checks failed", .headingOfNumbers)]
    ]
    for (index, reading) in workbook.cases.enumerated() { sheet.rows.append(row(index, reading)) }
    if !workbook.moves.isEmpty {
      sheet.rows += [
        [], [.text(WorkbookWords.stressMoves, .strong)],
        ["stress", "input", "stated", "change", "amount", "value then", "unit"].enumerated().map {
          .text($1, $0 < 2 ? .heading : $0 < 6 ? .headingOfNumbers : .headingAside)
        },
      ]
      sheet.rows += workbook.moves.map(row)
    }
    return sheet
  }

  private func row(_ index: Int, _ reading: CaseReading) -> [SheetCell] {
    let statements =
      index == 0 ? [] : workbook.subject.scenario.stresses[index - 1].statements
    let failed = workbook.subject.reading.checks.filter {
      $0.stress == reading.stress && !$0.isPassed
    }
    let place = "A\(index + 2)"
    let count = ChecksSheet.countFailed(of: place)
    return [.text(reading.title), .text(statements.joined(separator: "; "), .faint)]
      + Self.outputs.map {
        workbook.figure($0.rawValue, case: index) { CellStyle(numberFormat: $0) }
      }
      + [SheetCell(.formula(count, .number(Double(failed.count))))]
  }

  /// One change: what the input was, what is done, and what it is then, held within what it can be.
  private func row(_ move: ModelWorkbook.Move) -> [SheetCell] {
    let (input, change) = (move.input, move.change)
    let currency = input.foreignCurrency ?? workbook.subject.currency
    let format = NumberFormat.stated(input.unit.inHomeMoney, currency: currency)
    let amount = Sheet.address(move.row, ModelWorkbook.amountColumn)
    let before = Sheet.address(move.row, 2)
    let (sign, changed) =
      switch change.kind {
      case .multiply: ("×", "\(before)*\(amount)")
      case .add: ("+", "\(before)+\(amount)")
      case .subtract: ("−", "\(before)-\(amount)")
      case .set: ("=", amount)
      }
    let held = input.domain.heldFormula(changed)
    let isFactor = change.kind == .multiply
    return [
      .text(workbook.subject.scenario.stresses[move.stress].name), .text(input.path),
      SheetCell(
        .formula(move.before, .number(move.values.before)), CellStyle(numberFormat: format)),
      .text(sign, .toTheRight),
      SheetCell(
        .number(change.amount), input.domain.isWhole ? .fixed(nil) : .input(isFactor ? nil : format)
      ),
      SheetCell(.formula(held, .number(move.values.after)), CellStyle(numberFormat: format)),
      .text(input.unit.inHomeMoney.text(currency: currency), .aside),
    ]
  }
}

extension Domain {
  /// A formula for a number held within the domain, as a stress holds it.
  func heldFormula(_ number: String) -> String {
    let top = mayExceedUnderStress ? Domain.largest : high
    var text = number
    if top < Domain.largest { text = "MIN(\(top),\(text))" }
    if low > -Domain.largest { text = "MAX(\(low),\(text))" }
    return isWhole ? "ROUND(\(text),0)" : text
  }
}

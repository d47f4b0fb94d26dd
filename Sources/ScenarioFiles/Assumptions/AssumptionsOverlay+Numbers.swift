import Formulas
import UnitEconomics

/// Numbers as spreadsheets rewrite them: `8%` becomes 0.08, and $31.50 a plain 31.5, `31,50 $` or
/// `31,50 USD`, whose unit stands in its own column.
extension AssumptionsOverlay {
  /// A cell with a comma where numbers have a point, and the same without, if it may group digits.
  typealias Comma = (cell: AssumptionsFile.Cell, grouped: String?)

  /// Whether each number of a row can be read in one way only; else that is said, of commas once for
  /// all of the file.
  func isReadable(
    _ row: AssumptionsFile.Row, _ commas: inout [Comma], _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    var isReadable = true
    for column in [AssumptionsFile.Column.value, .low, .high] {
      guard let cell = row.cells[column] else { continue }
      switch SpreadsheetNumber(cell.text)?.reading(decimalComma: file.hasDecimalComma) {
      case .comma(let grouped): commas.append((cell, grouped))
      case .twoMeanings(let grouped, let decimal):
        diagnostics.append(
          .error(
            Wording.pointInNumber(cell.text, grouped, decimal), at: cell.span,
            help: Wording.writeOneOf(grouped, decimal)))
      case .number, nil: continue
      }
      isReadable = false
    }
    return isReadable
  }

  func reportCommas(_ commas: [Comma], _ diagnostics: inout [Diagnostic]) {
    guard let first = commas.first else { return }
    let text = first.cell.text
    diagnostics.append(
      .error(
        commas.count == 1 ? Wording.commaInNumber(text) : Wording.commaInNumbers(commas.count),
        at: first.cell.span,
        help: first.grouped.map { Wording.writeUngrouped(text, $0) } ?? Wording.sayDecimalComma))
  }

  /// A number with its unit as the reader of scenarios takes it.
  func quantity(_ text: String, unit: String, _ input: Input?) -> String {
    let text = withPoint(text)
    if let number = Double(text), number.isFinite {
      guard let input, unit.isEmpty || unit == self.unit(input) else {
        return unit == "share" ? text : "\(text) \(unit)"
      }
      let home = input.foreignCurrency ?? currency
      return QuantityText.text(number, in: input.unit, currency: home)
    }
    // A currency at the number says what the unit's first word says; what it is for is in the rest.
    let unit = unit.isEmpty ? input.map(self.unit) ?? "" : unit
    if let money = money(text), Currency.isCode(unit.prefix(3)) {
      return "\(money.number) \(money.currency)\(unit.dropFirst(3))"
    }
    return text
  }

  /// Whether a cell says a value, in this unit.
  func says(_ value: Double, _ text: String, unit: String) -> Bool {
    let text = withPoint(text)
    if let money = money(text) {
      return Double(money.number) == value && unit.hasPrefix(money.currency)
    }
    guard text.hasSuffix("%") else { return Double(text) == value }
    guard let number = Double(text.dropLast().prefix { $0 != " " && $0 != "\u{A0}" }) else {
      return false
    }
    return number == value * 100 || number / 100 == value
  }

  func unit(_ input: Input) -> String {
    input.unit.inHomeMoney.text(currency: input.foreignCurrency ?? currency)
  }

  /// A number that has a currency before or behind it, and nothing else.
  private func money(_ text: String) -> (number: String, currency: String)? {
    guard let shown = SpreadsheetNumber(text) else { return nil }
    var before = QuantityScanner(shown.before)
    var behind = QuantityScanner(shown.behind)
    var isNegative = before.takesMinus()
    let code = before.currency(home: currency)
    isNegative = isNegative != before.takesMinus()
    let other = behind.currency(home: currency)
    before.skipSpaces()
    behind.skipSpaces()
    guard before.isAtEnd, behind.isAtEnd, (code == nil) != (other == nil),
      let currency = code ?? other, let number = Double(shown.digits)
    else { return nil }
    return ("\(isNegative ? -number : number)", currency)
  }

  private func withPoint(_ text: String) -> String {
    guard let shown = SpreadsheetNumber(text),
      case .number(let number) = shown.reading(decimalComma: file.hasDecimalComma)
    else { return text }
    return shown.before + number + shown.behind
  }
}

extension QuantityScanner {
  fileprivate mutating func takesMinus() -> Bool { take("-") || take("\u{2212}") }
}

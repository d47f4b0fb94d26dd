import Formulas
import Spreadsheets

/// How cells of a report's workbook look: what may be changed is blue on yellow, what follows is black,
/// what does not follow is grey.
extension CellStyle {
  static let heading: CellStyle = {
    var style = CellStyle()
    style.isBold = true
    style.fill = "E6ECF3"
    style.hasLineBelow = true
    return style
  }()

  static let headingOfNumbers: CellStyle = {
    var style = heading
    style.alignment = .right
    return style
  }()

  static let title: CellStyle = {
    var style = CellStyle()
    style.isBold = true
    style.size = 16
    return style
  }()

  static let strong: CellStyle = {
    var style = CellStyle()
    style.isBold = true
    return style
  }()

  static let toTheRight: CellStyle = {
    var style = CellStyle()
    style.alignment = .right
    return style
  }()

  static let faint: CellStyle = {
    var style = CellStyle()
    style.textColor = "6B7280"
    return style
  }()

  /// Words to the right of a number, which would touch it.
  static let aside: CellStyle = {
    var style = faint
    style.indent = 1
    return style
  }()

  static let headingAside: CellStyle = {
    var style = heading
    style.indent = 1
    return style
  }()

  /// A number that the reader may change.
  static func input(_ format: String?) -> CellStyle {
    var style = CellStyle(numberFormat: format)
    style.textColor = "1F3FBF"
    style.fill = "FFF8DC"
    return style
  }

  /// A number that no cell follows.
  static func fixed(_ format: String?) -> CellStyle {
    var style = CellStyle(numberFormat: format)
    style.textColor = "6B7280"
    style.isItalic = true
    return style
  }

  static func total(_ format: String?) -> CellStyle {
    var style = CellStyle(numberFormat: format)
    style.isBold = true
    style.hasLineAbove = true
    return style
  }
}

/// How spreadsheets are told to show numbers of a unit.
enum NumberFormat {
  /// For a figure: as many digits as a value of this size is worth.
  static func figure(_ unit: Unit, _ value: Double?, currency: String) -> String? {
    let size = value.map(abs) ?? 1
    if unit == .share { return size >= 0.01 || size == 0 ? "0.0%" : "0.0000%" }
    let digits =
      size >= 1000 ? "" : size >= 1 || size == 0 ? ".00" : size >= 0.01 ? ".0000" : ".000000"
    if unit.isMoney { return money(currency) + "#,##0" + digits }
    // A whole number may not stay one; the program shows it as it comes.
    if let value, value == value.rounded(), size < 1000 { return nil }
    return size >= 1000 ? "#,##0" : size >= 1 ? "0.000" : size >= 0.001 ? "0.00000" : "0.00E+00"
  }

  /// For what somebody stated: with the digits that were stated, and no more.
  static func stated(_ unit: Unit, currency: String) -> String? {
    if unit == .share { return "0.0#######%" }
    return unit.isMoney ? money(currency) + "#,##0.00########" : nil
  }

  private static func money(_ currency: String) -> String {
    "\"\(currencyPrefix(currency).filter { $0 != "\"" })\""
  }
}

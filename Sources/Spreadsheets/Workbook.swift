/// Sheets of cells, as a spreadsheet program opens them.
public struct Workbook: Sendable {
  public var title: String
  /// The program that wrote it.
  public var creator: String
  public var sheets: [Sheet]
  public var names: [Name]

  public init(title: String, creator: String, sheets: [Sheet] = [], names: [Name] = []) {
    self.title = title
    self.creator = creator
    self.sheets = sheets
    self.names = names
  }

  /// A name that formulas may use for a cell.
  public struct Name: Sendable, Hashable {
    public let name: String
    /// The cell with its sheet: `Inputs!$B$2`.
    public let reference: String

    public init(name: String, reference: String) {
      self.name = name
      self.reference = reference
    }
  }
}

/// One sheet: rows of cells, and how they are looked at.
public struct Sheet: Sendable {
  /// As many rows as every spreadsheet program takes.
  public static let mostRows = 1_048_576

  public var name: String
  /// The width of each column in characters.
  public var widths: [Double]
  public var rows: [[SheetCell]]
  /// How many rows and columns stay in sight.
  public var frozen: (rows: Int, columns: Int) = (0, 0)
  /// Whether the frozen rows come again on every printed page.
  public var repeatsHead = true
  /// Whether the last frozen row can filter what stands below it.
  public var isFiltered = false
  public var conditionals: [Conditional] = []
  public var charts: [Chart] = []
  /// The colour of its tab, as `RRGGBB`.
  public var tabColor: String?

  public init(_ name: String, widths: [Double], rows: [[SheetCell]] = []) {
    self.name = name
    self.widths = widths
    self.rows = rows
  }

  /// The address of a cell from its row and column, both from 0: `B2`.
  public static func address(_ row: Int, _ column: Int) -> String { letters(column) + "\(row + 1)" }

  /// The same as an address that does not move when a formula is copied: `$B$2`.
  public static func fixedAddress(_ row: Int, _ column: Int) -> String {
    "$\(letters(column))$\(row + 1)"
  }

  /// The letters of a column from 0.
  public static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }
}

/// What stands in a cell, and how it looks.
public struct SheetCell: Sendable {
  /// A formula, or what stands there as it is.
  public enum Value: Sendable {
    case empty
    case text(String)
    case number(Double)
    /// A formula without its `=`, and what it came to when it was written.
    case formula(String, Cached)
  }

  /// What a formula came to.
  public enum Cached: Sendable {
    case number(Double)
    case text(String)
    /// It has no value, and shows `#N/A`.
    case nothing
  }

  public var value: Value
  public var style: CellStyle

  public init(_ value: Value, _ style: CellStyle = CellStyle()) {
    self.value = value
    self.style = style
  }

  public static var empty: SheetCell { SheetCell(.empty) }
  public static func text(_ text: String, _ style: CellStyle = CellStyle()) -> SheetCell {
    SheetCell(.text(text), style)
  }
}

/// How a cell looks.
public struct CellStyle: Sendable, Hashable {
  /// To which side a cell's content stands.
  public enum Alignment: String, Sendable { case left, right, center }

  /// As spreadsheets write it: `0.0%`; nil for what the program thinks best.
  public var numberFormat: String?
  public var isBold = false
  public var isItalic = false
  public var size = 11
  /// Colours as `RRGGBB`.
  public var textColor: String?
  public var fill: String?
  public var hasLineAbove = false
  public var hasLineBelow = false
  public var wraps = false
  public var alignment: Alignment?
  public var indent = 0

  public init(numberFormat: String? = nil) { self.numberFormat = numberFormat }
}

/// A look that depends on what stands in a cell.
public struct Conditional: Sendable {
  /// On what the look depends.
  public enum Rule: Sendable {
    /// Where a formula about the first cell of the range is true.
    case formula(String, textColor: String, fill: String)
    /// From the least to the greatest number.
    case scale(low: String, middle: String, high: String)
  }

  /// The cells: `B2:F9`.
  public let range: String
  public let rule: Rule

  public init(_ range: String, _ rule: Rule) {
    self.range = range
    self.rule = rule
  }
}

/// Bars beside each other, one for each category and series.
public struct Chart: Sendable {
  /// Values by category, both read from cells.
  public struct Series: Sendable {
    public let name: String
    /// With the sheet: `Summary!$A$5:$A$9`.
    public let categories: String
    public let values: String
    /// What the cells held when the chart was written.
    public let cachedCategories: [String]
    public let cachedValues: [Double?]

    public init(
      name: String, categories: String, values: String, cachedCategories: [String],
      cachedValues: [Double?]
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.cachedCategories = cachedCategories
      self.cachedValues = cachedValues
    }
  }

  public var title: String
  public var series: [Series]
  public var numberFormat: String
  /// Whether bars lie, for categories with long names.
  public var isHorizontal: Bool
  /// The cells that it covers, from 0: left, top, right, bottom.
  public var place: (left: Int, top: Int, right: Int, bottom: Int)

  public init(
    title: String, series: [Series], numberFormat: String = "General", isHorizontal: Bool = true,
    place: (left: Int, top: Int, right: Int, bottom: Int)
  ) {
    self.title = title
    self.series = series
    self.numberFormat = numberFormat
    self.isHorizontal = isHorizontal
    self.place = place
  }
}

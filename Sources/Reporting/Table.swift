/// One table of cells, which every renderer draws in its own way.
///
///     var table = Table(title: "Plans", columns: [Column("Plan"), Column("Margin", .trailing)])
///     table.rows.append(Row([.text("Growth"), .number(0.297, .share)]))
///
/// A table knows nothing of width, colour, quoting or escaping: those belong to the renderers. A row
/// with fewer cells than columns is filled up with empty ones; cells beyond the last column are ignored.
public struct Table: Hashable, Sendable {
  public var title: String
  public var columns: [Column]
  public var rows: [Row]
  /// Sentences below the table: what is left out, what was assumed.
  public var notes: [String]

  public init(
    title: String = "", columns: [Column], rows: [Row] = [], notes: [String] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }
}

/// A column's heading, and what a narrow terminal may do with it.
public struct Column: Hashable, Sendable {
  /// To which side the cells of the column stand.
  public enum Alignment: Hashable, Sendable { case leading, trailing }

  public var heading: String
  public var alignment: Alignment
  /// 0 is always shown; the greater the number, the sooner a narrow terminal drops the column.
  public var priority: Int

  /// Whether what stands in it is never broken over lines, such as a name that is to be copied.
  public var isWhole: Bool

  /// Whether a narrow terminal may drop the column; other renderers never do.
  public var isOptional: Bool { priority > 0 }

  public init(
    _ heading: String, _ alignment: Alignment = .leading, priority: Int = 0, isWhole: Bool = false
  ) {
    self.heading = heading
    self.isWhole = isWhole
    self.alignment = alignment
    self.priority = priority
  }
}

/// The cells of one line, and how much the line weighs.
public struct Row: Hashable, Sendable {
  /// How much a row weighs.
  public enum Style: Hashable, Sendable {
    case plain
    /// The sum of what stands above: a rule above it, and strong.
    case total
    /// Opens a group of rows; alone in its row, its label may run across the columns.
    case subheading
    /// Detail that the eye may skip.
    case faint
  }

  public var cells: [Cell]
  public var style: Style
  /// How deep the first cell stands below the group it belongs to.
  public var indent: Int

  public init(_ cells: [Cell], style: Style = .plain, indent: Int = 0) {
    self.cells = cells
    self.style = style
    self.indent = indent
  }

  /// The cell in a column; a row that ends early is empty from there on.
  func cell(at column: Int) -> Cell { cells.indices.contains(column) ? cells[column] : .empty }
}

/// A figure over two directions: where it holds, where it fails, and the line between the two.
///
///               × 1     × 2      × 3
///     ─────────────────────────────────
///     × 1     60.0%   60.0%   59.9%
///     × 2     42.6%   42.6% │ 40.9%✗
///                    ┌──────┘
///     × 3     41.2% │ 38.1%✗  37.7%✗
///
/// Where a terminal is too narrow for all columns, evenly spaced ones are drawn, the first and the
/// last among them, and a note says so. Colour shades what the marks say.
public struct HeatMap: Hashable, Sendable {
  /// One place of the map.
  public struct Spot: Hashable, Sendable {
    public var cell: Cell
    /// Whether what is wanted holds there.
    public var holds: Bool
    /// How far it is from failing: 1 is where the map begins, 0 the limit, negative beyond.
    public var headroom: Double?

    public init(_ cell: Cell, holds: Bool, headroom: Double? = nil) {
      self.cell = cell
      self.holds = holds
      self.headroom = headroom
    }
  }

  public var title: String
  public var rowLabels: [String]
  public var columnLabels: [String]
  /// By row and column.
  public var spots: [[Spot]]
  /// What stands behind each row, and its heading; none of it where the heading is empty.
  public var endHeading: String
  public var ends: [Cell]
  /// How many columns there are of which these are some.
  public var columnCount: Int
  public var notes: [String]

  public init(
    title: String, rowLabels: [String], columnLabels: [String], spots: [[Spot]],
    endHeading: String = "", ends: [Cell] = [], columnCount: Int? = nil, notes: [String] = []
  ) {
    self.title = title
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.spots = spots
    self.endHeading = endHeading
    self.ends = ends
    self.columnCount = columnCount ?? columnLabels.count
    self.notes = notes
  }

  /// The map with some of its columns, and a note where that leaves any out.
  func showing(_ columns: [Int]) -> HeatMap {
    var map = self
    map.columnLabels = columns.map { columnLabels[$0] }
    map.spots = spots.map { row in columns.map { row[$0] } }
    if columns.count < columnCount {
      map.notes.append("\(columns.count) of \(grouped(columnCount)) columns are shown.")
    }
    return map
  }
}

/// So many of some places, evenly spaced, the first and the last among them.
///
///     evenlySpaced(3, of: 13)  // [0, 6, 12]
///
/// Where places at a fixed distance are at least half as many as could be shown, and not two alone,
/// they are taken: a reader can count them.
public func evenlySpaced(_ most: Int, of count: Int) -> [Int] {
  guard count > most else { return Array(0..<count) }
  guard most > 1 else { return [0] }
  let last = count - 1
  if let step = (1...last).first(where: { last % $0 == 0 && last / $0 < most }),
    last / step + 1 >= max((most + 1) / 2, min(most, 3))
  {
    return Array(stride(from: 0, through: last, by: step))
  }
  return (0..<most).map { ($0 * last + (most - 1) / 2) / (most - 1) }
}

/// A whole number with its thousands apart.
func grouped(_ number: Int) -> String { NumberStyle.count.text(for: Double(number)) ?? "" }

/// Labelled bars, drawn to one scale: which part of the cost is large.
///
///     Human review    $82,744   74.6%  ████████████████████████
///     Infrastructure  $11,239   10.1%  ███▎
///
/// Negative values run to the left of a common zero line. A value that is not finite has no bar. Where
/// the line is too short for bars of eight cells, the shares go first and then the bars.
public struct BarChart: Hashable, Sendable {
  /// One bar: its label, its length, and its part of the whole.
  public struct Bar: Hashable, Sendable {
    public var label: String
    public var value: Double
    /// Its part of the whole, where it has one.
    public var share: Double?

    public init(_ label: String, _ value: Double, share: Double? = nil) {
      self.label = label
      self.value = value
      self.share = share
    }
  }

  public var title: String
  public var bars: [Bar]
  public var style: NumberStyle

  public init(title: String = "", bars: [Bar], style: NumberStyle) {
    self.title = title
    self.bars = bars
    self.style = style
  }

  /// The chart as a table whose last column is drawn so many cells wide; at 0 there are no bars.
  func table(
    barWidth: Int, showsShares: Bool = true, headings: [String] = ["", "", "", ""]
  ) -> Table {
    let hasShares = showsShares && bars.contains { $0.share != nil }
    var columns = [Column(headings[0]), Column(headings[1], .trailing)]
    if hasShares { columns.append(Column(headings[2], .trailing)) }
    if barWidth > 0 { columns.append(Column(headings[3])) }
    let scale = BarScale(values: bars.map(\.value), width: barWidth)
    let rows = bars.map { bar in
      var cells: [Cell] = [.text(bar.label), .number(bar.value, style)]
      if hasShares { cells.append(bar.share.map { .number($0, .share(digits: 1)) } ?? .empty) }
      if barWidth > 0 { cells.append(.text(scale.drawing(of: bar.value))) }
      return Row(cells)
    }
    return Table(title: title, columns: columns, rows: rows)
  }
}

/// One scale for all bars of a chart, in eighths of a cell.
private struct BarScale {
  private let negativeCells: Int
  private let positiveCells: Int
  /// Half the value that one eighth of a cell stands for; 0 where there is nothing to draw.
  private let halfPerEighth: Double

  init(values: [Double], width: Int) {
    let finite = values.filter(\.isFinite)
    // Halved, so that the distance between the ends of two huge bars stays finite.
    let high = max(0, finite.max() ?? 0) / 2
    let low = max(0, -(finite.min() ?? 0)) / 2
    let span = high + low
    let negative = span > 0 ? Int(Double(width) * (low / span) + 0.999_999) : 0
    negativeCells = low > 0 ? min(max(1, negative), high > 0 ? width - 1 : width) : 0
    positiveCells = width - negativeCells
    halfPerEighth = max(
      high / Double(max(1, positiveCells) * 8), low / Double(max(1, negativeCells) * 8))
  }

  func drawing(of value: Double) -> String {
    guard value.isFinite else { return "" }
    // The smallest numbers divide coarsely, so the side's own room has the last word.
    let room = Double((value < 0 ? negativeCells : positiveCells) * 8)
    let ratio = halfPerEighth > 0 ? value.magnitude / 2 / halfPerEighth : 0
    let eighths = Int(min(ratio, room) + 0.5)
    let whole = eighths / 8
    let margin = String(repeating: " ", count: negativeCells)
    if value >= 0 { return margin + String(repeating: "█", count: whole) + partial(eighths % 8) }
    // To the left there is only a half block to end with.
    let tip = eighths % 8 >= 4 ? "▐" : ""
    let used = whole + tip.count
    return String(repeating: " ", count: max(0, negativeCells - used)) + tip
      + String(repeating: "█", count: whole)
  }

  private func partial(_ eighths: Int) -> String {
    ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths]
  }
}

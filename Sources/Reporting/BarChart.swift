/// Labelled bars, drawn to one scale: which part of the cost is large.
///
///     Human review    $82,744   74.6%  ████████████████████████
///     Infrastructure  $11,239   10.1%  ███▎
///
/// Negative values run to the left of a common zero line. A value that is not finite has no bar. Where
/// the line is too short for bars of eight cells, the shares go first and then the bars.
///
/// Bars may also begin where the one before ended, as in a bridge from one total to another:
///
///     September   $0.585  ██████████████████
///     escalation +$0.150                    ████▌
///     tools      +$0.072                        ▐██
///     October     $0.807  █████████████████████████
public struct BarChart: Hashable, Sendable {
  /// One bar: its label, where it begins and how long it is, and its part of the whole.
  public struct Bar: Hashable, Sendable {
    public var label: String
    public var value: Double
    /// Its part of the whole, where it has one.
    public var share: Double?
    /// Where it begins.
    public var start: Double
    /// How its value is shown; as the chart says where nil.
    public var style: NumberStyle?

    public init(
      _ label: String, _ value: Double, share: Double? = nil, start: Double = 0,
      style: NumberStyle? = nil
    ) {
      self.label = label
      self.value = value
      self.share = share
      self.start = start
      self.style = style
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

  /// Whether bars begin elsewhere than at zero, so that only their place on the line tells.
  var isBridge: Bool { bars.contains { $0.start != 0 } }

  /// The chart as a table whose last column is drawn so many cells wide; at 0 there are no bars.
  func table(
    barWidth: Int, showsShares: Bool = true, headings: [String] = ["", "", "", ""]
  ) -> Table {
    let hasShares = showsShares && bars.contains { $0.share != nil }
    var columns = [Column(headings[0]), Column(headings[1], .trailing)]
    if hasShares { columns.append(Column(headings[2], .trailing)) }
    if barWidth > 0 { columns.append(Column(headings[3])) }
    let scale = scale(of: barWidth)
    let rows = bars.map { bar in
      var cells: [Cell] = [.text(bar.label), .number(bar.value, bar.style ?? style)]
      if hasShares { cells.append(bar.share.map { .number($0, .share(digits: 1)) } ?? .empty) }
      if barWidth > 0 { cells.append(.text(scale.drawing(of: bar))) }
      return Row(cells)
    }
    let cut = barWidth > 0 ? (scale as? BridgeScale)?.cut.flatMap(style.text(for:)) : nil
    let notes = cut.map { ["The bars are cut: their scale begins at \($0), not at 0."] } ?? []
    return Table(title: title, columns: columns, rows: rows, notes: notes)
  }

  private func scale(of width: Int) -> any BarScale {
    isBridge
      ? BridgeScale(bars, width: width) : ZeroScale(values: bars.map(\.value), width: width)
  }

  /// How many cells the longest bar takes where so many are free.
  func longestBar(of width: Int) -> Int {
    let scale = scale(of: width)
    return bars.map { scale.drawing(of: $0).count }.max() ?? 0
  }
}

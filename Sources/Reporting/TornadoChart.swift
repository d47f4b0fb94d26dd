/// Bars to both sides of a common base: which input moves a figure most, and which way.
///
///     humanReview.rate · $22 … $38 / h, payroll
///        48.8%  $38 ███████████████│██████ $22  62.6%
///
/// Each bar carries what the input is at its ends and what the figure is there, the lesser figure to
/// the left. An end where the figure has no value has no bar.
public struct TornadoChart: Hashable, Sendable {
  /// One input moved to both ends of its range.
  public struct Bar: Hashable, Sendable {
    public var label: String
    /// Where the range comes from, in a few words.
    public var detail: String
    public var low: End
    public var high: End

    public init(_ label: String, detail: String = "", low: End, high: End) {
      self.label = label
      self.detail = detail
      self.low = low
      self.high = high
    }
  }

  /// One end of a range: the input there, and the figure.
  public struct End: Hashable, Sendable {
    public var input: String
    /// A number, or undefined with the reason.
    public var figure: Cell

    public init(_ input: String, _ figure: Cell) {
      self.input = input
      self.figure = figure
    }

    var value: Double? {
      if case .number(let value, _) = figure, value.isFinite { value } else { nil }
    }
  }

  public var title: String
  /// What the figure is called: "gross margin".
  public var figure: String
  public var base: Double
  public var style: NumberStyle
  public var bars: [Bar]

  public init(
    title: String = "", figure: String, base: Double, style: NumberStyle, bars: [Bar]
  ) {
    self.title = title
    self.figure = figure
    self.base = base
    self.style = style
    self.bars = bars
  }
}

extension TornadoChart.Bar {
  /// The end with the lesser figure, and the other; one without a value stands behind.
  var ordered: (left: TornadoChart.End, right: TornadoChart.End) {
    let isTurned = (low.value ?? .infinity) > (high.value ?? .infinity)
    return isTurned ? (high, low) : (low, high)
  }

  /// How far the figure moves from one end to the other.
  var swing: Double? { low.value.flatMap { low in high.value.map { abs($0 - low) } } }
}

extension TornadoChart {
  /// The chart in figures, for renderers that draw no bars.
  func table() -> Table {
    Table(
      title: title,
      columns: [
        Column("Input"), Column("Low", .trailing), Column("High", .trailing),
        Column("\(figure.capitalizedFirst) at low", .trailing), Column("At high", .trailing),
        Column("Swing", .trailing), Column("Range", priority: 1),
      ],
      rows: bars.map { bar in
        let swing = bar.swing.map { Cell.number($0, style.ofDifference) } ?? .empty
        return Row([
          .text(bar.label), .text(bar.low.input), .text(bar.high.input), bar.low.figure,
          bar.high.figure, swing, .text(bar.detail),
        ])
      })
  }
}

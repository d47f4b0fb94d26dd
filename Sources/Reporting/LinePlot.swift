/// Several figures over one axis, each drawn with a mark of its own.
///
///     Gross margin
///     ● growth   ▲ payAsYouGo
///      75% ┤                      ▲▲▲▲▲●●●●
///      50% ┤         ▲▲▲▲▲▲▲▲●●●●●●●
///      25% ┤  ▲▲▲▲●●●●●●●●●
///          └────────────────────────────────
///           × 0.1           × 1         × 10
///
/// Marks tell the figures apart, and where several share a place theirs stand in turns: nothing rests on
/// colour. Positions stand at even distances; what the axis is, its labels say. In Markdown the plot is a
/// table of some positions.
public struct LinePlot: Hashable, Sendable {
  /// One figure at every position; not a number where it has no value.
  public struct Series: Hashable, Sendable {
    public var name: String
    public var values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public var title: String
  /// What the axis is, and whether its steps are equal factors.
  public var axis: String
  /// A label for each position.
  public var labels: [String]
  /// The positions that are labelled where there is room.
  public var ticks: [Int]
  public var series: [Series]
  public var style: NumberStyle
  /// Whether equal heights are equal factors; only where every value is above 0.
  public var isLogarithmic: Bool
  /// What is drawn; values beyond are left out, and a note says so.
  public var limits: ClosedRange<Double>?
  /// A position that a line goes through: where things stand.
  public var marked: Int?
  public var notes: [String]

  public init(
    title: String, axis: String, labels: [String], ticks: [Int], series: [Series],
    style: NumberStyle, isLogarithmic: Bool = false, limits: ClosedRange<Double>? = nil,
    marked: Int? = nil, notes: [String] = []
  ) {
    self.title = title
    self.axis = axis
    self.labels = labels
    self.ticks = ticks
    self.series = series
    self.style = style
    self.isLogarithmic = isLogarithmic
    self.limits = limits
    self.marked = marked
    self.notes = notes
  }

  /// The mark of each figure in turn; those after the last begin again.
  static let marks: [Character] = ["●", "▲", "■", "◆", "○", "△", "□", "◇", "+", "×"]

  func mark(_ index: Int) -> Character { Self.marks[index % Self.marks.count] }

  /// The values that can be drawn at all.
  private var drawn: [Double] {
    series.flatMap(\.values).filter {
      $0.isFinite && (!isLogarithmic || $0 > 0) && (limits?.contains($0) ?? true)
    }
  }

  /// Whether a value lies beyond what is drawn.
  var leavesOut: Bool {
    series.flatMap(\.values).contains { $0.isFinite && !(limits?.contains($0) ?? true) }
  }

  /// The scale of the heights; nil where there is nothing to draw.
  var scale: PlotScale? {
    guard let low = drawn.min(), let high = drawn.max() else { return nil }
    return isLogarithmic ? PlotScale(byFactorsFrom: low, to: high) : PlotScale(from: low, to: high)
  }

  /// Some positions as a table, for those who read numbers.
  func table(rows: Int = 9) -> Table {
    Table(
      title: title,
      columns: [Column(axis, .trailing)] + series.map { Column($0.name, .trailing) },
      rows: evenlySpaced(rows, of: labels.count).map { place in
        Row(
          [.text(labels[place])]
            + series.map {
              $0.values[place].isFinite
                ? .number($0.values[place], style) : .undefined("it has no value there")
            })
      }, notes: notes)
  }
}

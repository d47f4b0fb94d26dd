extension TerminalRenderer {
  /// Two lines an input, so that its path and the bar have the width of the page each.
  func draw(_ chart: TornadoChart, on canvas: inout TerminalCanvas) {
    var drawing = TornadoDrawing(chart, width: width)
    if !chart.title.isEmpty {
      canvas.paragraph([InkedText(text: chart.title, ink: .strong)])
      canvas.blankLine()
    }
    if drawing.hasBars {
      canvas.line([InkedText(text: drawing.baseLine, ink: .faint)])
    } else {
      canvas.paragraph([InkedText(text: drawing.baseText, ink: .faint)])
    }
    for bar in chart.bars {
      canvas.paragraph(drawing.labelLine(bar))
      for line in drawing.barLines(bar) { canvas.line([InkedText(text: line, ink: .plain)]) }
    }
    let notes = drawing.footnotes.lines + [drawing.legend]
    canvas.blankLine()
    for note in notes { canvas.paragraph([InkedText(text: note, ink: .faint)]) }
  }

  /// The chart alone, as it stands in a report.
  public func render(_ chart: TornadoChart) -> String {
    var canvas = TerminalCanvas(width: width, color: color)
    draw(chart, on: &canvas)
    return canvas.text
  }
}

/// Where the parts of a tornado's lines stand at a width.
private struct TornadoDrawing {
  private(set) var footnotes = Footnotes()
  private let chart: TornadoChart
  private let width: Int
  private let scale: ZeroScale
  /// The widths of the figures and of the inputs' values to the left and the right of the bars.
  private let figures: (left: Int, right: Int)
  private let inputs: (left: Int, right: Int)

  private static let indent = 2
  private static let gap = 2
  private static let leastBars = 8
  private static let mostBars = 60

  init(_ chart: TornadoChart, width: Int) {
    self.chart = chart
    self.width = width
    var notes = Footnotes()
    let ends = chart.bars.map(\.ordered)
    figures = (
      widest(ends.map { $0.left.figure.text(footnotes: &notes) }),
      widest(ends.map { $0.right.figure.text(footnotes: &notes) })
    )
    inputs = (
      widest(ends.map { harmless($0.left.input) }), widest(ends.map { harmless($0.right.input) })
    )
    let taken =
      Self.indent + figures.left + figures.right + inputs.left + inputs.right + 2 * Self.gap + 3
    let lengths = ends.flatMap { [$0.left, $0.right] }.compactMap(\.value).map { $0 - chart.base }
    scale = ZeroScale(values: lengths, width: max(0, min(Self.mostBars, width - taken)))
  }

  /// Whether there is room for bars worth the name; words say the same.
  var hasBars: Bool { scale.negativeCells + scale.positiveCells >= Self.leastBars }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The cell of the axis.
  private var axis: Int {
    Self.indent + figures.left + Self.gap + inputs.left + 1 + scale.negativeCells
  }

  /// The figure as it stands.
  var baseText: String { "\(chart.figure) \(chart.style.text(for: chart.base) ?? "n/a")" }

  /// The same above the axis from which the bars run, as far as its width allows.
  var baseLine: String {
    let text =
      displayWidth(baseText) <= width ? baseText : chart.style.text(for: chart.base) ?? "n/a"
    return spaces(min(axis - displayWidth(text) / 2, width - displayWidth(text))) + text
  }

  /// What stands where.
  var legend: String {
    "Outside: \(chart.figure). Inside: the input at that end of its range."
  }

  /// The input, and as much as fits of where its range comes from.
  func labelLine(_ bar: TornadoChart.Bar) -> [InkedText] {
    let label = harmless(bar.label)
    let room = width - displayWidth(label) - 3
    let detail = room < 8 || bar.detail.isEmpty ? "" : " · " + cut(harmless(bar.detail), to: room)
    return [InkedText(text: label, ink: .strong), InkedText(text: detail, ink: .faint)]
  }

  mutating func barLines(_ bar: TornadoChart.Bar) -> [String] {
    let (left, right) = bar.ordered
    let figure = (
      left.figure.text(footnotes: &footnotes), right.figure.text(footnotes: &footnotes)
    )
    let input = (harmless(left.input), harmless(right.input))
    guard hasBars else {
      return wrap("\(figure.0) at \(input.0), \(figure.1) at \(input.1)", width: width - 2)
        .map { spaces(Self.indent) + $0 }
    }
    let below = left.value.map { scale.bar(of: min(0, $0 - chart.base)) } ?? ""
    let above = right.value.map { scale.bar(of: max(0, $0 - chart.base)) } ?? ""
    var line = spaces(Self.indent + figures.left - displayWidth(figure.0)) + figure.0
    let reach = displayWidth(input.0) + 1 + below.count
    line += spaces(axis - displayWidth(line) - reach) + input.0 + " " + below + "│"
    line += above + " " + input.1
    let end = axis + 1 + scale.positiveCells + 1 + inputs.right + Self.gap
    line += spaces(end + figures.right - displayWidth(line) - displayWidth(figure.1)) + figure.1
    return [line]
  }

  private func cut(_ text: String, to room: Int) -> String {
    guard displayWidth(text) > room else { return text }
    var result = ""
    for character in text where displayWidth(result) + displayWidth(String(character)) < room {
      result.append(character)
    }
    return result + "…"
  }
}

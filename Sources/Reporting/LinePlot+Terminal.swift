extension TerminalRenderer {
  /// The plot alone, as it stands in a report.
  public func render(_ plot: LinePlot) -> String {
    var canvas = TerminalCanvas(width: width, color: color)
    draw(plot, on: &canvas)
    return canvas.text
  }

  /// Draws the plot over the whole width, or its table where that is too narrow for a picture.
  func draw(_ plot: LinePlot, on canvas: inout TerminalCanvas) {
    guard let scale = plot.scale, let drawing = PlotDrawing(plot, scale, width: width) else {
      return draw(plot.table(), on: &canvas)
    }
    if !plot.title.isEmpty { canvas.paragraph([InkedText(text: plot.title, ink: .strong)]) }
    canvas.paragraph([InkedText(text: drawing.legend, ink: .plain)])
    canvas.blankLine()
    for line in drawing.lines {
      canvas.line([
        InkedText(text: line.margin, ink: .faint), InkedText(text: line.marks, ink: .plain),
      ])
    }
    canvas.line([InkedText(text: drawing.tickLine, ink: .plain)])
    for line in drawing.axisLines { canvas.line([InkedText(text: line, ink: .faint)]) }
    let notes = drawing.notes
    if !notes.isEmpty { canvas.blankLine() }
    for note in notes { canvas.paragraph([InkedText(text: note, ink: .faint)]) }
  }
}

/// A plot made ready for a width: a grid of signs with its labels.
private struct PlotDrawing {
  private static let height = 15
  private static let leastColumns = 24

  private let plot: LinePlot
  private let columns: Int
  private let labelWidth: Int
  private let tickLabels: [Int: String]
  private var signs: [[Character]]

  /// Nil where labels leave too little room.
  init?(_ plot: LinePlot, _ scale: PlotScale, width: Int) {
    self.plot = plot
    var labels: [Int: String] = [:]
    for tick in scale.ticks {
      guard let part = scale.part(of: tick), let text = plot.style.text(for: tick) else { continue }
      labels[Self.row(part)] = text
    }
    tickLabels = labels
    labelWidth = widest(Array(labels.values))
    columns = width - labelWidth - 3
    guard columns >= Self.leastColumns, plot.labels.count > 1 else { return nil }
    signs = Array(repeating: Array(repeating: " ", count: columns), count: Self.height)
    drawLines(scale)
    drawSeries(scale)
  }

  private static func row(_ part: Double) -> Int {
    height - 1 - Int((part * Double(height - 1)).rounded())
  }

  /// Where nothing is earned or lost, and where things stand.
  private mutating func drawLines(_ scale: PlotScale) {
    if !plot.isLogarithmic, scale.ends.low < 0, let zero = scale.part(of: 0) {
      signs[Self.row(zero)] = Array(repeating: "┄", count: columns)
    }
    if let marked = plot.marked {
      let column = self.column(of: marked)
      for row in signs.indices { signs[row][column] = "┊" }
    }
  }

  private mutating func drawSeries(_ scale: PlotScale) {
    for column in 0..<columns {
      var shared: [Int: [Int]] = [:]
      for (index, series) in plot.series.enumerated() {
        guard let value = value(series, at: column), plot.limits?.contains(value) ?? true,
          let part = scale.part(of: value)
        else { continue }
        shared[Self.row(part), default: []].append(index)
      }
      // Those that share a place stand there in turns.
      for (row, those) in shared { signs[row][column] = plot.mark(those[column % those.count]) }
    }
  }

  /// A figure at a column, between two positions in even steps.
  private func value(_ series: LinePlot.Series, at column: Int) -> Double? {
    let last = series.values.count - 1
    let place = Double(column) / Double(columns - 1) * Double(last)
    let low = min(Int(place), last)
    let (before, after) = (series.values[low], series.values[min(low + 1, last)])
    let part = place - Double(low)
    let value = part == 0 ? before : before + (after - before) * part
    return value.isFinite ? value : nil
  }

  private func column(of position: Int) -> Int {
    let part = Double(position) / Double(plot.labels.count - 1)
    return Int((part * Double(columns - 1)).rounded())
  }

  var legend: String {
    plot.series.enumerated().map { "\(plot.mark($0)) \(harmless($1.name))" }
      .joined(separator: "   ")
  }

  var lines: [(margin: String, marks: String)] {
    let ground = String(repeating: " ", count: labelWidth) + " └"
    return signs.enumerated().map { row, signs in
      let label = tickLabels[row] ?? ""
      let blank = String(repeating: " ", count: labelWidth - displayWidth(label))
      return (blank + label + (label.isEmpty ? " │" : " ┤"), String(signs))
    } + [(ground + String(repeating: "─", count: columns), "")]
  }

  /// The labels of the axis where there is room for them, each below its position.
  var tickLine: String {
    let margin = labelWidth + 2
    var line = ""
    for tick in plot.ticks {
      let label = harmless(plot.labels[tick])
      let wide = displayWidth(label)
      let middle = margin + column(of: tick)
      let start = min(max(margin, middle - wide / 2), margin + columns - wide)
      let used = displayWidth(line)
      guard line.isEmpty || start >= used + 2 else { continue }
      line += String(repeating: " ", count: max(0, start - used)) + label
    }
    return line
  }

  var axisLines: [String] {
    wrap(harmless(plot.axis), width: columns).map {
      String(repeating: " ", count: labelWidth + 2) + $0
    }
  }

  var notes: [String] {
    var notes = plot.marked.map { ["The dotted line stands at \(plot.labels[$0])."] } ?? []
    if plot.leavesOut, let limits = plot.limits,
      let low = plot.style.text(for: limits.lowerBound),
      let high = plot.style.text(for: limits.upperBound)
    {
      notes.append("Drawn from \(low) to \(high); what lies beyond is left out.")
    }
    return notes + plot.notes
  }
}

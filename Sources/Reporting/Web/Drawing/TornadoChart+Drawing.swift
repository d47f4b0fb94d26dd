extension TornadoChart {
  /// Two bars an input from where the figure stands: to the low end of the input, and to its high end.
  func drawing(title: String) -> Drawing {
    let values = bars.flatMap { [$0.low.value, $0.high.value].compactMap { $0 } } + [base]
    let (low, high) = (values.min()!, values.max()!)
    let span = high > low ? high - low : 1
    // Room at both sides for what the figure is there.
    func across(_ value: Double) -> Double { 15 + (value - low) / span * 70 }
    let row = 50.0
    let middle = across(base)
    var shapes: [HTML] = []
    for (index, bar) in bars.enumerated() {
      let y = Double(index) * row
      shapes.append(Draw.text(0, y + 15, bar.label, "label"))
      shapes.append(
        Draw.text(100, y + 15, "\(bar.low.input) … \(bar.high.input)", "faint", anchor: "end"))
      for (end, kind) in [(bar.low, "low"), (bar.high, "high")] {
        guard let value = end.value else { continue }
        let x = across(value)
        shapes.append(
          Draw.rect(x: min(x, middle), y: y + 22, width: abs(x - middle), height: 14, kind))
      }
      let (left, right) = bar.ordered
      for (end, side) in [(left, -1.0), (right, 1.0)] {
        guard let value = end.value, let text = style.text(for: value) else { continue }
        let x = side < 0 ? min(across(value), middle) : max(across(value), middle)
        shapes.append(
          Draw.text(x + side * 0.8, y + 33, text, "value", anchor: side < 0 ? "end" : "start"))
      }
    }
    let height = Double(bars.count) * row
    shapes.append(Draw.line(x1: middle, y1: 20, x2: middle, y2: height, "base"))
    var table = table()
    table.rows = table.rows.map { row in
      var row = row
      row.cells.removeLast()
      return row
    }
    table.columns.removeLast()
    return Drawing(
      title: title, label: title, height: height, content: shapes,
      legend: [("swatch low", PageWords.atLow), ("swatch high", PageWords.atHigh)], table: table,
      kind: "tornado")
  }
}

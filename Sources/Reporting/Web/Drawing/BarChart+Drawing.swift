extension BarChart {
  /// Each bar under its label, with its value and its part of the whole at the end of the line.
  func drawing(title: String, limit: (value: Double, text: String)? = nil) -> Drawing {
    let ends = bars.filter { $0.value.isFinite }.flatMap { [$0.start, $0.start + $0.value] }
    let low = min(0, ends.min() ?? 0, limit?.value ?? 0)
    let high = max(0, ends.max() ?? 0, limit?.value ?? 0)
    let span = high > low ? high - low : 1
    func across(_ value: Double) -> Double { (value - low) / span * 100 }
    let row = 44.0
    var shapes: [HTML] = []
    if let limit {
      let x = across(limit.value)
      shapes.append(
        Draw.line(x1: x, y1: 16, x2: x, y2: Double(bars.count) * row + 16, "limit"))
      shapes.append(
        Draw.text(x, 11, limit.text, "faint", anchor: x > 50 ? "end" : "start"))
    }
    let top = limit == nil ? 0.0 : 16
    // Lines first: letters stand on top of them.
    for (index, bar) in bars.enumerated().dropLast() where isBridge && bar.value.isFinite {
      guard bars[index + 1].isPart else { continue }
      let (x, y) = (across(bar.start + bar.value), top + Double(index) * row)
      shapes.append(Draw.line(x1: x, y1: y + 34, x2: x, y2: y + row + 22, "step"))
    }
    for (index, bar) in bars.enumerated() {
      let y = top + Double(index) * row
      let value = Self.text(of: bar, style)
      shapes.append(Draw.text(0, y + 15, bar.label, "label"))
      shapes.append(Draw.text(100, y + 15, value, "value", anchor: "end"))
      guard bar.value.isFinite else { continue }
      let (from, to) = (across(bar.start), across(bar.start + bar.value))
      shapes.append(Draw.rect(x: 0, y: y + 22, width: 100, height: 12, "track"))
      shapes.append(
        Draw.rect(
          x: min(from, to), y: y + 22, width: abs(to - from), height: 12,
          bar.kind(isBridge, fails: limit != nil && bar.value < limit!.value)))
    }
    return Drawing(
      title: title, label: title, height: top + Double(bars.count) * row, content: shapes,
      table: table(barWidth: 0, headings: PageWords.barHeadings), kind: "bars")
  }

  private static func text(of bar: Bar, _ style: NumberStyle) -> String {
    let value = (bar.style ?? style).text(for: bar.value) ?? PageWords.noValue
    let share = bar.share.flatMap { NumberStyle.share(digits: 1).text(for: $0) }
    return share.map { "\(value) · \($0)" } ?? value
  }
}

extension BarChart.Bar {
  /// Whether it is one step of a bridge, and no total.
  fileprivate var isPart: Bool { share != nil }

  fileprivate func kind(_ isInBridge: Bool, fails: Bool) -> String {
    if fails { return "bar fails" }
    return value < 0 ? "bar below" : isInBridge && !isPart ? "bar whole" : "bar"
  }
}

import UnitEconomics

extension Histogram {
  /// How often a figure falls where, and what it is as stated.
  ///
  /// - Parameter limit: a check's limit; bars on its bad side are shown as failing.
  func drawing(
    title: String, style: NumberStyle, stated: Double?, limit: (value: Double, isLeast: Bool)?
  ) -> Drawing {
    let (top, plotted) = (20.0, 180.0)
    let most = Double(max(1, counts.max() ?? 1))
    let (low, high) = (bounds.first ?? 0, bounds.last ?? 1)
    let span = high > low ? high - low : 1
    func across(_ value: Double) -> Double { (value - low) / span * 100 }
    let width = 100 / Double(max(1, counts.count))
    var shapes: [HTML] = []
    for (index, count) in counts.enumerated() where count > 0 {
      let height = Double(count) / most * plotted
      let middle = (bounds[index] + bounds[index + 1]) / 2
      let fails = limit.map { $0.isLeast ? middle < $0.value : middle > $0.value } ?? false
      shapes.append(
        Draw.rect(
          x: Double(index) * width + width * 0.06, y: top + plotted - height, width: width * 0.88,
          height: height, fails ? "bar fails" : "bar"))
    }
    shapes.append(Draw.line(x1: 0, y1: top + plotted, x2: 100, y2: top + plotted, "zero"))
    for (value, words, kind) in [
      (stated, PageWords.asStated, "marked"), (limit?.value, PageWords.limit, "limit"),
    ] {
      guard let value, value >= low, value <= high else { continue }
      let x = across(value)
      shapes.append(Draw.line(x1: x, y1: top - 6, x2: x, y2: top + plotted, kind))
      shapes.append(
        Draw.text(x, top - 9, words, "faint", anchor: x < 10 ? "start" : x > 90 ? "end" : "middle"))
    }
    for place in 0...4 {
      let x = Double(place) * 25
      shapes.append(
        Draw.text(
          x, top + plotted + 18, style.text(for: low + span * x / 100) ?? "", "tick",
          anchor: place == 0 ? "start" : place == 4 ? "end" : "middle"))
    }
    return Drawing(
      title: title, label: title, height: top + plotted + 26, content: shapes,
      table: table(style), kind: "histogram")
  }

  private func table(_ style: NumberStyle) -> Table {
    Table(
      columns: [
        Column(PageWords.from, .trailing), Column(PageWords.to, .trailing),
        Column(PageWords.draws, .trailing),
      ],
      rows: counts.indices.map { index in
        Row([
          .number(bounds[index], style), .number(bounds[index + 1], style),
          .number(Double(counts[index]), .count),
        ])
      })
  }
}

extension LinePlot {
  /// The figures as lines of their own colour and dashes over a grid that is labelled.
  func drawing(title: String) -> Drawing {
    let (top, plotted) = (20.0, 240.0)
    let last = Double(max(1, labels.count - 1))
    var shapes: [HTML] = []
    if let scale {
      let heights = scale.ticks.map { top + (1 - (scale.part(of: $0) ?? 0)) * plotted }
      for (tick, y) in zip(scale.ticks, heights) {
        shapes.append(Draw.line(x1: 0, y1: y, x2: 100, y2: y, tick == 0 ? "zero" : "grid"))
      }
      if let marked {
        let x = Double(marked) / last * 100
        shapes.append(Draw.line(x1: x, y1: top - 6, x2: x, y2: top + plotted, "marked"))
        shapes.append(
          Draw.text(x, top - 9, PageWords.asStated, "faint", anchor: "middle"))
      }
      let paths = series.enumerated().map { index, series in
        (
          Draw.path(
            series.values.enumerated().map { place, value in
              (Double(place) / last * 100, scale.part(of: value).map { (1 - $0) * 100 })
            }), "line series\(index % 7)"
        )
      }
      shapes.append(Draw.frame(x: 0, y: top, width: 100, height: plotted, paths))
      for (tick, y) in zip(scale.ticks, heights) {
        shapes.append(Draw.text(0, y - 4, style.text(for: tick) ?? "", "tick"))
      }
    }
    for tick in ticks {
      let x = Double(tick) / last * 100
      shapes.append(
        Draw.text(
          x, top + plotted + 18, labels[tick], "tick",
          anchor: tick == 0 ? "start" : Double(tick) == last ? "end" : "middle"))
    }
    return Drawing(
      title: title, label: title, height: top + plotted + 26, content: shapes,
      legend: series.count > 1
        ? series.enumerated().map { ("series\($0 % 7)", $1.name) } : [],
      notes: notes, table: table(), kind: "lines")
  }
}

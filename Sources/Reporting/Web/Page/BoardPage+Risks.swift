import Formulas
import UnitEconomics

extension BoardPage {
  /// Where escalation and slow tools together break a check.
  var map: HTML? {
    guard let map = answer.map, let start = map.points.first?.first else { return nil }
    let factors = { (axis: Int) in Array(map.sweep.axes[axis].lanes[0].amounts) }
    let chart = HeatMap(
      title: "", rowLabels: factors(0).map(factor), columnLabels: factors(1).map(factor),
      spots: map.points.map { row in
        row.map { point in
          HeatMap.Spot(
            point.figures[0].cell(mapStyle), holds: point.isPassed,
            headroom: point.headroom(of: start))
        }
      })
    return section(
      "map",
      [
        said("h2", "map", mapFinding(map)),
        chart.drawing(title: filled(PageWords.mapCaption), frontier: map.frontier).html(key: "map"),
      ])
  }

  var mapStyle: NumberStyle { main == .grossMargin ? .share(digits: 1) : money }

  private func mapFinding(_ map: EscalationMap) -> String {
    guard !map.breaks.isEmpty, let first = map.breaks.first, let last = map.breaks.last else {
      return PageWords.say("noChecks")
    }
    if first == 0 { return PageWords.say("failsAtOnce") }
    let end = map.sweep.axes[0].lanes[0].amounts.last ?? 1
    let slow = factor(map.sweep.axes[1].lanes[0].amounts.last ?? 1)
    let beginning =
      first.map { PageWords.say("breaks", ["factor": factor($0)]) }
      ?? PageWords.say("holds", ["factor": factor(end)])
    if last == 0 {
      return beginning + PageWords.say("breaksSlowAtOnce", ["slow": slow])
    }
    guard let other = last else { return beginning }
    return beginning + PageWords.say("breaksSlow", ["slow": slow, "other": factor(other)])
  }

  /// So many inputs are drawn.
  static let top = 10

  /// The inputs that move the main figure most; of bars that differ in nothing but rounding, in the order
  /// of the file, so that the script ranks them alike.
  var movers: [Tornado.Bar] {
    let places = Dictionary(
      scenario.inputs.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    let ranked = (answer.tornado?.moving ?? []).map { bar in
      (
        swing: bar.swing.rounded(significant: 9),
        place: places[bar.input.path] ?? 0, bar: bar
      )
    }
    return ranked.sorted { $0.swing == $1.swing ? $0.place < $1.place : $0.swing > $1.swing }
      .prefix(Self.top).map(\.bar)
  }

  /// Which inputs move the main figure most.
  var tornado: HTML? {
    guard let tornado = answer.tornado else { return nil }
    let movers = movers
    let bars = movers.map { bar in
      TornadoChart.Bar(
        bar.input.path,
        low: .init(
          subject.shortAmount(bar.span.low, of: bar.input, unlike: bar.span.high),
          bar.atLow.cell(mainStyle)),
        high: .init(
          subject.shortAmount(bar.span.high, of: bar.input, unlike: bar.span.low),
          bar.atHigh.cell(mainStyle)))
    }
    let chart = TornadoChart(
      figure: main.words, base: tornado.base, style: mainStyle, bars: Array(bars))
    var finding = PageWords.say("noMover", ["figure": main.words])
    if let first = movers.first {
      let ends = [first.atLow.value, first.atHigh.value].compactMap { $0 } + [tornado.base]
      finding = PageWords.say(
        "moves",
        [
          "input": first.input.path, "figure": main.words,
          "low": text(ends.min(), mainStyle), "high": text(ends.max(), mainStyle),
        ])
    }
    return section(
      "what-matters",
      [
        said("h2", "tornado", finding),
        chart.drawing(title: filled(PageWords.tornadoCaption)).html(key: "tornado"),
        .tag("p", ["class": "note"], .text(PageWords.tornadoNote)),
      ])
  }

  /// The main figures as distributions.
  var simulation: HTML? {
    guard let findings = answer.simulation,
      let figure = findings.figures.first(where: { $0.path == main.rawValue })
    else { return nil }
    let words = ["draws": text(Double(findings.draws), .count)]
    let summary = PageWords.filled(
      PageWords.drawn,
      [
        "figure": main.words, "low": text(figure.quantile(0.05), mainStyle),
        "high": text(figure.quantile(0.95), mainStyle),
      ])
    let page = SimulationPage(findings: findings, drivers: [], subject: subject)
    let likelihood = findings.checks.isEmpty ? [] : page.verdict.map(renderer.html)
    return section(
      "uncertainty",
      [
        .tag("h2", [:], .text(summary)), .tag("p", [:], likelihood),
        figure.histogram.drawing(
          title: filled(PageWords.histogramCaption, words), style: mainStyle,
          stated: figure.stated.value,
          limit: mainCheck.map { ($0.limit.value, $0.side == .min) }
        ).html,
        exceedance(figure).drawing(title: filled(PageWords.exceedanceCaption)).html,
        .tag("p", ["class": "note"], .text(PageWords.drawnAsStated)),
      ])
  }

  /// For each bound of the histogram the share of draws at or above it.
  private func exceedance(_ figure: FigureDistribution) -> LinePlot {
    let histogram = figure.histogram
    let all = Double(max(1, figure.defined))
    var left = Double(histogram.counts.reduce(histogram.above, +))
    var shares = [left / all]
    for count in histogram.counts {
      left -= Double(count)
      shares.append(left / all)
    }
    return LinePlot(
      title: "", axis: main.words.capitalizedFirst,
      labels: histogram.bounds.map { text($0, mainStyle) },
      ticks: evenlySpaced(5, of: histogram.bounds.count),
      series: [.init(PageWords.chance, shares)], style: .share(digits: 0))
  }
}

extension Double {
  /// The number to so many significant digits.
  fileprivate func rounded(significant count: Int) -> Double {
    guard let digits = DecimalDigits(self)?.rounded(toSignificant: count), !digits.isZero else {
      return 0
    }
    let text = "0.\(digits.digits)e\(digits.point)"
    return (digits.isNegative ? -1 : 1) * (Double(text) ?? 0)
  }
}

import Formulas
import UnitEconomics

extension SensitivityPage {
  /// The widest bars, each with its range and where that comes from.
  var tornado: TornadoChart {
    let bars = shownBars.map { bar in
      TornadoChart.Bar(
        bar.input.path, detail: origin(of: bar),
        low: .init(
          subject.shortAmount(bar.span.low, of: bar.input, unlike: bar.span.high),
          bar.atLow.cell(style)),
        high: .init(
          subject.shortAmount(bar.span.high, of: bar.input, unlike: bar.span.low),
          bar.atHigh.cell(style)))
    }
    return TornadoChart(
      title: "What moves \(name), each input alone", figure: name, base: answer.tornado.base,
      style: style, bars: Array(bars))
  }

  /// The widest bars; beside the first, one of less than a thousandth of it would be no bar.
  var shownBars: [Tornado.Bar] {
    let moving = answer.tornado.moving
    let least = (moving.first?.swing ?? 0) / 1000
    return moving.prefix(top).filter { $0.swing > least || $0.swing == 0 }
  }

  /// Where a range comes from.
  private func origin(of bar: Tornado.Bar) -> String {
    switch bar.span.basis {
    case .stated: bar.input.source ?? "range stated without a source"
    case .assumed: "± 10 % assumed" + (bar.input.isJudgedByRest ? " of what it leaves" : "")
    case .oneStep: "one more, one fewer"
    }
  }

  /// How many inputs were moved, and what is not listed.
  var tornadoNote: String {
    let tornado = answer.tornado
    let moving = tornado.moving.count
    let shown = shownBars.count
    var text = "\(moving) of \(tornado.bars.count) inputs move \(name)"
    text += shown < moving ? "; the \(shown) that do so most are shown." : "."
    if !tornado.still.isEmpty { text += " \(tornado.still.count) were moved and do not." }
    if !tornado.unmoved.isEmpty {
      text +=
        " \(tornado.unmoved.count) have no range and stand at 0 or 100%, where a tenth is nothing."
    }
    return text
  }

  /// What one per cent more of an input does, the strongest first.
  var elasticities: Table {
    let strongest = answer.elasticities.filter { $0.perPercent != 0 }.prefix(top)
    let hasCourses = strongest.contains { !course(of: $0).isEmpty }
    var table = Table(
      title: (isRelative ? "Elasticities: what 1 % more" : "What 1 % more")
        + " of an input does to \(name)",
      columns: [
        Column("Input"), Column("Now", .trailing, priority: 2), Column("Per +1%", .trailing),
      ] + (hasCourses ? [Column("How", priority: 1)] : []),
      rows: strongest.map { item in
        Row([
          .text(item.input.path), .text(subject.shortAmount(item.input.value, of: item.input)),
          .text(effect(of: item.slope, item)), .text(course(of: item)),
        ])
      })
    if strongest.contains(where: { $0.course != .smooth }) {
      table.notes.append(
        "In steps: something on the way is rounded to whole workers, people or calls, and the slope is "
          + "that of the line through the steps. A bend's is the mean of both sides.")
    }
    if strongest.contains(where: { $0.input.isJudgedByRest }) {
      table.notes.append(
        "Of a share above 50 %, 1 % is 1 % of what it leaves: 95 % becomes 95.05 %.")
    }
    return table
  }

  /// Whether effects are parts of the figure; of a share, or of what may be 0 or less, they are not.
  private var isRelative: Bool { answer.tornado.unit != .share && answer.tornado.base > 0 }

  /// What 1 % more of an input does by a slope: per cent of the figure, or the figure's own unit.
  private func effect(of slope: Double, _ item: Elasticity) -> String {
    let change = slope * item.input.fullStep / 100
    let style: NumberStyle = isRelative ? .share : plainStyle.ofDifference
    return NumberStyle.change(style).text(for: isRelative ? change / answer.tornado.base : change)
      ?? "n/a"
  }

  /// How the slope is to be taken, where it is not plain.
  private func course(of item: Elasticity) -> String {
    var parts: [String] = []
    switch item.course {
    case .smooth: break
    case .stepped(let here): parts.append("in steps, \(effect(of: here, item)) on this one")
    case .bent(let below, let above):
      parts.append("bends: \(effect(of: below, item)) below, \(effect(of: above, item)) above")
    case .jump: parts.append("beside a jump")
    }
    if !item.canRise { parts.append("can only fall") }
    return parts.joined(separator: "; ")
  }
}

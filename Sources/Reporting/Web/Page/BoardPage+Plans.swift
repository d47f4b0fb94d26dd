import Formulas
import UnitEconomics

extension BoardPage {
  /// What each plan leaves, and which leaves most at which scale.
  var plans: HTML? {
    guard !scenario.plans.isEmpty else { return nil }
    var table = LiveTable([
      Column("Plan"), Column("Revenue", .trailing), Column("Payment fees", .trailing),
      Column("Cost", .trailing), Column("Gross profit", .trailing),
      Column("Gross margin", .trailing), Column("Contribution margin", .trailing),
    ])
    func row(_ name: String, _ path: (Output) -> String) {
      table.append([
        (.text(name), nil), live(path(.revenue), money), live(path(.paymentFees), money),
        live("totalCost", money), live(path(.grossProfit), money),
        live(path(.grossMargin), .share), live(path(.contributionMargin), .share),
      ])
    }
    if scenario.mixesPlans { row("as customers are on them", \.rawValue) }
    for plan in subject.orderedPlans {
      row(plan.name == scenario.headlinePlan ? "\(plan.name) (chosen)" : plan.name) {
        PageFigures.path(plan.name, $0)
      }
    }
    var content = [
      said("h2", "plans", plansFinding), .tag("p", ["class": "note"], .text(PageWords.plans)),
      html(table),
    ]
    if let curves = answer.curves {
      content += [
        said("h3", "curves", curvesFinding(curves)),
        marginPlot(curves).drawing(title: PageWords.marginCurves).html(key: "margins"),
        moneyPlot(curves).drawing(title: PageWords.moneyCurves).html(key: "revenues"),
      ]
    }
    content.append(details(PageWords.segments, html(segments)))
    if let choices { content.append(choices) }
    return section("plans", content)
  }

  /// What customers pay on each plan, which they would take, and what luck makes of kickers.
  private var choices: HTML? {
    guard let plans = answer.plans else { return nil }
    let kickers = [plans.kickers].compactMap(\.self)
    guard scenario.plans.count > 1 || !kickers.isEmpty else { return nil }
    let choice = plans.cheapestChoice.map { HTML.tag("p", [:], $0.map(renderer.html)) }
    return details(
      PageWords.choices, .tag("p", ["class": "note"], .text(PageWords.choicesAsStated)),
      .group([choice].compactMap(\.self)),
      .group((plans.customers + plans.usage + kickers).map { renderer.html($0) }))
  }

  private var plansFinding: String {
    let margins = scenario.plans.compactMap { plan in
      base[plan.name, .grossMargin].value.map { (plan.name, $0) }
    }
    guard let best = margins.max(by: { $0.1 < $1.1 }) else { return PageWords.marginLabel }
    return PageWords.say(
      margins.count > 1 ? "plans" : "onePlan",
      ["plan": best.0, "margin": text(best.1, .share)])
  }

  // MARK: Over scale

  /// So many positions of a curve are drawn: every fourth of those that are read.
  private static let stride = 4

  static func shown(_ curves: PlanCurves) -> [Int] {
    Array(Swift.stride(from: 0, to: curves.factors.count, by: stride))
  }

  func factor(_ factor: Double) -> String { "× \(text(factor, .quantity(digits: 3)))" }

  private func plot(
    _ curves: PlanCurves, _ series: [LinePlot.Series], _ style: NumberStyle, isLogarithmic: Bool,
    limits: ClosedRange<Double>?
  ) -> LinePlot {
    let shown = Self.shown(curves)
    let series = series.map { all in LinePlot.Series(all.name, shown.map { all.values[$0] }) }
    return LinePlot(
      title: "", axis: "Scale", labels: shown.map { factor(curves.factors[$0]) },
      ticks: evenlySpaced(5, of: shown.count), series: series, style: style,
      isLogarithmic: isLogarithmic, limits: limits, marked: shown.count / 2)
  }

  private func marginPlot(_ curves: PlanCurves) -> LinePlot {
    plot(
      curves, curves.curves.map { .init($0.plan, $0.grossMargin) }, .share(digits: 0),
      isLogarithmic: false, limits: -0.25...1)
  }

  private func moneyPlot(_ curves: PlanCurves) -> LinePlot {
    let series =
      curves.curves.map { LinePlot.Series($0.plan, $0.revenue) }
      + [LinePlot.Series("cost", curves.cost)]
    let isPositive = series.flatMap(\.values).allSatisfy { $0.isNaN || $0 > 0 }
    return plot(curves, series, money, isLogarithmic: isPositive, limits: nil)
  }

  private func curvesFinding(_ curves: PlanCurves) -> String {
    let stretches = curves.margins.stretches
    guard let first = stretches.first else { return PageWords.say("noLead") }
    guard stretches.count > 1 else { return PageWords.say("leads", ["plan": first.plan]) }
    let position = stretches[1].from
    return PageWords.say(
      "overtakes",
      [
        "plan": stretches[1].plan, "before": first.plan, "factor": factor(position),
        "tasks": text(curves.tasks(at: position), .count), "task": subject.taskNoun,
      ])
  }

  /// Customers of each size: a good average hides a segment that loses money.
  private var segments: LiveTable {
    var table = LiveTable([
      Column("Segment"), Column("Revenue", .trailing), Column("Variable cost", .trailing),
      Column("Contribution margin", .trailing),
    ])
    for segment in scenario.volume.segments {
      let path = InputPath.appending(segment.name, to: "segments")
      table.append([
        (.text(segment.name), nil), live("\(path).revenue", money), live("\(path).cost", money),
        live("\(path).contributionMargin", .share),
      ])
    }
    return table
  }
}

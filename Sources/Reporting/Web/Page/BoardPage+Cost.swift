import Formulas
import UnitEconomics

extension BoardPage {
  /// What a completed task costs, from the first part to the whole.
  var cost: HTML {
    var table = LiveTable([
      Column("Component"), Column("Quantity", .trailing), Column("Unit"),
      Column("Price", .trailing), Column("Monthly cost", .trailing),
      Column("Per completed \(subject.taskNoun)", .trailing), Column("Share", .trailing),
    ])
    for component in Component.allCases {
      let lines = subject.reading.model.lines.filter {
        $0.component == component && base[$0.path]?.value != 0
      }
      guard !lines.isEmpty else { continue }
      table.append(
        [
          (.text(component.words.capitalizedFirst), nil), (.empty, nil), (.empty, nil),
          (.empty, nil),
        ]
          + amounts(component.output), style: .subheading)
      for line in lines {
        let unit = base.graph.positions[line.quantityPath].map { base.graph.nodes[$0].unit }
        table.append(
          [
            (.text(line.title), nil), live(line.quantityPath, .quantity(digits: 4)),
            (.text((unit ?? .one).aMonth), nil), live(line.pricePath, .price(subject.currency)),
          ] + amounts(line.path), indent: 1)
      }
    }
    table.append(
      [("Total", nil), (.empty, nil), (.empty, nil), (.empty, nil)] + amounts("totalCost"),
      style: .total)
    return section(
      "cost",
      [
        said("h2", "cost", costFinding),
        waterfall.drawing(title: filled(PageWords.costCaption)).html(key: "cost"),
        details(PageWords.lines, html(table)),
      ])
  }

  /// Each component of a completed task's cost where the one before it ends, and the whole.
  private var waterfall: BarChart {
    var bars: [BarChart.Bar] = []
    var reached = 0.0
    let completed = base[.completedTasks].value ?? .nan
    let total = base[.totalCost].value ?? .nan
    for component in components {
      let cost = base[component.output]?.value ?? .nan
      bars.append(
        .init(
          component.words.capitalizedFirst, cost / completed, share: cost / total, start: reached))
      reached += cost / completed
    }
    bars.append(.init(filled(PageWords.costLabel), total / completed))
    return BarChart(bars: bars, style: money)
  }

  /// The components, the dearest first.
  private var components: [Component] {
    Component.allCases.enumerated().sorted { left, right in
      let (a, b) = (
        base[left.element.output]?.value ?? 0, base[right.element.output]?.value ?? 0
      )
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  private var costFinding: String {
    guard let first = components.first, let cost = base[first.output]?.value,
      let total = base[.totalCost].value, total > 0
    else { return filled(PageWords.say("noCost", ["task": subject.taskNoun])) }
    return PageWords.say(
      "cost",
      [
        "component": first.words, "share": text(cost / total, .share), "task": subject.taskNoun,
      ])
  }

  func live(_ path: String, _ style: NumberStyle, caseNumber: Int = 0) -> (Cell, LiveCell?) {
    (
      cases[caseNumber].cell(path, style),
      figures.live(path, style, caseNumber: caseNumber)
    )
  }

  /// A cost a month, for each completed task, and as a part of the whole.
  private func amounts(_ path: String) -> [(Cell, LiveCell?)] {
    func over(_ other: Output, _ style: NumberStyle) -> (Cell, LiveCell?) {
      let live = figures.live(path, over: other.rawValue, style)
      guard let cost = base[path]?.value, let whole = base[other].value, whole != 0 else {
        return (.undefined(base[other].reason ?? "\(other.rawValue) is 0"), live)
      }
      return (.number(cost / whole, style), live)
    }
    return [
      live(path, .money(subject.currency, digits: 2)),
      over(.completedTasks, .money(subject.currency, digits: 4)),
      over(.totalCost, .share(digits: 1)),
    ]
  }

  /// How tasks end.
  var outcomes: HTML {
    var table = LiveTable([
      Column("Outcome"), Column("Share", .trailing),
    ])
    table.append([("autonomous success", nil), live("tsr", .share)])
    table.append([("escalated to a person", nil), live("escalationRate", .share)])
    for reason in Reason.allCases where base["escalationByReason.\(reason)"] != nil {
      table.append(
        [(.text(reason.words), nil), live("escalationByReason.\(reason)", .share)], indent: 1)
    }
    table.append([("wrong result", nil), live("failedRate", .share)])
    table.append([("completed in the end", nil), live("completedShare", .share)], style: .total)
    return section(
      "outcomes",
      [
        said(
          "h2", "outcomes",
          PageWords.say(
            "outcomes",
            [
              "tsr": text("tsr", .share), "escalation": text("escalationRate", .share),
              "task": subject.taskNoun,
            ])), html(table, sorts: false),
      ])
  }
}

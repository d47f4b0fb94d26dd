import Formulas
import UnitEconomics

extension MonthPage {
  /// A row a segment and plan: what luck does to the invoice.
  var plans: Table {
    let hasKicker = findings.segments.contains { $0.plans.contains { $0.kickerEarned != nil } }
    var table = Table(
      title: "What luck does to a customer's month",
      columns: [
        Column("Customer of"), Column("Plan"), Column("Average invoice", .trailing),
        Column("Invoice of average month", .trailing), Column("Costs more than it pays", .trailing),
        Column("95% interval", .trailing, priority: 1),
      ] + (hasKicker ? [Column("Kicker earned", .trailing)] : []))
    for segment in findings.segments {
      for (index, plan) in segment.plans.enumerated() {
        let style = style(plan.revenue)
        let kicker: Cell =
          plan.kickerEarned.map { .number($0.value, .share) } ?? .text("—")
        table.rows.append(
          Row(
            [
              .text(index == 0 ? segment.name : ""), .text(plan.plan),
              .number(plan.revenue.mean.value, style), plan.revenue.stated.cell(style),
              .number(plan.losing.value, .share),
              .text(span(plan.losing.interval, about: plan.losing.value)),
            ] + (hasKicker ? [kicker] : [])))
      }
    }
    return table
  }

  /// A table a segment: one customer's month.
  var customers: [Table] {
    zip(findings.segments, findings.plan.segments).map { segment, planned in
      let tasks = NumberStyle.quantity(digits: 4).text(for: planned.tasks) ?? "n/a"
      let number = NumberStyle.quantity(digits: 4).text(for: planned.customers) ?? "n/a"
      var table = DistributionRows.table(
        title: "One customer of \(segment.name): \(tasks) tasks a month on average; "
          + "there are \(number)",
        stated: "As modelled")
      for figure in segment.figures {
        let row = DistributionRows(name: words(figure.path), figure: figure, style: style(figure))
        row.append(to: &table, undefined: "months")
      }
      for plan in segment.plans {
        table.rows.append(Row([.text("on \(plan.plan)")], style: .subheading))
        for (name, figure) in [
          ("pays", plan.revenue), ("contribution", plan.contribution),
          ("contribution margin", plan.contributionMargin),
        ] {
          let row = DistributionRows(name: name, figure: figure, style: style(figure))
          row.append(to: &table, undefined: "months on \(plan.plan)")
          table.rows[table.rows.count - 1].indent = 1
        }
      }
      return table
    }
  }

  /// Checks that are about one customer; nil where there are none.
  var customerChecks: Table? {
    let checks = findings.segments.flatMap(\.checks)
    guard let first = checks.first else { return nil }
    return CheckChances(
      checks: checks, any: first.failing, ofWhat: "months", subject: subject
    ).table(title: "How likely each check fails in a month of one customer")
  }

  private func words(_ path: String) -> String {
    switch CustomerMonthFigure(rawValue: path) {
    case .humanHours: "people's hours"
    case .cost: "variable cost"
    default: path.figureWords
    }
  }

  /// All customers together: drawn, or by the spread of one customer's month.
  var whole: [Block] {
    guard let whole = findings.whole else { return evened }
    let customers = NumberStyle.quantity(digits: 4).text(for: whole.customers) ?? "n/a"
    var table = DistributionRows.table(
      title: "The whole month: all \(customers) customers together", stated: "As modelled")
    var plan: String?
    for figure in whole.figures {
      let own = scenario.plans.first { $0.has(figure.path) }?.name
      if let own, own != plan {
        table.rows.append(Row([.text("if all are on \(own)")], style: .subheading))
      }
      plan = own
      let name = own == nil ? figure.path : InputPath.parts(figure.path).last ?? figure.path
      let row = DistributionRows(name: name.figureWords, figure: figure, style: style(figure))
      row.append(to: &table, undefined: own.map { "months on \($0)" } ?? "months")
      if own != nil { table.rows[table.rows.count - 1].indent = 1 }
    }
    var blocks: [Block] = [.table(table)]
    if !whole.checks.isEmpty {
      blocks.append(.table(chances(whole).table(title: "How likely each check fails in a month")))
    }
    if !whole.unjudged.isEmpty {
      let names = whole.unjudged.map(\.name).joined(separator: ", ")
      blocks.append(.text("Not judged, for no month drawn has the figure: \(names)."))
    }
    return blocks
  }

  private var evened: [Block] {
    let customers = findings.segments.reduce(0) { $0 + $1.customers }
    let number = NumberStyle.count.text(for: customers) ?? "n/a"
    var sentence =
      "A month has \(number) customers, too many to draw whole months of: luck evens out."
    for plan in findings.evened where plan.mean > 0 {
      sentence +=
        " Revenue on \(plan.plan) is \(money(plan.mean)), with a standard deviation of "
        + "\(money(plan.deviation)) (\(percent(plan.deviation / plan.mean)))."
    }
    if let draws = findings.plan.drawsForWholeMonths {
      sentence += " With --draws \(draws) whole months are drawn too."
    }
    return [.text(sentence)]
  }

  /// Who drew what, and what is left to its expectation.
  var method: [String] {
    let plan = findings.plan
    func count(_ number: Int) -> String { NumberStyle.count.text(for: Double(number)) ?? "" }
    let whole =
      plan.wholeMonths > 0 ? " and \(count(plan.wholeMonths)) months of all customers" : ""
    var notes = [
      "Every input is as stated, and luck is in what happens: tasks come independently of each "
        + "other (Poisson), end as the model's shares say, and people take an exponential time "
        + "about its mean for each escalation and rework. Attempts, tokens, tool calls, samples and "
        + "approvals of a task are its expected ones. Where tasks come in bursts, months spread more.",
      "A customer's variable cost is at the scale of all customers: its tasks at the cost of the "
        + "average task, its people's hours at the cost of the average hour, the items of a customer; "
        + "fixed cost is in the whole month only.",
    ]
    let isStaffed = scenario.humanReview.staffing != .variable
    if plan.wholeMonths > 0, isStaffed || scenario.infrastructure.workers?.scaling == .whole {
      notes.append(
        "Whole months have as many \(isStaffed ? "people" : "workers") as they turned out to need.")
    }
    if scenario.plans.contains(where: \.passesCostOn) {
      notes.append("Charges that pass cost on take the expected cost of a task.")
    }
    if plan.wholeMonths > 0,
      plan.segments.contains(where: { $0.customers != $0.customers.rounded() })
    {
      notes.append("Where customers are no whole number, the last one counts in part.")
    }
    notes.append(
      "\(count(plan.draws)) months of a customer of each segment\(whole), seed \(plan.seed). "
        + "Quantiles are exact of these; ± is the standard error that chance leaves, ranges in "
        + "brackets hold the true value in 95 of 100 cases.")
    return notes
  }
}

extension Plan {
  /// Whether a figure is one of its own.
  fileprivate func has(_ path: String) -> Bool {
    let own = InputPath.appending(name, to: "plans")
    return Output.ofPlan.contains { path == "\(own).\($0.rawValue)" }
  }

  /// Whether a charge of it is the customer's part of a cost.
  fileprivate var passesCostOn: Bool {
    charges.contains { charge in
      if case .passThrough = charge.model { true } else { false }
    }
  }
}

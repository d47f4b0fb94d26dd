import Formulas
import UnitEconomics

extension Subject {
  /// How tasks end, escalations by reason.
  var outcomes: Table {
    let values = reading.base.values
    var table = Table(
      title: "How tasks end",
      columns: [
        Column("Outcome"), Column("Share", .trailing), Column("Tasks a month", .trailing),
        Column("Handle time", .trailing, priority: 1),
      ])
    func row(
      _ title: String, _ path: String, time: Input? = nil, indent: Int = 0,
      style: Row.Style = .plain
    ) -> Row {
      let share = values[path] ?? .undefined(because: "the model has no \(path)")
      let tasks: Cell =
        if let share = share.value, let all = values[.tasksSubmitted].value {
          .number(share * all, .count)
        } else {
          share.cell(.share)
        }
      let handled = time.flatMap { values[$0.path]?.value }
      return Row(
        [
          .text(title), share.cell(.share), tasks,
          handled.map { .number($0, .quantity(digits: 3, unit: "min")) } ?? .empty,
        ], style: style, indent: indent)
    }
    table.rows.append(row("autonomous success", "tsr"))
    table.rows.append(row("escalated to a person", "escalationRate"))
    for reason in Reason.allCases {
      let path = "escalationByReason.\(reason)"
      guard let share = values[path]?.value, share > 1e-6 else { continue }
      let time = scenario.humanReview.handleTime[reason]
      table.rows.append(row(reason.words, path, time: time, indent: 1))
    }
    table.rows.append(row("wrong result", "failedRate"))
    table.rows.append(row("completed in the end", "completedShare", style: .total))
    let attempts = text(values[.attemptsPerTask], .quantity(digits: 4))
    let seconds = text(values[.runtimeSecondsPerTask], .seconds)
    table.notes = [
      "Attempts a task: \(attempts). Time a task runs, all attempts together: \(seconds)."
    ]
    return table
  }

  /// Customers of each size: a good average hides a segment that loses money.
  var segments: Table {
    var table = Table(
      title: "Customers by segment, each a month",
      columns: [
        Column("Segment"), Column("Customers", .trailing), Column("Tasks each", .trailing),
        Column("Revenue", .trailing), Column("Variable cost", .trailing),
        Column("Contribution margin", .trailing),
        Column("Next task earns", .trailing, priority: 1),
        Column("and costs", .trailing, priority: 1),
      ])
    let noPlan =
      scenario.planText.isEmpty ? "the scenario has no plan" : "revenue has no value"
    for (segment, next) in zip(scenario.volume.segments, reading.base.nextTasks()) {
      let path = InputPath.appending(segment.name, to: "segments")
      let margin = reading.base.values["\(path).contributionMargin"]
      let isEmpty = reading.base.values[segment.customers.path]?.value == 0
      let nobody = "the segment has no customers"
      table.rows.append(
        Row([
          .text(segment.name),
          reading.base.cell(segment.customers.path, .count),
          reading.base.cell(segment.tasksPerCustomer.path, .count),
          reading.base.cell("\(path).revenue", .money(currency)),
          reading.base.cell("\(path).cost", .money(currency)),
          reading.base.cell("\(path).contributionMargin", .share),
          next.earns.map { .number($0, .money(currency)) }
            ?? .undefined(isEmpty ? nobody : noPlan),
          next.costs.map { .number($0, .money(currency)) }
            ?? .undefined(isEmpty ? nobody : "no cost is defined"),
        ]))
      if let margin = margin?.value, margin < 0 {
        table.notes.append(
          "\(segment.name) loses money: a customer costs more than it pays, fixed cost left out.")
      } else if let earns = next.earns, let costs = next.costs, earns < costs {
        table.notes.append(
          "The next task from \(segment.name) costs more than it earns: growth there shrinks profit."
        )
      }
    }
    return table
  }

  /// The plans side by side, the chosen one first.
  var plans: Table {
    var table = Table(
      title: "Plans",
      columns: [
        Column("Plan"), Column("Revenue", .trailing),
        Column("Payment fees", .trailing, priority: 1),
        Column("Cost", .trailing, priority: 2), Column("Gross profit", .trailing),
        Column("Gross margin", .trailing), Column("Contribution margin", .trailing),
      ])
    let values = reading.base.values
    func row(_ name: String, _ figure: (Output) -> Reading) -> Row {
      Row([
        .text(name), figure(.revenue).cell(.money(currency)),
        figure(.paymentFees).cell(.money(currency)), values[.totalCost].cell(.money(currency)),
        figure(.grossProfit).cell(.money(currency)), figure(.grossMargin).cell(.share),
        figure(.contributionMargin).cell(.share),
      ])
    }
    if scenario.mixesPlans { table.rows.append(row("as customers are on them") { values[$0] }) }
    for plan in orderedPlans {
      let name = plan.name == scenario.headlinePlan ? "\(plan.name) (chosen)" : plan.name
      table.rows.append(row(name) { values[plan.name, $0] })
    }
    return table
  }

  /// The base case and every stress side by side.
  var stresses: Table {
    var table = Table(
      title: "Under stress",
      columns: [Column("Case"), Column("Cost per completed \(taskNoun)", .trailing)]
        + (scenario.mixesPlans ? [Column("Gross margin, mix", .trailing)] : [])
        + orderedPlans.enumerated().map {
          Column(
            "Gross margin, \($1.name)", .trailing,
            priority: $0 == 0 && !scenario.mixesPlans ? 0 : 1)
        } + [
          Column("TSR", .trailing), Column("Escalation", .trailing), Column("Checks"),
        ])
    for reading in cases {
      let mixed = scenario.mixesPlans ? [reading.values[.grossMargin].cell(.share)] : []
      let margins =
        mixed + orderedPlans.map { reading.values[$0.name, .grossMargin].cell(.share) }
      table.rows.append(
        Row(
          [.text(reading.title), reading.cell(.costPerCompletedTask, .money(currency))] + margins
            + [
              reading.cell(.tsr, .share), reading.cell(.escalationRate, .share),
              verdict(on: reading.stress),
            ]))
    }
    for stress in scenario.stresses {
      table.notes.append("\(stress.name): \(stress.statements.joined(separator: "; "))")
    }
    for reading in reading.stresses {
      table.notes += reading.notes.map { "\(reading.title): \($0)" }
    }
    return table
  }

  private func verdict(on stress: String?) -> Cell {
    let checks = reading.checks.filter { $0.stress == stress }
    if checks.isEmpty { return .empty }
    let failed = checks.filter { !$0.isPassed }.map(\.check.name)
    return failed.isEmpty
      ? .verdict(.passed, "all pass") : .verdict(.failed, failed.joined(separator: ", "))
  }
}

import RunLogs
import UnitEconomics

/// The cost of a completed task with everything that went into it, as far as it is known.
struct AllInCost {
  struct Part {
    let name: String
    let figure: String
    let cost: Double
  }

  let parts: [Part]
  /// Successes, and tasks that people took over.
  let completed: Int
  let takenOver: Int

  var total: Double { parts.reduce(0) { $0 + $1.cost } }
  var perCompleted: Double? { completed > 0 ? total / Double(completed) : nil }
}

extension MeasureAnswer {
  /// Models, people and infrastructure together; nil where nothing beside models is known.
  var allInCost: AllInCost? {
    guard total.attempts > 0, total.mainCost.runs > 0 else { return nil }
    var parts = [
      AllInCost.Part(
        name: "models and what else runs record, \(total.mainCostWords)", figure: "models",
        cost: total.mainCost.total.value)
    ]
    if let rate, let hours = hoursOfPeople {
      parts.append(
        AllInCost.Part(
          name:
            "people, \(text(hours, .quantity(digits: 4))) hours at \(text(rate, Self.money)) an hour",
          figure: "people", cost: hours * rate))
    }
    if let bill {
      parts.append(
        AllInCost.Part(
          name: "infrastructure, as billed", figure: "infrastructure",
          cost: bill.sum(.infrastructure) { $0.charge.isOfUse }.effective.value))
    }
    guard parts.count > 1 else { return nil }
    let takenOver = total.takenOverRuns + tasksHandled(.escalated) + tasksHandled(.failed)
    return AllInCost(
      parts: parts, completed: total.count(.success) + takenOver, takenOver: takenOver)
  }

  /// How long people worked, as exports state it, and logs of other tasks; nil where neither says anything.
  var hoursOfPeople: Double? {
    let exported = HumanWork.Kind.allCases.flatMap { measurement.work($0, on: total) }
    guard !exported.isEmpty || total.handledRuns > 0 else { return nil }
    return exported.reduce(total.humanMinutes.value / 60) {
      $0 + Double($1.work.nanoseconds) / 3600e9
    }
  }

  private func tasksHandled(_ outcome: Outcome) -> Int {
    measurement.work(.handling, on: total).filter { $0.outcome == outcome }
      .reduce(0) { $0 + $1.work.tasks }
  }

  private static var money: NumberStyle { .money(currency) }

  /// What a completed task costs with everything in it.
  var allIn: Table? {
    guard let all = allInCost else { return nil }
    var table = Table(
      title: "What a completed task costs, all in",
      columns: [
        Column("Component"), Column("All of them", .trailing),
        Column("A completed task", .trailing),
        Column("Share", .trailing),
      ])
    func row(_ name: String, _ cost: Double, _ style: Row.Style) {
      let each: Cell =
        all.completed > 0
        ? .number(cost / Double(all.completed), Self.money) : .undefined("no task was completed")
      table.rows.append(
        Row(
          [
            .text(name), .number(cost, Self.money), each,
            all.total > 0 ? .number(cost / all.total, .share) : .empty,
          ], style: style))
    }
    for part in all.parts { row(part.name, part.cost, .plain) }
    row("together", all.total, .total)
    table.notes.append(
      "\(count(all.completed)) completed: \(count(total.count(.success))) successes of the agent and \(count(all.takenOver)) escalated or failed that people are known to have worked on."
    )
    if let bill, let period = total.period, !billIsOfOtherTimes {
      table.notes.append(
        "The bill is of \(bill.months.joined(separator: ", ")), runs are from \(period.first) to \(period.last)."
      )
    }
    return table
  }

  /// How long people worked on tasks, by how those ended and why.
  var work: Table? {
    var table = Table(
      title: "What people worked on",
      columns: [
        Column("Tasks that ended"), Column("Tasks", .trailing), Column("Minutes each", .trailing),
        Column("p50", .trailing, priority: 1), Column("p95", .trailing, priority: 1),
        Column("Hours", .trailing),
      ])
    for kind in HumanWork.Kind.allCases {
      let rows = measurement.work(kind, on: total)
      if rows.isEmpty { continue }
      table.rows.append(Row([.text(kind.words)] + Array(repeating: .empty, count: 5)))
      for (outcome, reason, work) in rows {
        let minutes = [work.minutesPerTask, work.minutes(at: 0.5), work.minutes(at: 0.95)]
        let name = outcome?.rawValue ?? "not told how"
        table.rows.append(
          Row(
            [
              .text(reason.map { "\(name): \($0.words)" } ?? name),
              .number(Double(work.tasks), .count),
            ] + minutes.map { $0.map { .number($0, .quantity(digits: 3)) } ?? .empty }
              + [.number(Double(work.nanoseconds) / 3600e9, .quantity(digits: 4))], indent: 1))
      }
    }
    let escalated = total.count(.escalated)
    if people.map({ $0.taskCount(.handling) > 0 }) ?? false, escalated > 0 {
      table.notes.append(
        "Of \(count(escalated)) escalated runs the tasks of \(count(tasksHandled(.escalated))) are known to the help desk."
      )
    }
    return table.rows.isEmpty ? nil : table
  }

  /// What a bill says, models apart.
  var billed: Table? {
    guard let bill else { return nil }
    let money = NumberStyle.money(bill.currency.isEmpty ? Self.currency : bill.currency)
    var table = Table(
      title: "What the bill says",
      columns: [
        Column(""), Column("Effective cost", .trailing), Column("A month", .trailing),
        Column("Billed", .trailing, priority: 1), Column("Rows", .trailing, priority: 1),
      ])
    func row(_ name: String, _ sum: BillSum, indent: Int = 0, style: Row.Style = .plain) {
      guard sum.rows > 0 else { return }
      table.rows.append(
        Row(
          [
            .text(name), .number(sum.effective.value, money),
            .number(sum.effective.value / Double(max(1, bill.months.count)), money),
            .number(sum.billed.value, money), .number(Double(sum.rows), .count),
          ], style: style, indent: indent))
    }
    row("infrastructure", bill.sum(.infrastructure) { $0.charge.isOfUse })
    let isOfUse = { (key: BillKey) in key.use == .infrastructure && key.charge.isOfUse }
    for category in Set(bill.sums.keys.filter(isOfUse).map(\.category)).sorted() {
      row(
        category.isEmpty ? "without a category" : category,
        bill.sum(.infrastructure) { $0.charge.isOfUse && $0.category == category }, indent: 1)
    }
    row("models, priced by their tokens", bill.sum(.inference) { $0.charge.isOfUse })
    for charge in BillKey.Charge.allCases where !charge.isOfUse {
      var sum = bill.sum(.infrastructure) { $0.charge == charge }
      sum.add(bill.sum(.inference) { $0.charge == charge })
      row("\(charge.rawValue.lowercased()), told apart", sum)
    }
    var all = bill.sum(.infrastructure)
    all.add(bill.sum(.inference))
    row("all rows", all, style: .total)
    table.notes.append(
      "Months of use: \(bill.months.joined(separator: ", ")). Effective cost is what use costs after discounts, with what was paid ahead spread over it; it is never added to what is billed."
    )
    return table
  }
}

extension HumanWork.Kind {
  var words: String {
    switch self {
    case .handling: "taken over by people"
    case .approval: "approved by people"
    }
  }
}

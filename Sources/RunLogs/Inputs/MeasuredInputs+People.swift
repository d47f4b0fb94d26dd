import UnitEconomics

extension MeasuredInputs {
  /// How long people take: by reason where exports say it, else the mean over all runs that the log says it of.
  mutating func addPeople() {
    let handled = measurement.work(.handling, on: total)
    for reason in Reason.allCases {
      guard let input = scenario.humanReview.handleTime[reason] else { continue }
      if let work = handled.first(where: {
        $0.outcome == .escalated && $0.reason?.rawValue == reason.rawValue
      })?.work {
        add(
          input, work.minutesPerTask, work.interval,
          of: "\(counted(work.tasks, "task")) of the help desk")
      } else if handled.isEmpty, total.handledRuns > 0 {
        add(
          input, total.humanMinutes.value / Double(total.handledRuns),
          of: "\(counted(total.handledRuns, "run")) that people worked on",
          note: "the same for every reason")
      } else if !handled.isEmpty {
        leave("\(input.path): no such task is in the help desk")
      }
    }
    if let rework = handled.first(where: { $0.outcome == .failed && $0.reason != nil })?.work {
      add(
        scenario.humanReview.rework, rework.minutesPerTask, rework.interval,
        of: "\(counted(rework.tasks, "task")) of the help desk")
    }
    addApprovals()
  }

  private mutating func addApprovals() {
    let approved = measurement.work(.approval, on: total)
    guard let approvals = scenario.humanReview.approvals, !approved.isEmpty, total.attempts > 0
    else { return }
    let tasks = approved.reduce(0) { $0 + $1.work.tasks }
    let time = approved.reduce(0) { $0 + $1.work.nanoseconds }
    let all = max(total.taskCount > 0 ? total.taskCount : total.attempts, tasks)
    let basis =
      "\(counted(tasks, "approval")) of \(counted(all, total.taskCount > 0 ? "task" : "run"))"
    add(approvals.share, Double(tasks) / Double(all), wilsonInterval(tasks, of: all), of: basis)
    add(approvals.time, Double(time) / Double(tasks) / 60e9, of: basis)
  }

  /// What the bill covers: the first input that was named has all of it, the others nothing more.
  mutating func addBill() {
    guard let bill else { return }
    let months = max(1, bill.months.count)
    let cost = bill.sum(.infrastructure) { $0.charge.isOfUse }.effective.value / Double(months)
    let basis = "the bill of \(bill.months.joined(separator: ", "))"
    guard !matches.billed.isEmpty else {
      return leave(
        "infrastructure: the bill has \(bill.currency) \(cost) a month; say what it covers with --match infrastructure.monthly.NAME=bill"
      )
    }
    for (place, path) in matches.billed.enumerated() {
      add(
        scenario.inputs[path], place == 0 ? cost : 0, of: basis,
        note: place == 0 ? nil : "covered by \(matches.billed[0])")
    }
  }
}

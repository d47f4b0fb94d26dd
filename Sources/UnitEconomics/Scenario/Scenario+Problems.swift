extension Scenario {
  /// Everything about the scenario that cannot be right, in the order of the file's sections.
  public var problems: [Problem] {
    inputs.flatMap(\.problems) + volume.problems + outcomes.problems + inference.problems
      + tools.flatMap(\.problems) + infrastructure.problems + reviewProblems
      + plans.flatMap { $0.problems(in: self) } + choiceProblems
  }

  /// What people must be able to do because of how tasks end.
  private var reviewProblems: [Problem] {
    var problems: [Problem] = []
    var reasons = Reason.stated.filter { (outcomes.escalation[$0]?.value ?? 0) > 0 }
    if !tools.isEmpty { reasons.append(.toolOutage) }
    for reason in reasons where humanReview.handleTime[reason] == nil {
      problems.append(
        Problem(
          "humanReview.handleTime", Wording.noHandleTime(reason),
          absent: "humanReview.handleTime.\(reason)",
          help: [Wording.stateHandleTime(reason)]))
    }
    let needsRework = outcomes.wrongResult.value > 0 && outcomes.wrongDetected.value > 0
    if needsRework, humanReview.rework == nil {
      problems.append(
        Problem(
          "humanReview", Wording.noRework, absent: "humanReview.rework",
          help: [Wording.stateRework]))
    }
    if humanReview.staffing == .wholeFTE, humanReview.hoursPerFTE == nil {
      problems.append(
        Problem(
          "humanReview.staffing", Wording.noHoursPerFTE, absent: "humanReview.hoursPerFTE",
          help: [Wording.stateHoursPerFTE]))
    }
    return problems
  }
}

extension Input {
  /// A range must hold the value it is about.
  fileprivate var problems: [Problem] {
    guard let range else { return [] }
    if range.low > range.high {
      return [Problem("\(path).low", Wording.lowAboveHigh)]
    }
    if range.low > value { return [Problem("\(path).low", Wording.lowAboveValue)] }
    if range.high < value { return [Problem("\(path).high", Wording.highBelowValue)] }
    return []
  }
}

extension Volume {
  fileprivate var problems: [Problem] {
    segments.isEmpty
      ? [Problem("volume.segments", Wording.noSegments, help: [Wording.stateSegment])] : []
  }
}

extension Outcomes {
  fileprivate var problems: [Problem] {
    let total = escalation.values.reduce(0) { $0 + $1.value }
    if total > 1 {
      return [
        Problem(
          "outcomes.escalation", Wording.escalationAboveOne(total), label: Wording.moreThanSubmitted
        )
      ]
    }
    if total + wrongResult.value > 1 {
      return [
        Problem(
          "outcomes.wrongResult", Wording.outcomesAboveOne(total, wrongResult.value),
          label: Wording.moreThanSubmitted)
      ]
    }
    return []
  }
}

extension Tool {
  fileprivate var problems: [Problem] {
    let path = InputPath.appending(name, to: "tools")
    var problems: [Problem] = []
    if p95.value < median.value {
      problems.append(
        Problem(p95.path, Wording.p95BelowMedian(name), help: [Wording.p95IsLarger]))
    }
    if price == nil, priceByTime == nil {
      problems.append(
        Problem(
          path, Wording.toolWithoutPrice(name), absent: "\(path).price",
          help: [Wording.stateToolPrice]))
    }
    return problems
  }
}

extension Infrastructure {
  /// Each item becomes a line of its own, so no two may share a name.
  fileprivate var problems: [Problem] {
    let own = ["workers", "traceIngest", "traceStorage", "evaluation", "shadow", "canary"]
    var taken = Set(own)
    let items =
      monthly.map { ("monthly", $0.name) } + perTask.map { ("perTask", $0.name) }
      + perCustomer.map { ("perCustomer", $0.name) } + oneOff.map { ("oneOff", $0.name) }
    return items.compactMap { group, name in
      if taken.insert(name).inserted { return nil }
      let path = InputPath.appending(name, to: "infrastructure.\(group)")
      return Problem(path, Wording.itemNameTaken(name), help: [Wording.renameItem])
    }
  }
}

import UnitEconomics

extension MeasuredInputs {
  /// How tasks end: shares of those that run to an end, since those that tools stop come on top in the model.
  mutating func addOutcomes() {
    let isOfTasks = total.taskCount > 0
    func count(_ outcome: Outcome) -> Int {
      isOfTasks ? total.taskCount(outcome) : total.outcomes[outcome] ?? 0
    }
    let all = Outcome.allCases.reduce(0) { $0 + count($1) }
    guard all > 0 else { return leave("outcomes: the log does not say how runs ended") }
    let escalated = count(.escalated)
    let reasons = total.escalations
    let known = reasons.values.reduce(0, +)
    func part(_ reason: FailureReason) -> Double {
      known > 0 ? Double(reasons[reason] ?? 0) / Double(known) : 0
    }
    let ofTools = Double(escalated) * part(.toolOutage)
    let ended = Double(all) - ofTools
    let basis = counted(all, isOfTasks ? "task" : "run")
    guard ended > 0 else { return leave("outcomes: tools stopped all of \(basis)") }
    let shares = sharesOfReasons(part)
    for reason in Reason.stated {
      guard let input = scenario.outcomes.escalation[reason] else { continue }
      let cases = Double(escalated) * (shares[reason] ?? 0)
      let note =
        part(.unexplained) > 0
        ? "of the unexplained ones, \(percent(part(.unexplained))) of all, it has its share" : nil
      add(
        input, cases / ended, wilsonInterval(Int(cases.rounded()), of: Int(ended.rounded())),
        of: basis, note: note)
    }
    for sentence in total.unknownReasons.sentences() {
      leave("\(sentence); until then they are shared out as those without a reason are")
    }
    let failed = count(.failed)
    add(
      scenario.outcomes.wrongResult, Double(failed) / ended,
      wilsonInterval(failed, of: Int(ended.rounded())), of: basis,
      note: "runs that the log calls failed")
  }

  /// What part of escalations each reason has; what nothing explains is shared out as the rest is, and
  /// where nothing is explained as the scenario has it.
  private func sharesOfReasons(_ part: (FailureReason) -> Double) -> [Reason: Double] {
    var weights: [Reason: Double] = [:]
    for reason in Reason.stated {
      weights[reason] = FailureReason(rawValue: reason.rawValue).map(part) ?? 0
    }
    let explained = weights.values.reduce(0, +)
    let open = part(.unexplained)
    if explained == 0 {
      let stated = Reason.stated.map { ($0, scenario.outcomes.escalation[$0]?.value ?? 0) }
      let sum = stated.reduce(0) { $0 + $1.1 }
      return Dictionary(
        uniqueKeysWithValues: stated.map {
          ($0, sum > 0 ? open * $1 / sum : open / Double(stated.count))
        })
    }
    return weights.mapValues { $0 + open * $0 / explained }
  }

  func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

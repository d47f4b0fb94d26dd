// What customers pay, from two scenarios.
extension Mixture {
  func segment(_ before: Volume.Segment, _ after: Volume.Segment) -> Volume.Segment {
    var result = before
    result.seats = optional(before.seats, after.seats, isKept: true)
    result.active = optional(before.active, after.active)
    result.plan = choice(
      InputPath.appending(before.name, to: "volume.segments") + ".plan", before.plan, after.plan)
    return result
  }

  /// Which plans customers are on; shares of the same plans only move.
  func choice(_ path: String, _ before: PlanChoice?, _ after: PlanChoice?) -> PlanChoice? {
    let mixes = [before, after].map { $0?.isMix ?? false }
    if mixes == [true, true], before?.plans == after?.plans { return before }
    func words(_ choice: PlanChoice?) -> String { choice?.words ?? "none" }
    if mixes.contains(true) { return whole(path, before, after, text: words) }
    let isSame = before?.plans == after?.plans
    return isSame
      ? before : word(path, Word(before), Word(after), text: { words($0.choice) }).choice
  }

  /// A choice of one plan or none, told apart by its name.
  private struct Word: Equatable {
    let choice: PlanChoice?

    init(_ choice: PlanChoice?) { self.choice = choice }

    static func == (left: Word, right: Word) -> Bool { left.choice?.plans == right.choice?.plans }
  }

  func plan(_ before: Plan, _ after: Plan) -> Plan {
    let path = InputPath.appending(before.name, to: "plans")
    var result = before
    result.platformFee = input(before.platformFee, after.platformFee)
    result.charges = parts("\(path).charges", before.charges, after.charges, \.name) {
      charge($0, $1, InputPath.appending($0.name, to: "\(path).charges"))
    }
    result.successKicker = part(
      "\(path).successKicker", before.successKicker, after.successKicker
    ) { kicker($0, $1, "\(path).successKicker") }
    result.clawback = optional(before.clawback, after.clawback)
    result.discount = optional(before.discount, after.discount)
    result.ramp = part("\(path).ramp", before.ramp, after.ramp)
    result.prepayment = part("\(path).prepayment", before.prepayment, after.prepayment)
    result.minimum = optional(before.minimum, after.minimum)
    result.minimumCounts = word(
      "\(path).minimumCounts", before.minimumCounts, after.minimumCounts, text: \.rawValue)
    result.slaCredit = part("\(path).slaCredit", before.slaCredit, after.slaCredit)
    result.paymentFee = optional(before.paymentFee, after.paymentFee)
    return result
  }

  private func charge(_ before: Charge, _ after: Charge, _ path: String) -> Charge {
    guard before.shape == after.shape else { return whole(path, before, after, text: \.words) }
    var result = before
    // Of one shape, both have the same inputs.
    var later = after.termInputs[...]
    result.visitTerms { $0 = input($0, later.popFirst() ?? $0) }
    result.exclusions = parts(
      "\(path).exclusions", before.exclusions, after.exclusions, \.name)
    for term in Charge.optionalTerms {
      result[keyPath: term] = optional(before[keyPath: term], after[keyPath: term])
    }
    result.credits = part("\(path).credits", before.credits, after.credits) { before, after in
      Charge.PrepaidCredits(
        amount: input(before.amount, after.amount), price: optional(before.price, after.price))
    }
    return result
  }

  private func kicker(
    _ before: SuccessKicker, _ after: SuccessKicker, _ path: String
  ) -> SuccessKicker {
    var result = before
    switch (before.amount, after.amount) {
    case (.fixed(let amount), .fixed(let later)): result.amount = .fixed(input(amount, later))
    case (.share(let share, let value), .share(_, let later)):
      result.amount = .share(share, ofValue: input(value, later))
    default: return whole(path, before, after, text: \.words)
    }
    return result
  }
}

extension PlanChoice {
  fileprivate var words: String {
    isMix ? "a mix of \(plans.joined(separator: ", "))" : plans.joined()
  }
}

extension SuccessKicker {
  fileprivate var words: String {
    switch amount {
    case .fixed: "an amount"
    case .share: "a share of the value"
    }
  }
}

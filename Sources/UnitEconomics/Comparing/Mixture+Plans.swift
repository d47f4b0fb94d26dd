// What customers pay, from two scenarios.
extension Mixture {
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
    result.minimum = optional(before.minimum, after.minimum)
    result.paymentFee = optional(before.paymentFee, after.paymentFee)
    return result
  }

  private func charge(_ before: Charge, _ after: Charge, _ path: String) -> Charge {
    let isAlike = before.metric == after.metric && before.model.shape == after.model.shape
    guard isAlike else { return whole(path, before, after, text: \.words) }
    var result = before
    switch (before.model, after.model) {
    case (.standard(let price), .standard(let later)):
      result.model = .standard(price: input(price, later))
    case (.graduated(let tiers), .graduated(let later)):
      result.model = .graduated(
        tiers: zip(tiers, later).map { tier, later in
          Charge.Tier(upTo: tier.upTo, price: input(tier.price, later.price))
        })
    default: break
    }
    result.included = optional(before.included, after.included)
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

extension Charge.Model {
  /// Which tiers it has, and which of them end; nothing for a single price.
  fileprivate var shape: [Bool] {
    switch self {
    case .standard: []
    case .graduated(let tiers): tiers.map { $0.upTo != nil }
    }
  }
}

extension Charge {
  /// What it charges for, and how.
  fileprivate var words: String {
    switch model {
    case .standard: "one price on \(metric)"
    case .graduated(let tiers): "\(tiers.count) tiers on \(metric)"
    }
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

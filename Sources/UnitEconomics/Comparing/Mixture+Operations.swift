// What runs an attempt and stands behind it, from two scenarios.
extension Mixture {
  func inference(_ before: Inference, _ after: Inference) -> Inference {
    var result = before
    let calls = parts("inference.calls", before.calls, after.calls, \.name, call)
    let names = before.prices.keys.sorted() + after.prices.keys.sorted()
    let prices = Set(names).sorted().compactMap { name in
      part(
        InputPath.appending(name, to: "inference.prices"), before.prices[name].map { (name, $0) },
        after.prices[name].map { (name, $0) }, isKept: true
      ) { ($0.0, price($0.1, $1.1, of: name)) }
    }
    result.calls = calls
    result.prices = Dictionary(uniqueKeysWithValues: prices)
    return result
  }

  private func call(_ before: ModelCall, _ after: ModelCall) -> ModelCall {
    let path = InputPath.appending(before.name, to: "inference.calls")
    var result = before
    result.model = word("\(path).model", before.model, after.model, text: \.self)
    result.reasoning = optional(before.reasoning, after.reasoning)
    result.speed = optional(before.speed, after.speed)
    result.cachesForAnHour = word(
      "\(path).cacheLifetime", before.cachesForAnHour, after.cachesForAnHour,
      text: { $0 ? "1 h" : "5 min" })
    return result
  }

  private func price(_ before: ModelPrice, _ after: ModelPrice, of model: String) -> ModelPrice {
    guard before.tiers.count == after.tiers.count else {
      return whole(
        InputPath.appending(model, to: "inference.prices"), before, after,
        text: { $0.tiers.isEmpty ? "no price tiers" : "\($0.tiers.count) price tiers" })
    }
    var result = before
    result.rates = rates(before.rates, after.rates)
    result.tiers = zip(before.tiers, after.tiers).map { before, after in
      ModelPrice.Tier(above: before.above, rates: rates(before.rates, after.rates))
    }
    result.batchDiscount = optional(before.batchDiscount, after.batchDiscount)
    return result
  }

  private func rates(
    _ before: ModelPrice.Rates, _ after: ModelPrice.Rates
  ) -> ModelPrice.Rates {
    var result: ModelPrice.Rates = [:]
    for kind in TokenKind.allCases { result[kind] = optional(before[kind], after[kind]) }
    return result
  }

  func infrastructure(_ before: Infrastructure, _ after: Infrastructure) -> Infrastructure {
    let path = "infrastructure"
    func items(
      _ name: String, _ before: [Infrastructure.Item], _ after: [Infrastructure.Item]
    ) -> [Infrastructure.Item] {
      parts("\(path).\(name)", before, after, \.name) { ($0.name, input($0.price, $1.price)) }
    }
    let workers = part("\(path).workers", before.workers, after.workers) { before, after in
      var result = before
      result.price = input(before.price, after.price)
      result.scaling = word(
        "\(path).workers.scaling", before.scaling, after.scaling, text: \.rawValue)
      return result
    }
    let traces = part("\(path).traces", before.traces, after.traces) { before, after in
      var result = before
      result.ingest = input(before.ingest, after.ingest)
      result.storage = input(before.storage, after.storage)
      return result
    }
    let oneOff = parts("\(path).oneOff", before.oneOff, after.oneOff, \.name) { before, after in
      var result = before
      result.amount = input(before.amount, after.amount)
      return result
    }
    return Infrastructure(
      workers: workers, monthly: items("monthly", before.monthly, after.monthly),
      perTask: items("perTask", before.perTask, after.perTask),
      perCustomer: items("perCustomer", before.perCustomer, after.perCustomer), traces: traces,
      evaluation: part("\(path).evaluation", before.evaluation, after.evaluation),
      shadowShare: optional(before.shadowShare, after.shadowShare),
      canary: part("\(path).canary", before.canary, after.canary),
      oneOff: oneOff)
  }

  func humanReview(_ before: HumanReview, _ after: HumanReview) -> HumanReview {
    let path = "humanReview"
    var result = before
    result.rate = input(before.rate, after.rate)
    result.staffing = word("\(path).staffing", before.staffing, after.staffing, text: \.rawValue)
    // A queue does nothing without the staffing that asks for it, and comes along with it.
    if before.staffing != after.staffing, result.staffing == after.staffing {
      result.queue = after.queue
    }
    result.hoursPerFTE = optional(before.hoursPerFTE, after.hoursPerFTE, isKept: true)
    for reason in Reason.allCases {
      result.handleTime[reason] = optional(
        before.handleTime[reason], after.handleTime[reason], isKept: true)
    }
    result.sampling = part("\(path).sampling", before.sampling, after.sampling)
    result.approvals = part("\(path).approvals", before.approvals, after.approvals)
    result.rework = optional(before.rework, after.rework, isKept: true)
    return result
  }
}

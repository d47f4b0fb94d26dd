import Formulas

/// What all plans are computed from.
struct Economics {
  var outcomes: OutcomeFigures
  let toolCallsPerAttempt: Formula
  let inference: InferenceFigures
  let costs: PassedCosts
  let fixedCost: Formula
  /// Cost of a customer of each segment, in the order of the segments.
  let segmentCosts: [Formula]

  var totalCost: Formula { costs.total }
}

/// What a plan comes to, for who mixes it with others.
struct PlanFigures {
  let name: String
  /// What one customer of each segment pays, in the order of the segments.
  let bills: [Formula]
  /// The share that the payment provider keeps.
  let fee: Formula
}

extension ModelBuilder {
  /// Revenue and margins of one plan over all segments.
  mutating func plan(_ plan: Plan, _ economics: Economics) -> PlanFigures {
    let path = InputPath.appending(plan.name, to: "plans")
    let segments = "\(path).segments"
    let fee = plan.paymentFee.map { self($0) } ?? .constant(0, unit: .share)
    var revenues: [Formula] = []
    var bills: [Formula] = []
    for (segment, cost) in zip(scenario.volume.segments, economics.segmentCosts) {
      let bill = self.bill(plan, path, segment, economics)
      bills.append(bill)
      revenues.append(bill * self(segment.customers))
      segmentResults(of: segment, at: segments, bill: bill, net: bill * (1 - fee), cost: cost)
    }
    results(
      at: "\(path).", economics, revenue: .sum(revenues, unit: .money / .month), fees: { $0 * fee })
    return PlanFigures(name: plan.name, bills: bills, fee: fee)
  }

  /// Revenue and margins, with each segment's customers on the plans that they have chosen.
  ///
  ///     revenue from a customer = Σ share on a plan · its bill / Σ share on a plan
  mutating func mix(_ plans: [PlanFigures], _ economics: Economics) {
    var revenues: [Formula] = []
    var fees: [Formula] = []
    for (index, segment) in scenario.volume.segments.enumerated() {
      guard let choice = scenario.planChoice(of: segment) else { continue }
      let chosen = choice.plans.compactMap { name in plans.first { $0.name == name } }
      func mean(_ figure: (PlanFigures) -> Formula) -> Formula {
        guard case .mix(let shares) = choice, shares.count == chosen.count else {
          return chosen.first.map(figure)
            ?? .undefined(because: "the scenario has no plan", unit: Self.perCustomer)
        }
        let weights = shares.map { self($0.share) }
        let total = zip(weights, chosen).map { ($0 * figure($1)).expressed(in: Self.perCustomer) }
        return (.sum(total, unit: Self.perCustomer) / .sum(weights, unit: .share))
          .expressed(in: Self.perCustomer)
      }
      let bill = mean { $0.bills[index] }
      let fee = mean { ($0.bills[index] * $0.fee).expressed(in: Self.perCustomer) }
      let customers = self(segment.customers)
      revenues.append(bill * customers)
      fees.append(fee * customers)
      segmentResults(
        of: segment, at: "segments", bill: bill, net: bill - fee,
        cost: economics.segmentCosts[index])
    }
    results(
      at: "", economics, revenue: .sum(revenues, unit: .money / .month),
      fees: { _ in .sum(fees, unit: .money / .month) })
  }

  /// What one customer of a segment pays, and what is left of it.
  ///
  /// - Parameter path: where the figures of all segments stand.
  mutating func segmentResults(
    of segment: Volume.Segment, at path: String, bill: Formula, net: Formula, cost: Formula
  ) {
    let place = InputPath.appending(segment.name, to: path)
    _ = define(
      String(joining: place, ".", "revenue"), "revenue from a customer", Self.perCustomer, bill)
    _ = define(
      String(joining: place, ".", "contributionMargin"), "contribution margin of a customer",
      .share, (net - cost) / bill)
  }

  /// Revenue of the month, what is paid of it, and what is left.
  ///
  ///     gross margin        = (revenue − payment fees − total cost) / revenue
  ///     contribution margin = (revenue − payment fees − (total cost − fixed cost)) / revenue
  ///
  /// - Undefined: nothing is earned, so there is nothing to take a share of.
  private mutating func results(
    at path: String, _ economics: Economics, revenue: Formula, fees: (Formula) -> Formula
  ) {
    let revenue = define("\(path)revenue", "revenue of the month", .money / .month, revenue)
    let fees = define(
      "\(path)paymentFees", "what the payment provider keeps", .money / .month, fees(revenue))
    let profit = define(
      "\(path)grossProfit", "revenue less payment fees and all cost", .money / .month,
      revenue - fees - economics.totalCost)
    _ = define("\(path)grossMargin", "gross margin", .share, profit / revenue)
    _ = define(
      "\(path)contributionMargin", "contribution margin: gross margin without fixed cost", .share,
      (profit + economics.fixedCost) / revenue)
  }

  static let perCustomer = Unit.money / .customer / .month
}

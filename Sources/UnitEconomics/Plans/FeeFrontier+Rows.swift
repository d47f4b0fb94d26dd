import Formulas

extension PlanComparison {
  /// The price that reaches a target at each of some round platform fees.
  func frontier(
    _ offer: PlanOffer, _ output: String, _ target: Double, _ stress: Stress?, _ worst: Stress?,
    _ answers: [LeverAnswer]
  ) throws(ModelFaults) -> FeeFrontier? {
    guard let price = answers.first(where: { $0.lever.kind == .unitPrice })?.lever else {
      return nil
    }
    let fee = offer.plan.platformFee
    // Up to where the fee alone would do it, with nothing charged for use.
    var top = fee.value * 2
    for stress in [stress, worst] {
      let free = (stress?.changes ?? []) + price.changes(0)
      let range = Direction(value: fee, 0...max(1e6, fee.value * 1000), isLogarithmic: false)
      let found = try model.crossings(
        of: output, at: target, along: range, steps: 256, under: free)
      top = max(top, found.crossings.last?.position ?? 0)
    }
    guard top > 0 else { return nil }
    var fees = roundSteps(to: top)
    if !fees.contains(fee.value) { fees = (fees + [fee.value]).sorted() }
    var rows: [FeeFrontier.Row] = []
    for amount in fees {
      let set = [Stress.Change(path: fee.path, kind: .set, amount: amount)]
      rows.append(
        .init(
          fee: amount,
          base: try model.leastPrice(price, output, target, (stress?.changes ?? []) + set),
          worst: try worst.flatMap { (worst) throws(ModelFaults) in
            try model.leastPrice(price, output, target, worst.changes + set)
          }))
    }
    return FeeFrontier(plan: offer.name, price: price, rows: rows)
  }
}

extension CostModel {
  /// The least number of a price lever from which a figure is at its target; 0 where it is there for
  /// nothing already, nil where no price does it.
  fileprivate func leastPrice(
    _ lever: PlanLever, _ output: String, _ target: Double, _ changes: [Stress.Change]
  ) throws(ModelFaults) -> Double? {
    let free = try figure(output, changes + lever.changes(0))
    if free >= target { return 0 }
    let high = lever.isFactor ? 1000 : max(lever.stated, 1e-3) * 1000
    let found = try crossings(
      of: output, at: target, along: lever.direction(to: high, isLogarithmic: true), steps: 256,
      under: changes)
    return found.crossings.first { $0.isRising }?.position
  }
}

/// From 0 to at least an end in five to ten steps of 1, 2, 2.5 or 5 times a power of ten.
///
///     roundSteps(to: 1730)   // 0, 250, 500, …, 1750
func roundSteps(to end: Double) -> [Double] {
  var power = 1.0
  while power * 10 <= end { power *= 10 }
  while power > end { power /= 10 }
  let step =
    [0.1, 0.2, 0.25, 0.5, 1].map { $0 * power }.first { end / $0 <= 10 } ?? power
  let count = Int((end / step).rounded(.up))
  return (0...count).map { Double($0) * step }
}

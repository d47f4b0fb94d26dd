import Formulas

/// What a success kicker is worth where the month's success rate is luck around the model's.
///
/// The model pays the kicker where its own rate reaches the threshold, as if a month always came out
/// so. Over so many tasks that succeed independently the rate spreads, and the kicker is earned in
/// some months only:
///
///     reached  = P(successes ≥ threshold · tasks)
///     expected = bonus · E[successes; reached] = bonus · n p · P(Bin(n − 1, p) ≥ needed − 1)
public struct KickerRisk: Sendable {
  public let plan: String
  /// Whose month is judged: one customer of a segment, or where nil all customers, each by a month of its own.
  public let segment: String?
  /// The stress; nil for the base case.
  public let stress: String?
  /// Tasks of the month, as a whole number.
  public let tasks: Int
  /// The task success rate that the model expects, and the one that the month must reach.
  public let rate: Double
  public let threshold: Double
  /// The fewest successes that reach the threshold; nil for all customers, of whom each needs its own.
  public let needed: Int?
  /// The probability that the month misses the threshold; of all customers, the part of them that miss it.
  public let missed: Double
  /// The kicker over the month, weighted with how likely each number of successes is.
  /// - Units: currency a month; of a segment, currency a customer and month.
  public let expected: Double
  /// The kicker of the months that earn it, on average; nil where none does, and for all customers.
  public let whenEarned: Double?
  /// What the model counts, which takes its own rate for certain.
  public let modelled: Double

  /// - Parameters:
  ///   - bonus: the amount a success.
  ///   - tasks: a month's.
  fileprivate init(
    plan: String, segment: String, stress: String?, tasks: Double, months: Months, bonus: Double
  ) {
    self.plan = plan
    self.segment = segment
    self.stress = stress
    self.tasks = months.tasks
    rate = months.rate
    threshold = months.threshold
    needed = months.needed
    missed = months.missed
    expected = months.tasks == 0 ? 0 : bonus * Double(months.tasks) * rate * months.counted
    whenEarned = months.reached > 0 ? expected / months.reached : nil
    modelled = rate >= threshold ? bonus * tasks * rate : 0
  }

  /// All customers of the segments, of whom there are so many.
  ///
  /// A kicker is earned customer by customer: what is pooled would be luckier than any of them.
  fileprivate init?(_ segments: [(risk: KickerRisk, customers: Double)]) {
    guard let first = segments.first?.risk else { return nil }
    func sum(_ part: (KickerRisk) -> Double) -> Double {
      segments.reduce(0) { $0 + $1.customers * part($1.risk) }
    }
    (plan, segment, stress) = (first.plan, nil, first.stress)
    (rate, threshold, needed, whenEarned) = (first.rate, first.threshold, nil, nil)
    tasks = Int(min(sum { Double($0.tasks) }.rounded(), 1e15))
    let customers = sum { _ in 1 }
    missed = customers > 0 ? sum { $0.missed } / customers : 0
    expected = sum { $0.expected }
    modelled = sum { $0.modelled }
  }
}

/// How months of so many tasks turn out, whatever the plan.
private struct Months {
  let tasks: Int
  let rate: Double
  let threshold: Double
  let needed: Int
  let missed: Double
  let reached: Double
  /// The part of all successes that fall into months which reach the threshold.
  let counted: Double

  /// - Parameter tasks: a month's; rounded to whole tasks.
  init(tasks: Double, rate: Double, threshold: Double) {
    self.tasks = Int(min(max(tasks.rounded(), 0), 1e15))
    self.rate = rate
    self.threshold = threshold
    let months = Binomial(trials: self.tasks, probability: rate)
    // A threshold of 0.92 on 50 tasks is 46, and not 47 for what the product rounds to.
    needed = Int((threshold * Double(self.tasks) * (1 - 1e-12)).rounded(.up))
    missed = months.below(needed)
    reached = months.atLeast(needed)
    counted =
      self.tasks == 0
      ? 0 : Binomial(trials: self.tasks - 1, probability: rate).atLeast(needed - 1)
  }
}

extension CaseReading {
  /// The risk of each plan's kicker, for one customer of each segment and for all of them.
  ///
  /// A plan without a kicker has none, and where the success rate has no value there is nothing to say.
  public var kickerRisks: [KickerRisk] {
    let scenario = model.scenario
    guard let rate = values[.tsr].value else { return [] }
    // Plans that ask for the same of the same customers share their months.
    var known: [[Double]: Months] = [:]
    func months(_ tasks: Double, _ threshold: Double) -> Months {
      if let months = known[[tasks, threshold]] { return months }
      let months = Months(tasks: tasks, rate: rate, threshold: threshold)
      known[[tasks, threshold]] = months
      return months
    }
    return scenario.plans.flatMap { plan -> [KickerRisk] in
      guard let kicker = plan.successKicker, let bonus = bonus(kicker),
        let threshold = values[kicker.aboveTSR.path]?.value
      else { return [] }
      func risk(_ segment: String, _ tasks: Double) -> KickerRisk {
        KickerRisk(
          plan: plan.name, segment: segment, stress: stress, tasks: tasks,
          months: months(tasks, threshold), bonus: bonus)
      }
      let segments = scenario.volume.segments.compactMap {
        segment -> (risk: KickerRisk, customers: Double)? in
        guard let tasks = values[segment.tasksPerCustomer.path]?.value,
          let customers = values[segment.customers.path]?.value
        else { return nil }
        return (risk(segment.name, tasks), customers)
      }
      return segments.map(\.risk) + [KickerRisk(segments)].compactMap(\.self)
    }
  }

  /// The bonus on one success, in the scenario's currency.
  private func bonus(_ kicker: SuccessKicker) -> Double? {
    switch kicker.amount {
    case .fixed(let amount): home(amount)
    case .share(let share, let value):
      values[share.path]?.value.flatMap { share in home(value).map { $0 * share } }
    }
  }

  /// An input's value; one in foreign money is exchanged.
  private func home(_ input: Input) -> Double? {
    guard let value = values[input.path]?.value else { return nil }
    guard let currency = input.foreignCurrency,
      let rate = model.scenario.exchangeRates[currency]
    else { return value }
    return values[rate.path]?.value.map { $0 * value }
  }
}

import Formulas

/// A scenario's plans side by side, each judged as if it were the chosen one.
public struct PlanComparison: Sendable {
  /// The model with what plans are compared by.
  public let model: CostModel
  public let base: CaseReading
  public let stresses: [CaseReading]
  /// The plans in the order of the file.
  public let offers: [PlanOffer]
  /// The checks of figures that no plan changes, in the cases where they must hold.
  public let sharedChecks: [CheckReading]
  public let choice: PlanVerdict

  /// The base case first.
  public var cases: [CaseReading] { [base] + stresses }

  /// Every formula's value in the base case or under a stress; nil where that makes the model another
  /// one.
  func values(under stress: Stress?) -> Values? {
    guard let stress else { return base.values }
    let reading = stresses.first { $0.stress == stress.name }
    return reading?.shapesModel ?? true ? nil : reading?.values
  }

  public init(_ scenario: CostModel) throws(ModelFaults) {
    try self.init(try ScenarioReading(scenario))
  }

  /// Compares the plans of a scenario whose cases have been computed.
  public init(_ reading: ScenarioReading) throws(ModelFaults) {
    let model = try reading.model.comparingPlans()
    let plans = model.scenario.plans
    let base = reading.base.continued(on: model)
    var stresses: [CaseReading] = []
    for (stress, known) in zip(model.scenario.stresses, reading.stresses) {
      stresses.append(
        known.shapesModel ? try CaseReading(stress, on: model) : known.continued(on: model))
    }
    let cases = [base] + stresses
    // Cases are looked at where they stand: to hand one on is to copy all that it holds.
    let places = cases.indices
    let checks = model.scenario.checks + model.scenario.rateLimitChecks
    func readings(_ check: Check) -> [CheckReading] {
      let named = Set(check.stresses)
      return places.compactMap { place in
        cases[place].stress.map(named.contains) ?? true
          ? CheckReading(check, in: cases[place]) : nil
      }
    }
    let offers = plans.map { plan in
      PlanOffer(
        plan: plan,
        checks: checks.compactMap { $0.judged(on: plan.name, of: plans, in: model.graph) }
          .flatMap(readings),
        margins: places.map { (cases[$0].stress, cases[$0].values[plan.name, .grossMargin]) },
        leastSaving: model.scenario.volume.segments.compactMap { segment in
          base.values[CustomerFigure.savingShare.path(plan.name, segment.name)]?.value.map {
            (segment.name, $0)
          }
        }.min { $0.1 < $1.1 },
        leavesSaving: model.scenario.volume.segments.allSatisfy { segment in
          base.values[CustomerFigure.saving.path(plan.name, segment.name)]?.value ?? 0 >= 0
        })
    }
    self.model = model
    self.base = base
    self.stresses = stresses
    self.offers = offers
    sharedChecks = checks.filter { $0.isShared(by: plans, in: model.graph) }.flatMap(readings)
    choice = PlanVerdict(offers)
  }
}

/// Which plan to choose, by one stated rule.
///
/// Of the plans whose checks hold in the base case and under every stress, and on which no
/// customer pays more than people alone would cost, the one with the highest gross margin in its worst case. Equal ones are parted
/// by the margin of the base case, and then by their order in the file.
public struct PlanVerdict: Sendable {
  /// The plan to choose; nil where none meets the conditions.
  public let chosen: PlanOffer?
  /// The others that meet the conditions, best first.
  public let behind: [PlanOffer]
  /// Those that do not, the one with the fewest failures first.
  public let out: [PlanOffer]

  public init(_ offers: [PlanOffer]) {
    // What sorting asks of each again and again; equal ones stay in the order of the file.
    let standings = offers.enumerated().map { place, offer in
      Standing(
        place: place, isMeeting: offer.isPassed && offer.leavesSaving,
        failures: offer.failureCount, worst: offer.worst.margin.value ?? -.infinity,
        base: offer.baseMargin ?? -.infinity)
    }
    let meeting = standings.filter(\.isMeeting).sorted { $0.isBetter(than: $1) }
    chosen = meeting.first.map { offers[$0.place] }
    behind = meeting.dropFirst().map { offers[$0.place] }
    out = standings.filter { !$0.isMeeting }.sorted { a, b in
      a.failures == b.failures ? a.isBetter(than: b) : a.failures < b.failures
    }.map { offers[$0.place] }
  }
}

/// What decides which of two plans is the better one.
private struct Standing {
  /// Among the plans of the file.
  let place: Int
  let isMeeting: Bool
  let failures: Int
  /// Gross margins; one without a value is worse than any other.
  let worst: Double
  let base: Double

  func isBetter(than other: Standing) -> Bool {
    if worst != other.worst { return worst > other.worst }
    return base != other.base ? base > other.base : place < other.place
  }
}

extension PlanOffer {
  /// In how many cases a check fails, and whether customers save nothing.
  fileprivate var failureCount: Int {
    checks.count { !$0.isPassed } + (leavesSaving ? 0 : 1)
  }
}

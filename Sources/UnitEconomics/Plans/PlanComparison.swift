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
    let isShaping = reading?.changed.values.contains { $0.domain.isWhole } ?? true
    return isShaping ? nil : reading?.values
  }

  public init(_ scenario: CostModel) throws(ModelFaults) {
    let model = try scenario.comparingPlans()
    let plans = model.scenario.plans
    let base = CaseReading(
      stress: nil, model: model, values: model.values(), changed: [:], notes: [])
    var stresses: [CaseReading] = []
    for stress in model.scenario.stresses { stresses.append(try CaseReading(stress, on: model)) }
    let cases = [base] + stresses
    let checks = model.scenario.checks + model.scenario.rateLimitChecks
    func readings(_ check: Check) -> [CheckReading] {
      let named = Set(check.stresses)
      return cases.filter { $0.stress.map(named.contains) ?? true }.map {
        CheckReading(check, in: $0)
      }
    }
    let offers = plans.map { plan in
      PlanOffer(
        plan: plan,
        checks: checks.compactMap { $0.judged(on: plan.name, of: plans, in: model.graph) }
          .flatMap(readings),
        margins: cases.map { ($0.stress, $0.values[plan.name, .grossMargin]) },
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
    // Equal ones stay in the order of the file, which sorting alone does not promise.
    let places = Dictionary(
      offers.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    func isBetter(_ a: PlanOffer, _ b: PlanOffer) -> Bool {
      let (worstA, worstB) = (a.worst.margin.value, b.worst.margin.value)
      if worstA != worstB { return worstA ?? -.infinity > worstB ?? -.infinity }
      let (baseA, baseB) = (a.baseMargin ?? -.infinity, b.baseMargin ?? -.infinity)
      return baseA != baseB ? baseA > baseB : places[a.name] ?? 0 < places[b.name] ?? 0
    }
    let meeting = offers.filter { $0.isPassed && $0.leavesSaving }.sorted(by: isBetter)
    chosen = meeting.first
    behind = Array(meeting.dropFirst())
    out = offers.filter { !($0.isPassed && $0.leavesSaving) }.sorted { a, b in
      let (failuresA, failuresB) = (a.failureCount, b.failureCount)
      return failuresA == failuresB ? isBetter(a, b) : failuresA < failuresB
    }
  }
}

extension PlanOffer {
  /// In how many cases a check fails, and whether customers save nothing.
  fileprivate var failureCount: Int {
    checks.count { !$0.isPassed } + (leavesSaving ? 0 : 1)
  }
}

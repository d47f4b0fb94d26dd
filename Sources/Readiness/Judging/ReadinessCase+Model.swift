import Formulas
import UnitEconomics

extension ReadinessCase {
  /// A figure of the model in some case, or in all cases of some stresses.
  func modelled(
    _ path: String, _ limit: Decision.Limit, in modelCase: Decision.ModelCase
  ) -> Found {
    guard let cases = self.cases(modelCase) else {
      return Found(state: .unproven, reason: Wording.noMeasuredCase)
    }
    let paths = figures(path)
    let figures = cases.flatMap { state in
      paths.map { (path: $0, name: state.name, reading: state.values[$0]) }
    }
    // Of many the one that is worst is told.
    let worst = figures.min { one, other in
      guard let one = one.reading?.value else { return other.reading?.value != nil }
      guard let other = other.reading?.value else { return false }
      return limit.side == .min ? one < other : one > other
    }
    guard let worst else { return Found(state: .unproven, reason: Wording.noFigure(path)) }
    let evidence: [Evidence] = [
      .figure(worst.path, worst.reading?.value, caseName: worst.name, limit)
    ]
    guard let value = worst.reading?.value else {
      return Found(state: .notMet, evidence: evidence, reason: worst.reading?.reason)
    }
    return Found(state: limit.holds(value) ? .met : .notMet, evidence: evidence)
  }

  /// The figures of the model that a pattern means.
  func figures(_ pattern: String) -> [String] {
    guard pattern.contains("*") else {
      return reading.model.graph.positions[pattern] == nil ? [] : [pattern]
    }
    let pattern = PathPattern(pattern)
    return reading.model.graph.paths.filter(pattern.matches).sorted()
  }

  /// A case of the model by its name, and the changes that make it of its model.
  struct Case {
    let name: String
    let model: CostModel
    let changes: [Stress.Change]
    let values: Values
  }

  /// The base case under every stress of the pessimistic pack.
  static func packed(_ reading: ScenarioReading) -> [Case] {
    reading.model.scenario.pessimisticPack.compactMap { stress in
      (try? CaseReading(stress, on: reading.model)).map { Case(stress, $0) }
    }
  }

  /// - Returns: nil where the case is not known.
  func cases(_ modelCase: Decision.ModelCase) -> [Case]? {
    func base(_ name: String, _ reading: ScenarioReading) -> Case {
      Case(name: name, model: reading.model, changes: [], values: reading.base.values)
    }
    switch modelCase {
    case .base: return [base("base case", reading)]
    case .measured: return measured.map { [base("as measured", $0)] }
    case .stresses:
      guard !scenario.stresses.isEmpty else { return packed }
      return zip(scenario.stresses, reading.stresses).map { Case($0, $1) }
    case .pack: return packed
    }
  }

  /// Whether runs and model say the same.
  func agreeing(_ path: String, _ within: Double) -> Found {
    guard let measured else { return Found(state: .unproven, reason: Wording.noMeasuredCase) }
    guard !measuredInputs.isEmpty else {
      return Found(state: .unproven, reason: Wording.nothingMeasured)
    }
    guard let stated = reading.base.values[path]?.value,
      let seen = measured.base.values[path]?.value, stated != 0
    else { return Found(state: .unproven, reason: Wording.noFigure(path)) }
    let isNear = abs(seen - stated) <= within * abs(stated)
    return Found(
      state: isNear ? .met : .notMet,
      evidence: [.difference(path, modelled: stated, measured: seen, within: within)])
  }

  /// Whether a figure is likely enough within its limit: the whole interval of the chance decides.
  func likely(
    _ path: String, _ limit: Decision.Limit, _ chance: Chance?, least: Double
  ) -> Found {
    guard let chance else { return Found(state: .unproven, reason: Wording.noChance) }
    let evidence: [Evidence] = [.chance(path, chance, limit, least: least)]
    if chance.interval.lowerBound >= least { return Found(state: .met, evidence: evidence) }
    if chance.interval.upperBound < least { return Found(state: .notMet, evidence: evidence) }
    return Found(state: .unproven, evidence: evidence, reason: Wording.tooFewDraws)
  }

  /// Whether enough of revenue moves with something.
  func revenue(_ kind: Decision.RevenueKind, _ limit: Decision.Limit) -> Found {
    guard let share = revenueShare(kind) else {
      return Found(state: .unproven, reason: Wording.noRevenue)
    }
    return Found(
      state: limit.holds(share) ? .met : .notMet, evidence: [.revenue(kind, share, limit)])
  }

  /// The share of revenue that would not be there without tasks, or without any success.
  ///
  /// - Undefined: nothing is sold, or nothing is earned.
  func revenueShare(_ kind: Decision.RevenueKind) -> Double? {
    guard let all = reading.base.values[Output.revenue].value, all > 0 else { return nil }
    let changes: [Stress.Change] =
      switch kind {
      case .work:
        scenario.volume.segments.map {
          Stress.Change(path: $0.tasksPerCustomer.path, kind: .set, amount: 0)
        }
      case .success:
        scenario.outcomes.escalation.values.map {
          Stress.Change(path: $0.path, kind: .set, amount: 0)
        } + [Stress.Change(path: scenario.outcomes.wrongResult.path, kind: .set, amount: 1)]
      }
    let changed = scenario.changed(by: changes).inputs
    guard let rest = reading.model.values(changed: changed)[Output.revenue].value else {
      return nil
    }
    return 1 - rest / all
  }

  /// What it costs a month that an item is not met.
  ///
  /// Of success and escalation, what profit would be more, or cost less, at the limit, with all reasons scaled
  /// alike; of calls that should not have been made, what the scenario says one costs; of margins,
  /// what is short of the limit.
  func loss(of item: Checklist.Item) -> Double? {
    switch item.decision {
    case .seen(let kind, let limit):
      return kind.isSampled ? lossOfOutcomes(kind, limit) : lossOfCalls(kind)
    case .modelled(let path, let limit, let modelCase)
    where [Output.grossMargin.rawValue, Output.contributionMargin.rawValue].contains(path):
      return cases(modelCase)?.compactMap { state -> Double? in
        guard let margin = state.values[path]?.value, let all = state.values[Output.revenue].value,
          !limit.holds(margin)
        else { return nil }
        return abs(limit.value - margin) * all
      }.max()
    default: return nil
    }
  }

  private func lossOfOutcomes(_ kind: LogShare, _ limit: Decision.Limit) -> Double? {
    let output: Output =
      kind == .tsr ? .tsr : kind == .escalationRate ? .escalationRate : .failedRate
    let wrong = scenario.outcomes.wrongResult.path
    let escalations = scenario.outcomes.escalation.values.map(\.path)
    let paths = kind == .tsr ? escalations + [wrong] : kind == .failedRate ? [wrong] : escalations
    let model = best.model
    func values(_ factor: Double) -> Values {
      let changes = paths.map { Stress.Change(path: $0, kind: .multiply, amount: factor) }
      return model.values(changed: model.scenario.changed(by: changes).inputs)
    }
    guard let factor = crossing(0...1, { limit.holds(values($0)[output].value ?? .nan) }) else {
      return nil
    }
    let main: Output = scenario.plans.isEmpty ? .totalCost : .grossProfit
    guard let now = best.base.values[main].value, let then = values(factor)[main].value else {
      return nil
    }
    return scenario.plans.isEmpty ? now - then : then - now
  }

  /// The greatest number of a range at which something holds that holds at its lower end and not at its upper.
  private func crossing(_ range: ClosedRange<Double>, _ holds: (Double) -> Bool) -> Double? {
    guard holds(range.lowerBound), !holds(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func lossOfCalls(_ kind: LogShare) -> Double? {
    guard let logs, logs.runs > 0, let byTool = logs.byTool[kind],
      let attempts = reading.base.values["attempts"]?.value
    else { return nil }
    let amounts = byTool.compactMap { name, count in
      block.tools.first { $0.name == name }?.wrongCall.map { $0.value * Double(count) }
    }
    return amounts.isEmpty ? nil : amounts.reduce(0, +) / Double(logs.runs) * attempts
  }
}

extension ReadinessCase.Case {
  fileprivate init(_ stress: Stress, _ reading: CaseReading) {
    self.init(
      name: stress.name, model: reading.model, changes: stress.changes, values: reading.values)
  }
}

import UnitEconomics

extension ReadinessCase {
  /// Whether the scenario states something.
  func found(_ statement: Decision.Statement) -> Found {
    switch statement {
    case .workUnit:
      return there(!scenario.workUnit.name.isEmpty, "workUnit.name", scenario.workUnit.name)
    case .kpi:
      let kpi = scenario.workUnit.kpi
      return there(
        kpi != nil, "workUnit.kpi",
        kpi.map { Wording.kpi($0.name, $0.baseline, $0.target) } ?? "")
    case .humanBaseline:
      return there(scenario.workUnit.humanBaseline != nil, "workUnit.humanBaseline")
    case .schemas: return everyTool("schema") { $0.schema != nil }
    case .rateLimits:
      return everyConnector("rateLimit", scenario.tools) { $0.rateLimit != nil }
    case .backoff:
      return everyConnector("backoff", scenario.tools.filter { $0.maxRetries.value > 0 }) {
        $0.backoff.value > 0
      }
    case .riskyTools:
      let risky = block.riskyTools.map(\.name)
      return there(!risky.isEmpty, "readiness.tools.*.risk", risky.joined(separator: ", "))
    case .evaluationSuite:
      return there(scenario.infrastructure.evaluation != nil, "infrastructure.evaluation")
    case .shadowMode:
      return there(scenario.infrastructure.shadowShare != nil, "infrastructure.shadow")
    case .canary: return there(scenario.infrastructure.canary != nil, "infrastructure.canary")
    case .rollback:
      return there(
        !scenario.rollback.isEmpty, "rollback",
        scenario.rollback.map(\.name).joined(separator: ", "))
    case .traceRetention:
      return there(scenario.infrastructure.traces != nil, "infrastructure.traces")
    case .workPricing:
      let plan = scenario.plans.first { $0.name == scenario.chosenPlan } ?? scenario.plans.first
      let hasCharges = plan.map { !$0.charges.isEmpty || $0.successKicker != nil } ?? false
      return there(hasCharges, plan.map { "plans.\($0.name)" } ?? "plans")
    }
  }

  private func there(_ isThere: Bool, _ path: String, _ words: String = "") -> Found {
    guard isThere else { return Found(state: .notMet, reason: Wording.notStated(path)) }
    return Found(
      state: .met, evidence: [.stated(path)] + (words.isEmpty ? [] : [.words(words)]))
  }

  private func everyTool(_ key: String, _ has: (ToolRule) -> Bool) -> Found {
    guard !block.tools.isEmpty else {
      return Found(state: .unproven, reason: Wording.notStated("readiness.tools"))
    }
    let without = block.tools.filter { !has($0) }.map(\.name)
    return without.isEmpty
      ? Found(state: .met, evidence: [.stated("readiness.tools.*.\(key)")])
      : Found(state: .notMet, reason: Wording.toolsWithout(key, without))
  }

  private func everyConnector(_ key: String, _ tools: [Tool], _ has: (Tool) -> Bool) -> Found {
    guard !scenario.tools.isEmpty else {
      return Found(state: .notApplicable, reason: Wording.noTools)
    }
    let without = tools.filter { !has($0) }.map(\.name)
    return without.isEmpty
      ? Found(state: .met, evidence: [.stated("tools.*.\(key)")])
      : Found(state: .notMet, reason: Wording.toolsWithout(key, without))
  }
}

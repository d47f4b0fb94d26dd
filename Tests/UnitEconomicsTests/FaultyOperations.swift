import Formulas
import UnitEconomics

/// Mistakes in tools, infrastructure and human review.
let faultyOperations = [
  FaultyScenario(
    "tools.crm.latency.p95", "the p95 latency of crm lies below its p50",
    help: ["p50 is the latency that half of all calls stay under, p95 that 95 % do"]
  ) { scenario, _ in scenario.tools[0].p95.value = 0.3 },
  FaultyScenario(
    "tools[\"crm.v2\"]", "the tool \"crm.v2\" has no price",
    help: ["state price or priceByTime; what really costs nothing is price: \"$0 / call\""]
  ) { scenario, draft in scenario.tools[0] = draft.tool("crm.v2", price: nil) },
  FaultyScenario(
    "infrastructure.perTask.platform",
    "a line of infrastructure cost is called \"platform\" already",
    help: ["each line needs a name of its own; give this one another"]
  ) { scenario, _ in scenario.infrastructure.perTask[0].name = "platform" },
  FaultyScenario(
    "infrastructure.monthly.canary", "a line of infrastructure cost is called \"canary\" already",
    help: ["each line needs a name of its own; give this one another"]
  ) { scenario, _ in scenario.infrastructure.monthly[0].name = "canary" },
  FaultyScenario(
    "infrastructure.oneOff.tenant", "a line of infrastructure cost is called \"tenant\" already",
    help: ["each line needs a name of its own; give this one another"]
  ) { scenario, _ in scenario.infrastructure.oneOff[0].name = "tenant" },
  FaultyScenario(
    "humanReview.handleTime",
    "tasks escalate for data missing, and no handle time is stated for them",
    help: ["state how long a person takes: dataMissing: \"8 min\""]
  ) { scenario, _ in scenario.humanReview.handleTime[.dataMissing] = nil },
  FaultyScenario(
    "humanReview.handleTime",
    "tasks escalate for tool outage, and no handle time is stated for them",
    help: ["state how long a person takes: toolOutage: \"8 min\""]
  ) { scenario, _ in scenario.humanReview.handleTime[.toolOutage] = nil },
  FaultyScenario(
    "humanReview", "wrong results are detected, and no time to put them right is stated",
    help: ["state how long a person takes: rework: { time: \"14 min\" }"]
  ) { scenario, _ in scenario.humanReview.rework = nil },
  FaultyScenario(
    "humanReview.staffing", "whole-FTE staffing needs the hours that one person works a month",
    help: ["state them: hoursPerFTE: \"140 h / month\""]
  ) { scenario, _ in
    scenario.humanReview.staffing = .wholeFTE
    scenario.humanReview.hoursPerFTE = nil
  },
]

private let tiers = "plans.payAsYouGo.charges.usage.tiers"

/// A plan with a graduated charge.
private func graduated(
  _ tiers: [(upTo: Double?, price: Double)]
) -> @Sendable (inout Scenario, inout Draft) -> Void {
  { scenario, draft in
    scenario.plans[1].charges = [
      draft.graduated("plans.payAsYouGo.charges.usage", .submitted, tiers)
    ]
  }
}

/// Mistakes in plans.
let faultyPlans = [
  FaultyScenario(
    "plan", "there is no plan \"grwth\"", help: ["did you mean \"growth\"?"]
  ) { scenario, _ in scenario.chosenPlan = "grwth" },
  FaultyScenario(
    "plan", "there is no plan \"enterprise\"", help: ["known are \"growth\", \"payAsYouGo\""]
  ) { scenario, _ in scenario.chosenPlan = "enterprise" },
  FaultyScenario("plan", "there is no plan \"growth\"", help: ["none is stated"]) {
    scenario, _ in scenario.plans = []
  },
  FaultyScenario(
    "plans", "there are 2 plans, and none is chosen for revenue and margin",
    help: ["choose one: plan: \"growth\""]
  ) { scenario, _ in scenario.chosenPlan = nil },
  FaultyScenario(tiers, "a charge by tiers has at least one tier", graduated([])),
  FaultyScenario(
    "\(tiers).1.upTo", "the last tier ends, and usage beyond it would have no price",
    help: [
      "leave upTo out of the last tier",
      "or let its price hold beyond it: beyondTiers: \"lastTier\"",
    ], graduated([(5, 2), (10, 1)])),
  FaultyScenario(
    "\(tiers).0", "a tier before the last has no upper bound",
    help: ["state where it ends, the bound included: upTo: 5000"],
    graduated([(nil, 2), (nil, 1)])),
  FaultyScenario(
    "\(tiers).1.upTo", "the bounds of tiers rise, and this one does not",
    graduated([(5, 3), (5, 2), (nil, 1)])),
]

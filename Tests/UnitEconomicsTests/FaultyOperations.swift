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

private let use = "plans.payAsYouGo.charges.usage"

/// A plan with a charge at one price, unless the edit gives it something else.
private func charge(
  _ metric: Metric, _ edit: @escaping @Sendable (inout Draft, inout Charge) -> Void = { _, _ in }
) -> @Sendable (inout Scenario, inout Draft) -> Void {
  { scenario, draft in
    scenario.plans[1].charges = [draft.charge(use, metric) { edit(&$0, &$1) }]
  }
}

/// A graduated charge whose second tier says where it begins; the first ends at 5.
private func from(_ start: Double) -> @Sendable (inout Scenario, inout Draft) -> Void {
  { scenario, draft in
    graduated([(5, 2), (nil, 1)])(&scenario, &draft)
    guard case .graduated(var stated) = scenario.plans[1].charges[0].model else { return }
    stated[1].from = Input("\(tiers).1.from", "from", start, stated[0].upTo?.unit ?? .one)
    scenario.plans[1].charges[0].model = .graduated(tiers: stated)
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
  FaultyScenario(
    "\(tiers).1.from", "the tier begins at 4, and the one before ends only at 5",
    help: ["a tier begins where the one before ends; write from: 5, or leave it out"], from(4)),
  FaultyScenario(
    "\(tiers).1.from", "usage between 5 and 6.5 has no price",
    help: ["a tier begins where the one before ends; write from: 5, or leave it out"], from(6.5)),
  FaultyScenario(
    "\(use).exclusions", "exclusions add up to 120 %, and no more than all usage can be left out",
    charge(.completed) { draft, charge in
      charge.exclusions = ["one", "other"].map {
        ($0, draft.share("\(use).exclusions.\($0)", 0.6))
      }
    }),
  FaultyScenario(
    "\(use).minimum", "the minimum lies above the maximum, so that the minimum is always paid",
    help: ["the minimum is applied after the maximum, and wins"],
    charge(.completed) { draft, charge in
      charge.minimum = draft.input("\(use).minimum", 20, Draft.perCustomer)
      charge.maximum = draft.input("\(use).maximum", 10, Draft.perCustomer)
    }),
  FaultyScenario(
    "\(use).metric",
    "seats are charged, and it is not stated how many a customer of \"midMarket\" has",
    help: ["state it with the segment: midMarket: { seats: 25 }"], charge(.seat)),
  FaultyScenario(
    "\(use).metric", "a percentage is of what events are worth, and input tokens are no events",
    help: ["charge for tasks by their outcome, for attempts or for tool calls"],
    charge(.inputToken) { draft, charge in
      charge.model = .percentage(
        Charge.Percentage(
          rate: draft.share("\(use).rate", 0.1),
          value: draft.input("\(use).value", 2, charge.price)))
    }),
  FaultyScenario(
    "\(use).metric", "a cost is passed on by submitted tasks, and this is another metric",
    help: ["leave the metric out"],
    charge(.completed) { draft, charge in
      charge.model = .passThrough(cost: .total, markup: draft.share("\(use).markup", 0.1))
    }),
  FaultyScenario(
    "plans.growth.ramp.months", "15 months are discounted in a contract of 12",
    help: ["a ramp lasts as long as the contract at most"]
  ) { scenario, draft in
    scenario.plans[0].ramp = .init(
      discount: draft.share("plans.growth.ramp.discount", 0.5),
      months: draft.input("plans.growth.ramp.months", 15, .month),
      of: draft.input("plans.growth.ramp.of", 12, .month))
  },
  FaultyScenario(
    "plan", "80 % of customers are on a plan, and all of them must be",
    help: ["the shares of a mix add up to 100 %"]
  ) { scenario, draft in
    scenario.planChoice = .mix([
      PlanShare(plan: "growth", share: draft.share("plan.growth", 0.5)),
      PlanShare(plan: "payAsYouGo", share: draft.share("plan.payAsYouGo", 0.3)),
    ])
  },
  FaultyScenario(
    "volume.segments.enterprise.plan", "there is no plan \"grwth\"",
    help: ["did you mean \"growth\"?"]
  ) { scenario, _ in scenario.volume.segments[1].plan = .one("grwth") },
]

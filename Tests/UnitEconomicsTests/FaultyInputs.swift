import Formulas
import UnitEconomics

private let range = "humanReview.handleTime.ambiguity"

/// A range of a handle time of 9 min.
private func range(_ low: Double, _ high: Double) -> @Sendable (inout Scenario, inout Draft) -> Void
{
  { scenario, draft in
    scenario.humanReview.handleTime[.ambiguity] = draft.input(
      range, 9, .minute / .task, range: .init(low: low, high: high))
  }
}

/// Mistakes in ranges, volume and outcomes.
let faultyInputs = [
  FaultyScenario(
    "\(range).low", "the low end of the range lies above its high end", range(12, 6)),
  FaultyScenario("\(range).low", "the low end of the range lies above the value", range(10, 12)),
  FaultyScenario("\(range).high", "the high end of the range lies below the value", range(6, 8)),
  FaultyScenario(
    "volume.segments", "no segment is stated, so no task would ever come",
    help: ["state one: all: { customers: 1, tasksPerCustomer: \"1200 / month\" }"]
  ) { scenario, _ in scenario.volume.segments = [] },
  FaultyScenario(
    "outcomes.escalation",
    "the escalation rates add up to 107 %, and shares add up to 100 % at most",
    label: "more tasks would end so than were submitted"
  ) { scenario, _ in scenario.outcomes.escalation[.ambiguity]?.value = 1.033 },
  FaultyScenario(
    "outcomes.wrongResult",
    "escalations of 6.2 % and wrong results of 94 % add up to more than 100 %",
    label: "more tasks would end so than were submitted"
  ) { scenario, _ in scenario.outcomes.wrongResult.value = 0.94 },
]

/// Mistakes in models, their prices and their calls.
let faultyModels = [
  FaultyScenario(
    "inference.calls.triage.model", "no price is known for the model \"smal\"",
    label: "smal is unpriced", help: ["did you mean \"small\"?"]
  ) { scenario, _ in scenario.inference.calls[0].model = "smal" },
  FaultyScenario(
    "inference.calls.triage.model", "no price is known for the model \"gpt-4.1\"",
    label: "gpt-4.1 is unpriced",
    help: [
      "state it: prices: { \"gpt-4.1\": { input: \"$3 / Mtok\", output: \"$15 / Mtok\" } }"
    ]
  ) { scenario, _ in scenario.inference.calls[0].model = "gpt-4.1" },
  FaultyScenario(
    "inference.calls.triage.model", "the price of \"small\" has no rate for input tokens",
    label: "small is unpriced", help: ["state it with the model's price: input: \"$3 / Mtok\""]
  ) { scenario, _ in scenario.inference.prices["small"]?.rates[.input] = nil },
  FaultyScenario(
    "inference.calls.triage.model", "the price of \"small\" has no rate for output tokens",
    label: "small is unpriced", help: ["state it with the model's price: output: \"$15 / Mtok\""]
  ) { scenario, _ in scenario.inference.prices["small"]?.rates[.output] = nil },
  FaultyScenario(
    "inference.calls.triage.batch", "calls are batched, and \"small\" has no batch discount",
    help: ["state it with the model's price: batchDiscount: \"50%\""]
  ) { scenario, _ in scenario.inference.calls[0].batch.value = 0.5 },
  FaultyScenario(
    "inference.calls.resolve.cacheRead",
    "cache reads of 90 % and cache writes of 15 % add up to more than all input",
    label: "input includes what is read from and written to the cache"
  ) { scenario, _ in scenario.inference.calls[1].cacheRead.value = 0.9 },
  FaultyScenario(
    "inference.calls.resolve.cacheWrite",
    "cache reads of 70 % and cache writes of 40 % add up to more than all input",
    label: "input includes what is read from and written to the cache"
  ) { scenario, draft in
    // Only what the file states can be pointed at.
    scenario.inference.calls[1].cacheRead = draft.input(
      "inference.calls.resolve.cacheRead", 0.7, .share, isStated: false)
    scenario.inference.calls[1].cacheWrite.value = 0.4
  },
  FaultyScenario(
    "inference.calls.triage.reasoning", "there are more reasoning tokens than output tokens",
    label: "output includes reasoning"
  ) { scenario, draft in
    scenario.inference.calls[0].reasoning = draft.input(
      "inference.calls.triage.reasoning", 61, .token / .call)
  },
  FaultyScenario(
    "inference.prices.small.tiers.1.above",
    "the thresholds of price tiers rise, and this one does not"
  ) { scenario, draft in
    scenario.inference.prices["small"] = draft.price(
      "small", [.input: 1, .output: 2],
      tiers: [(above: 200, rates: [.input: 2]), (above: 200, rates: [.input: 3])])
  },
]

/// Every sentence in which this room finds fault with a scenario, so that they read as one voice.
enum Wording {
  static func didYouMean(_ word: String) -> String { "did you mean \"\(word)\"?" }
  static func known(_ words: [String]) -> String {
    words.isEmpty
      ? "none is stated" : "known are " + words.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  // Plans
  static func unknownPlan(_ name: String) -> String { "there is no plan \"\(name)\"" }
  static func planNotChosen(_ count: Int) -> String {
    "there are \(count) plans, and none is chosen for revenue and margin"
  }
  static func choosePlan(_ name: String) -> String { "choose one: plan: \"\(name)\"" }
  static let noTiers = "a charge by tiers has at least one tier"
  static let lastTierBounded = "the last tier ends, and usage beyond it would have no price"
  static let openLastTier = "leave upTo out of the last tier"
  static let priceBeyondTiers = "or let its price hold beyond it: beyondTiers: \"lastTier\""
  static let onlyLastTierOpen = "a tier before the last has no upper bound"
  static let stateUpTo = "state where it ends, the bound included: upTo: 5000"
  static let boundsNotRising = "the bounds of tiers rise, and this one does not"
  static func tiersOverlap(_ from: Double, _ end: Double) -> String {
    "the tier begins at \(from.shortText), and the one before ends only at \(end.shortText)"
  }
  static func tiersGap(_ from: Double, _ end: Double) -> String {
    "usage between \(end.shortText) and \(from.shortText) has no price"
  }
  static func stateFrom(_ end: Double) -> String {
    "a tier begins where the one before ends; write from: \(end.shortText), or leave it out"
  }
  static func excludedAboveOne(_ total: Double) -> String {
    "exclusions add up to \((total * 100).shortText) %, and no more than all usage can be left out"
  }
  static let minimumAboveMaximum =
    "the minimum lies above the maximum, so that the minimum is always paid"
  static let minimumWins = "the minimum is applied after the maximum, and wins"
  static func rampBeyondContract(_ months: Double, _ contract: Double) -> String {
    "\(months.shortText) months are discounted in a contract of \(contract.shortText)"
  }
  static let rampIsPartOfContract = "a ramp lasts as long as the contract at most"
  static let noToolsToCharge = "tool calls are charged, and the scenario has no tools"
  static let chargeOther = "charge for something that the scenario has, or state its tools"
  static func noSeats(_ segment: String) -> String {
    "seats are charged, and it is not stated how many a customer of \"\(segment)\" has"
  }
  static func stateSeats(_ segment: String) -> String {
    "state it with the segment: \(segment): { seats: 25 }"
  }
  static func notEvents(_ metric: Metric) -> String {
    "a percentage is of what events are worth, and \(metric.words)s are no events"
  }
  static let chargeEvents = "charge for tasks by their outcome, for attempts or for tool calls"
  static let passedBySubmitted =
    "a cost is passed on by submitted tasks, and this is another metric"
  static let leaveOutMetric = "leave the metric out"
  static func planShares(_ total: Double) -> String {
    "\((total * 100).shortText) % of customers are on a plan, and all of them must be"
  }
  static let allCustomersHaveAPlan = "the shares of a mix add up to 100 %"

  // People
  static func noHandleTime(_ reason: Reason) -> String {
    "tasks escalate for \(reason.words), and no handle time is stated for them"
  }
  static func stateHandleTime(_ reason: Reason) -> String {
    "state how long a person takes: \(reason.rawValue): \"8 min\""
  }
  static let noRework = "wrong results are detected, and no time to put them right is stated"
  static let stateRework = "state how long a person takes: rework: { time: \"14 min\" }"
  static let noHoursPerFTE = "whole-FTE staffing needs the hours that one person works a month"
  static let stateHoursPerFTE = "state them: hoursPerFTE: \"140 h / month\""

  // Ranges, volume, outcomes
  static let lowAboveHigh = "the low end of the range lies above its high end"
  static let lowAboveValue = "the low end of the range lies above the value"
  static let highBelowValue = "the high end of the range lies below the value"
  static let noSegments = "no segment is stated, so no task would ever come"
  static let stateSegment =
    "state one: all: { customers: 1, tasksPerCustomer: \"1200 / month\" }"
  static func escalationAboveOne(_ total: Double) -> String {
    "the escalation rates add up to \((total * 100).shortText) %, and shares add up to 100 % at most"
  }
  static func outcomesAboveOne(_ escalation: Double, _ wrong: Double) -> String {
    "escalations of \((escalation * 100).shortText) % and wrong results of "
      + "\((wrong * 100).shortText) % add up to more than 100 %"
  }
  static let moreThanSubmitted = "more tasks would end so than were submitted"

  // Tools and infrastructure
  static func p95BelowMedian(_ tool: String) -> String {
    "the p95 latency of \(tool) lies below its p50"
  }
  static let p95IsLarger = "p50 is the latency that half of all calls stay under, p95 that 95 % do"
  static func toolWithoutPrice(_ tool: String) -> String { "the tool \"\(tool)\" has no price" }
  static let stateToolPrice =
    "state price or priceByTime; what really costs nothing is price: \"$0 / call\""
  static func itemNameTaken(_ name: String) -> String {
    "a line of infrastructure cost is called \"\(name)\" already"
  }
  static let renameItem = "each line needs a name of its own; give this one another"

  // Inference
  static func noPrice(_ model: String) -> String { "no price is known for the model \"\(model)\"" }
  static func noRate(_ model: String, _ kind: TokenKind) -> String {
    "the price of \"\(model)\" has no rate for \(kind.words)"
  }
  static func stateRate(_ kind: TokenKind) -> String {
    "state it with the model's price: \(kind.rawValue): \"\(kind == .output ? "$15" : "$3") / Mtok\""
  }
  static func unpriced(_ model: String) -> String { "\(model) is unpriced" }
  static func statePrice(_ model: String) -> String {
    "state it: prices: { \"\(model)\": { input: \"$3 / Mtok\", output: \"$15 / Mtok\" } }"
  }
  static func noBatchDiscount(_ model: String) -> String {
    "calls are batched, and \"\(model)\" has no batch discount"
  }
  static let stateBatchDiscount = "state it with the model's price: batchDiscount: \"50%\""
  static func cachedAboveInput(_ read: Double, _ write: Double) -> String {
    "cache reads of \((read * 100).shortText) % and cache writes of "
      + "\((write * 100).shortText) % add up to more than all input"
  }
  static let cachedIsPartOfInput = "input includes what is read from and written to the cache"
  static let reasoningAboveOutput = "there are more reasoning tokens than output tokens"
  static let reasoningIsPartOfOutput = "output includes reasoning"
  static let tiersNotRising = "the thresholds of price tiers rise, and this one does not"
}

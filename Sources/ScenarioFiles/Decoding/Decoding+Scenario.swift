import Formulas
import UnitEconomics

extension Decoding {
  /// The scenario that a tree states; what cannot be read is reported, and stands as not a number.
  func scenario(_ root: JSONNode, book: PriceBook?) -> Scenario {
    let reader = ObjectReader(self, path: "", node: root)
    _ = reader.optionalText("$schema", "where an editor finds the schema of this file")
    formatVersion(reader)
    currency = currencyCode(reader)
    exchangeRates = exchangeRates(reader)
    let name = reader.text("name", "what the scenario is called", example: "Support tickets")
    let workUnit = reader.requiredSection("workUnit", "what one task is", self.workUnit)
    let volume = reader.requiredSection("volume", "how many tasks come", self.volume)
    let outcomes = reader.requiredSection("outcomes", "how tasks end", self.outcomes)
    let inference = reader.requiredSection("inference", "the model calls of an attempt") {
      self.inference($0, book: book)
    }
    let tools = reader.named("tools", "what the agent calls, by names of your own", tool)
    let infrastructure =
      reader.section("infrastructure", "what runs the agent", self.infrastructure)
      ?? Infrastructure()
    let humanReview = reader.requiredSection(
      "humanReview", "the people behind the agent", self.humanReview)
    let failures =
      reader.section("failures", "what goes wrong unseen") {
        Failures(
          perUndetected: $0.optionalInput(
            "perUndetected", "what a wrong result costs that nobody finds", .money / .task))
      } ?? Failures()
    let plans = reader.named("plans", "what customers pay, by names of your own", plan)
    let chosen = planChoice(reader) ?? (plans.count == 1 ? .one(plans[0].name) : nil)

    // What follows speaks of the inputs and formulas above, and is read once they are known.
    _ = reader.node("checks")
    _ = reader.node("correlations")
    _ = reader.node("stresses")
    _ = reader.node("rollback")
    _ = reader.node("readiness")
    reader.close()
    var scenario = Scenario(
      name: name, currency: currency, workUnit: workUnit, volume: volume, outcomes: outcomes,
      inference: inference, tools: tools, infrastructure: infrastructure,
      humanReview: humanReview, failures: failures, plans: plans, chosenPlan: nil,
      exchangeRates: exchangeRates, inputs: inputs)
    scenario.planChoice = chosen
    return scenario
  }

  /// The version of the file format that this program reads.
  static let formatVersion = 1.0

  private func formatVersion(_ reader: ObjectReader) {
    reader.version(
      "unitecon", "the version of the file format", Self.formatVersion, written: "unitecon"
    ) { .error(Wording.unknownVersion, at: $0, help: Wording.thisVersion) }
  }

  private func currencyCode(_ reader: ObjectReader) -> String {
    let code = reader.text("currency", "the currency of all results", example: "USD")
    if Currency.isCode(code) { return code }
    isCurrencyUnknown = true
    if case .string? = reader.node("currency")?.value, let node = reader.node("currency") {
      report(.error(Wording.notACurrency(code), at: node.span, help: Wording.currencyExample))
    }
    return "USD"
  }

  private func exchangeRates(_ reader: ObjectReader) -> [String: Input] {
    var rates: [String: Input] = [:]
    let unit = Unit.money / .foreignMoney
    for (code, node) in reader.names("exchangeRates", "what other currencies buy") {
      let path = InputPath.appending(code, to: "exchangeRates")
      let isOther = Currency.isCode(code) && code != currency
      guard isOther || probe != nil else {
        let key = reader.keySpan("exchangeRates", code) ?? node.span
        markUnread(path)
        report(.error(Wording.notAnotherCurrency(code, home: currency), at: key))
        continue
      }
      let words =
        isOther ? "what one \(code) buys in \(currency)" : "what one buys in the file's currency"
      rates[code] = input(
        path, words, node.asAmount(of: currency), unit, .positive)
    }
    return rates
  }

  private func workUnit(_ reader: ObjectReader) -> WorkUnit {
    let name = reader.text("name", "what one task is", example: "ticket resolved")
    learnTaskWords(name)
    let kpi = reader.section("kpi", "the figure that the agent is to move") {
      WorkUnit.KPI(
        name: $0.text("name", "the figure to move", example: "time to resolution"),
        baseline: $0.text("baseline", "where it stands today", example: "11 min"),
        target: $0.text("target", "where it should go", example: "2 min"))
    }
    let human = reader.section("humanBaseline", "the task as people alone do it") {
      WorkUnit.HumanBaseline(
        time: $0.input("time", "time a person takes for the task", .minute / .task),
        rate: $0.input("rate", "what an hour of a person costs", .money / .hour),
        occupancy: $0.input(
          "occupancy", "part of a paid hour spent on tasks", .share, in: .positiveShare,
          default: 1))
    }
    return WorkUnit(name: name, kpi: kpi, humanBaseline: human)
  }

  /// What a task is called: "ticket" where the work unit is "ticket resolved".
  func learnTaskWords(_ name: String) {
    if let noun = name.split(separator: " ").first.map(String.init) {
      taskWords = [noun, noun.lowercased()]
    }
  }

  private func volume(_ reader: ObjectReader) -> Volume {
    let segments = reader.named(
      "segments", "kinds of customers, by names of your own", segment)
    return Volume(
      segments: segments,
      peakFactor: reader.input(
        "peakFactor", "busiest hour over the mean hour", .one, in: .atLeastOne, default: 1))
  }

  private func segment(_ name: String, _ reader: ObjectReader) -> Volume.Segment {
    var segment = Volume.Segment(
      name: name, customers: reader.input("customers", "customers of the segment", .customer),
      tasksPerCustomer: reader.input(
        "tasksPerCustomer", "tasks that one customer hands in", .task / .customer / .month))
    segment.seats = reader.optionalInput("seats", "seats of one customer", .seat / .customer)
    segment.active = reader.optionalInput(
      "active", "part of customers who use the agent in a month", .share, in: .share)
    segment.plan = planChoice(reader)
    return segment
  }

  private func outcomes(_ reader: ObjectReader) -> Outcomes {
    let attempts = reader.input(
      "maxAttempts", "attempts before a task counts as a tool outage", .attempt / .task,
      in: .whole(1...20), default: 1)
    let escalation = reader.requiredSection("escalation", "why tasks go to a person") { reader in
      Dictionary(
        uniqueKeysWithValues: Reason.stated.map { reason in
          (
            reason,
            reader.input(
              reason.rawValue, "of tasks that run to an end: \(reason.words)", .share,
              in: .scaledShare, default: 0)
          )
        })
    }
    return Outcomes(
      maxAttempts: attempts, escalation: escalation,
      wrongResult: reader.input(
        "wrongResult", "of tasks that run to an end: wrong result", .share, in: .share),
      wrongDetected: reader.input(
        "wrongDetected", "part of wrong results that is found and put right", .share, in: .share,
        default: 0),
      humanCompletes: reader.input(
        "humanCompletes", "part of escalated tasks that a person completes", .share, in: .share,
        default: 1))
  }
}

extension JSONNode {
  /// `1.08` read as "1.08 USD", since an exchange rate can only be meant so.
  fileprivate func asAmount(of currency: String) -> JSONNode {
    switch value {
    case .number(let number):
      return JSONNode(span: span, value: .string("\(number.value) \(currency)"))
    case .object(let members):
      let amounts = ["value", "low", "high"]
      let stated = members.map { member in
        var member = member
        if amounts.contains(member.key) { member.value = member.value.asAmount(of: currency) }
        return member
      }
      return JSONNode(span: span, value: .object(stated))
    default: return self
    }
  }
}

import Readiness

extension Table {
  /// An agent's readiness, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | section | verdict, rule, item, evidence, exception, act, link |
  /// | item | which item, rule, kind of exception, word of an act or link |
  /// | state | go or no-go; met, notMet, unproven, notApplicable; present, missing, notCaptured, notOwed |
  /// | blocks | whether nothing goes live without it |
  /// | cases, all, low, high | counts in logs, and the 95 % interval where runs are a sample |
  /// | value, limit, side | figures of the model, and what they are held against |
  /// | costPerMonth, costPaths | what the model says it costs, and by which formulas |
  /// | lossPerMonth | what it costs that it is not met |
  /// | run, tool, at, by | of exceptions and acts |
  /// | words | the same in a sentence |
  public static func readinessFacts(_ answer: ReadinessAnswer) -> Table {
    var table = Table(
      columns: [
        "section", "item", "state", "blocks", "cases", "all", "low", "high", "value", "side",
        "limit", "costPerMonth", "costPaths", "lossPerMonth", "run", "tool", "at", "by", "words",
      ].map { Column($0) })
    for fact in answer.facts {
      let numbers: [Cell] = [
        fact.cases.map(Double.init), fact.all.map(Double.init), fact.low, fact.high, fact.value,
      ].map { .plain($0) }
      table.rows.append(
        Row(
          [
            .text(fact.section), .text(harmless(fact.item)), .text(fact.state),
            .text(fact.blocks.map { $0 ? "true" : "false" } ?? ""),
          ] + numbers + [
            .text(fact.limit?.side.rawValue ?? ""), .plain(fact.limit?.value),
            .plain(fact.cost),
            .text(harmless(fact.costPaths.joined(separator: " "))), .plain(fact.loss),
          ] + [fact.run, fact.tool, fact.at, fact.by, fact.words].map { .text(harmless($0 ?? "")) })
      )
    }
    return table
  }
}

/// One thing that is known of an agent's readiness.
private struct ReadinessFact {
  let section: String
  let item: String
  var state = ""
  var blocks: Bool?
  var cases: Int?
  var all: Int?
  var low: Double?
  var high: Double?
  var value: Double?
  var limit: Decision.Limit?
  var cost: Double?
  var costPaths: [String] = []
  var loss: Double?
  var run: String?
  var tool: String?
  var at: String?
  var by: String?
  var words: String?

  init(_ section: String, _ item: String) {
    self.section = section
    self.item = item
  }
}

extension ReadinessAnswer {
  fileprivate var facts: [ReadinessFact] {
    var verdict = ReadinessFact("verdict", "readiness")
    verdict.state = self.verdict.isGo ? "go" : "no-go"
    verdict.at = on.text
    verdict.value = self.verdict.perDayOfDelay?.amount
    verdict.words = self.verdict.perDayOfDelay.map { "\($0.kind.rawValue) of a day" }
    let rules = self.verdict.rules.map { rule, items, isMet in
      var fact = ReadinessFact("rule", rule.rawValue)
      fact.state = isMet ? "met" : "notMet"
      fact.words = items.map { words(on: $0) }.joined(separator: "; ")
      return fact
    }
    return [verdict] + rules + self.verdict.results.flatMap(facts(of:)) + exceptions + acts + links
  }

  private func facts(of result: ItemResult) -> [ReadinessFact] {
    var fact = ReadinessFact("item", result.path)
    fact.state = result.state.rawValue
    fact.blocks = result.isHeavy
    fact.cost = result.costPerMonth
    fact.costPaths = result.costPaths
    fact.loss = result.lossPerMonth
    fact.words = result.item.says
    let evidence = result.evidence.map { evidence in
      var fact = ReadinessFact("evidence", result.path)
      fact.words = words(evidence)
      switch evidence {
      case .share(_, let share, let interval, let limit):
        (fact.cases, fact.all, fact.limit) = (share.cases, share.all, limit)
        (fact.low, fact.high) = (interval?.lowerBound, interval?.upperBound)
      case .figure(_, let value, _, let limit): (fact.value, fact.limit) = (value, limit)
      case .chance(_, let chance, let limit, _):
        (fact.value, fact.limit) = (chance.share, limit)
        (fact.low, fact.high) = (chance.interval.lowerBound, chance.interval.upperBound)
      case .difference(_, _, let measured, _): fact.value = measured
      case .revenue(_, let share, let limit): (fact.value, fact.limit) = (share, limit)
      case .suite(_, _, let day, let cases, let passed):
        (fact.cases, fact.all, fact.at) = (passed, cases, day.text)
      case .document(let document, _): (fact.by, fact.at) = (document.by, document.on?.text)
      case .reconstruction(let found):
        (fact.cases, fact.all) = (found.told, found.incidents)
        (fact.run, fact.at) = (found.run, found.at)
      case .acts, .trigger, .stated, .words: break
      }
      return fact
    }
    guard let reason = result.reason else { return [fact] + evidence }
    var why = ReadinessFact("evidence", result.path)
    why.words = reason
    return [fact] + evidence + [why]
  }

  private var exceptions: [ReadinessFact] {
    LogShare.allCases.flatMap { kind in
      (logs?.exceptions[kind] ?? []).map { incident in
        var fact = ReadinessFact("exception", kind.rawValue)
        (fact.run, fact.tool, fact.at) = (incident.run, incident.tool, incident.at)
        fact.words = incident.words
        return fact
      }
    }
  }

  private var acts: [ReadinessFact] {
    ((logs?.approvals ?? []) + (logs?.stops ?? [])).map { act in
      var fact = ReadinessFact("act", act.word.rawValue)
      (fact.run, fact.tool, fact.at, fact.by) = (act.run, act.tool, act.at, act.by)
      fact.words = act.why
      return fact
    }
  }

  private var links: [ReadinessFact] {
    (logs?.reconstruction?.links ?? []).map { link, state in
      var fact = ReadinessFact("link", link)
      fact.state = state
      fact.run = logs?.reconstruction?.run
      return fact
    }
  }
}

extension JSON {
  /// An agent's readiness, with every fact of the CSV.
  public static func readiness(_ answer: ReadinessAnswer, program: Program) -> JSON {
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? nil }
    func text(_ value: String?) -> JSON { value.map { .string($0) } ?? nil }
    return [
      "version": 1,
      "program": .string("\(program.name) \(program.version)"),
      "scenario": .string(answer.subject.scenario.name),
      "currency": .string(answer.currency),
      "checklist": .string(answer.verdict.subject.checklist.name),
      "on": .string(answer.on.text),
      "isGo": .bool(answer.verdict.isGo),
      "files": .array(
        answer.subject.sources.map {
          ["name": .string($0.name), "sha256": .string($0.sha256)]
        }),
      "facts": .array(
        answer.facts.map { fact in
          [
            "section": .string(fact.section), "item": .string(fact.item),
            "state": fact.state.isEmpty ? nil : .string(fact.state),
            "blocks": fact.blocks.map { .bool($0) } ?? nil,
            "cases": number(fact.cases.map(Double.init)),
            "all": number(fact.all.map(Double.init)), "low": number(fact.low),
            "high": number(fact.high), "value": number(fact.value),
            "side": text(fact.limit?.side.rawValue), "limit": number(fact.limit?.value),
            "costPerMonth": number(fact.cost),
            "costPaths": .array(fact.costPaths.map { .string($0) }),
            "lossPerMonth": number(fact.loss),
            "run": text(fact.run), "tool": text(fact.tool), "at": text(fact.at),
            "by": text(fact.by), "words": text(fact.words),
          ]
        }),
    ]
  }
}

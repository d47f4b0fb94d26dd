import Readiness

extension Table {
  /// An agent's readiness, one fact a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | section | verdict, rule, item, evidence, exception, act, link; unruled tools, unread lines |
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
struct ReadinessFact {
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
  var facts: [ReadinessFact] {
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
    let items = self.verdict.results.flatMap(facts(of:))
    return [[verdict], rules, items, exceptions, acts, links, unseen].flatMap { $0 }
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
      case .suite(let last):
        (fact.cases, fact.all, fact.at) = (last.passed, last.cases, last.on.text)
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
    guard let incident, let chain = incident.run.chain else { return [] }
    return incident.answer.states(chain).map { link, state in
      var fact = ReadinessFact("link", "\(link)")
      fact.state = state.rawValue
      fact.run = incident.run.trace
      return fact
    }
  }

  /// Tools of the logs that no rule speaks of, and lines that are left out.
  private var unseen: [ReadinessFact] {
    let tools = (logs?.unruledTools ?? [:]).sorted { $0.key < $1.key }.map { name, calls in
      var fact = ReadinessFact("unruled", "calls")
      (fact.tool, fact.all) = (name, calls)
      return fact
    }
    var lines = ReadinessFact("unread", "lines")
    lines.all = unread.count
    return tools + (unread.count > 0 ? [lines] : [])
  }
}

import RunLogs
import UnitEconomics

extension Table {
  /// What changed from one release to the next, one figure or trigger a row.
  ///
  /// | column | holds |
  /// |---|---|
  /// | section | change, trigger, worth |
  /// | item | which figure, trigger or output |
  /// | before, after, difference | the numbers exactly |
  /// | low, high | the 95 % interval of the difference |
  /// | p, leastSeen, power | what chance does, the least change that is seen, how likely the limit is |
  /// | limit, verdict | of triggers |
  public static func releaseFacts(_ answer: ReleaseAnswer) -> Table {
    var table = Table(
      columns: [
        "section", "item", "before", "after", "difference", "low", "high", "p", "leastSeen",
        "limit", "power", "verdict", "unit",
      ].map { Column($0) })
    for fact in answer.facts {
      let numbers = [
        fact.before, fact.after, fact.difference, fact.low, fact.high, fact.p, fact.leastSeen,
        fact.limit, fact.power,
      ]
      table.rows.append(
        Row(
          [.text(fact.section), .text(harmless(fact.item))] + numbers.map { .plain($0) } + [
            .text(fact.verdict), .text(fact.unit),
          ]))
    }
    return table
  }
}

extension JSON {
  /// What changed from one release to the next, with every fact of the CSV.
  public static func release(_ answer: ReleaseAnswer, program: Program) -> JSON {
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? nil }
    return [
      "version": 1,
      "program": .string("\(program.name) \(program.version)"),
      "takenBack": .bool(answer.isTakenBack),
      "facts": .array(
        answer.facts.map { fact in
          [
            "section": .string(fact.section), "item": .string(fact.item),
            "before": number(fact.before), "after": number(fact.after),
            "difference": number(fact.difference), "low": number(fact.low),
            "high": number(fact.high), "p": number(fact.p), "leastSeen": number(fact.leastSeen),
            "limit": number(fact.limit), "power": number(fact.power),
            "verdict": fact.verdict.isEmpty ? nil : .string(fact.verdict),
            "unit": .string(fact.unit),
          ]
        }),
      "warnings": .array(answer.warnings.map { .string($0) }),
    ]
  }
}

/// One figure of a release beside that before it.
private struct ReleaseFact {
  let section: String
  let item: String
  var before: Double?
  var after: Double?
  var low: Double?
  var high: Double?
  var p: Double?
  var leastSeen: Double?
  var limit: Double?
  var power: Double?
  var verdict = ""
  let unit: String

  var difference: Double? { before.flatMap { before in after.map { $0 - before } } }
}

extension ReleaseAnswer {
  fileprivate var facts: [ReleaseFact] {
    let changed = changes.map { change in
      ReleaseFact(
        section: "change", item: change.figure.rawValue, before: change.before,
        after: change.after, low: change.interval?.lowerBound, high: change.interval?.upperBound,
        p: change.pValue, leastSeen: change.leastSeen,
        unit: change.figure.unit.text(currency: currency))
    }
    let judged = verdicts.map { verdict in
      ReleaseFact(
        section: "trigger", item: verdict.trigger.name, before: verdict.before,
        after: verdict.after, limit: verdict.threshold, power: verdict.power,
        verdict: verdict.verdict.rawValue,
        unit: verdict.trigger.figure.unit.text(currency: currency))
    }
    guard let worth else { return changed + judged }
    let graph = worth.stated.reading.base.values
    return changed + judged
      + Output.allCases.map { output in
        ReleaseFact(
          section: "worth", item: output.rawValue,
          before: worth.before.reading.base.values[output].value,
          after: worth.after.reading.base.values[output].value,
          unit: graph.unit(output.rawValue).text(currency: worth.stated.currency))
      }
  }
}

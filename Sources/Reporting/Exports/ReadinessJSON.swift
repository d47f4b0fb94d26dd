import Readiness

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

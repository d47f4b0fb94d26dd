import Formulas
import UnitEconomics

extension JSON {
  /// A comparison: the figure, its drivers and their shares, components, figures and checks.
  public static func compare(_ comparison: Comparison, program: Program) -> JSON {
    let bridge = comparison.bridge
    return [
      "version": 1,
      "provenance": .provenance(comparison.subjects, program),
      "before": comparison.before.json,
      "after": comparison.after.json,
      "warnings": .array(comparison.warnings.map { .string($0) }),
      "figure": [
        "path": .string(bridge.output),
        "unit": .string(bridge.unit.text(currency: comparison.currency)),
        "before": .number(bridge.before), "after": .number(bridge.after),
        "difference": .number(bridge.difference),
      ],
      "method": bridge.method.json,
      "grouping": .string(bridge.grouping.rawValue),
      "drivers": .array(bridge.shares.map(comparison.json)),
      "ties": .array(
        bridge.ties.map {
          ["drivers": .array($0.drivers.map { .string($0) }), "reason": .string($0.reason)]
        }),
      "notByInput": bridge.notByInput.map { .string($0) } ?? nil,
      "idle": .array(bridge.idle.map(comparison.json)),
      "components": .members(
        Component.allCases.map { ($0.rawValue, comparison.pair($0.output)) }),
      "outputs": .members(Output.allCases.map { ($0.rawValue, comparison.pair($0.rawValue)) }),
      "plans": .members(
        comparison.planNames.map { plan in
          let path = InputPath.appending(plan, to: "plans")
          return (
            plan,
            .members(
              Output.ofPlan.map { ($0.rawValue, comparison.pair("\(path).\($0.rawValue)")) })
          )
        }),
      "checks": .array(
        comparison.checks.map { check in
          [
            "name": .string(check.name),
            "stress": check.stress.map { .string($0) } ?? nil,
            "before": comparison.before.subject.json(check.before),
            "after": comparison.after.subject.json(check.after),
          ]
        }),
    ]
  }
}

extension Comparison {
  /// A figure before and after, each with its unit or why it has no value.
  fileprivate func pair(_ path: String) -> JSON {
    [
      "before": before.reading.values.json(path, currency: currency),
      "after": after.reading.values.json(path, currency: currency),
    ]
  }

  fileprivate func json(_ share: Bridge.Share) -> JSON {
    [
      "name": .string(share.driver.name),
      "share": .number(share.value), "alone": .number(share.alone), "last": .number(share.last),
      "standardError": share.standardError.map { .number($0) } ?? nil,
      "inputs": .array(share.driver.differences.map(json)),
    ]
  }

  fileprivate func json(_ difference: Difference) -> JSON {
    let (old, new) = inputs(of: difference)
    let texts = texts(of: difference)
    func side(_ input: Input?, _ text: String, _ side: Side) -> JSON {
      guard let input else { return ["value": nil, "text": .string(text)] }
      return [
        "value": .number(input.value),
        "unit": .string(side.subject.unitText(input.unit, of: input.path)),
      ]
    }
    return [
      "path": .string(difference.path), "kind": .string(difference.kind.word),
      "before": side(old, texts.0, before), "after": side(new, texts.1, after),
    ]
  }
}

extension Comparison.Side {
  fileprivate var json: JSON {
    [
      "label": .string(label), "scenario": .string(subject.reading.model.scenario.name),
      "file": .string(subject.file), "stress": reading.stress.map { .string($0) } ?? nil,
    ]
  }
}

extension Bridge.Method {
  fileprivate var json: JSON {
    switch self {
    case .exact(let sets): ["kind": "exact", "sets": .number(Double(sets))]
    case .sampled(let pairs, let seed):
      ["kind": "sampled", "pairs": .number(Double(pairs)), "seed": .number(Double(seed))]
    }
  }
}

extension Difference.Kind {
  fileprivate var word: String {
    switch self {
    case .value: "value"
    case .added: "added"
    case .removed: "removed"
    case .word: "word"
    case .replaced: "replaced"
    }
  }
}

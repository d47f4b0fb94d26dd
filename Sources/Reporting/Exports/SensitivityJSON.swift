import Formulas
import UnitEconomics

extension JSON {
  /// Sensitivities in full precision.
  ///
  /// - Parameter setting: a value of an input as it can be given back to the program, where it can.
  public static func sensitivity(
    _ answer: Sensitivity, of subject: Subject, setting: ((Input, Double) -> String)?,
    program: Program
  ) -> JSON {
    let tornado = answer.tornado
    var slopes: [String: Elasticity] = [:]
    for item in answer.elasticities { slopes[item.input.path] = item }
    var headrooms: [String: Headroom] = [:]
    for headroom in answer.inputs {
      if case .input(let input) = headroom.subject { headrooms[input.path] = headroom }
    }
    return [
      "version": 1,
      "provenance": .provenance([subject], program),
      "scenario": .string(subject.scenario.name),
      "case": .string(answer.reading.stress ?? "base"),
      "output": .string(tornado.output),
      "unit": .string(tornado.unit.text(currency: subject.currency)),
      "value": .number(tornado.base),
      "checks": .array(answer.checks.map(subject.json)),
      "inputs": .array(
        tornado.bars.map { bar in
          let path = bar.input.path
          let own = setting.map { setting in { (value: Double) in setting(bar.input, value) } }
          return .object(
            subject.members(bar) + (slopes[path]?.members ?? [])
              + (headrooms[path]?.members(setting: own) ?? []))
        }),
      "groups": .array(
        answer.groups.compactMap { headroom in
          guard case .group(let group) = headroom.subject else { return nil }
          return .object(
            [
              Member("group", .string(group.kind.rawValue)),
              Member("statement", .string(group.statement)),
              Member("paths", .array(group.paths.map { .string($0) })),
            ] + headroom.members(setting: nil))
        }),
      "reverseStresses": .array(answer.reverseStresses.map(subject.json)),
    ]
  }

  static func plain(_ value: Double?) -> JSON { value.map { .number($0) } ?? nil }
}

extension Subject {
  fileprivate func members(_ bar: Tornado.Bar) -> [JSON.Member] {
    func figure(_ reading: Reading) -> JSON { .plain(reading.value) }
    let reason = bar.atLow.reason ?? bar.atHigh.reason
    return [
      JSON.Member("path", .string(bar.input.path)),
      JSON.Member("unit", .string(unitText(bar.input.unit, of: bar.input.path))),
      JSON.Member("value", .number(bar.input.value)),
      JSON.Member("low", .number(bar.span.low)), JSON.Member("high", .number(bar.span.high)),
      JSON.Member("range", .string(bar.span.basis.rawValue)),
      JSON.Member("source", bar.input.source.map { .string($0) } ?? nil),
      JSON.Member("atLow", figure(bar.atLow)), JSON.Member("atHigh", figure(bar.atHigh)),
      JSON.Member("swing", .number(bar.swing)),
    ] + (reason.map { [JSON.Member("reason", .string($0))] } ?? [])
  }

  fileprivate func json(_ item: ReverseStress) -> JSON {
    let moved = item.moved.map { moved -> JSON in
      [
        "path": .string(moved.input.path),
        "unit": .string(unitText(moved.input.unit, of: moved.input.path)),
        "from": .number(moved.input.value), "to": .number(moved.value),
      ]
    }
    return [
      "kind": .string(item.kind.name.section), "name": .string(item.kind.name.item),
      "limit": item.limit?.json(setting: nil) ?? nil,
      "lookedUpTo": .number(item.end), "proven": .bool(item.isProven),
      "inputs": .array(moved),
    ]
  }
}

extension Elasticity {
  fileprivate var members: [JSON.Member] {
    let sides: [JSON.Member] =
      switch course {
      case .smooth, .jump: []
      case .stepped(let here): [JSON.Member("slopeHere", .number(here))]
      case .bent(let below, let above):
        [JSON.Member("slopeBelow", .number(below)), JSON.Member("slopeAbove", .number(above))]
      }
    return [
      JSON.Member("slope", .number(slope)), JSON.Member("course", .string(course.name)),
    ] + sides + [
      JSON.Member("perPercent", .number(perPercent)),
      JSON.Member("elasticity", .plain(elasticity)),
      JSON.Member("canRise", .bool(canRise)), JSON.Member("canFall", .bool(canFall)),
    ]
  }
}

extension Headroom {
  fileprivate func members(setting: ((Double) -> String)?) -> [JSON.Member] {
    func side(_ side: Side) -> JSON {
      [
        "limit": side.limit?.json(setting: setting) ?? nil, "lookedUpTo": .number(side.end),
        "proven": .bool(side.isProven),
      ]
    }
    return [JSON.Member("falling", side(falling)), JSON.Member("rising", side(rising))]
  }
}

extension Headroom.Limit {
  fileprivate func json(setting: ((Double) -> String)?) -> JSON {
    .object(
      [
        JSON.Member("at", .number(position)), JSON.Member("factor", .plain(factor)),
        JSON.Member("check", .string(check.name)), JSON.Member("kind", .string(kind.rawValue)),
      ] + (setting.map { [JSON.Member("set", .string($0(position)))] } ?? []))
  }
}

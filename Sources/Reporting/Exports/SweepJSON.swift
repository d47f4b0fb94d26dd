import Formulas
import UnitEconomics

extension JSON {
  /// A sweep's ends and breaks, and its points where they are few.
  ///
  /// - Parameters:
  ///   - points: every point in order; nil where they are too many, and `hint` says where they are.
  ///   - frontier: over two axes, the first break along the second from every position of the first.
  public static func sweep(
    _ findings: SweepFindings, points: [SweepPoint]?, frontier: [SweepBreak?], hint: String,
    of subject: Subject, program: Program
  ) -> JSON {
    let facts = SweepFacts(findings: findings, subject: subject)
    let sweep = findings.sweep
    var members: [Member] = [
      Member("version", 1), Member("provenance", .provenance([subject], program)),
      Member("stress", sweep.stress.map { .string($0.name) } ?? nil),
      Member("axes", .array(sweep.axes.map(facts.json))),
      Member("count", .number(Double(sweep.count))),
      Member("figures", .array(sweep.figures.indices.map(facts.figure))),
      Member("checks", .array(sweep.checks.indices.map(facts.check))),
      Member("failing", .number(Double(findings.summary.failing))),
      Member("passedAtStart", .bool(findings.base.isPassed)),
      Member("breaks", .array(sweep.axes.indices.flatMap(facts.breaks))),
    ]
    if !frontier.isEmpty {
      members.append(Member("frontier", .array(frontier.indices.map { facts.row($0, frontier) })))
    }
    members.append(Member("notes", .array(findings.notes.map { .string($0) })))
    members.append(Member("points", points.map { .array($0.map(facts.point)) } ?? nil))
    if points == nil { members.append(Member("pointsHint", .string(hint))) }
    return .object(members)
  }
}

/// The parts of a sweep as JSON carries them.
private struct SweepFacts {
  let findings: SweepFindings
  let subject: Subject

  private var sweep: Sweep { findings.sweep }
  private var words: SweepWords { SweepWords(subject: subject, sweep: sweep) }

  func json(_ axis: StatedAxis) -> JSON {
    [
      "name": .string(axis.name), "count": .number(Double(axis.count)),
      "patterns": .array(
        axis.lanes.map { lane in
          [
            "pattern": .string(lane.pattern), "change": .string("\(lane.kind)"),
            "unit": .string(words.fullUnit(lane)), "first": .number(lane.amounts[0]),
            "last": .number(lane.amounts[axis.count - 1]),
            // A long axis is told by its ends.
            "amounts": axis.count <= 1000 ? .array(lane.amounts.map { .number($0) }) : nil,
            "equalFactors": .bool(lane.isLogarithmic),
            "inputs": .array(
              lane.paths.compactMap { subject.scenario.inputs[$0] }.map { input in
                [
                  "path": .string(input.path), "value": .number(input.value),
                  "unit": .string(subject.unitText(input.unit, of: input.path)),
                ]
              }),
          ]
        }),
    ]
  }

  private func unit(_ output: String) -> JSON {
    .string(sweep.unit(of: output).text(currency: subject.currency))
  }

  func figure(_ index: Int) -> JSON {
    let figure = findings.summary.figures[index]
    func end(_ extreme: SweepSummary.Extreme?) -> JSON {
      guard let extreme else { return nil }
      return [
        "value": .number(extreme.value), "at": amounts(sweep.positions(ofRow: extreme.row)),
      ]
    }
    return [
      "name": .string(sweep.figures[index]), "unit": unit(sweep.figures[index]),
      "atStart": findings.base.figures[index].value.map { .number($0) } ?? nil,
      "lowest": end(figure.lowest), "highest": end(figure.highest),
      "undefined": .number(Double(figure.undefined)),
    ]
  }

  func check(_ index: Int) -> JSON {
    let check = sweep.checks[index]
    return [
      "name": .string(check.name), "output": .string(check.output),
      "side": .string(check.side.rawValue), "limit": .number(check.limit.value),
      "unit": unit(check.output), "distanceAtStart": number(findings.base.distances[index]),
      "failing": .number(Double(findings.summary.failures[index])),
    ]
  }

  /// Where the checks first fail along an axis, the others where they begin.
  func breaks(_ axis: Int) -> [JSON] {
    findings.breaks[axis].map { json($0, along: axis) }
  }

  func row(_ position: Int, _ frontier: [SweepBreak?]) -> JSON {
    let amounts = sweep.axes[0].lanes.map { JSON.number($0.amounts[position]) }
    return ["at": .array(amounts), "first": frontier[position].map { json($0, along: 1) } ?? nil]
  }

  private func json(_ found: SweepBreak, along axis: Int) -> JSON {
    let place =
      switch found.point.place {
      case .atStart: "atStart"
      case .at(_, let isJump): isJump ? "jump" : "at"
      case .undefined: "undefined"
      case .never: "never"
      }
    return [
      "axis": .string(sweep.axes[axis].name), "check": .string(found.check.name),
      "place": .string(place), "proven": .bool(found.isProven),
      "amounts": .array(found.amounts.map { .number($0) }),
      "inputs": .array(
        found.inputs.map { input in
          [
            "path": .string(input.path), "value": .number(input.value),
            "unit": .string(subject.unitText(input.unit, of: input.path)),
          ]
        }),
    ]
  }

  func point(_ point: SweepPoint) -> JSON {
    [
      "at": amounts(point.positions),
      "figures": .array(point.figures.map { $0.value.map { .number($0) } ?? nil }),
      "failing": .array(point.failures.map { .string(sweep.checks[$0].name) }),
    ]
  }

  /// What has no value is null.
  private func number(_ value: Double) -> JSON { value.isNaN ? nil : .number(value) }

  private func amounts(_ positions: [Int]) -> JSON {
    .array(
      zip(sweep.axes, positions).flatMap { axis, position in
        axis.lanes.map { .number($0.amounts[position]) }
      })
  }
}

import Formulas
import UnitEconomics

extension JSON {
  /// All figures of scenarios, in full precision: every case, every line, every named formula.
  ///
  /// `version` counts changes that a reader of the file would have to follow.
  public static func run(_ subjects: [Subject], program: Program) -> JSON {
    [
      "version": 1,
      "provenance": .provenance(subjects, program),
      "scenarios": .array(subjects.map(\.json)),
    ]
  }

  /// What made a result.
  static func provenance(_ subjects: [Subject], _ program: Program) -> JSON {
    [
      "program": .string(program.name),
      "programVersion": .string(program.version),
      "settings": .array(subjects.settings.map { .string($0) }),
      "files": .array(
        subjects.sources.map { ["name": .string($0.name), "sha256": .string($0.sha256)] }),
    ]
  }
}

extension Subject {
  fileprivate var json: JSON {
    var base = caseMembers(reading.base)
    base.append(JSON.Member("nodes", nodes(reading.base)))
    // A mix is told segment by segment; where all customers are on one plan, that is all to say.
    base += scenario.mixesPlans ? [JSON.Member("mix", mix(reading.base.values))] : []
    return [
      "name": .string(scenario.name),
      "file": .string(file),
      "currency": .string(currency),
      "plan": scenario.headlinePlan.map { .string($0) } ?? nil,
      "base": .object(base),
      "stresses": .members(
        reading.stresses.map { reading in
          let notes = JSON.array(reading.notes.map { .string($0) })
          return (reading.title, .object(caseMembers(reading) + [JSON.Member("notes", notes)]))
        }),
      "checks": .array(reading.checks.map(json)),
      "passed": .bool(reading.isPassed),
    ]
  }

  /// What every case has: outputs, components, lines, segments, plans.
  private func caseMembers(_ reading: CaseReading) -> [JSON.Member] {
    let values = reading.values
    func figures(_ paths: some Sequence<(String, String)>) -> JSON {
      .members(paths.map { ($0, values.json($1, currency: currency)) })
    }
    let lines = reading.model.lines.map { line -> JSON in
      [
        "component": .string(line.component.rawValue), "name": .string(line.name),
        "title": .string(line.title), "path": .string(line.path),
        "quantity": values.json(line.quantityPath, currency: currency),
        "price": values.json(line.pricePath, currency: currency),
        "cost": values.json(line.path, currency: currency),
      ]
    }
    return [
      JSON.Member("outputs", figures(Output.allCases.map { ($0.rawValue, $0.rawValue) })),
      JSON.Member("components", figures(Component.allCases.map { ($0.rawValue, $0.output) })),
      JSON.Member("lines", .array(lines)),
      JSON.Member("segments", segments(values, at: "")),
      JSON.Member(
        "plans",
        .members(scenario.plans.map { ($0.name, self.plan($0, values)) })),
    ]
  }

  /// Revenue, cost and contribution margin of a customer of each segment.
  private func segments(_ values: Values, at path: String) -> JSON {
    .members(
      scenario.volume.segments.map { segment in
        let own = InputPath.appending(segment.name, to: path + "segments")
        let shared = InputPath.appending(segment.name, to: "segments")
        return (
          segment.name,
          [
            "revenue": values.json("\(own).revenue", currency: currency),
            "cost": values.json("\(shared).cost", currency: currency),
            "contributionMargin": values.json("\(own).contributionMargin", currency: currency),
          ]
        )
      })
  }

  private func plan(_ plan: Plan, _ values: Values) -> JSON {
    let path = InputPath.appending(plan.name, to: "plans")
    let outputs = Output.ofPlan.map {
      JSON.Member($0.rawValue, values.json("\(path).\($0.rawValue)", currency: currency))
    }
    let perCustomer = JSON.members(
      scenario.volume.segments.map {
        let bill = InputPath.appending($0.name, to: "\(path).revenuePerCustomer")
        return ($0.name, values.json(bill, currency: currency))
      })
    return .object(
      outputs + [
        JSON.Member("revenuePerCustomer", perCustomer),
        JSON.Member("segments", segments(values, at: "\(path).")),
      ])
  }

  /// The part of each segment's customers on each plan.
  private func mix(_ values: Values) -> JSON {
    .members(
      scenario.volume.segments.map { segment in
        guard case .mix(let shares)? = scenario.planChoice(of: segment) else {
          let names = scenario.planChoice(of: segment)?.plans ?? []
          return (segment.name, .members(names.map { ($0, .number(1)) }))
        }
        return (
          segment.name,
          .members(
            shares.map { ($0.plan, values[$0.share.path]?.value.map { .number($0) } ?? nil) })
        )
      })
  }

  /// Every named formula and input.
  private func nodes(_ reading: CaseReading) -> JSON {
    .members(
      reading.values.graph.paths.map { ($0, reading.values.json($0, currency: currency)) })
  }

  func json(_ check: CheckReading) -> JSON {
    [
      "name": .string(check.check.name),
      "output": .string(check.check.output),
      "stress": check.stress.map { .string($0) } ?? nil,
      "side": .string(check.check.side.rawValue),
      "limit": .number(check.check.limit.value),
      "value": check.reading.value.map { .number($0) } ?? nil,
      "unit": .string(check.unit.text(currency: currency)),
      "distance": check.distance.map { .number($0) } ?? nil,
      "reason": check.reading.reason.map { .string($0) } ?? nil,
      "passed": .bool(check.isPassed),
    ]
  }
}

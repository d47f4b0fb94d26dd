import Formulas

/// Everything that a scenario's figures are: the base case, each stress, each check.
public struct ScenarioReading: Sendable {
  public let model: CostModel
  public let base: CaseReading
  public let stresses: [CaseReading]
  public let checks: [CheckReading]

  /// The base case first.
  public var cases: [CaseReading] { [base] + stresses }

  /// Whether every check holds wherever it must.
  public var isPassed: Bool { checks.allSatisfy(\.isPassed) }
}

/// The figures of one case: the base, or one stress.
public struct CaseReading: Sendable {
  /// The stress's name; nil for the base case.
  public let stress: String?
  public let model: CostModel
  public let values: Values
  /// The inputs that differ from the base case.
  public let changed: [String: Input]
  /// What had to be bent so that the figures make sense.
  public let notes: [String]
}

/// One check in one case.
public struct CheckReading: Sendable {
  public let check: Check
  /// The stress that it was checked under; nil for the base case.
  public let stress: String?
  public let unit: Unit
  public let reading: Reading

  /// Whether the condition holds; what has no value does not.
  public var isPassed: Bool { distance.map { $0 >= 0 } ?? false }

  /// How far the value lies on the good side of the limit; negative on the bad side.
  public var distance: Double? { reading.value.map(check.distance) }
}

extension ScenarioReading {
  /// Computes a scenario: the model once, each case on it.
  ///
  /// - Throws: `ModelFaults` where the units of inputs do not fit together.
  public init(_ scenario: Scenario) throws(ModelFaults) {
    let model = try CostModel(scenario)
    self = try ScenarioReading(model)
  }

  /// Computes the cases of a model that stands already.
  public init(_ model: CostModel) throws(ModelFaults) {
    let scenario = model.scenario
    let base = CaseReading(
      stress: nil, model: model, values: model.values(), changed: [:], notes: [])
    var stresses: [CaseReading] = []
    for stress in scenario.stresses { stresses.append(try CaseReading(stress, on: model)) }
    self.model = model
    self.base = base
    self.stresses = stresses
    let cases = stresses
    checks = (scenario.checks + scenario.rateLimitChecks).flatMap { check in
      let named = Set(check.stresses)
      return [CheckReading(check, in: base)]
        + cases.filter { named.contains($0.stress ?? "") }.map { CheckReading(check, in: $0) }
    }
  }
}

extension CaseReading {
  /// Whether a number that it changes makes the model another one.
  var shapesModel: Bool { changed.values.contains { $0.domain.isWhole } }

  /// The same case on a model that was made from this one's by adding formulas.
  func continued(on model: CostModel) -> CaseReading {
    CaseReading(
      stress: stress, model: model,
      values: values.continued(in: model.graph, at: model.point(changed: changed)),
      changed: changed, notes: notes)
  }

  /// The figures of a model under a stress.
  public init(_ stress: Stress, on model: CostModel) throws(ModelFaults) {
    let change = model.scenario.changed(by: stress.changes)
    let model = try model.shaped(by: change.inputs)
    let values = model.values(changed: change.inputs)
    self.init(
      stress: stress.name, model: model, values: values, changed: change.inputs,
      notes: change.notes + model.scenario.notes(on: values))
  }
}

extension CheckReading {
  public init(_ check: Check, in reading: CaseReading) {
    self.check = check
    stress = reading.stress
    let position = reading.values.graph.positions[check.output]
    unit = position.map { reading.values.graph.nodes[$0].unit } ?? .one
    self.reading =
      reading.values[check.output]
      ?? .undefined(because: "the model has no \(check.output)")
  }
}

extension Scenario {
  /// A connector that is used beyond its limit fails, whether the file asks for that check or not.
  public var rateLimitChecks: [Check] {
    tools.filter { $0.rateLimit != nil }.map { tool in
      let path = InputPath.appending(tool.name, to: "rateLimitUtilization")
      return Check(
        name: InputPath.appending(tool.name, to: "rateLimit"), output: path, side: .max,
        limit: Input("checks.\(path)", "all that the connector allows", 1, .share),
        stresses: stresses.map(\.name))
    }
  }
}

import RunLogs
import UnitEconomics

/// A scenario as it stands, and with all its calls on other models.
public struct RepricedScenario: Sendable {
  let subject: Subject
  let book: Subject.Source
  let cases: [Case]

  /// The scenario on one model.
  public struct Case: Sendable {
    /// The model; nil as the scenario stands.
    public let model: String?
    public let reading: ScenarioReading
    /// What could not be carried over.
    public let notes: [String]

    public init(model: String?, reading: ScenarioReading, notes: [String]) {
      self.model = model
      self.reading = reading
      self.notes = notes
    }

    var name: String { model.map { harmless($0) } ?? "as it stands" }
    var failed: Int { reading.checks.count { !$0.isPassed } }
  }

  public init(_ subject: Subject, book: Subject.Source, cases: [Case]) {
    self.subject = subject
    self.book = book
    self.cases = cases
  }

  static let outputs: [Output] = [
    .costPerCompletedTask, .inferenceCost, .totalCost, .grossMargin, .contributionMargin,
  ]

  /// How many times as much a figure is as in the scenario as it stands.
  func ratio(of output: Output, in other: Case) -> Double? {
    guard let own = cases.first?.reading.base.values[output].value, own != 0,
      let value = other.reading.base.values[output].value
    else { return nil }
    return value / own
  }
}

extension Report {
  /// What a scenario's task costs on other models.
  public static func reprice(_ repriced: RepricedScenario, program: Program) -> Report {
    let money = NumberStyle.money(repriced.subject.currency)
    var table = Table(columns: [
      Column("Model"), Column("A completed \(repriced.subject.taskNoun)", .trailing),
      Column("Ratio", .trailing), Column("Inference a month", .trailing),
      Column("Ratio", .trailing, priority: 1), Column("Gross margin", .trailing),
      Column("Checks that fail", .trailing, priority: 1),
    ])
    for one in repriced.cases {
      let base = one.reading.base
      func ratio(_ output: Output) -> Cell {
        guard one.model != nil else { return .empty }
        return repriced.ratio(of: output, in: one).map { .number($0, .factor) } ?? .text("–")
      }
      table.rows.append(
        Row([
          .text(one.name), base.cell(.costPerCompletedTask, money),
          ratio(.costPerCompletedTask), base.cell(.inferenceCost, money), ratio(.inferenceCost),
          base.cell(.grossMargin, .share), .number(Double(one.failed), .count),
        ]))
    }
    table.notes = repriced.cases.flatMap { one in one.notes.map { "\(one.name): \($0)" } }
    table.notes.append(
      "The same calls with the same tokens: whether another model needs as many, and succeeds as often, is not known from its price."
    )
    var headline: [Phrase] = []
    let values = repriced.cases.compactMap { one in
      one.reading.base.values[Output.costPerCompletedTask].value.map { (one, $0) }
    }
    if let least = values.min(by: { $0.1 < $1.1 }), let own = values.first {
      let task = repriced.subject.taskNoun
      headline = [
        .plain("A completed \(harmless(task)) costs "), .strong(money.text(for: own.1) ?? "n/a"),
        .plain(" as it stands"),
      ]
      headline +=
        least.1 < own.1
        ? [
          ", and ", .strong(money.text(for: least.1) ?? "n/a"),
          .plain(" on \(least.0.name), the least of these."),
        ] : [", and no less on any of these."]
    }
    return Report(
      title: "\(harmless(repriced.subject.scenario.name)) on other models",
      blocks: [
        .paragraph(headline), .table(table),
        .paragraph([
          .plain("Made by \(program.name) \(program.version) from "),
          .code(harmless(repriced.subject.file)), .plain(", priced by "),
          .code(harmless(repriced.book.name)),
          .plain(" (SHA-256 \(repriced.book.sha256.prefix(16))…)."),
        ]),
      ])
  }
}

extension Table {
  /// What a scenario comes to on other models, one fact a row; the model is empty as it stands.
  public static func repriceFacts(_ repriced: RepricedScenario) -> Table {
    var table = Table(columns: ["file", "model", "fact", "value", "unit"].map { Column($0) })
    for fact in repriced.facts {
      table.rows.append(
        Row([
          .text(harmless(repriced.subject.file)), .text(harmless(fact.model)), .text(fact.name),
          .plain(fact.value), .text(fact.unit),
        ]))
    }
    return table
  }
}

extension JSON {
  /// What a scenario comes to on other models, with every fact of the CSV.
  public static func reprice(_ repriced: RepricedScenario, program: Program) -> JSON {
    [
      "version": 1, "program": .string("\(program.name) \(program.version)"),
      "file": .string(repriced.subject.file),
      "priceBook": ["name": .string(repriced.book.name), "sha256": .string(repriced.book.sha256)],
      "facts": .array(
        repriced.facts.map { fact in
          [
            "model": .string(fact.model), "fact": .string(fact.name),
            "value": fact.value.map { .number($0) } ?? nil, "unit": .string(fact.unit),
          ]
        }),
    ]
  }
}

extension RepricedScenario {
  fileprivate var facts: [(model: String, name: String, value: Double?, unit: String)] {
    cases.flatMap { one -> [(model: String, name: String, value: Double?, unit: String)] in
      let values = one.reading.base.values
      return Self.outputs.map { output in
        (
          one.model ?? "", output.rawValue, values[output].value,
          values.unit(output.rawValue).text(currency: subject.currency)
        )
      } + [(one.model ?? "", "checksFailed", Double(one.failed), "")]
    }
  }
}

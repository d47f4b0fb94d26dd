import Formulas
import Readiness
import UnitEconomics

/// One scenario's figures, with where they come from.
public struct Subject: Sendable {
  public let reading: ScenarioReading
  /// The file that was asked for.
  public let file: String
  /// Every file that had a part in the figures, with its SHA-256, the scenario first.
  public let sources: [Source]
  /// What replaced inputs for this run, as it was given: `humanReview.rate=$90/h`.
  public let settings: [String]
  /// What the scenario states of its readiness; nil where it says nothing of it.
  public let readiness: ReadinessBlock?

  /// A file by its name and fingerprint.
  public struct Source: Sendable {
    public let name: String
    public let sha256: String

    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  public init(
    reading: ScenarioReading, file: String, sources: [Source], settings: [String] = [],
    readiness: ReadinessBlock? = nil
  ) {
    self.readiness = readiness
    self.reading = reading
    self.file = file
    self.sources = sources
    self.settings = settings
  }

  /// The same with other files to name.
  public func with(sources: [Source]) -> Subject {
    Subject(
      reading: reading, file: file, sources: sources, settings: settings, readiness: readiness)
  }

  var scenario: Scenario { reading.model.scenario }
  var currency: String { scenario.currency }
  /// The base case first.
  var cases: [CaseReading] { reading.cases }

  /// What one task is called: "ticket" where the work unit is "ticket resolved".
  var taskNoun: String {
    scenario.workUnit.name.split(separator: " ").first.map(String.init) ?? "task"
  }
}

/// Which program made a result.
public struct Program: Sendable {
  public let name: String
  public let version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

extension CaseReading {
  /// The case as a person calls it.
  var title: String { stress ?? "base case" }

  /// A figure as a cell, in the style that suits its unit.
  func cell(_ path: String, _ style: NumberStyle) -> Cell {
    (values[path] ?? .undefined(because: "the model has no \(path)")).cell(style)
  }

  func cell(_ output: Output, _ style: NumberStyle) -> Cell { values[output].cell(style) }
}

extension Reading {
  func cell(_ style: NumberStyle) -> Cell {
    switch self {
    case .defined(let value): .number(value, style)
    case .undefined(let reason): .undefined(reason)
    }
  }
}

extension NumberStyle {
  /// The style that suits a unit: money as money, shares in per cent, the rest as quantities.
  init(_ unit: Unit, currency: String) {
    if unit.isMoney {
      self = .money(currency)
    } else if unit == .share {
      self = .share
    } else {
      self = .quantity(digits: 4)
    }
  }

  /// The style of a difference between two values of this one.
  var ofDifference: NumberStyle {
    switch self {
    case .share: .percentagePoints
    case .fixed(.share, let digits): .fixed(.percentagePoints, digits: digits)
    default: self
    }
  }
}

import Formulas
import Foundation
import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("The worked example agrees with 40-digit arithmetic in every value")
struct WorkedExampleTests {
  static let truth: [(name: String, value: Double)] = {
    guard case .success(let bytes) = FileReading.read(path: WorkedExample.valuesPath) else {
      return []
    }
    var map = SourceMap()
    var diagnostics: [Diagnostic] = []
    let file = map.add(name: "values", bytes: bytes)
    return JSON5.read(map, file: file, into: &diagnostics).map { flat($0, []) } ?? []
  }()

  private static func flat(
    _ node: JSONNode, _ path: [String]
  ) -> [(name: String, value: Double)] {
    switch node.value {
    case .object(let members): members.flatMap { flat($0.value, path + [$0.key]) }
    case .number(let number): [(path.joined(separator: "/"), number.value)]
    default: []
    }
  }

  @Test("base case, both plans and three stresses, to nine digits")
  func everyValue() throws {
    let loaded = ScenarioLoader().load(WorkedExample.path)
    #expect(loaded.diagnostics.isEmpty)
    let reading = try ScenarioReading(try #require(loaded.model))
    #expect(Self.truth.count == 168)
    for (name, value) in Self.truth {
      let parts = name.split(separator: "/").map(String.init)
      let found = try #require(Self.value(parts[0], Array(parts.dropFirst()), reading), "\(name)")
      #expect(
        abs(found - value) <= 1e-9 * abs(value), "\(name) is \(found), and should be \(value)")
    }
  }

  /// The value that a name of the truth means, in the case that it begins with.
  private static func value(
    _ name: String, _ rest: [String], _ reading: ScenarioReading
  ) -> Double? {
    let (kind, which) = (name.prefix { $0 != "." }, name.drop { $0 != "." }.dropFirst())
    let stress = reading.stresses.first { kind == "stress" && $0.stress == String(which) }
    let values = kind == "stress" ? stress?.values : reading.base.values
    let plan = "plans." + (kind == "plan" ? String(which) : "growth")
    return values.flatMap { $0[path(rest, plan: plan, isPlan: kind == "plan")]?.value }
  }

  /// The formula behind the truth's own names.
  private static func path(_ rest: [String], plan: String, isPlan: Bool) -> String {
    switch rest[0] {
    case "components": "\(rest[1])Cost"
    case "revenuePerCustomer": "\(plan).segments.\(rest[1]).revenue"
    case "segments" where rest[2] == "cost": rest.joined(separator: ".")
    case "segments": "\(plan).\(rest.joined(separator: "."))"
    case _ where isPlan: "\(plan).\(rest[0])"
    default: rest.joined(separator: ".")
    }
  }
}

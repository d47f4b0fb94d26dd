import Foundation
import ScenarioFiles
import UnitEconomics

@testable import Formulas

/// A scenario with every figure that it must come to, worked out by another program.
///
/// Source: Tests/Outside/exact_model.py, 80-digit arithmetic from the manual alone;
/// `Tests/Outside/exact_figures.py write` makes the tables, and a judge holds them to it.
struct WorkedFigures: Sendable {
  /// One case: which values stand in the graph, and which should.
  struct Case: Sendable {
    let name: String
    let values: Values
    /// By position in the graph: nil where nothing is stated, not a number where it is undefined.
    let expected: [Double?]
  }

  let name: String
  let cases: [Case]
  /// What the last places of a double leave open, by position.
  let within: [Double]
  /// The units that the table states, by path.
  let units: [(path: String, unit: String)]
  let model: CostModel

  static let all: [Result<WorkedFigures, any Error>] = [
    "CommandTests/Fixtures/worked-example", "CommandTests/Fixtures/review-queue",
    "Outside/every-feature", "Outside/impatient-queue", "Outside/on-the-edge",
  ].map { name in Result { try WorkedFigures(name) } }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  private init(_ path: String) throws {
    let loaded = ScenarioLoader().load(Self.tests.appending(path: path + ".json5").path)
    guard let model = loaded.model else { throw CocoaError(.fileReadCorruptFile) }
    name = String(path.split(separator: "/").last!)
    let table = Self.tests.appending(path: "UnitEconomicsTests/Fixtures/\(name).csv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let graph = model.graph
    let positions = rows.dropFirst().map { graph.positions[$0[0]] }
    guard positions.allSatisfy({ $0 != nil }) else { throw CocoaError(.fileReadCorruptFile) }
    var within = Array(repeating: 0.0, count: graph.nodes.count)
    for (row, position) in zip(rows.dropFirst(), positions) {
      within[position!] = Double(row[2]) ?? 0
    }
    let stressed = try model.scenario.stresses.map { try CaseReading($0, on: model) }
    cases = rows[0].dropFirst(3).enumerated().compactMap { column, name in
      let reading = stressed.first { $0.stress == name }
      // Whole numbers that shape the model make another graph.
      let shapes = reading?.changed.values.contains { $0.domain.isWhole } ?? false
      guard !shapes else { return nil }
      var expected: [Double?] = Array(repeating: nil, count: graph.nodes.count)
      for (row, position) in zip(rows.dropFirst(), positions) {
        expected[position!] = Double(row[column + 3]) ?? .nan
      }
      return Case(name: name, values: reading?.values ?? model.values(), expected: expected)
    }
    units = rows.dropFirst().map { ($0[0], $0[1]) }
    self.within = within
    self.model = model
  }

  /// Whether a number at a position is the one that should stand there.
  func isRight(_ number: Double, at position: Int, in stated: Case) -> Bool {
    guard let expected = stated.expected[position] else { return true }
    guard !number.isNaN, !expected.isNaN else { return number.isNaN == expected.isNaN }
    return abs(number - expected) <= 1e-12 * abs(expected) + within[position]
  }
}

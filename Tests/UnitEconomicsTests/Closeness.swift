import Formulas
import Testing
import UnitEconomics

/// Whether two numbers agree to a part in so many.
func isNear(_ a: Double?, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let a else { return false }
  return a == b || abs(a - b) <= tolerance * max(abs(a), abs(b))
}

extension Values {
  /// A figure that a test needs.
  func number(
    _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Double {
    try #require(
      self[path]?.value, "\(path) is \(self[path].map { "\($0)" } ?? "unknown")",
      sourceLocation: sourceLocation)
  }
}

/// The figures of a scenario in its base case.
func figures(_ scenario: Scenario) throws -> Values { try CostModel(scenario).values() }

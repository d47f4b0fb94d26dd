import Readiness
import Testing

@Suite("Results of evaluations are read by version and day")
struct SuiteResultsTests {
  private static func row(
    _ name: String, _ version: String, _ day: String, _ passed: Bool,
    _ kind: SuiteKind = .workflow
  ) throws -> SuiteResults.Row {
    SuiteResults.Row(
      name: name, kind: kind, version: version, on: try #require(Day(day)), isPassed: passed)
  }

  @Test("the version that was run last counts, whatever it is called and wherever it stands")
  func lastVersion() throws {
    let results = SuiteResults(rows: [
      try Self.row("a", "2.0", "2026-11-02", true), try Self.row("a", "10.0", "2026-10-01", false),
      try Self.row("b", "2.0", "2026-11-01", false),
    ])
    let last = try #require(results.last(.workflow))
    #expect(last.version == "2.0" && last.cases == 2 && last.passed == 1)
    #expect(last.on.text == "2026-11-02")
    #expect(results.last(.policy) == nil)
  }

  @Test("a case that is run again counts as it was last")
  func repeated() throws {
    let results = SuiteResults(rows: [
      try Self.row("a", "1", "2026-11-01", false), try Self.row("a", "1", "2026-11-02", true),
    ])
    #expect(try #require(results.last(.workflow)).passed == 1)
  }

  @Test(
    "what passed before and fails now is a regression; a new case and one of shadow mode is none")
  func regressions() throws {
    let results = SuiteResults(rows: [
      try Self.row("a", "1", "2026-10-01", true), try Self.row("b", "1", "2026-10-01", false),
      try Self.row("a", "2", "2026-11-01", false), try Self.row("b", "2", "2026-11-01", false),
      try Self.row("new", "2", "2026-11-01", false),
      try Self.row("s", "1", "2026-10-01", true, .shadow),
      try Self.row("s", "2", "2026-11-01", false, .shadow),
    ])
    #expect(results.regressions == ["a"])
    #expect(results.isVersioned)
    #expect(!SuiteResults(rows: [try Self.row("a", "1", "2026-10-01", true)]).isVersioned)
  }
}

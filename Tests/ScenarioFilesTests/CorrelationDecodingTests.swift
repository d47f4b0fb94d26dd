import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Correlations are stated between inputs, or between all that a pattern matches")
struct CorrelationDecodingTests {
  private static let inputs = """
      handleTime: {
        policyBlocked: { value: "6 min", low: "4 min", high: "9 min" },
        ambiguity: { value: "9 min", low: "6 min", high: "18 min" },
        dataMissing: { value: "8 min", low: "5 min", high: "12 min" },
        modelError: "12 min", toolOutage: "10 min",
      },
      rate: { value: "$38 / h", low: "$30 / h", high: "$45 / h" },
    """

  private static func loaded(_ correlations: String) throws -> (
    ScenarioFolder, ScenarioLoader.Loaded
  ) {
    let folder = try ScenarioFolder([
      "base.json5": WorkedExample.text,
      "a.json5": """
      { extends: "base.json5", humanReview: { \(inputs) }, correlations: { \(correlations) } }
      """,
    ])
    return (folder, folder.load())
  }

  /// Both ends of each correlation, their sections left out, and its rank.
  private static func correlations(_ text: String) throws -> [String] {
    let (folder, loaded) = try loaded(text)
    #expect(folder.messages(loaded) == [])
    return try #require(loaded.model).scenario.correlations.map { correlation in
      let names = [correlation.first, correlation.second].map {
        String($0.split(separator: ".").last ?? "")
      }
      return "\(names[0]) \(names[1]) \(correlation.rank)"
    }
  }

  @Test("one pair")
  func pair() throws {
    #expect(
      try Self.correlations("\"humanReview.rate & humanReview.handleTime.ambiguity\": -0.25")
        == ["rate ambiguity -0.25"])
  }

  @Test("a pattern stands for each uncertain input it matches")
  func pattern() throws {
    #expect(
      try Self.correlations("\"humanReview.rate & humanReview.handleTime.*\": \"40%\"")
        == ["rate policyBlocked 0.4", "rate ambiguity 0.4", "rate dataMissing 0.4"])
  }

  @Test("a pattern alone stands for every two")
  func alone() throws {
    #expect(
      try Self.correlations("\"humanReview.handleTime.*\": 0.6")
        == [
          "policyBlocked ambiguity 0.6", "policyBlocked dataMissing 0.6",
          "ambiguity dataMissing 0.6",
        ])
  }

  @Test("what is said twice alike is no contradiction, and what is said otherwise is one")
  func twice() throws {
    let all = "\"humanReview.handleTime.*\": 0.6, "
    let pair = "\"humanReview.handleTime.dataMissing & humanReview.handleTime.ambiguity\": "
    #expect(try Self.correlations(all + pair + "0.6").count == 4)
    let (folder, loaded) = try Self.loaded(all + pair + "0.5")
    #expect(folder.messages(loaded).count == 1)
    #expect(folder.messages(loaded).first?.contains("have two correlations") == true)
  }
}

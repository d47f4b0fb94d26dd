import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Distributions are stated in the input's own unit")
struct DistributionDecodingTests {
  private static let path = "humanReview.handleTime.ambiguity"

  /// What a file says of the minutes that an ambiguous ticket takes, where 9 are stated.
  static func uncertainty(
    _ words: String, files: [String: String] = [:], settings: [String] = []
  ) throws -> Uncertainty? {
    let part =
      "ambiguity: { value: \"9 min\", low: \"6 min\", high: \"18 min\", distribution: \"pert\" }"
    let text = WorkedExample.replacing(part, "ambiguity: { value: \"9 min\", \(words) }")
    let folder = try ScenarioFolder(files.merging(["a.json5": text]) { $1 })
    let loaded = folder.load(settings: settings)
    #expect(folder.messages(loaded) == [])
    return try #require(loaded.model).scenario.inputs[path]?.uncertainty
  }

  @Test(
    "every family and form of its parameters",
    arguments: [
      ("normal: { mean: \"9 min\", sd: \"60 s\" }", .normal(mean: 9, standardDeviation: 1)),
      ("normal: { p5: \"6 min\", p95: \"12 min\" }", .normal(p5: 6, p95: 12)),
      ("lognormal: { median: \"9 min\", sigma: 0.3 }", .lognormal(median: 9, sigma: 0.3)),
      ("lognormal: { p5: \"6 min\", p95: \"0.25 h\" }", .lognormal(p5: 6, p95: 15)),
      ("lognormal: { p50: \"9 min\", p95: \"15 min\" }", .lognormal(p50: 9, p95: 15)),
      ("uniform: { low: \"6 min\", high: \"12 min\" }", .uniform(low: 6, high: 12)),
      (
        "triangular: { low: \"6 min\", mode: \"8 min\", high: \"12 min\" }",
        .triangular(low: 6, mode: 8, high: 12)
      ),
      (
        "pert: { low: \"6 min\", mode: \"8 min\", high: \"12 min\" }",
        .pert(low: 6, mode: 8, high: 12)
      ),
      (
        "beta: { alpha: 2, beta: 3, low: \"6 min\", high: \"12 min\" }",
        .beta(alpha: 2, beta: 3, low: 6, high: 12)
      ),
      ("gamma: { shape: 4, scale: \"2 min\" }", .gamma(shape: 4, scale: 2)),
      ("gamma: { mean: \"9 min\", sd: \"3 min\" }", .gamma(mean: 9, standardDeviation: 3)),
      ("poisson: { mean: \"9 min\" }", .poisson(mean: 9)),
      (
        "discrete: { values: [\"6 min\", \"12 min\"], weights: [3, 1] }",
        .discrete(values: [6, 12], weights: [3, 1])
      ),
      (
        "discrete: { values: [\"6 min\", \"12 min\"] }",
        .discrete(values: [6, 12], weights: [1, 1])
      ),
      ("empirical: { values: [\"6 min\", \"720 s\"] }", .empirical([6, 12])),
    ] as [(String, Distribution.Family)])
  func families(words: String, family: Distribution.Family) throws {
    let cut = words.hasPrefix("normal") ? ", truncate: { low: \"0 min\" }" : ""
    let uncertainty = try #require(try Self.uncertainty("distribution: { \(words)\(cut) }"))
    #expect(uncertainty.distribution.family == family)
    #expect(!uncertainty.isAssumed)
  }

  @Test(
    "a word says what lies between low and high; without one it is a PERT, and said to be assumed",
    arguments: [
      (", distribution: \"uniform\"", .uniform(low: 6, high: 18)),
      (", distribution: \"triangular\"", .triangular(low: 6, mode: 9, high: 18)),
      (", distribution: \"pert\"", .pert(low: 6, mode: 9, high: 18)),
      (", distribution: \"lognormal\"", .lognormal(p5: 6, p95: 18)),
      ("", .pert(low: 6, mode: 9, high: 18)),
    ] as [(String, Distribution.Family)])
  func words(word: String, family: Distribution.Family) throws {
    let uncertainty = try #require(
      try Self.uncertainty("low: \"6 min\", high: \"18 min\"\(word)"))
    #expect(uncertainty.distribution.family == family)
    #expect(uncertainty.isAssumed == word.isEmpty)
  }

  @Test("a pilot's successes are a share, and no failure at all may be stated as 0 %")
  func successes() throws {
    let folder = try ScenarioFolder([
      "base.json5": WorkedExample.text,
      "a.json5": """
      { extends: "base.json5", outcomes: { wrongResult: {
        value: "0%", distribution: { beta: { successes: 0, trials: 400 } } } } }
      """,
    ])
    let loaded = folder.load()
    #expect(folder.messages(loaded) == [])
    let input = try #require(loaded.model?.scenario.inputs["outcomes.wrongResult"])
    #expect(input.uncertainty?.distribution.family == .successes(0, trials: 400))
    #expect(input.range?.low == 0 && (input.range?.high ?? 0) > 0.004)
  }

  @Test("a column of a CSV file, quotes, blanks and empty fields as they come")
  func column() throws {
    let csv = "ticket,\"minutes, all\",agent\r\n1, 7.5 ,\"A \"\"Q\"\" B\"\r\n2,,B\r\n3,\"12\",C\n"
    let words =
      "distribution: { empirical: { file: \"times.csv\", column: \"minutes, all\", unit: \"min\" } }"
    let uncertainty = try #require(
      try Self.uncertainty(words, files: ["times.csv": "\u{FEFF}" + csv]))
    #expect(uncertainty.distribution.family == .empirical([7.5, 12]))
    let hours = words.replacing("\"min\"", with: "\"h\"")
    let inHours = try #require(
      try Self.uncertainty(
        hours, files: ["times.csv": "\"minutes, all\"\n0.1\n0.2\n"]))
    #expect(inHours.distribution.family == .empirical([6, 12]))
  }

  @Test("what is truncated stays within, and its range is where nine of ten draws lie")
  func truncated() throws {
    let uncertainty = try #require(
      try Self.uncertainty(
        "distribution: { normal: { mean: \"9 min\", sd: \"4 min\" }, "
          + "truncate: { low: \"1 min\", high: \"0.5 h\" } }"))
    #expect(uncertainty.distribution.lowest == 1 && uncertainty.distribution.highest == 30)
  }

  @Test("--set of a value makes it certain, and × 2 doubles all that is drawn")
  func settings() throws {
    let words = "low: \"6 min\", high: \"18 min\", distribution: \"uniform\""
    #expect(try Self.uncertainty(words, settings: ["\(Self.path)=8 min"]) == nil)
    let doubled = try #require(try Self.uncertainty(words, settings: ["\(Self.path)=× 2"]))
    #expect(doubled.scale == 2 && doubled.shift == 0)
  }
}

import Formulas
import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("A scenario's inputs, checks and stresses mean what the file says")
struct DecodingTests {
  private func model(_ part: String, _ other: String) throws -> CostModel {
    let folder = try ScenarioFolder(["a.json5": WorkedExample.replacing(part, other)])
    let loaded = folder.load()
    #expect(folder.messages(loaded) == [])
    return try #require(loaded.model)
  }

  @Test("an input may carry its range, its source and a note")
  func inputObject() throws {
    let loaded = ScenarioLoader().load(WorkedExample.path)
    let input = try #require(loaded.model?.scenario.inputs["outcomes.wrongResult"])
    #expect(input.value == 0.01 && input.range?.low == 0.005 && input.range?.high == 0.025)
    #expect(input.uncertainty?.distribution.family.name == "pert")
    #expect(input.note == "4 wrong answers found")
    #expect(input.source == "QA sample of 400 tickets" && input.origin?.line == 25)
  }

  @Test("an amount in another currency is exchanged at the stated rate, however that is written")
  func foreign() throws {
    for rate in ["1.08", "\"1.08 USD\"", "\"$1.08\"", "{ value: 1.08, low: 1, high: 1.2 }"] {
      let text = WorkedExample.adding("exchangeRates: { EUR: \(rate) },")
        .replacing("perUndetected: \"$12 / task\"", with: "perUndetected: \"€12 / task\"")
      let folder = try ScenarioFolder(["a.json5": text])
      let loaded = folder.load()
      #expect(folder.messages(loaded) == [])
      let cost = loaded.model?.values()[.failuresCost].value ?? 0
      #expect(abs(cost / (6610.749099281917 * 1.08) - 1) < 1e-12)
    }
  }

  @Test("a check may watch any figure, its limits in the figure's own unit")
  func checks() throws {
    let checks = try model(
      "  checks: {",
      """
        checks: {
          p: { output: "tools.crm.secondsPerCall", max: "900 ms" },
          q: { output: "plans.payAsYouGo.grossMargin", min: "-50%", max: 0.9 },
          r: { output: "totalCost", max: "$1.5M / year", stresses: ["slowTools"] },
      """
    ).scenario.checks
    #expect(checks[0].limit.value == 0.9 && checks[0].stresses.count == 3)
    #expect(checks[1].limit.value == -0.5 && checks[1].name == "q (min)")
    #expect(checks[2].limit.value == 0.9 && checks[2].side == .max)
    #expect(checks[3].limit.value == 125_000 && checks[3].stresses == ["slowTools"])
  }

  static let changes: [(path: String, change: String, value: Double)] = [
    ("outcomes.maxAttempts", "+ 1", 3), ("outcomes.maxAttempts", "= 20", 20),
    ("outcomes.maxAttempts", "× 1.4", 3), ("outcomes.maxAttempts", "× 1000", 20),
    ("tools.crm.maxRetries", "- 5", 0), ("tools.crm.errorRate", "+ 5%", 0.06),
    ("tools.crm.errorRate", "= 0", 0), ("tools.crm.errorRate", "× 1e15", 1),
    ("tools.crm.timeout", "- 1 s", 9), ("tools.crm.timeout", "− 500 ms", 9.5),
    ("humanReview.rate", "+ $0.1 / min", 44), ("volume.peakFactor", "*2", 6),
    ("volume.peakFactor", "x 2", 6), ("volume.peakFactor", "- 100", 1),
    ("tools.crm.price", "= $0 / call", 0),
  ]

  @Test("a stress changes an input in the input's own unit", arguments: changes)
  func stress(path: String, change: String, value: Double) throws {
    let model = try model("  stresses: {", "  stresses: { s: { \"\(path)\": \"\(change)\" },")
    let reading = try ScenarioReading(model)
    let stressed = try #require(reading.stresses.first { $0.stress == "s" }?.changed[path])
    #expect(abs(stressed.value - value) < 1e-12)
  }

  @Test("a path with a dot in a name stands in brackets, in stresses as in settings")
  func brackets() throws {
    let text = WorkedExample.text.replacing("\"frontier\"", with: "\"gpt-4.1\"")
      .replacing(
        "  stresses: {", with: "  stresses: { s: { 'inference.prices[\"gpt-4.1\"].input': '× 2' },")
    let folder = try ScenarioFolder(["a.json5": text])
    let loaded = folder.load()
    #expect(folder.messages(loaded) == [])
    let path = "inference.prices[\"gpt-4.1\"].input"
    #expect(loaded.model?.scenario.stresses.first?.changes.map(\.path) == [path])
  }

  @Test("a path whose bracket nobody closes is a path, and no walk without an end")
  func openBracket() {
    #expect(InputPath.parts("tools[") == ["tools", "["])
    #expect(InputPath.parts("[[a.b") == ["[", "[a", "b"])
    #expect(InputPath.parts("a[\"b.c\"].d") == ["a", "b.c", "d"])
    #expect(!PathPattern("tools[.*").matches("tools.crm"))
  }
}

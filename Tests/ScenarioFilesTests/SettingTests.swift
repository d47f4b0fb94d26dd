import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("A setting of the command line replaces an input for one run")
struct SettingTests {
  private func load(_ settings: [String]) throws -> (messages: [String], inputs: InputTable?) {
    let loaded = ScenarioLoader(settings: settings).load(WorkedExample.path)
    let folder = try ScenarioFolder()
    return (folder.messages(loaded), loaded.model?.scenario.inputs)
  }

  static let accepted: [(setting: String, path: String, value: Double)] = [
    ("volume.peakFactor=4", "volume.peakFactor", 4),
    ("volume.peakFactor = 4 ", "volume.peakFactor", 4),
    ("humanReview.rate=$45/h", "humanReview.rate", 45),
    ("humanReview.rate=\"$45 / h\"", "humanReview.rate", 45),
    ("outcomes.wrongResult=2%", "outcomes.wrongResult", 0.02),
    ("outcomes.wrongResult.value=2%", "outcomes.wrongResult", 0.02),
    ("outcomes.wrongResult={ value: '2%', note: 'x' }", "outcomes.wrongResult", 0.02),
    ("tools.crm.price=× 2", "tools.crm.price", 0.004),
    ("tools.crm.price=x1.5", "tools.crm.price", 0.003),
    ("tools.*.latency.p50=*2", "tools.billing.latency.p50", 1.4),
    ("tools.*.errorRate=3%", "tools.portal.errorRate", 0.03),
    (
      "plans.growth.charges.resolutions.tiers.0.price=$0.8",
      "plans.growth.charges.resolutions.tiers.0.price", 0.8
    ),
    ("inference.calls.triage.share=50%", "inference.calls.triage.share", 0.5),
    ("inference.calls.triage.share=× 0.5", "inference.calls.triage.share", 0.5),
    ("humanReview.hoursPerFTE=150 h / month", "humanReview.hoursPerFTE", 150),
    ("inference.prices[frontier].input=$4 / Mtok", "inference.prices.frontier.input", 4),
    ("inference[\"prices\"].frontier.input=$4 / Mtok", "inference.prices.frontier.input", 4),
  ]

  @Test("accepted", arguments: accepted)
  func accepts(setting: String, path: String, value: Double) throws {
    let (messages, inputs) = try load([setting])
    #expect(messages == [])
    #expect(inputs?[path]?.value == value)
  }

  static let refused: [(setting: String, messages: [String])] = [
    (
      "volume.peakFactor",
      [
        "--set:1:1 a setting is a path, =, and a value", "= write --set volume.peakFactor=4",
      ]
    ),
    ("=4", ["--set:1:1 a setting is a path, =, and a value", "= write --set volume.peakFactor=4"]),
    (
      "volume.peekFactor=4",
      [
        "--set:1:1 there is no input volume.peekFactor", "= did you mean volume.peakFactor?",
      ]
    ),
    (
      "peakFactor=4",
      [
        "--set:1:1 there is no input peakFactor", "= did you mean volume.peakFactor?",
      ]
    ),
    (
      "infrastructure.monthly.extra=$5 / month",
      [
        "--set:1:1 there is no input infrastructure.monthly.extra",
        "= did you mean infrastructure.monthly.platform?",
      ]
    ),
    (
      "tools[=4",
      [
        "--set:1:1 there is no input tools[", "= did you mean tools?",
      ]
    ),
    (
      "plans.growth.charges.resolutions.tiers.7.price=$1",
      [
        "--set:1:1 there is no input plans.growth.charges.resolutions.tiers.7.price",
        "= did you mean plans.growth.charges.resolutions.tiers.0.price?",
      ]
    ),
    (
      "humanReview.rate=45 s",
      [
        "--set:1:18 humanReview.rate is in USD / h, and 45 s is not",
        "= write it like \"$1.20 / h\"",
      ]
    ),
    (
      "humanReview.rate=",
      [
        "--set:1:18 humanReview.rate: a quantity is a number with its unit, and this is empty",
        "= write it like \"$1.20 / h\"",
      ]
    ),
    (
      "humanReview.rate=null",
      [
        "--set:1:18 humanReview.rate is missing: what an hour of a person costs",
        "= write rate: \"$1.20 / h\"",
      ]
    ),
    (
      "outcomes.maxAttempts=1e9",
      [
        "--set:1:22 outcomes.maxAttempts is 1e9, and it must be a whole number from 1 to 20"
      ]
    ),
    (
      "volume.peakFactor=4 foo",
      [
        "--set:1:21 volume.peakFactor: \"foo\" is not a unit that is known",
        "= write it like \"3\"",
      ]
    ),
    (
      "outcomes.wrongResult={ value: 2% }",
      [
        "--set:1:31 a value that is not a plain number stands in quotes", "= write \"2%\"",
      ]
    ),
  ]

  @Test("refused, with the place in the setting", arguments: refused)
  func refuses(setting: String, messages: [String]) throws {
    #expect(try load([setting]).messages == messages)
  }

  @Test("mistakes of several settings and of the file are all said at once")
  func several() throws {
    let folder = try ScenarioFolder([
      "a.json5": WorkedExample.replacing("peakFactor: 3,", "peakFactor: 0.5,")
    ])
    let loaded = folder.load(settings: ["x.y=1", "humanReview.rate=3 s"])
    #expect(folder.messages(loaded).filter { !$0.hasPrefix("=") }.count == 3)
  }
}

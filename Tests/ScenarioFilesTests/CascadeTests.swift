import Testing

@testable import ScenarioFiles

@Suite("One mistake gives one message")
struct CascadeTests {
  /// A part of the worked example, what stands there instead, and the one message about it.
  static let slips: [(part: String, other: String, message: String)] = [
    ("  humanReview: {", "  humanReviews: {", "a scenario has no \"humanReviews\""),
    ("  volume: {", "  volumes: {", "a scenario has no \"volumes\""),
    ("  inference: {", "  inferrence: {", "a scenario has no \"inferrence\""),
    ("    prices: {", "    price: {", "inference has no \"price\""),
    ("    segments: {", "    segment: {", "volume has no \"segment\""),
    ("  tools: {", "  tool: {", "a scenario has no \"tool\""),
    ("  plans: {", "  planss: {", "a scenario has no \"planss\""),
    ("  stresses: {", "  stressses: {", "a scenario has no \"stressses\""),
    (
      "policyBlocked: \"6 min\"", "policyBlock: \"6 min\"",
      "humanReview.handleTime has no \"policyBlock\""
    ),
    ("    rework: {", "    reworks: {", "humanReview has no \"reworks\""),
    ("wrongResult: {", "wrongResults: {", "outcomes has no \"wrongResults\""),
    ("p95: \"1.6 s\"", "p96: \"1.6 s\"", "tools.crm.latency has no \"p96\""),
    (
      "latency: { p50: \"0.4 s\", p95: \"1.6 s\" }", "latency: \"0.4 s\"",
      "tools.crm.latency is a group in braces, and this is not one"
    ),
    ("price: \"$0.002 / call\"", "prize: \"$0.002 / call\"", "tools.crm has no \"prize\""),
    (
      "model: \"graduated\"", "model: \"gradated\"",
      "plans.growth.charges.resolutions.model cannot be \"gradated\""
    ),
    (
      "metric: \"autonomousSuccess\", model: \"standard\"",
      "metric: \"succes\", model: \"standard\"",
      "plans.payAsYouGo.charges.resolutions.metric cannot be \"succes\""
    ),
    (
      "tiers: [{ upTo: 5000, price: \"$0.90\" }, { price: \"$0.70\" }]", "tiers: {}",
      "plans.growth.charges.resolutions.tiers is a list in square brackets, and this is not one"
    ),
    (
      "successKicker: { amount:", "successKicker: { amuont:",
      "plans.growth.successKicker has no \"amuont\""
    ),
    (
      "currency: \"USD\"", "currency: \"US dollars\"",
      "\"US dollars\" is not a currency's code"
    ),
    ("currency: \"USD\"", "curency: \"USD\"", "a scenario has no \"curency\""),
    ("    growth: {", "    grwoth: {", "there is no plan \"growth\""),
    ("low: \"0.5%\", high:", "low: \"0.5%\", hihg:", "outcomes.wrongResult has no \"hihg\""),
    ("output: \"tsr\", min:", "output: \"tsr\", mni:", "checks.tsr has no \"mni\""),
    ("output: \"tsr\"", "outptu: \"tsr\"", "checks.tsr has no \"outptu\""),
    ("peakFactor: 3,", "peakFactor: null,\n  peekFactor: 3,", "volume has no \"peekFactor\""),
    (
      "    moreEscalation: { \"outcomes.escalation.*\": \"× 2\" }", "    moreEscalation: []",
      "stresses.moreEscalation is a group in braces, and this is not one"
    ),
    (
      "unitecon: 1", "unitecon: \"1\"",
      "this program reads version 1 of the format, and this is another"
    ),
    (
      "\"$38 / h\"", "\"€38 / h\"", "the scenario is in USD, and no exchange rate is stated for EUR"
    ),
    ("$", "€", "the scenario is in USD, and no exchange rate is stated for EUR"),
    ("\"60%\", // of", "60%, // of", "a value that is not a plain number stands in quotes"),
    (
      "  humanReview: {", "  humanReview {",
      "a colon stands between a key and its value, and none is here"
    ),
    ("customers: 40,", "customers: 40", "a comma stands between two entries, and none is here"),
  ]

  @Test("a slip in the worked example", arguments: slips)
  func slip(part: String, other: String, message: String) throws {
    let messages = try WorkedExample.messages(part, other).filter { !$0.hasPrefix("= ") }
    #expect(messages.map { $0.drop { $0 != " " }.dropFirst() } == [message[...]])
  }

  /// Ten mistakes of ten kinds; each is a part of the worked example and what stands there instead.
  static let meaning = [
    ("unitecon: 1", "unitecon: 2"), ("occupancy: \"80%\" }", "ocupancy: \"80%\" }"),
    ("customers: 40", "customers: -40"), ("maxAttempts: 2", "maxAttempts: 2.5"),
    ("\"$0.002 / call\"", "\"$0.002 / task\""), ("model: \"small\"", "model: \"smal\""),
    ("rework: { time: \"14 min\" }", "rework: { time: 14 }"),
    ("staffing: \"variable\"", "staffing: \"some\""),
    ("output: \"tsr\"", "output: \"tsrr\""), ("slowTools: { \"tools.", "slowTools: { \"tolls."),
  ]

  static let syntax = [
    ("peakFactor: 3,", "peakFactor: 3_0,"), ("wrongDetected: ", "wrongDetected = "),
    ("    // of the tasks", "    # of the tasks"), ("\"97%\"", "97%"),
    ("\"$12 / task\"", "“$12 / task”"),
  ]

  @Test("ten mistakes of meaning are ten messages, and so are five of them with five of syntax")
  func ten() throws {
    for (slips, others) in [(Self.meaning, []), (Array(Self.meaning.prefix(5)), Self.syntax)] {
      var text = WorkedExample.text
      for (part, other) in slips + others {
        let isThere = text.contains(part)
        #expect(isThere, "\(part)")
        text = text.replacing(part, with: other, maxReplacements: 1)
      }
      let folder = try ScenarioFolder(["a.json5": text])
      let loaded = folder.load()
      #expect(loaded.diagnostics.count == 10, "\(folder.messages(loaded))")
      #expect(loaded.model == nil)
    }
  }

  @Test("mistakes come in the order of the file")
  func order() throws {
    var text = WorkedExample.text
    for (part, other) in Self.meaning {
      text = text.replacing(part, with: other, maxReplacements: 1)
    }
    let starts = try ScenarioFolder(["a.json5": text]).load().diagnostics.compactMap(\.span?.start)
    #expect(starts == starts.sorted() && starts.count == 10)
  }

  @Test("of very many mistakes a hundred are shown, and how many are not")
  func many() throws {
    let keys = (0..<1_000).map { "k\($0): 1" }.joined(separator: ", ")
    let folder = try ScenarioFolder(["a.json5": WorkedExample.adding("\(keys),")])
    let diagnostics = folder.load().diagnostics
    #expect(diagnostics.count == 101)
    #expect(diagnostics.last?.message == "100 mistakes are shown, and 900 more mistakes are not")
  }
}

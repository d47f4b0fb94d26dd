import Foundation
import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Hostile files get a clear message or a right answer, and soon")
struct HostileFileTests {
  private static let tool = """
    { callsPerAttempt: 0.01, price: "$0.001 / call", latency: { p50: "0.1 s", p95: "0.2 s" } }
    """

  private static func entries(_ count: Int, _ entry: (Int) -> String) -> String {
    (0..<count).map { entry($0) + "," }.joined(separator: "\n")
  }

  /// Scenarios that are right, and large; the seconds are for a build that is not optimised.
  static let large: [(name: String, part: String, more: String)] = [
    ("tools", "  tools: {", entries(500) { "t\($0): \(tool)" }),
    (
      "segments", "    segments: {",
      entries(500) { "s\($0): { customers: 1, tasksPerCustomer: \"10 / month\" }" }
    ),
    ("tiers", "tiers: [", entries(1_000) { "{ upTo: \(Double($0 + 1) / 10), price: \"$0.90\" }" }),
    ("monthly items", "    monthly: {", entries(1_000) { "m\($0): \"$1 / month\"" }),
    (
      "stresses", "  stresses: {", entries(300) { "s\($0): { \"outcomes.escalation.*\": \"× 2\" }" }
    ),
  ]

  @Test("hundreds of everything is read and computed", arguments: large.indices)
  func readsLarge(index: Int) throws {
    let (_, part, more) = Self.large[index]
    let folder = try ScenarioFolder(["a.json5": WorkedExample.replacing(part, part + more)])
    let start = ContinuousClock.now
    let loaded = folder.load()
    #expect(folder.messages(loaded) == [])
    _ = try ScenarioReading(try #require(loaded.model))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  static let quick: [(name: String, text: String, message: String)] = [
    (
      "nested lists", String(repeating: "[", count: 100_000),
      "brackets nest at most 128 deep, and this is one more"
    ),
    (
      "nested objects", String(repeating: "{a:", count: 100_000),
      "brackets nest at most 128 deep, and this is one more"
    ),
    (
      "unknown keys", WorkedExample.adding(entries(20_000) { "k\($0): 1" }),
      "a scenario has no \"k0\""
    ),
    (
      "repeated keys", "{" + String(repeating: "a:1,", count: 20_000) + "}",
      "a key stands once in an object, and a is repeated"
    ),
    (
      "a long name",
      WorkedExample.replacing("portal:", String(repeating: "p", count: 300_000) + ":"),
      "a name has 1 to 200 characters, and no [ ] \" * or control character among them"
    ),
    (
      "a long key", WorkedExample.adding(String(repeating: "k", count: 300_000) + ": 1,"),
      "a scenario has no \"" + String(repeating: "k", count: 60) + "…\""
    ),
    (
      "many digits",
      WorkedExample.replacing(
        "peakFactor: 3", "peakFactor: \"" + String(repeating: "3", count: 300_000) + "\""),
      "volume.peakFactor is \(String(repeating: "3", count: 59))…, and no quantity is beyond 1e15"
    ),
    (
      "unknown inputs",
      WorkedExample.replacing(
        "  stresses: {", "  stresses: { s: {" + entries(3_000) { "tools_t\($0): \"× 2\"" } + "},"),
      "there is no input tools_t0"
    ),
    (
      "an escape sequence", WorkedExample.replacing("portal:", #""\u001b[31mred":"#),
      "a name has 1 to 200 characters, and no [ ] \" * or control character among them"
    ),
    (
      "writing turned around", WorkedExample.replacing("portal:", "\"a\u{202E}b\":"),
      "a name has 1 to 200 characters, and no [ ] \" * or control character among them"
    ),
    (
      "price tiers",
      WorkedExample.replacing(
        "output: \"$2 / Mtok\" }",
        "output: \"$2 / Mtok\", tiers: ["
          + entries(5_000) { "{ above: \"\($0) tokens\", input: \"$3 / Mtok\" }" } + "] }"),
      "inference.prices.small.tiers has 5 000 entries where 1 000 are read at most"
    ),
    (
      "huge stress", WorkedExample.replacing("× 3", "× 1e300"),
      "tools.crm.latency.p50 is × 1e300, and no quantity is beyond 1e15"
    ),
    (
      "many retries", WorkedExample.replacing("maxRetries: 2", "maxRetries: 1e9"),
      "tools.crm.maxRetries is 1e9, and it must be a whole number from 0 to 20"
    ),
  ]

  @Test("a clear message in a second", arguments: quick.indices)
  func refusesSoon(index: Int) throws {
    let (_, text, message) = Self.quick[index]
    let folder = try ScenarioFolder(["a.json5": text])
    let start = ContinuousClock.now
    let loaded = folder.load()
    let printed = folder.printed(loaded)
    #expect(ContinuousClock.now - start < .seconds(4))
    #expect(loaded.model == nil)
    #expect(loaded.diagnostics.contains { $0.message == message }, "\(printed.prefix(600))")
    #expect(printed.utf8.count < 100_000)
  }

  @Test("whatever stands where the last mistake is told, or spaces where one looks no further")
  func last() throws {
    let mistakes = [
      "\"x\n y\"", ":", "\"a\": \"b\" c\"", "\"\\u00\": 1", "a b: 1", "#", "“x”: 1", "'x", "1x: 0x",
      ";", "]",
    ]
    for mistake in mistakes {
      for count in JSON5.mostMistakes - 3...JSON5.mostMistakes {
        let before = (0..<count).map { "k\($0): 1;" }.joined(separator: "\n")
        let folder = try ScenarioFolder(["a.json5": "{ \(before)\n\(mistake)\n\(mistake) }"])
        #expect(!folder.messages(folder.load()).isEmpty)
      }
    }
    for spaces in 1_990...2_010 {
      let text = "{ name: \"x\n" + String(repeating: " ", count: spaces) + "\" }"
      let folder = try ScenarioFolder(["a.json5": text])
      #expect(!folder.messages(folder.load()).isEmpty)
    }
  }

  @Test("names from other languages and other programs are names")
  func names() throws {
    for name in ["__proto__", "constructor", "größe", "道具", "\"a b.c\"", "\"🧰\"", "\"a/b\\\\c\""] {
      let folder = try ScenarioFolder(["a.json5": WorkedExample.replacing("portal:", "\(name):")])
      let loaded = folder.load()
      #expect(folder.messages(loaded) == [])
      #expect(loaded.model?.scenario.tools.count == 3)
    }
  }

  @Test(
    "values at the edge of what a number can be never trap, and never reach a reader unless finite")
  func edges() throws {
    for number in ["1e308", "1e15", "1e-300", "5e-324", "-0", "0", "1e-15"] {
      let text = WorkedExample.text.replacing(/"(\$?)[\d.]+k?( [^"]*)"/) {
        "\"\($0.1)\(number)\($0.2)\""
      }
      let loaded = try ScenarioFolder(["a.json5": text]).load()
      if let model = loaded.model { try expectFiniteOrReason(model) }
    }
  }

  @Test("a named pipe that nobody writes into is refused, one that someone writes into is read")
  func pipe() throws {
    let folder = try ScenarioFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let loaded = ScenarioLoader().load(path)
    #expect(folder.messages(loaded).first == "pipe is a pipe, and nobody writes into it")
    let text = WorkedExample.text
    Thread.detachNewThread {
      let file = FileHandle(forWritingAtPath: path)
      try? file?.write(contentsOf: Data(text.utf8))
      try? file?.close()
    }
    #expect(folder.messages(ScenarioLoader().load(path)) == [])
  }
}

/// Every formula of the base case and the stresses has a finite value, or says why it has none.
func expectFiniteOrReason(_ model: CostModel) throws {
  let reading = try ScenarioReading(model)
  for values in [reading.base.values] + reading.stresses.map(\.values) {
    for path in values.graph.paths {
      let figure = values[path]
      let isSaid = figure?.value.map(\.isFinite) ?? !(figure?.reason ?? "").isEmpty
      if !isSaid { Issue.record("\(path) has neither a value nor a reason") }
    }
  }
}

import Foundation
import TestSupport
import Testing

@Suite("Writing a scenario: layout, remarks, the editor's schema, and answers as one types")
struct EditingTests {
  private static let untidy = "{extends:'base.json5',volume:{peakFactor:4} }  // tighter\n"

  /// A folder with a scenario and one that extends it.
  private static func folder() throws -> Scratch {
    let scratch = try Scratch()
    let made = try Command("init", "--template", "support", "-o", "base.json5", in: scratch.folder)
    #expect(made.status == 0)
    try Data(untidy.utf8).write(to: scratch.folder.appending(path: "own.json5"))
    return scratch
  }

  private static func text(_ name: String, _ scratch: Scratch) throws -> String {
    String(decoding: try Data(contentsOf: scratch.folder.appending(path: name)), as: UTF8.self)
  }

  @Test("fmt lays a file out in place; --check says where, and writes nothing")
  func layout() throws {
    let scratch = try Self.folder()
    let check = try Command("fmt", "--check", "own.json5", "base.json5", in: scratch.folder)
    #expect(check.status == 1 && check.output.hasPrefix("own.json5:1: laid out otherwise"))
    #expect(check.output.split(separator: "\n").count == 1)
    #expect(try Self.text("own.json5", scratch) == Self.untidy)
    let done = try Command("fmt", "own.json5", in: scratch.folder)
    #expect(done.status == 0 && done.output.isEmpty && done.errors.isEmpty)
    #expect(
      try Self.text("own.json5", scratch)
        == "{ extends: \"base.json5\", volume: { peakFactor: 4 } } // tighter\n")
    #expect(try Command("fmt", "--check", "own.json5", in: scratch.folder).status == 0)
    let piped = try Command("fmt", "-", input: "{a:1}", in: scratch.folder)
    #expect(piped.status == 0 && piped.output == "{ a: 1 }\n")
  }

  @Test("of several files with a mistake in one, none is laid out")
  func mistakes() throws {
    let scratch = try Self.folder()
    try Data("{ a: 8% }".utf8).write(to: scratch.folder.appending(path: "bad.json5"))
    let result = try Command("fmt", "own.json5", "bad.json5", in: scratch.folder)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("bad.json5:1:6"))
    #expect(try Self.text("own.json5", scratch) == Self.untidy)
    #expect(try Command("fmt").status == 64)
    #expect(try Command("fmt", "none.json5", in: scratch.folder).status == 2)
  }

  @Test("lint remarks on what a reviewer would ask, with its line, in every form")
  func remarks() throws {
    let scratch = try Self.folder()
    let own = """
      {
        extends: "base.json5",
        currency: "USD", exchangeRates: { EUR: { value: 1.08, source: "ECB" } },
        inference: { prices: { spare: { input: "$1 / Mtok", output: "$2 / Mtok" } } },
        volume: { peakFactor: { value: 4, low: 3, high: 6 } },
        humanReview: { rate: { value: "$40 / h", source: "To be measured" } },
        checks: null,
      }

      """
    try Data(own.utf8).write(to: scratch.folder.appending(path: "own.json5"))
    let csv = try Command("lint", "own.json5", "--format", "csv", in: scratch.folder)
    #expect(csv.status == 1 && csv.errors.isEmpty, "\(csv.errors)")
    for row in [
      "own.json5,5,34,unsourced,volume.peakFactor,",
      "own.json5,5,34,assumedShape,volume.peakFactor,",
      "own.json5,4,42,unused,inference.prices.spare,",
      "own.json5,3,51,unused,exchangeRates.EUR,", "own.json5,,,unchecked,checks,",
      "unmeasured,humanReview.rate,",
    ] { #expect(csv.output.contains(row), "\(row) in \(csv.output)") }
    let page = try Command("lint", "own.json5", in: scratch.folder)
    #expect(page.output.contains("Stated and not used"))
    let json = try Command("lint", "own.json5", "--format", "json", in: scratch.folder)
    #expect(json.output.contains("\"kind\": \"unused\""))
    let allowed = try Command(
      "lint", "own.json5", "--allow", "unused", "--allow", "unsourced", "--allow", "assumedShape",
      "--allow", "unchecked", "--allow", "unmeasured", in: scratch.folder)
    #expect(allowed.status == 0 && allowed.output.contains("Nothing to ask"), "\(allowed.output)")
    #expect(try Command("lint", "own.json5", "--allow", "layuot", in: scratch.folder).status == 64)
    let piped = try Command(
      "lint", "-", "own.json5", "--format", "csv", input: own, in: scratch.folder)
    #expect(piped.status == 1 && piped.errors.isEmpty, "\(piped.errors)")
    #expect(piped.output.contains("standard input,5,34,unsourced,volume.peakFactor,"))
  }

  @Test("a scenario that init wrote has no layout to mend, and lacks nothing but sources")
  func ofInit() throws {
    let scratch = try Self.folder()
    let result = try Command(
      "lint", "base.json5", "--allow", "unsourced", "--allow", "unmeasured", in: scratch.folder)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("the schema is JSON of its kind; another kind is refused")
  func schema() throws {
    let scenario = try Command("schema")
    #expect(scenario.status == 0 && scenario.output.hasPrefix("{\n  \"$schema\": "))
    _ = try JSONSerialization.jsonObject(with: Data(scenario.output.utf8))
    #expect(scenario.output.contains("\"unitecon scenario\""))
    #expect(try Command("schema", "checklist").output.contains("\"unitecon readiness checklist\""))
    #expect(try Command("schema", "prices").status == 64)
    let scratch = try Scratch()
    #expect(try Command("schema", "-o", "a.csv", in: scratch.folder).status == 64)
    #expect(try Command("schema", "-o", "a.schema.json", in: scratch.folder).status == 0)
    #expect(try Self.text("a.schema.json", scratch) == scenario.output)
  }

  @Test("--watch answers again when a file that is extended changes, also after a mistake")
  func watching() throws {
    let scratch = try Self.folder()
    let process = Process()
    process.executableURL = Command.program
    process.arguments = ["explain", "own.json5", "volume.peakFactor", "--watch", "-o", "out.txt"]
    process.currentDirectoryURL = scratch.folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    func waitFor(_ words: String) -> Bool {
      for _ in 0..<200 {
        if let text = try? Self.text("out.txt", scratch), text.contains(words) { return true }
        usleep(50_000)
      }
      return false
    }
    func state(_ text: String) throws {
      try Data(text.utf8).write(to: scratch.folder.appending(path: "own.json5"))
    }
    #expect(waitFor("own.json5:1"))
    try state("{ extends: 'base.json5', volume: { peakFactor: 8% } }")
    usleep(600_000)
    try state("{ extends: 'base.json5',\n\n volume: { peakFactor: 5 } }")
    #expect(waitFor("own.json5:3"))
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(try Command("run", "-", "--watch").status == 64)
  }
}

import Foundation
import Readiness
import ScenarioFiles
import SyntheticLogs
import TestSupport
import Testing
import UnitEconomics

@Suite("readiness judges an agent by a checklist, its model and its logs")
struct ReadinessTests {
  /// Synthetic runs of a shipped scenario.
  private static func runs(
    _ name: String, _ count: Int, _ change: (inout SyntheticRuns) -> Void = { _ in }
  ) throws -> SyntheticRuns.Log {
    let loaded = ScenarioLoader(readsReadiness: true).load(
      Command.root.appending(path: "Scenarios/\(name).json5").path)
    var runs = SyntheticRuns(
      try #require(loaded.model), try #require(loaded.readiness), runs: count, seed: 11)
    change(&runs)
    return runs.written()
  }

  private static func readiness(
    _ name: String, _ log: SyntheticRuns.Log, _ words: String = ""
  ) throws -> (run: Command, facts: [[String]]) {
    let scratch = try Scratch()
    try Data(log.traces.utf8).write(to: scratch.folder.appending(path: "traces.jsonl"))
    try Data(log.tasks.utf8).write(to: scratch.folder.appending(path: "tasks.csv"))
    let run = try Command(
      shell: "$unitecon readiness Scenarios/\(name).json5 \(scratch.path("traces.jsonl")) "
        + "--tasks \(scratch.path("tasks.csv")) --prices shipped --on 2026-11-22 --draws 2000 "
        + "--format csv \(words)")
    let rows = run.output.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return (run, rows)
  }

  @Test("invoices do not go where incidents cannot be told, as the README shows")
  func noReconstruction() throws {
    let log = try Self.runs("invoice-coding", 900) { $0.rootless = 30 }
    let block = try #require(try ReadmeTests.blocks("text").first { $0.contains("No-go if you") })
    let page = try Command(
      "readiness", "Scenarios/invoice-coding.json5", "-", "--on", "2026-11-22", "--draws", "2000",
      input: log.traces)
    #expect(page.status == 1 && page.output.contains(block), "\(page.errors)")
  }

  private static let plantable: [LogShare: Int] = [
    .repeatedEffects: 4, .approved: 3, .decided: 5, .doneAnyway: 2, .explained: 6,
    .validArguments: 3, .hastyRetries: 4, .traced: 5,
  ]

  @Test("planted faults are all found, and no other; a clean log gives none")
  func planted() throws {
    let log = try Self.runs("support-ticket", 260) {
      $0.faults = Self.plantable
      $0.rootless = 3
    }
    let (run, facts) = try Self.readiness("support-ticket", log)
    #expect(run.status == 1, "\(run.errors)")
    let found = Dictionary(grouping: facts.filter { $0[0] == "exception" }) { $0[1] }
      .mapValues { $0.map { $0[14] }.sorted() }
    for (kind, count) in Self.plantable {
      let runs = (log.planted[kind] ?? []).sorted()
      // Who is not asked for a decision is asked for no approval either.
      let expected = kind == .approved ? runs.count : count
      #expect(runs.count == expected && !runs.isEmpty, "\(kind)")
      // A run without its root has lost the name of its task too.
      let extra = kind == .traced ? 3 : 0
      #expect(
        kind == .traced
          ? Set(found[kind.rawValue] ?? []).isSuperset(of: runs)
            && found[kind.rawValue]?.count == runs.count + extra
          : found[kind.rawValue] == runs, "\(kind)")
    }
    #expect(found["wholeChains"] == log.planted[.wholeChains]?.sorted())
    #expect(Set(found.keys) == Set(Self.plantable.keys.map(\.rawValue) + ["wholeChains"]))

    let clean = try Self.readiness("support-ticket", try Self.runs("support-ticket", 120))
    #expect(!clean.facts.contains { $0[0] == "exception" })
  }

  @Test(
    "as committed", arguments: ["readiness.txt", "readiness.md", "readiness.csv", "readiness.json"])
  func golden(name: String) throws {
    let log = try Self.runs("support-ticket", 40) {
      $0.faults = [.repeatedEffects: 1, .approved: 1, .explained: 1]
    }
    let format = try #require(name.split(separator: ".").last)
    let run = try Command(
      "readiness", "Scenarios/support-ticket.json5", "-", "--on", "2026-11-22", "--prices",
      "shipped", "--draws", "2000", "--format", "\(format)", "--width", "110", input: log.traces)
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, name)
  }

  @Test("without a log it says what is missing, item by item")
  func noLog() throws {
    let run = try Command(
      "readiness", "Scenarios/invoice-coding.json5", "--on", "2026-11-22", "--draws", "2000",
      "--width", "100")
    #expect(run.status == 1 && run.errors.isEmpty)
    try expectGolden(run.output, "readiness-no-log.txt")
  }

  @Test("the manual lists the checklist as the program prints it")
  func manual() throws {
    let path = "Sources/Readiness/README.md"
    let items = try Command("readiness", "--items", "--format", "md").output
    let tables = items.components(separatedBy: "\n").dropFirst(2)
      .filter { !$0.hasPrefix("Made by") }.joined(separator: "\n")
    let page = try HouseTests.text(path)
    let marks = ["<!-- items -->\n", "<!-- end of items -->"]
    let (start, end) = (
      try #require(page.range(of: marks[0])), try #require(page.range(of: marks[1]))
    )
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      let recorded =
        page[..<start.upperBound] + "\n\(tables.trimmingCharacters(in: .newlines))\n\n"
        + page[end.lowerBound...]
      try Data(recorded.utf8).write(to: Command.root.appending(path: path))
      return
    }
    #expect(
      page[start.upperBound..<end.lowerBound].trimmingCharacters(in: .newlines)
        == tables.trimmingCharacters(in: .newlines))
  }

  @Test("the block and the checklist that the manuals show are read")
  func shown() throws {
    let scratch = try Scratch()
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: scratch.folder.appending(path: name))
    }
    let block = try #require(
      try ReadmeTests.blocks("json5", of: "Scenarios/README.md").first {
        $0.hasPrefix("readiness:")
      })
    for name in ["evaluations.csv", "refund.schema.json", "pentest.pdf"] {
      #expect(block.contains(name))
    }
    try write("case,kind,version,on,passed\na,policy,1,2026-11-01,true\n", "evaluations.csv")
    try write("{ \"type\": \"object\" }", "refund.schema.json")
    try write("made up", "pentest.pdf")
    try write(try HouseTests.text("Tests/ErrorGallery/base.json5"), "base.json5")
    try write("{ extends: \"base.json5\", \(block) }", "own.json5")
    let list = try #require(
      try ReadmeTests.blocks("json5", of: "Sources/Readiness/README.md").first)
    try write(list, "ours.json5")
    let items = try Command("readiness", "--items", "--checklist", "ours.json5", in: scratch.folder)
    #expect(items.status == 0 && items.output.contains("Data stays in the EU"), "\(items.errors)")
    #expect(!items.output.contains("SOC 2 type II "))
    let run = try Command(
      "readiness", "own.json5", "--on", "2026-11-22", in: scratch.folder)
    #expect(run.status == 1 && run.output.contains("pentest.pdf"), "\(run.errors)")
  }

  @Test(
    "what nothing was held against is told: tools without a rule, and lines that could not be read")
  func blindSpots() throws {
    let scratch = try Scratch()
    let log = try Self.runs("support-ticket", 20).traces
      .replacing("order_lookup", with: "forecast")
    try Data((log + "{\"resourceSpans\":[\n").utf8)
      .write(to: scratch.folder.appending(path: "traces.jsonl"))
    try Data("task,start\nT-11-0,2026-11-01T00:00:00Z\nT-11-1,yesterday\n".utf8)
      .write(to: scratch.folder.appending(path: "tasks.csv"))
    let words = [
      scratch.path("traces.jsonl"), "--tasks", scratch.path("tasks.csv"), "--on", "2026-11-22",
      "--draws", "2000",
    ].joined(separator: " ")
    let line = "$unitecon readiness Scenarios/support-ticket.json5 \(words)"
    let page = try Command(shell: line).output
    #expect(page.contains("Calls of tools that readiness.tools says nothing of: forecast ("))
    #expect(page.contains("Lines that could not be read"))
    let facts = try Command(shell: line + " --format csv").output
    #expect(facts.contains("unruled,calls") && facts.contains("unread,lines,,,,2"))
    let strict = try Command(shell: line + " --strict")
    #expect(strict.status == 2 && strict.output.isEmpty)
  }

  @Test("a flag of the same name at another verb asks for no readiness")
  func otherFlag() throws {
    let scratch = try Scratch()
    let base = try HouseTests.text("Tests/ErrorGallery/base.json5")
    try Data(base.utf8).write(to: scratch.folder.appending(path: "base.json5"))
    try Data("{ extends: \"base.json5\", readiness: { evaluation: \"missing.csv\" } }".utf8)
      .write(to: scratch.folder.appending(path: "own.json5"))
    let run = try Command(
      "prices", "reprice", "own.json5", "--on", "claude-sonnet-5", in: scratch.folder)
    #expect(run.status == 0, "\(run.errors)")
    let asked = try Command("readiness", "own.json5", "--on", "2026-11-22", in: scratch.folder)
    #expect(asked.status == 2 && asked.errors.contains("missing.csv"))
  }

  @Test("the page of a report carries it, and its exit code")
  func page() throws {
    let scratch = try Scratch()
    let log = try Self.runs("support-ticket", 40)
    try Data(log.traces.utf8).write(to: scratch.folder.appending(path: "traces.jsonl"))
    let run = try Command(
      "report", "Scenarios/support-ticket.json5", "--on", "2026-11-22", "--draws", "2000", "--log",
      scratch.path("traces.jsonl"), "-o", scratch.path("page.html"))
    #expect(run.status == 1, "\(run.errors)")
    let page = try String(contentsOfFile: scratch.path("page.html"), encoding: .utf8)
    #expect(page.contains("<section class=\"readiness\"><h2>Ready to go live?</h2>"))
    #expect(page.contains("Every call that changes something") == false)
    #expect(page.contains("No call that changes something is made again after it succeeded"))
  }

  @Test(
    "what has no meaning is refused",
    arguments: [
      ("Scenarios/support-ticket.json5", 64, "needs the day"),
      ("Scenarios/support-ticket.json5 --on today", 64, "is a day such as"),
      ("Scenarios/support-ticket.json5 --on 2026-11-22 --tasks a.csv", 64, "more about a log"),
      ("Scenarios/support-ticket.json5 --items", 64, "takes no file"),
      ("--on 2026-11-22", 64, "needs a scenario"),
      ("Scenarios/support-ticket.json5 nowhere.jsonl --on 2026-11-22", 2, "nowhere.jsonl"),
      ("--items --checklist nowhere.json5", 2, "nowhere.json5"),
    ])
  func refused(words: String, status: Int32, message: String) throws {
    let run = try Command(shell: "$unitecon readiness \(words)")
    #expect(run.status == status && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("names in a log cannot move anything in a terminal or open anything on a page")
  func harmless() throws {
    let log = try Self.runs("support-ticket", 20) { $0.faults = [.approved: 1] }
    let evil = log.traces.replacing("reviewer", with: "\\u001b[31m<script>=cmd|")
    let run = try Command(
      "readiness", "Scenarios/support-ticket.json5", "-", "--on", "2026-11-22", "--draws", "2000",
      input: evil)
    #expect(run.output.contains("script") && !run.output.contains("\u{1B}[31m"))
  }
}

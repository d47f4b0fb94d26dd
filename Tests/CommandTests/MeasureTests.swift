import Foundation
import TestSupport
import Testing

@Suite("measure says what runs cost and how they ended")
struct MeasureTests {
  private static let traces = "\(Command.fixtures)/traces.jsonl"
  private static let rows = "\(Command.fixtures)/runs.csv"
  private static let prices = "--prices \(Command.fixtures)/token-prices.json"

  private static func measure(_ words: String) throws -> Command {
    try Command(shell: "$unitecon measure \(words)")
  }

  @Test(
    "as committed",
    arguments: [
      ("measure.txt", "\(traces) \(prices) --by version --width 100"),
      ("measure-rows.txt", "\(rows) \(prices) --unit task --width 80"),
      ("measure.md", "\(rows) --by model --format md"),
      ("measure.csv", "\(traces) \(prices) --format csv"),
      ("measure.json", "\(rows) \(prices) --by version --format json"),
      ("measure-columns.txt", "--columns --width 100"),
    ])
  func golden(name: String, words: String) throws {
    let run = try Self.measure(words)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, name)
  }

  @Test("what a program packed, or pipes in, is what it was")
  func packed() throws {
    let plain = try Self.measure("\(Self.rows) --format csv").output
    let scratch = try Scratch()
    let packed = try Command(
      shell: """
        command -v gzip > /dev/null || exit 9
        gzip -c \(Self.rows) > \(scratch.path("runs"))
        $unitecon measure \(scratch.path("runs")) --format csv
        """)
    if packed.status != 9 { #expect(packed.output == plain) }
    #expect(try Self.measure("- --format csv < \(Self.rows)").output == plain)
  }

  @Test("no name in a log steers what shows it", arguments: ["txt", "md", "csv", "json"])
  func harmless(format: String) throws {
    let scratch = try Scratch()
    let file = scratch.path("evil.jsonl")
    let line = #"""
      {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"aa","spanId":"1","attributes":[
      {"key":"gen_ai.tool.name","value":{"stringValue":"\u001b[31m=cmd()|x\u202e"}},
      {"key":"gen_ai.agent.version","value":{"stringValue":"\u0007<b>"}}]}]}]}]}
      """#
    try Data((line.replacing("\n", with: "") + "\n{\"\u{1B}[2J").utf8).write(
      to: URL(filePath: file))
    for words in ["", "--strict"] {
      let run = try Self.measure("\(file) --by version --format \(format) \(words)")
      let text = run.output + run.errors
      #expect(text.contains("cmd()") == words.isEmpty)
      // JSON keeps every name as it is, its control codes escaped.
      let signs = ["\u{1B}", "\u{7}"] + (format == "json" ? [] : ["\u{202E}"])
      for sign in signs { #expect(!text.contains(sign)) }
      if format == "md" { #expect(!run.output.contains("<b>|")) }
    }
  }

  @Test("a file in two halves is measured as one")
  func halves() throws {
    let scratch = try Scratch()
    let halves = try Command(
      shell: """
        split -l 9 \(Self.traces) \(scratch.path("part-"))
        $unitecon measure \(scratch.path("part-"))* \(Self.prices) --format csv | grep -v reading
        """)
    let whole = try Self.measure("\(Self.traces) \(Self.prices) --format csv | grep -v reading")
    #expect(halves.output == whole.output && !whole.output.isEmpty)
  }

  @Test(
    "what cannot be read is refused with words",
    arguments: [
      ("", 64, "measure needs a log of runs"),
      ("ROWS --map outcom=x", 64, "there is no column outcom"),
      ("ROWS --map outcome", 64, "COLUMN=PATH"),
      ("missing.csv", 2, "cannot read missing.csv: No such file"),
      ("Tests", 2, "cannot read Tests: Is a directory"),
      ("Package.swift", 2, "no column of it is known"),
      ("ROWS --prices Package.swift", 2, "Package.swift:1:1: an object should stand here"),
      ("TRACES --strict", 2, "traces.jsonl:26:"), ("ROWS --by plan", 64, "--by"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let line = words.replacing("ROWS", with: Self.rows).replacing("TRACES", with: Self.traces)
    let run = try Self.measure(line)
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  /// Where real logs lie, apart from the project.
  static let data: String? = {
    let folder =
      ProcessInfo.processInfo.environment["UNITECON_DATA"]
      ?? Command.root.appending(path: "../shared/data").path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  @Test("real logs come to their known sums", .enabled(if: data != nil, "real logs are not here"))
  func known() throws {
    let data = try #require(Self.data)
    let book = "--prices \(data)/litellm_prices.json --format csv"
    let traces = try Self.measure("\(data)/derived_mini_swe_otlp_40.jsonl \(book)").output
    for fact in [
      "outcome,success,runs,25,", "recorded,,cost,16.1131986,", "computed,,cost,16.1131986,",
      "recorded,,costPerSuccess,0.644527944,", "tokens,,input,20050233,",
      "tokens,,cacheRead,16122633,", "tokens,,output,419456,",
    ] {
      #expect(traces.contains(fact), "\(fact)")
    }
    let map = [
      "outcome=resolved", "cost=instance_cost", "calls=calls.*", "inputTokens=calls.*.1",
      "outputTokens=calls.*.2", "cachedTokens=calls.*.3", "reasoningTokens=calls.*.4",
    ].map { "--map '\($0)'" }.joined(separator: " ")
    let attempts = try Self.measure(
      "\(data)/mini_swe_agent_gemini3pro_attempts.jsonl \(map) --format csv"
    ).output
    for fact in [
      "outcome,success,runs,371,", "recorded,,cost,229.978759475,",
      "recorded,,costPerRun,0.45995751895,", "recorded,,costPerSuccess,0.6198888395552561,",
      "recorded,,costOfFailures,77.867815675,", "calls,,modelCalls,20163,",
      "tokens,,input,333047929,", "tokens,,cacheRead,279065308,", "tokens,,output,5556752,",
      "tokens,,reasoning,101046,",
    ] {
      #expect(attempts.contains(fact), "\(fact)")
    }
    let langfuse = try Self.measure(
      "\(data)/langfuse_microsoft-agent-2025-12-17.trace.json --format csv"
    ).output
    #expect(langfuse.contains("tokens,,input,293,") && langfuse.contains("tokens,,output,106,"))
  }
}

import Foundation
import TestSupport
import Testing

@Suite("measure --task shows a run as it happened, and whether its chain is whole")
struct MeasureTaskTests {
  private static let chains = "\(Command.fixtures)/chains.jsonl"
  private static let map = "--map \(Command.fixtures)/log-map.json5"
  private static let prices = "--prices \(Command.fixtures)/token-prices.json"

  private static func measure(_ words: String) throws -> Command {
    try Command(shell: "$unitecon measure \(words)")
  }

  @Test(
    "as committed",
    arguments: [
      ("measure-chains.txt", "CHAINS MAP --width 100"),
      ("measure-task.txt", "CHAINS MAP PRICES --task ticket-7 --width 120"),
      ("measure-task-80.txt", "CHAINS PRICES --task c0ffee000000000000000000000000a1 --width 80"),
      ("measure-task-gaps.txt", "CHAINS --task c0ffee000000000000000000000000b --width 100"),
      (
        "measure-task-content.txt",
        "CHAINS --task c0ffee000000000000000000000000a2 --content --width 80"
      ),
      ("measure-task.md", "CHAINS --task c0ffee000000000000000000000000a2 --content --format md"),
      ("measure-task.csv", "CHAINS MAP PRICES --task ticket-7 --content --format csv"),
      ("measure-task.json", "CHAINS PRICES --task ticket-8 --format json"),
      ("measure-task-rows.txt", "ROWS PRICES --task T-3 --width 100"),
    ])
  func golden(name: String, words: String) throws {
    let run = try Self.measure(Self.spelled(words))
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, name)
  }

  private static func spelled(_ words: String) -> String {
    words.replacing("CHAINS", with: chains).replacing("MAP", with: map)
      .replacing("PRICES", with: prices).replacing("ROWS", with: "\(Command.fixtures)/runs.csv")
  }

  @Test("the run's own row has the sums of its counted steps, and they are those of its log alone")
  func sums() throws {
    let scratch = try Scratch()
    let alone = scratch.path("alone.jsonl")
    let run = try Command(
      shell: """
        grep -h 0000a3 \(Command.fixtures)/traces.jsonl > \(alone)
        $unitecon measure \(Command.fixtures)/traces.jsonl \(Self.prices) --format csv \
          --task 000000000000000000000000000000a3
        """)
    let rows = run.output.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func sum(_ column: Int) -> Double {
      rows.filter { $0[2] == "step" && $0[8] == "counted" }.compactMap { Double($0[column]) }
        .reduce(0, +)
    }
    let own = try #require(rows.first { $0[2] == "run" })
    let facts = try Self.measure("\(alone) \(Self.prices) --format csv").output
    for (column, fact) in [(9, "tokens,,input"), (13, "tokens,,output"), (16, "computed,,cost")] {
      #expect(abs(sum(column) - (Double(own[column]) ?? -1)) < 1e-12)
      #expect(facts.contains(",\(fact),\(own[column]),"), "\(fact)")
    }
  }

  @Test("no text of a log steers what shows it", arguments: ["txt", "md", "csv", "json"])
  func harmless(format: String) throws {
    let scratch = try Scratch()
    let file = scratch.path("evil.jsonl")
    let evil = #"\u001b[31m=cmd()|x\u202e<b>\u0007\r\n"#
    let attributes = ["gen_ai.tool.name", "error.type", "gen_ai.prompt", "gen_ai.completion"]
      .map { #"{"key":"\#($0)","value":{"stringValue":"\#(evil)"}}"# }.joined(separator: ",")
    let line =
      #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"aa","spanId":"1","name":"\#(evil)","#
      + #""attributes":[\#(attributes)]}]}]}]}"#
    let row = #"{"task":"\#(evil)a","model":"\#(evil)"}"#
    try Data("\(line)\n\(row)\n".utf8).write(to: URL(filePath: file))
    for words in ["--task a --content", "--task zz", "--task a --content --map \(file)"] {
      let run = try Self.measure("\(file) \(words) --format \(format)")
      let text = run.output + run.errors
      #expect(!text.isEmpty)
      let signs = ["\u{1B}", "\u{7}"] + (format == "json" ? [] : ["\u{202E}"])
      for sign in signs { #expect(!text.contains(sign), "\(text)") }
      if format == "md" { #expect(!run.output.contains("<b>")) }
      if format == "csv" { #expect(!run.output.contains(",=cmd")) }
    }
  }

  @Test(
    "what cannot be meant or found is refused with words",
    arguments: [
      ("CHAINS --task a --by model", 64, "--by tells all runs apart"),
      ("CHAINS --task a --unit task", 64, "--unit puts all tasks together"),
      ("CHAINS --task a --columns", 64, "--columns lists columns"),
      ("CHAINS --task a --bill bill.csv", 64, "--bill is for all of them"),
      ("CHAINS --task a --into x.json5", 64, "--into is for all of them"),
      ("CHAINS --task ''", 64, "--task needs the name"),
      ("CHAINS --content", 64, "--content says more about --task"),
      ("- --task a --content", 64, "standard input can be read once"),
      ("CHAINS --service flex", 64, "no price list is given"),
      ("CHAINS --outcome done=sucess", 64, "did you mean success?"),
      ("CHAINS --outcome =success", 64, "WORD=OUTCOME"),
      ("CHAINS --reason a=ambiguity --reason A=dataMissing", 64, "says twice what \"A\" means"),
      ("CHAINS --map a.json --map b.json5", 64, "here are two"),
      ("CHAINS --map missing.json5", 2, "missing.json5"),
      ("CHAINS --task c0ffee", 2, "4 traces begin with c0ffee"),
      ("CHAINS --task ticket-9", 2, "such as ticket-7, ticket-8"),
      ("CHAINS --task 4711", 2, "the beginning of one"),
      ("ROWS --task T-33", 2, "did you mean T-3?"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let run = try Self.measure(Self.spelled(words))
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(
    "every mistake of a map stands where it was made",
    arguments: [
      ("[]", 1, "a map of columns is an object"), ("{ cost: 5 }", 9, "cost is found at a heading"),
      ("{ outcom: 'x' }", 3, "did you mean outcome?"), ("{ cost: '' }", 9, "with something in it"),
      ("{ reasons: 1 }", 12, "reasons is an object"), ("{ cost: 'a'", 1, "still open"),
      ("{ outcomes: { done: 'sucess' } }", 21, "did you mean success?"),
      ("", 1, "write { outcome:"),
      ("{ cost: 'a', cost: 'b' }", 14, "cost"),
    ])
  func mapMistakes(text: String, column: Int, message: String) throws {
    let scratch = try Scratch()
    let file = scratch.path("map.json5")
    try Data(text.utf8).write(to: URL(filePath: file))
    let run = try Self.measure("\(Self.chains) --map \(file)")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("map.json5:1:\(column): error:"), "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("a map in a file says what flags say, and flags come before it")
  func mapFile() throws {
    let scratch = try Scratch()
    let (rows, map) = (scratch.path("rows.csv"), scratch.path("map.json"))
    try Data("ended,why,usd,eur\nsolved,rate_limited,1,2\ngave_up,rate_limited,3,4\n".utf8)
      .write(to: URL(filePath: rows))
    try Data(
      #"{"outcome": "ended", "reason": "why", "cost": "usd", "outcomes": {"solved": "success", "gave_up": "failed"}, "reasons": {"rate_limited": "toolOutage"}}"#
        .utf8
    ).write(to: URL(filePath: map))
    let byFlags = try Self.measure(
      "\(rows) --map outcome=ended --map reason=why --map cost=usd --outcome solved=success "
        + "--outcome gave_up=failed --reason rate_limited=toolOutage --format csv")
    let byFile = try Self.measure("\(rows) --map \(map) --format csv")
    #expect(byFile.output == byFlags.output && byFile.status == 0)
    #expect(byFile.output.contains(",reason,toolOutage,runs,1,"))
    #expect(byFile.output.contains(",recorded,,cost,4,"))
    let both = try Self.measure(
      "\(rows) --map \(map) --map cost=eur --outcome gave_up=escalated --format csv"
    ).output
    #expect(both.contains(",recorded,,cost,6,") && both.contains(",escalated,runs,1,"))
  }

  @Test("a packed log, and one in pieces, show the run that the whole shows")
  func pieces() throws {
    let scratch = try Scratch()
    let words = "--task ticket-7 --content --format csv"
    let runs = try Command(
      shell: """
        split -l 1 \(Self.chains) \(scratch.path("part-"))
        gzip -c \(Self.chains) > \(scratch.path("packed")) || exit 9
        $unitecon measure \(scratch.path("part-"))* \(words) | cut -d, -f1-17
        $unitecon measure \(scratch.path("packed")) \(words) | cut -d, -f1-17
        """)
    guard runs.status != 9 else { return }
    let whole = try Command(shell: "$unitecon measure \(Self.chains) \(words) | cut -d, -f1-17")
    #expect(runs.output == whole.output + whole.output && !whole.output.isEmpty)
  }
}

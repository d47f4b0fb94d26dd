import Formulas
import Foundation
import RunLogs
import TestSupport
import Testing

@Suite("Logs of any dialect are measured alike")
struct MeasurementTests {
  static func measured(
    _ texts: [String: String], _ edit: (inout MeasureSettings) -> Void = { _ in }
  ) throws -> RunMeasurement {
    let scratch = try Scratch()
    var settings = MeasureSettings()
    edit(&settings)
    var measurement = RunMeasurement(settings)
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let path = scratch.path(name)
      try Data(text.utf8).write(to: URL(filePath: path))
      try measurement.read(path, by: .alone())
    }
    measurement.finish()
    return measurement
  }

  static func span(
    _ id: String, parent: String = "", _ attributes: [String: String], trace: String = "aa",
    more: String = ""
  ) -> String {
    let pairs = attributes.sorted { $0.key < $1.key }.map { key, value in
      let kind = Int(value) != nil ? "intValue" : "stringValue"
      return #"{"key":"\#(key)","value":{"\#(kind)":"\#(value)"}}"#
    }
    return #"{"traceId":"\#(trace)","spanId":"\#(id)","parentSpanId":"\#(parent)","#
      + #""attributes":[\#(pairs.joined(separator: ","))]\#(more)}"#
  }

  static func line(_ spans: String...) -> String {
    #"{"resourceSpans":[{"scopeSpans":[{"spans":[\#(spans.joined(separator: ","))]}]}]}"# + "\n"
  }

  /// One call of a model in the names of each generation and dialect.
  private static let namings: [[String: String]] = [
    [
      "gen_ai.operation.name": "chat", "gen_ai.response.model": "m",
      "gen_ai.usage.input_tokens": "100", "gen_ai.usage.output_tokens": "20",
      "gen_ai.usage.cache_read.input_tokens": "60", "gen_ai.usage.cache_write.input_tokens": "10",
      "gen_ai.usage.reasoning.output_tokens": "5",
    ],
    [
      "gen_ai.request.model": "m", "gen_ai.usage.prompt_tokens": "100",
      "gen_ai.usage.completion_tokens": "20", "gen_ai.usage.cache_read_input_tokens": "60",
      "gen_ai.usage.cache_creation_input_tokens": "10", "gen_ai.usage.reasoning_tokens": "5",
      "traceloop.span.kind": "llm",
    ],
    [
      "openinference.span.kind": "LLM", "llm.model_name": "m", "llm.token_count.prompt": "100",
      "llm.token_count.completion": "20", "llm.token_count.prompt_details.cache_read": "60",
      "llm.token_count.prompt_details.cache_write": "10",
      "llm.token_count.completion_details.reasoning": "5",
    ],
    [
      "operation.name": "ai.generateText.doGenerate", "ai.response.model": "m",
      "ai.usage.promptTokens": "100", "ai.usage.completionTokens": "20",
      "ai.usage.cachedInputTokens": "60", "gen_ai.usage.cache_creation.input_tokens": "10",
      "ai.usage.reasoningTokens": "5",
    ],
  ]

  @Test("every dialect says the same of one call", arguments: namings)
  func dialects(attributes: [String: String]) throws {
    let total = try Self.measured(["a": Self.line(Self.span("1", attributes))]).total
    #expect(
      total.usage
        == TokenUsage(input: 100, output: 20, cacheRead: 60, cacheWrite: 10, reasoning: 5))
    #expect(total.calls == 1 && total.attempts == 1)
  }

  @Test("usage counts once: below, and not above it; twice written is once")
  func leaves() throws {
    let usage = ["gen_ai.usage.input_tokens": "10", "gen_ai.usage.output_tokens": "1"]
    let (agent, call) = (Self.span("1", usage), Self.span("2", parent: "1", usage))
    let tool = Self.span("3", parent: "1", ["gen_ai.tool.name": "t"])
    let inner = Self.span("4", parent: "3", usage)
    // Children before parents, over two files, one of them twice.
    let measured = try Self.measured([
      "a": Self.line(inner) + Self.line(call, tool), "b": Self.line(call) + Self.line(agent),
    ])
    #expect(measured.total.usage == TokenUsage(input: 20, output: 2))
    #expect(measured.total.attempts == 1 && measured.total.toolCalls == 1)
    #expect(measured.notes.usageAboveUsage == 1 && measured.notes.repeatedSpans == 1)
  }

  @Test("an answer on two spans is one answer; a circle of parents ends")
  func answers() throws {
    let usage = ["gen_ai.usage.input_tokens": "10", "gen_ai.response.id": "r"]
    let measured = try Self.measured([
      "a": Self.line(Self.span("1", usage), Self.span("2", usage)),
      "b": Self.line(
        Self.span("1", parent: "2", ["gen_ai.usage.input_tokens": "3"], trace: "bb"),
        Self.span("2", parent: "1", [:], trace: "bb")),
    ])
    #expect(measured.notes.repeatedResponses == 1)
    #expect(measured.total.usage.input == 10 && measured.total.attempts == 2)
  }

  @Test("no order of lines and no size of blocks changes a figure")
  func order() throws {
    var lines: [String] = []
    for trace in 1...30 {
      for span in 1...4 {
        lines.append(
          Self.line(
            Self.span(
              "\(span)", parent: span > 1 ? "\(span / 2)" : "",
              [
                "gen_ai.usage.input_tokens": "\(trace * span)", "gen_ai.usage.cost": "0.1",
                "gen_ai.agent.version": "v\(trace % 3)",
              ], trace: "\(trace)")))
      }
    }
    let first = try Self.measured(["a": lines.joined()]) { $0.grouping = .version }
    let other = try Self.measured(["a": lines.reversed().joined()]) { $0.grouping = .version }
    #expect(first.total.usage == other.total.usage)
    #expect(first.total.recorded == other.total.recorded)
    #expect(first.groups.map(\.name) == ["v0", "v1", "v2"])
    #expect(first.groups.map(\.tally.usage) == other.groups.map(\.tally.usage))
  }

  @Test("rows of CSV and of JSON lines say the same")
  func rows() throws {
    let csv =
      "outcome,input_tokens,output_tokens,cost,Duration,agent_version\r\n"
      + "success,100,10,0.5,2.5,v1\r\n\"escalated\",50,5,\"0.25\",1,v2\r\nfailed,,,,,\r\n"
    let json = """
      {"outcome": true, "input_tokens": 100, "output_tokens": "10", "cost": 0.5, "duration": 2.5}

      {"outcome": "handoff", "input_tokens": 50, "output_tokens": 5, "cost": 0.25, "x": [[{"y": 1}]], "duration": 1}
      {"outcome": "failed", "reason": "policy"}

      """
    for text in [csv, json] {
      let total = try Self.measured(["a": text]).total
      #expect(total.outcomes == [.success: 1, .escalated: 1, .failed: 1])
      #expect(total.usage == TokenUsage(input: 150, output: 15))
      #expect(total.recorded.total == Amount("0.75") && total.recorded.ofFailures == Amount("0.25"))
      #expect(total.runtime == 3_500_000_000 && total.timedRuns == 2)
    }
  }

  @Test("a path leads into lists, whose elements are added or counted")
  func paths() throws {
    let line = #"{"done": false, "info": {"usd": 0.25}, "calls": [[1, 10], [2, 20], [3, 30]]}"#
    let total = try Self.measured(["a": line]) { settings in
      settings.map.add(.outcome, at: "done")
      settings.map.add(.cost, at: "info.usd")
      settings.map.add(.calls, at: "calls.*")
      settings.map.add(.inputTokens, at: "calls.*.1")
      settings.map.add(.outputTokens, at: "calls.0.0")
    }.total
    #expect(total.outcomes == [.failed: 1] && total.calls == 3)
    #expect(total.usage == TokenUsage(input: 60, output: 1))
    #expect(total.recorded.total == Amount("0.25"))
  }

  @Test("where one column is mapped the others keep their names, in JSON as in CSV")
  func mapKeepsNames() throws {
    let json =
      #"{"done":"yes","cost_usd":0.5,"usd":9,"outcome":"failed","model":"m","input_tokens":60,"api_calls":null,"llm_calls":3}"#
      + "\n"
    let csv =
      "done,cost_usd,usd,outcome,model,input_tokens,api_calls\nyes,0.5,9,failed,m,60,3\n"
    for (name, text) in ["runs.jsonl": json, "runs.csv": csv] {
      let total = try Self.measured([name: text]) { settings in
        settings.map.add(.outcome, at: "done")
        settings.words.add("yes", .escalated)
        settings.grouping = .model
      }
      #expect(total.total.outcomes == [.escalated: 1], "\(name)")
      #expect(total.total.calls == 3 && total.total.usage.input == 60, "\(name)")
      // Two names of one column are not added up.
      #expect(total.total.recorded.total == Amount("0.5"), "\(name)")
      #expect(total.groups.map(\.name) == ["m"], "\(name)")
    }
  }

  @Test(
    "a bad line costs that line, and is placed",
    arguments: [
      (#"{"outcome": "succ"#, LineFault.Problem.endsEarly),
      (#"{"input_tokens": -5}"#, .notCount(field: "inputTokens")),
      (#"{"input_tokens": 10, "cached_tokens": 11}"#, .cachedExceedsInput),
      (#"{"cost": "much"}"#, .notAmount(field: "cost")),
      (#"{"seconds": -1}"#, .endsBeforeStart),
      (#"{"start": 20, "end": 10}"#, .endsBeforeStart),
      (#"{"start": "yesterday"}"#, .notTime(field: "start")),
      (#"{"input_tokens": 1e30}"#, .notCount(field: "inputTokens")),
      (#"{"x": 1} {"#, .expected(.endOfLine)), (#"{x: 1}"#, .expected(.key)),
      (#"{"x" 1}"#, .expected(.colon)), (#"{"x": [1 2]}"#, .expected(.commaOrEnd)),
      (#"{"x": nope}"#, .expected(.value)),
      (#"{"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"1"}]}]}]}"#, .noIdentity),
      (
        #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"xyz","spanId":"1"}]}]}]}"#,
        .expected(.hexDigits)
      ),
    ])
  func badLines(line: String, problem: LineFault.Problem) throws {
    let measured = try Self.measured([
      "a": #"{"outcome": "success"}"# + "\n" + line + "\n" + #"{"outcome": "success"}"# + "\n"
    ])
    #expect(measured.unread.count == 1 && measured.total.outcomes == [.success: 2])
    let fault = try #require(measured.unread.first.first)
    #expect(fault.line == 2 && fault.fault.problem == problem, "\(fault)")
  }

  @Test("a log is of lines where its first one is broken, marked, or full of quotes")
  func firstLines() throws {
    let row = #"{"outcome": "success"}"# + "\n"
    for (first, runs, faults) in [
      (#"{"outcome": "succ"# + "\n", 2, 1), ("\u{FEFF}" + row, 3, 0), ("\n \n" + row, 3, 0),
      (#"{"note": "one \" quote", "outcome": "success"}"# + "\n", 3, 0),
    ] {
      let measured = try Self.measured(["a": first + row + row])
      #expect(measured.total.attempts == runs && measured.unread.count == faults, "\(first)")
    }
    let document = "{\n  \"trace\": \"x\",\n  \"outcome\": \"success\"\n}\n"
    #expect(try Self.measured(["a": document]).total.outcomes == [.success: 1])
    // More than a block, in which no line but the first has an odd number of quotes.
    let many =
      #"{"note": "\"", "outcome": "failed"}"# + "\n" + String(repeating: row, count: 250_000)
    let measured = try Self.measured(["a": many])
    #expect(measured.total.outcomes == [.success: 250_000, .failed: 1])
  }

  @Test("no depth is too deep to be passed over, and beyond 512 a line is bad")
  func depth() throws {
    func line(_ depth: Int) -> String {
      #"{"outcome":"success","x":"# + String(repeating: "[", count: depth)
        + String(repeating: "]", count: depth) + "}\n"
    }
    let measured = try Self.measured(["a": line(1) + line(512) + line(513) + line(10_000)])
    #expect(measured.total.attempts == 2)
    #expect(measured.unread.first.map(\.fault.problem) == [.tooDeep, .tooDeep])
  }

  @Test("a row with too many fields costs that row; quotes may hold line ends")
  func badRows() throws {
    let measured = try Self.measured([
      "a":
        "note,outcome,cost\n\"two\nlines, and a comma\",success,1\na,b,c,d\nx,failed,2\ny,success,z\n"
    ])
    #expect(measured.total.outcomes == [.success: 1, .failed: 1])
    #expect(
      measured.unread.first.map(\.fault.problem) == [
        .unlikeFields(found: 4, wanted: 3), .notAmount(field: "cost"),
      ])
    #expect(measured.unread.first.map(\.line) == [4, 6])
  }

  @Test("what holds nothing that is known is refused as a whole")
  func unknown() throws {
    for text in ["", "a,b\n1,2\n", "\u{0}\u{1}\u{2}"] {
      #expect(throws: RunMeasurement.Failure.self) { try Self.measured(["a": text]) }
    }
    var measurement = RunMeasurement(MeasureSettings())
    #expect(throws: RunMeasurement.Failure.self) {
      try measurement.read("/nowhere/at/all", by: .alone())
    }
  }

  @Test("runs at one task are one task, and the best of them counts")
  func tasks() throws {
    let rows =
      "task,outcome,cost\n1,failed,1\n2,success,1\n1,success,2\n3,escalated,1\n3,failed,1\n4,,1\n"
    let joined = try Self.measured(["a": rows]) { $0.joinsTasks = true }.total
    #expect(joined.taskCount == 4 && joined.attempts == 6)
    #expect(Outcome.allCases.map { joined.taskCount($0) } == [2, 1, 0])
    #expect(try Self.measured(["a": rows]).total.taskCount == 0)
    let spans = ["aa", "bb", "cc"].map { trace in
      Self.line(
        Self.span(
          "1",
          [
            "gen_ai.conversation.id": trace == "cc" ? "y" : "x",
            "task.outcome": trace == "aa" ? "failed" : "success",
          ], trace: trace))
    }
    let traces = try Self.measured(["a": spans.joined()]) { $0.joinsTasks = true }.total
    #expect(traces.taskCount == 2 && traces.taskCount(.success) == 2 && traces.attempts == 3)
  }

  @Test("plain rows go a quick way, and say what they say the slow way")
  func quickRows() throws {
    var seed = Seed(11)
    var text = "model,outcome,note,input_tokens,cached_tokens,output_tokens,calls,cost,duration\n"
    let words = ["success", "escalated", "failed", "true", "handoff", "", "what"]
    let oddities = ["\"a,b\"", "x", "", "\"q\"\"q\""]
    for _ in 0..<3000 {
      func number(_ top: Int) -> String { "\(Int.random(in: 0...top, using: &seed))" }
      let isOdd = Int.random(in: 0..<10, using: &seed) == 0
      let cost =
        ["0.\(number(999_999))", "1e-3", "", number(3), "2.", "-1", ".5"]
        .prefix(isOdd ? 7 : 1).randomElement(using: &seed) ?? ""
      let fields = [
        "m\(number(4))", words.randomElement(using: &seed) ?? "",
        isOdd ? oddities.randomElement(using: &seed) ?? "" : "x", number(9000), number(90),
        isOdd ? "" : number(500), number(12), cost, "\(number(60)).\(number(999))",
      ]
      text +=
        fields.dropLast(Int.random(in: 0..<200, using: &seed) == 0 ? 1 : 0)
        .joined(separator: ",") + (isOdd ? "\r\n" : "\n")
    }
    let nothing = try PriceList(Array("{}".utf8))
    let quick = try Self.measured(["a": text]) { $0.grouping = .model }
    let slow = try Self.measured(["a": text]) {
      $0.grouping = .model
      $0.prices = nothing
    }
    #expect(quick.total.attempts > 2900 && quick.unread.count == slow.unread.count)
    #expect(quick.unread.first.map(\.line) == slow.unread.first.map(\.line))
    #expect(quick.groups.map(\.name) == slow.groups.map(\.name))
    for (own, other) in zip(quick.groups.map(\.tally), slow.groups.map(\.tally)) {
      #expect(own.usage == other.usage && own.usageOfSuccess == other.usageOfSuccess)
      #expect(own.outcomes == other.outcomes && own.reasons == other.reasons)
      #expect(own.recorded == other.recorded && own.calls == other.calls)
      #expect(own.unrecordedCalls == other.unrecordedCalls)
      #expect(own.runtime == other.runtime && own.timedRuns == other.timedRuns)
    }
  }

  @Test("words nobody asks for must be words; a return within a row is part of one")
  func oddBytes() throws {
    let rows: [[UInt8]] = [
      Array("m,success,4\n".utf8), [0xFF] + Array(",success,4\n".utf8),
      Array("m,success\r,4\r\n".utf8), Array("m\r,failed,4\r\n".utf8),
    ]
    let bytes = Array("model,outcome,calls\n".utf8) + rows.joined()
    let scratch = try Scratch()
    let path = scratch.path("odd.csv")
    try Data(bytes).write(to: URL(filePath: path))
    for prices in [nil, try PriceList(Array("{}".utf8))] {
      var settings = MeasureSettings()
      settings.prices = prices
      var measured = RunMeasurement(settings)
      try measured.read(path, by: .alone())
      #expect(measured.unread.first.map(\.line) == [3] && measured.total.attempts == 3)
      #expect(measured.total.outcomes == [.success: 1, .failed: 1])
    }
  }
}

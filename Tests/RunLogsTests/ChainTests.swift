import Foundation
import Testing

@testable import RunLogs

@Suite("What of a run is told is told of it, and what is not captured is not missing")
struct ChainTests {
  private typealias Links = [RunChain.Link: RunChain.State]

  /// How it stands with every link of the runs of one task.
  private static func chains(_ text: String, task: String = "aa") throws -> [RunChain] {
    let measured = try MeasurementTests.measured(["a": text]) { $0.task = task }
    return try #require(measured.search).runs.compactMap(\.chain)
  }

  private static func states(_ chain: RunChain, _ captured: RunChain.Links = []) -> [String] {
    RunChain.Link.allCases.map { chain.state($0, where: captured).rawValue }
  }

  private static let usage = [
    "gen_ai.operation.name": "chat", "gen_ai.request.model": "m",
    "gen_ai.usage.input_tokens": "10", "gen_ai.usage.output_tokens": "1",
  ]

  private static func chat(
    _ id: String, parent: String = "1", _ more: [String: String] = [:], trace: String = "aa"
  ) -> String {
    MeasurementTests.span(id, parent: parent, usage.merging(more) { $1 }, trace: trace)
  }

  private static func tool(
    _ id: String, _ more: [String: String] = [:], end: String = #","endTimeUnixNano":"5""#
  ) -> String {
    MeasurementTests.span(
      id, parent: "1",
      ["gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "t"].merging(more) { $1 },
      more: end)
  }

  private static let root = MeasurementTests.span(
    "1", ["gen_ai.operation.name": "invoke_agent", "task.outcome": "success"])

  @Test("a span takes no more room than before it told what is there of it")
  func room() { #expect(MemoryLayout<SpanRecord>.stride <= 192) }

  @Test("without contents nothing is missing, and nothing is said to be there")
  func silent() throws {
    let chain = try Self.chains(
      MeasurementTests.line(Self.root, Self.chat("2"), Self.tool("3")))[0]
    #expect(
      Self.states(chain) == [
        "notCaptured", "notCaptured", "present", "notCaptured", "notCaptured", "notCaptured",
        "present",
      ])
    #expect(chain.gaps.isEmpty)
    // The same run beside others that tell it all.
    #expect(Self.states(chain, .init(rawValue: 0x7F)).filter { $0 == "missing" }.count == 5)
  }

  /// The input and the output of a step in the names of each dialect.
  private static let contents = [
    ("gen_ai.input.messages", "gen_ai.output.messages"), ("gen_ai.prompt", "gen_ai.completion"),
    ("gen_ai.prompt.0.content", "gen_ai.completion.0.content"), ("input.value", "output.value"),
    (
      "llm.input_messages.0.message.content", "llm.output_messages.0.message.content"
    ),
    ("ai.prompt", "ai.response.text"), ("traceloop.entity.input", "traceloop.entity.output"),
  ]

  @Test("every dialect tells its contents", arguments: contents)
  func dialects(input: String, output: String) throws {
    let line = MeasurementTests.line(
      Self.root, Self.chat("2", [input: "Where is it?", output: "Here."]))
    let chain = try Self.chains(line)[0]
    #expect(
      Self.states(chain) == Array(repeating: "present", count: 3) + ["notOwed", "notOwed"] + [
        "present", "present",
      ])
    // A role alone, and a text without anything in it, tell nothing.
    let empty = MeasurementTests.line(
      Self.root, Self.chat("2", [input: "", "gen_ai.prompt.0.role": "user"]))
    #expect(try Self.states(Self.chains(empty)[0])[1] == "notCaptured")
  }

  @Test(
    "what is owed whatever a log captures is missing",
    arguments: [
      ([root, chat("2"), chat("3", parent: "9")], RunChain.Gap.noParent),
      ([chat("2", parent: "9")], .noRoot), ([root], .noModelCall),
      ([root, chat("2", ["gen_ai.request.model": ""])], .noModel),
      ([root, chat("2", ["gen_ai.usage.output_tokens": ""])], .noTokens),
      ([root, chat("2"), tool("3", ["gen_ai.tool.name": ""])], .noToolName),
      ([root, chat("2"), tool("3", end: "")], .noResponse),
      ([root, chat("2", ["gen_ai.prompt": "x"]), chat("3")], .partOfContext),
      ([root, chat("2"), tool("3", ["input.value": "x"]), tool("4")], .partOfArguments),
      ([root, chat("2"), tool("3", ["output.value": "x"]), tool("4")], .partOfResults),
    ] as [([String], RunChain.Gap)])
  func gaps(spans: [String], gap: RunChain.Gap) throws {
    let text = spans.map { MeasurementTests.line($0) }.joined()
    let chain = try Self.chains(text)[0]
    #expect(chain.gaps[gap] == 1 && chain.state(gap.link, where: []) == .missing, "\(chain)")
    let whole = try MeasurementTests.measured(["a": text]).total.chains
    #expect(whole.gaps[gap] == 1 && whole.whole(where: whole.captured) == 0)
  }

  @Test(
    "a call that failed owes no tokens, a tool that failed no result, a run that failed no output")
  func errors() throws {
    let failed = #","status":{"code":2}"#
    let spans = [
      MeasurementTests.span("1", ["gen_ai.operation.name": "invoke_agent"], more: failed),
      MeasurementTests.span(
        "2", parent: "1", ["gen_ai.operation.name": "chat", "gen_ai.request.model": "m"],
        more: failed),
      Self.tool("3", ["error.type": "timeout"], end: ""),
    ]
    let chain = try Self.chains(spans.map { MeasurementTests.line($0) }.joined())[0]
    #expect(chain.gaps.isEmpty)
    #expect(chain.state(.toolResponses, where: []) == .present)
    #expect(chain.state(.output, where: .init(rawValue: 0x7F)) == .notOwed)
    #expect(chain.state(.outcome, where: []) == .present)
  }

  /// Answers that ask for the call `c1` of a tool, as attributes of each dialect.
  private static let askings: [String] = [
    #"{"key":"gen_ai.output.messages","value":{"stringValue":"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"c1\",\"name\":\"t\",\"arguments\":{\"id\":7}}]}]"}}"#,
    #"{"key":"gen_ai.output.messages","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"role","value":{"stringValue":"assistant"}},{"key":"parts","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"type","value":{"stringValue":"tool_call"}},{"key":"id","value":{"stringValue":"c1"}}]}}]}}}]}}]}}}"#,
    #"{"key":"gen_ai.completion.0.tool_calls.0.id","value":{"stringValue":"c1"}}"#,
    #"{"key":"llm.output_messages.0.message.tool_calls.0.tool_call.id","value":{"stringValue":"c1"}}"#,
    #"{"key":"ai.response.toolCalls","value":{"stringValue":"[{\"toolCallType\":\"function\",\"toolCallId\":\"c1\",\"toolName\":\"t\"}]"}}"#,
    #"{"key":"output.value","value":{"stringValue":"{\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\"}]}"}}"#,
  ]

  @Test("a call that an answer asks for is owed by its identity", arguments: askings)
  func askedCalls(attribute: String) throws {
    let asking =
      Self.chat("2").replacing(#""attributes":["#, with: #""attributes":[\#(attribute),"#)
    func missing(_ tools: String...) throws -> Int? {
      let text = ([Self.root, asking] + tools).map { MeasurementTests.line($0) }.joined()
      return try Self.chains(text)[0].gaps[.callNotMade]
    }
    #expect(try missing() == 1)
    #expect(try missing(Self.tool("3", ["gen_ai.tool.call.id": "c2"])) == 1)
    #expect(try missing(Self.tool("3", ["gen_ai.tool.call.id": "c1"])) == nil)
    // A step that does not say which call it carries out may carry out this one.
    #expect(try missing(Self.tool("3")) == nil)
  }

  @Test("a response to a call asks for nothing, and broken contents are no mistake of the log")
  func harmlessContents() throws {
    for content in [
      #"[{\"type\":\"tool_call_response\",\"id\":\"c1\"}]"#, #"[{\"type\":\"tool_call\",\"id\":"#,
      #"\"tool\""#, "tool_call", #"{\"type\":\"tool_call\"}"#,
      String(repeating: "[", count: 600) + #"\"tool"#,
    ] {
      let asking = Self.chat("2").replacing(
        #""attributes":["#,
        with:
          #""attributes":[{"key":"gen_ai.output.messages","value":{"stringValue":"\#(content)"}},"#)
      let measured = try MeasurementTests.measured(["a": MeasurementTests.line(Self.root, asking)])
      #expect(measured.unread.count == 0 && measured.total.chains.gaps.isEmpty, "\(content)")
    }
  }

  @Test("whole and full runs are counted, whatever the order of lines and files")
  func counting() throws {
    func run(_ trace: String, _ more: [String: String], outcome: String) -> [String] {
      [
        MeasurementTests.line(
          MeasurementTests.span(
            "1", ["gen_ai.operation.name": "invoke_agent", "task.outcome": outcome], trace: trace)),
        MeasurementTests.line(Self.chat("2", more, trace: trace)),
      ]
    }
    let contents = ["gen_ai.prompt": "q", "gen_ai.completion": "a"]
    let lines =
      run("aa", contents, outcome: "success") + run("bb", contents, outcome: "what")
      + run("cc", [:], outcome: "success") + run("dd", contents, outcome: "failed")
    let first = try MeasurementTests.measured(["a": lines.joined()]).total.chains
    let other = try MeasurementTests.measured([
      "a": lines.reversed().prefix(3).joined(), "b": lines.reversed().dropFirst(3).joined(),
    ]).total.chains
    for chains in [first, other] {
      let captured = chains.captured
      #expect(chains.runs == 4 && chains.whole(where: captured) == 2 && chains.full == 2)
      #expect(chains.count(.missing, .outcome, where: captured) == 1)
      #expect(chains.count(.missing, .context, where: captured) == 1)
      #expect(chains.count(.present, .context, where: captured) == 3)
      #expect(chains.count(.notCaptured, .context, where: []) == 1)
      #expect(chains.count(.notOwed, .toolCalls, where: captured) == 4)
      for link in RunChain.Link.allCases {
        let states = [RunChain.State.present, .missing, .notCaptured, .notOwed]
        #expect(states.map { chains.count($0, link, where: captured) }.reduce(0, +) == 4)
      }
    }
  }

  @Test("rows of a plain log have no chain")
  func rows() throws {
    let chains = try MeasurementTests.measured(["a": "task,outcome\n1,success\n"]).total.chains
    #expect(chains.runs == 0)
  }

  @Test("what an export tells of a step once and leaves out of its copy is told")
  func langfuse() throws {
    func observation(_ input: String) -> String {
      #"{"id":"o1","traceId":"t1","type":"GENERATION","model":"m","usageDetails":{"input":1,"output":1},"#
        + #""input":\#(input),"output":\#(input)}"#
    }
    let text =
      #"{"trace":{"id":"t1","sessionId":"s1","observations":[\#(observation("null"))]},"#
      + #""observations":[\#(observation("[{\"content\":\"x\"}]"))]}"#
    let chain = try Self.chains(text, task: "s1")[0]
    #expect(Self.states(chain).prefix(3) == ["present", "present", "present"])
  }
}

import Formulas
import Foundation
import TestSupport
import Testing

@testable import RunLogs

@Suite("A run is found by its names and shown as it happened")
struct TimelineTests {
  private static func span(
    _ id: String, parent: String = "", at: Int = 0, to end: Int = 0, trace: String = "aa",
    _ attributes: [String: String] = [:]
  ) -> String {
    let times =
      #","startTimeUnixNano":"\#(at)","endTimeUnixNano":"\#(end)","name":"step \#(id)""#
    return MeasurementTests.span(
      id, parent: parent, attributes, trace: trace, more: at > 0 ? times : "")
  }

  private static func search(
    _ text: String, _ task: String, _ edit: (inout MeasureSettings) -> Void = { _ in }
  ) throws -> RunSearch {
    let measured = try MeasurementTests.measured(["a": text]) {
      $0.task = task
      edit(&$0)
    }
    return try #require(measured.search)
  }

  private static let usage = [
    "gen_ai.request.model": "m", "gen_ai.usage.input_tokens": "10",
    "gen_ai.usage.output_tokens": "1",
  ]

  @Test("steps stand behind what they are part of, by time; circles and orphans find a place")
  func order() throws {
    let text = [
      Self.span("4", parent: "1", at: 9, to: 12), Self.span("3", parent: "2", at: 4, to: 5),
      Self.span("2", parent: "1", at: 3, to: 8), Self.span("1", at: 2, to: 20),
      Self.span("5", parent: "77", at: 1, to: 2), Self.span("6", parent: "7", at: 30, to: 31),
      Self.span("7", parent: "6", at: 29, to: 40), Self.span("8", parent: "8", at: 50, to: 51),
    ].map { MeasurementTests.line($0) }.joined()
    let run = try #require(Self.search(text, "aa").runs.first)
    #expect(run.steps.map(\.name) == [5, 1, 2, 3, 4, 8, 7, 6].map { "step \($0)" })
    #expect(run.steps.map(\.depth) == [0, 0, 1, 2, 1, 0, 0, 1])
    #expect(run.steps.map(\.line) == [5, 4, 3, 2, 1, 8, 7, 6])
    #expect(run.steps[0].offset == 0 && run.steps[4].offset == 8 && run.steps[4].duration == 3)
  }

  @Test("a chain of steps as long as a log is followed to its end")
  func deep() throws {
    let spans = (1...20_000).map {
      Self.span(String($0, radix: 16), parent: $0 > 1 ? String($0 - 1, radix: 16) : "", at: $0)
    }
    let text = spans.map { MeasurementTests.line($0) }.joined()
    let run = try #require(Self.search(text, "aa").runs.first)
    #expect(run.steps.count == 20_000 && run.steps.last?.depth == 19_999)
  }

  @Test("usage that is passed over says why, and the rest is the run's")
  func fates() throws {
    let answer = Self.usage.merging(["gen_ai.response.id": "r"]) { $1 }
    let text = [
      Self.span("1", at: 1, Self.usage), Self.span("2", parent: "1", at: 2, answer),
      Self.span("3", parent: "1", at: 3, answer), Self.span("4", parent: "1", at: 4),
      Self.span("5", parent: "1", at: 5, ["gen_ai.operation.name": "chat"]),
      Self.span("2", parent: "1", at: 2, answer),
    ].map { MeasurementTests.line($0) }.joined()
    let run = try #require(Self.search(text, "aa").runs.first)
    #expect(
      run.steps.map(\.fate) == [.below, .counted(computed: nil), .repeated, .none, .uncounted])
    let counted = run.steps.filter(\.isCounted).compactMap(\.usage).reduce(.zero, +)
    #expect(counted == run.tally.usage && counted == TokenUsage(input: 10, output: 1))
    let alone = try MeasurementTests.measured(["a": text]).total
    #expect(run.tally.usage == alone.usage && run.tally.calls == alone.calls)
  }

  @Test("the sums of a timeline are those that measure has of the run, to the last digit")
  func sums() throws {
    var seed = Seed(5)
    let prices = try PriceList(
      Array(
        #"{"m": {"input_cost_per_token": 1.7e-06, "output_cost_per_token": 1.1e-05}}"#.utf8))
    for trace in 1...40 {
      let lines = (1...12).map { id in
        var attributes: [String: String] = [:]
        if Int.random(in: 0..<3, using: &seed) > 0 {
          attributes = [
            "gen_ai.request.model": "m",
            "gen_ai.usage.input_tokens": "\(Int.random(in: 0...9000, using: &seed))",
            "gen_ai.usage.output_tokens": "\(Int.random(in: 0...900, using: &seed))",
            "gen_ai.usage.cost": "0.\(Int.random(in: 1...999_999, using: &seed))",
          ]
        }
        let parent = Int.random(in: 0..<id, using: &seed)
        return MeasurementTests.line(
          Self.span(
            "\(id)", parent: parent == 0 ? "" : "\(parent)",
            at: Int.random(in: 1...99, using: &seed), to: 200, trace: "\(trace)", attributes))
      }
      let text = lines.joined()
      let run = try #require(Self.search(text, "\(trace)") { $0.prices = prices }.runs.first)
      let alone = try MeasurementTests.measured(["a": text]) { $0.prices = prices }.total
      #expect(run.tally.recorded == alone.recorded && run.tally.computed == alone.computed)
      let steps = run.steps.filter(\.isCounted)
      #expect(steps.compactMap(\.recorded).reduce(.zero, +) == alone.recorded.total)
      #expect(steps.compactMap(\.computed).reduce(.zero, +) == alone.computed.total)
      #expect(steps.compactMap(\.usage).reduce(.zero, +) == alone.usage)
    }
  }

  @Test("a trace is found by its name or the only beginning of it, a task by its name alone")
  func finding() throws {
    let full = "0123456789abcdef0123456789abcdef"
    let text = [
      Self.span("1", at: 2, trace: full.uppercased(), ["gen_ai.conversation.id": "desk"]),
      Self.span("1", at: 1, trace: "0123a", ["session.id": "desk"]),
      Self.span("1", trace: "0124", ["session.id": "des"]),
    ].map { MeasurementTests.line($0) }.joined()
    func found(_ name: String) throws -> [String?] {
      try Self.search(text, name).runs.map(\.trace)
    }
    #expect(try found(full) == [full] && found(full.uppercased()) == [full])
    #expect(try found("01234") == [full] && found("0124") == ["0124"])
    #expect(try found("0123").isEmpty && Self.search(text, "0123").beginningCount == 2)
    // In order of time; a task is no beginning.
    #expect(try found("desk") == ["0123a", full] && found("des") == ["0124"])
    #expect(try found("de").isEmpty)
    #expect(try Self.search(text, "x").known == ["desk", "des", full, "0123a", "0124"])
  }

  @Test("identities that are any text are shown as they are written")
  func texts() throws {
    let text =
      #"{"trace":{"id":"order-4711/é","observations":[{"id":"x y","traceId":"order-4711/é","#
      + #""type":"TOOL","name":"look up","startTime":"2025-01-01T00:00:00Z"}]}}"#
    let run = try #require(Self.search(text, "order-47").runs.first)
    #expect(run.trace == "order-4711/é" && run.steps.map(\.name) == ["look up"])
    #expect(run.began == "2025-01-01T00:00:00Z")
  }

  @Test("rows of a task are its runs, in CSV and in JSON")
  func rows() throws {
    let csv = "task,outcome,cost,start\nA,failed,1,50\nB,success,2,1\nA,success,3,40\n"
    let json = """
      {"task": "A", "outcome": "failed", "cost": 1, "start": 50}
      {"task": "B", "outcome": "success", "cost": 2, "start": 1}
      {"task": "A", "outcome": "success", "cost": 3, "start": 40}
      """
    for (text, lines) in [(csv, [4, 2]), (json, [3, 1])] {
      let search = try Self.search(text, "A")
      #expect(search.runs.map(\.outcome) == [.success, .failed])
      #expect(search.runs.map(\.line) == lines && search.known == ["A", "B"])
      #expect(Tally(of: search.runs).recorded.total == Amount("4"))
      #expect(search.runs.allSatisfy { $0.steps.isEmpty && $0.chain == nil })
    }
  }

  @Test("what was said is read where it is asked for, in a line, of that run alone")
  func contents() throws {
    let messages =
      #"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"first\"},{\"type\":\"text\",\"content\":\"last\"}]}]"#
    func said(_ key: String, _ value: String, trace: String) -> String {
      MeasurementTests.line(
        Self.span("1", trace: trace, Self.usage)
          .replacing(
            #""attributes":["#, with: #""attributes":[{"key":"\#(key)","value":\#(value)},"#))
    }
    let scratch = try Scratch()
    for (key, value, given, answered) in [
      ("gen_ai.input.messages", #"{"stringValue":"\#(messages)"}"#, "last", nil),
      ("gen_ai.output.messages", #"{"stringValue":"\#(messages)"}"#, nil, "first · last"),
      ("input.value", #"{"stringValue":"plain [text"}"#, "plain [text", nil),
      ("output.value", #"{"stringValue":"{\"id\": 7}"}"#, nil, #"{"id": 7}"#),
      (
        "gen_ai.input.messages",
        #"{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"content","value":{"stringValue":"typed"}}]}}]}}"#,
        "typed", nil
      ),
      (
        "ai.prompt", #"{"stringValue":"\#(String(repeating: "long ", count: 200))"}"#,
        String(repeating: "long ", count: 80) + "…", nil
      ),
    ] as [(String, String, String?, String?)] {
      let path = scratch.path("said.jsonl")
      let text = said(key, value, trace: "bb") + said(key, value, trace: "aa")
      try Data(text.utf8).write(to: URL(filePath: path))
      var settings = MeasureSettings()
      settings.task = "aa"
      var measured = RunMeasurement(settings)
      try measured.read(path, by: .alone())
      measured.finish()
      let runs = try #require(measured.search).runs
      #expect(runs[0].steps[0].given == nil && runs[0].steps[0].answered == nil)
      let told = try measured.withContents(runs, in: [path], by: .alone())
      #expect(told[0].steps[0].given == given && told[0].steps[0].answered == answered)
    }
  }

  @Test("words of a log mean what its user says, in rows and in spans, quick or not")
  func words() throws {
    func settings(_ settings: inout MeasureSettings) {
      settings.words.add("Done", .success)
      settings.words.add("rate_limited", .toolOutage)
      settings.words.add("success", .escalated)
    }
    let spans = [
      Self.span("1", trace: "a1", ["task.outcome": "done"]),
      Self.span("1", trace: "a2", ["task.outcome": "failed", "error.type": "RATE_LIMITED"]),
      Self.span("1", trace: "a3", ["task.outcome": "success", "task.reason": "rate_limited"]),
    ].map { MeasurementTests.line($0) }.joined()
    let csv = "outcome,reason\ndone,\nfailed,rate_limited\nsuccess,Rate_Limited\n"
    for text in [spans, csv] {
      let total = try MeasurementTests.measured(["a": text], settings).total
      #expect(total.outcomes == [.success: 1, .failed: 1, .escalated: 1])
      #expect(total.reasons == [.toolOutage: 2])
    }
    // Rows that go the quick way.
    let plain = "outcome,calls\n" + String(repeating: "done,1\nsuccess,1\n", count: 40)
    let total = try MeasurementTests.measured(["a": plain], settings).total
    #expect(total.outcomes == [.success: 40, .escalated: 40])
  }
}

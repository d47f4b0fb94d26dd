import Foundation
import Readiness
import TestSupport
import Testing

@testable import RunLogs

@Suite("Logs are audited call by call")
struct AuditTests {
  // MARK: Making traces

  private static func text(_ key: String, _ value: String) -> String {
    let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "{\"key\":\"\(key)\",\"value\":{\"stringValue\":\"\(quoted)\"}}"
  }

  /// A span: `id`, its parent, what it does, when in seconds, and attributes.
  private static func span(
    _ id: Int, _ parent: Int, _ name: String, _ start: Double, _ end: Double,
    _ attributes: [(String, String)], events: String = ""
  ) -> String {
    let digits = String(id, radix: 16)
    func time(_ seconds: Double) -> String { "\(1_793_491_200_000_000_000 + Int(seconds * 1e9))" }
    return """
      {"spanId":"\(String(repeating: "0", count: 16 - digits.count))\(digits)",TRACE\
      \(parent == 0 ? "" : "\"parentSpanId\":\"000000000000000\(parent)\",")"name":"\(name)",\
      "startTimeUnixNano":"\(time(start))","endTimeUnixNano":"\(time(end))","attributes":[\
      \(attributes.map { text($0.0, $0.1) }.joined(separator: ","))]\
      \(events.isEmpty ? "" : ",\"events\":[\(events)]")}
      """
  }

  private static func tool(
    _ id: Int, _ name: String, _ start: Double, _ end: Double, _ arguments: String? = nil,
    call: String? = nil, error: String? = nil, more: [(String, String)] = [], events: String = ""
  ) -> String {
    var attributes = [
      ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", name),
    ]
    if let arguments { attributes.append(("gen_ai.tool.call.arguments", arguments)) }
    if let call { attributes.append(("gen_ai.tool.call.id", call)) }
    if let error { attributes.append(("error.type", error)) }
    return span(id, 1, name, start, end, attributes + more, events: events)
  }

  private static func decision(
    _ id: Int, _ at: Double, _ more: [(String, String)], parent: Int = 1
  ) -> String {
    span(id, parent, "guard", at, at + 0.1, [("gen_ai.operation.name", "apply_guardrail")] + more)
  }

  /// Runs, each of some spans below a root; a run is named by its task.
  private static func audit(
    _ runs: [(task: String, spans: [String])], _ rules: AuditRules, tasks: String? = nil,
    pieces: Int = 1
  ) throws -> LogEvidence {
    let scratch = try Scratch()
    var log = ""
    for (index, run) in runs.enumerated() {
      let digits = String(index + 1, radix: 16)
      let trace = String(repeating: "0", count: 32 - digits.count) + digits
      let root = span(
        1, 0, "agent", 0, 100,
        [
          ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.conversation.id", run.task),
          ("task.outcome", "success"),
        ])
      let spans = ([root] + run.spans).map {
        $0.replacing("TRACE", with: "\"traceId\":\"\(trace)\",")
      }
      log +=
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[\(spans.joined(separator: ","))]}]}]}\n"
    }
    let path = scratch.path("log.jsonl")
    try Data(log.utf8).write(to: URL(filePath: path))
    var settings = MeasureSettings()
    settings.audit = rules
    var measurement = RunMeasurement(settings)
    try measurement.read(path, by: .alone())
    measurement.finish(by: .alone(pieces: pieces))
    #expect(measurement.unread.count == 0)
    var taskLog: TaskLog?
    if let tasks {
      let path = scratch.path("tasks.csv")
      try Data(tasks.utf8).write(to: URL(filePath: path))
      var log = TaskLog()
      try log.read(path, ColumnMap(), by: .alone())
      taskLog = log
    }
    return try #require(measurement.audit).findings(measurement.total, taskLog)
  }

  private static let refunds = AuditRules(
    tools: [
      ToolRule(
        name: "refund", names: ["issue_*"], changes: true, risk: .moneyMovement,
        needsApproval: true),
      ToolRule(name: "mail", changes: true, risk: .externalMessage),
      ToolRule(name: "orders", names: ["*_lookup"], access: .api, isOfRecord: true),
      ToolRule(name: "screen", access: .browser, isOfRecord: true),
    ], policyWords: ["TRIPWIRE": .denied], backoffs: ["orders": 2], needs: [.outcome])

  // MARK: What is done twice

  @Test(
    "the same arguments in another order, after a success and for the same task, are made again")
  func repeated() throws {
    let evidence = try Self.audit(
      [
        ("T-1", [Self.tool(2, "mail", 1, 2, #"{"to": "a", "n": 1}"#)]),
        ("T-1", [Self.tool(2, "mail", 11, 12, #"{"n":1.0,"to":"a"}"#)]),
        ("T-2", [Self.tool(2, "mail", 21, 22, #"{"to":"a","n":1}"#)]),
      ], Self.refunds)
    let share = try #require(evidence.shares[.repeatedEffects])
    #expect(share.cases == 1 && share.all == 3 && share.unjudged == 0)
    let found = try #require(evidence.exceptions[.repeatedEffects]?.first)
    #expect(found.run.hasSuffix("2") && found.tool == "mail")
    #expect(evidence.byTool[.repeatedEffects] == ["mail": 1])
  }

  @Test(
    "what failed may be tried again, other arguments are another call, and without any nothing is known"
  )
  func notRepeated() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.tool(2, "mail", 1, 2, #"{"to":"a"}"#, error: "503"),
            Self.tool(3, "mail", 3, 4, #"{"to":"a"}"#),
            Self.tool(4, "mail", 5, 6, #"{"to":"b"}"#),
            Self.tool(5, "mail", 7, 8, #"{"to":"a"}"#, error: "409"),
            Self.tool(6, "mail", 9, 10),
          ]
        )
      ], Self.refunds)
    let share = try #require(evidence.shares[.repeatedEffects])
    #expect(share.cases == 0 && share.all == 4 && share.unjudged == 1)
  }

  @Test("arguments as typed values are those of the same JSON")
  func typed() throws {
    let value =
      "{\"key\":\"gen_ai.tool.call.arguments\",\"value\":{\"kvlistValue\":{\"values\":[{\"key\":\"n\","
      + "\"value\":{\"intValue\":\"7\"}},{\"key\":\"to\",\"value\":{\"stringValue\":\"a\"}}]}}}"
    let one = Self.tool(2, "mail", 1, 2, #"{"to":"a","n":7}"#)
    let other = Self.tool(3, "mail", 3, 4, "X")
      .replacing(Self.text("gen_ai.tool.call.arguments", "X"), with: value)
    let evidence = try Self.audit([("T-1", [one, other])], Self.refunds)
    #expect(evidence.shares[.repeatedEffects]?.cases == 1)
  }

  // MARK: Tries again

  @Test("a try again that waits less than half its pause is hasty")
  func hasty() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.tool(2, "order_lookup", 1, 2, error: "429"),
            Self.tool(3, "order_lookup", 2.5, 3, error: "429"),
            Self.tool(4, "order_lookup", 4.1, 5),
            Self.tool(5, "order_lookup", 5.1, 6),
          ]
        )
      ], Self.refunds)
    let share = try #require(evidence.shares[.hastyRetries])
    #expect(share.cases == 1 && share.all == 2)
    #expect(
      evidence.exceptions[.hastyRetries]?.first?.words
        == "0.5 s after it failed, and 2.0 s are stated")
  }

  // MARK: Policy

  @Test("a decision and an approval that name the call, or its tool before it, speak of it")
  func approved() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.decision(
              2, 1,
              [("gen_ai.tool.call.id", "c1"), ("policy.decision", "require_approval")]),
            Self.span(
              3, 1, "asked", 2, 3,
              [
                ("gen_ai.tool.call.id", "c1"), ("approval.decision", "approved"),
                ("approval.by", "Ana"), ("approval.reason", "lost parcel"),
              ]),
            Self.tool(4, "issue_refund", 4, 5, "{}", call: "c1"),
          ]
        ),
        (
          "T-2",
          [
            Self.decision(
              2, 1, [("gen_ai.tool.name", "issue_refund"), ("policy.decision", "allow")]),
            Self.decision(
              3, 2, [("gen_ai.tool.name", "issue_refund"), ("approval.status", "Granted")]),
            Self.tool(4, "issue_refund", 4, 5, "{}"),
          ]
        ),
      ], Self.refunds)
    #expect(evidence.shares[.decided] == .init(cases: 2, all: 2))
    #expect(evidence.shares[.approved] == .init(cases: 2, all: 2))
    #expect(evidence.approvalCount == 2)
    let act = try #require(evidence.approvals.first)
    #expect(act.by == "Ana" && act.why == "lost parcel" && act.tool == "issue_refund")
    #expect(act.at == "2026-11-01T00:00:02Z")
  }

  @Test("an approval after the call, of another call, or used up already does not count")
  func unapproved() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.tool(2, "issue_refund", 1, 2, "{}"),
            Self.decision(
              3, 3, [("gen_ai.tool.name", "issue_refund"), ("approval.decision", "approved")]),
          ]
        ),
        (
          "T-2",
          [
            Self.decision(
              2, 1, [("gen_ai.tool.call.id", "c9"), ("approval.decision", "approved")]),
            Self.tool(3, "issue_refund", 4, 5, "{}", call: "c1"),
          ]
        ),
        (
          "T-3",
          [
            Self.decision(
              2, 1, [("gen_ai.tool.name", "issue_refund"), ("approval.decision", "approved")]),
            Self.tool(3, "issue_refund", 4, 5, #"{"n":1}"#),
            Self.tool(4, "issue_refund", 6, 7, #"{"n":2}"#),
          ]
        ),
      ], Self.refunds)
    #expect(evidence.shares[.approved] == .init(cases: 1, all: 4))
    #expect(evidence.exceptions[.approved]?.map(\.run.last) == ["1", "2", "3"])
    #expect(evidence.shares[.decided]?.cases == 1)
  }

  @Test(
    "what was denied and failed, or was never called, is stopped; what was done anyway is found")
  func stopped() throws {
    let deny = [("gen_ai.tool.name", "mail"), ("policy.decision", "deny"), ("policy.name", "P1")]
    let evidence = try Self.audit(
      [
        ("T-1", [Self.decision(2, 1, deny), Self.tool(3, "mail", 2, 3, "{}", error: "denied")]),
        ("T-2", [Self.decision(2, 1, deny)]),
        ("T-3", [Self.decision(2, 1, deny), Self.tool(3, "mail", 2, 3, "{}")]),
        (
          "T-4",
          [
            Self.tool(
              2, "mail", 2, 3, "{}",
              events:
                "{\"name\":\"policy_evaluated\",\"timeUnixNano\":\"1793491202000000000\",\"attributes\":["
                + Self.text("gen_ai.guardrail.result", "TRIPWIRE") + "]}")
          ]
        ),
      ], Self.refunds)
    #expect(evidence.stopCount == 2)
    #expect(evidence.stops.allSatisfy { $0.by == "P1" && $0.word == .denied })
    #expect(evidence.shares[.doneAnyway] == .init(cases: 2, all: 3))
    #expect(evidence.exceptions[.doneAnyway]?.count == 2)
    #expect(evidence.shares[.decided] == .init(cases: 3, all: 3))
  }

  @Test("a decision without a tool speaks of what its own parent calls next, and of nothing else")
  func nameless() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.decision(2, 1, [("policy.decision", "allow")]),
            Self.tool(3, "mail", 2, 3, #"{"n":1}"#), Self.tool(4, "mail", 4, 5, #"{"n":2}"#),
          ]
        ),
        (
          "T-2",
          [
            Self.span(5, 1, "chain", 0, 1, []),
            Self.decision(2, 1, [("policy.decision", "allow")], parent: 5),
            Self.tool(3, "mail", 2, 3, "{}"),
          ]
        ),
      ], Self.refunds)
    #expect(evidence.shares[.decided] == .init(cases: 1, all: 3))
  }

  @Test("a decision that names a tool is no call of it")
  func noCall() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.span(
              2, 1, "asked", 1, 2,
              [("gen_ai.tool.name", "mail"), ("approval.decision", "rejected")])
          ]
        )
      ], Self.refunds)
    #expect(evidence.shares[.decided]?.all == 0)
    #expect(evidence.stopCount == 1)
  }

  // MARK: The rest

  @Test("systems of record by API and by browser; tools without a rule are named")
  func access() throws {
    let evidence = try Self.audit(
      [
        (
          "T-1",
          [
            Self.tool(2, "order_lookup", 1, 2), Self.tool(3, "screen", 3, 4),
            Self.tool(4, "weather", 5, 6),
          ]
        )
      ], Self.refunds)
    #expect(evidence.shares[.throughAPI] == .init(cases: 1, all: 2))
    #expect(evidence.unruledTools == ["weather": 1])
  }

  @Test("tasks without a run are found by their names, and a task that is listed twice is one")
  func untraced() throws {
    let evidence = try Self.audit(
      [("T-1", [])], Self.refunds,
      tasks: "task,start\nT-1,2026-11-01T00:00:00Z\nT-2,2026-11-01T00:00:00Z\nT-2,\n"
        + "00000000000000000000000000000001,\n")
    #expect(evidence.shares[.traced] == .init(cases: 2, all: 3))
    #expect(evidence.exceptions[.traced]?.map(\.run) == ["T-2"])
  }

  @Test("calls of one task are held together over all its runs")
  func together() throws {
    let runs: [(String, [String])] = (0..<40).map { index in
      (
        "T-\(index % 7)",
        [
          Self.decision(2, 1, [("gen_ai.tool.name", "mail"), ("policy.decision", "allow")]),
          Self.tool(3, "mail", 2, 3, "{\"n\":\(index % 5)}"),
        ]
      )
    }
    // However many cores share the runs out.
    var texts: Set<String> = []
    for pieces in [1, 2, 7, 40] {
      let evidence = try Self.audit(runs, Self.refunds, pieces: pieces)
      #expect(evidence.shares[.repeatedEffects]?.cases == 5)
      #expect(evidence.runs == 40 && evidence.reconstruction?.run.hasSuffix("1") == true)
      let found = evidence.exceptions.sorted { $0.key.rawValue < $1.key.rawValue }
      let shares = evidence.shares.sorted { $0.key.rawValue < $1.key.rawValue }
      texts.insert("\(found) \(shares) \(evidence.approvals) \(evidence.byTool)")
    }
    #expect(texts.count == 1)
  }
}

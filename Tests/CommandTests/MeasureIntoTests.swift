import Foundation
import TestSupport
import Testing

@Suite("What is measured goes into a scenario")
struct MeasureIntoTests {
  private static let fixtures = Command.fixtures
  private static let traces = "\(fixtures)/traces.jsonl"
  private static let scenario = "Scenarios/support-ticket.json5"
  private static let all =
    "\(traces) --helpdesk \(fixtures)/helpdesk.csv --map helpdesk.task=run --approvals "
    + "\(fixtures)/approvals.jsonl --bill \(fixtures)/bill.csv --bill-only application=support "
    + "--into \(scenario) --match inference.calls.triage=assistant-1 "
    + "--match inference.calls.resolve=assistant-1 --match infrastructure.monthly.hosting=bill "
    + "--match infrastructure.workers.price=bill"

  @Test("as committed")
  func golden() throws {
    let run = try Command(shell: "$unitecon measure \(Self.all)")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, "measured.txt")
  }

  @Test("every verb takes it, and compare says where model and actuals part")
  func taken() throws {
    let scratch = try Scratch()
    let file = scratch.path("measured.json5")
    let written = try Command(shell: "$unitecon measure \(Self.all) -o \(file)")
    #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty)
    let run = try Command(shell: "$unitecon explain \(file) tools.orders.latency.p50 --format json")
    #expect(run.status == 0 && run.output.contains("measured, traces.jsonl, 2025-11-25"))
    let compare = try Command(shell: "$unitecon compare \(Self.scenario) \(file) --format csv")
    #expect(compare.status == 0 && compare.output.contains("outcomes.escalation"))
    let facts = try Command(shell: "$unitecon run \(file) --format csv").output
    #expect(facts.contains("costPerCompletedTask"))
  }

  /// A small scenario of one model and one tool.
  private static let base = #"""
    { unitecon: 1, name: "base", currency: "USD", workUnit: { name: "task done" },
      volume: { segments: { all: { customers: 1, tasksPerCustomer: "100 / month" } }, peakFactor: 1 },
      outcomes: { maxAttempts: 1, escalation: { ambiguity: "5%" }, wrongResult: "1%" },
      inference: {
        prices: { "m-1": { input: "$1 / Mtok", output: "$2 / Mtok" } },
        calls: { loop: { model: "m-1", perAttempt: 2.5, input: "100 tokens", growth: "50 tokens",
                         output: "7 tokens", cacheRead: "10%", timeToFirstToken: "1 s" } } },
      tools: { search: { callsPerAttempt: 1, price: "$0 / call", latency: { p50: "1 s", p95: "2 s" }, errorRate: "1%" } },
      infrastructure: {}, humanReview: { rate: "$30 / h", handleTime: { ambiguity: "5 min", toolOutage: "5 min" } } }
    """#

  @Test("a log made by a scenario's own figures measures them")
  func roundTrip() throws {
    let scratch = try Scratch()
    let base = scratch.path("base.json5")
    try Data(Self.base.utf8).write(to: URL(filePath: base))
    // Ten runs of four calls with 220 tokens each, a quarter of them cached; two escalated, one failed.
    var rows = "outcome,reason,model,calls,input_tokens,cached_tokens,output_tokens\n"
    for run in 0..<10 {
      let ending = run < 7 ? "success," : run < 9 ? "escalated,ambiguity" : "failed,"
      rows += "\(ending),m-1,4,880,220,40\n"
    }
    let log = scratch.path("runs.csv")
    try Data(rows.utf8).write(to: URL(filePath: log))
    let overlay = try Command(
      shell: "cd \(scratch.path("")) && $unitecon measure runs.csv --into base.json5")
    #expect(overlay.status == 0, "\(overlay.errors)")
    for fact in [
      "ambiguity: { value: 0.2,", "wrongResult: { value: 0.1,", "perAttempt: { value: \"4 call",
      "output: { value: \"10 token", "cacheRead: { value: 0.25,",
      // 100 and 50 tokens would be 4 · 100 + 50 · 6 of an attempt: 700, where 880 were measured.
      "input: { value: \"125.71428571428571 token", "growth: { value: \"62.857142857142854 token",
      "tools.search: no call of it is in the log",
    ] {
      #expect(overlay.output.contains(fact), "\(fact)\n\(overlay.output)")
    }
  }

  @Test("what the log records stands beside the scenario's prices, and its runs beside the volume")
  func standing() throws {
    let scratch = try Scratch()
    let base = scratch.path("base.json5")
    try Data(Self.base.utf8).write(to: URL(filePath: base))
    // Ten runs of four calls: 8800 tokens of input at $1, 400 of output at $2 for a million.
    var rows = "outcome,model,calls,input_tokens,output_tokens,cost,start\n"
    for run in 0..<10 { rows += "success,m-1,4,880,40,1.25,2026-11-\(run + 10)T10:00:00Z\n" }
    try Data(rows.utf8).write(to: URL(filePath: scratch.path("runs.csv")))
    let run = try Command(
      shell: "cd \(scratch.path("")) && $unitecon measure runs.csv --into base.json5")
    for fact in [
      "//   volume: 10 runs from 2026-11-10 to 2026-11-19 are in the log; volume.segments.* stand",
      "n = 40 calls of m-1\", note: \"none are in the log\" },\n      },",
      "//   inference prices: the log records $12.50; at this scenario's prices its tokens cost $0.0096",
    ] {
      #expect(run.output.contains(fact), "\(fact)\n\(run.output)\(run.errors)")
    }
  }

  @Test(
    "what has no meaning is refused with words",
    arguments: [
      ("--into SCENARIO", 64, "--into needs a log"),
      ("TRACES --into missing.json5", 2, "there is no file missing.json5"),
      ("TRACES --into SCENARIO -o SCENARIO", 64, "is the scenario itself"),
      ("TRACES --into SCENARIO --format csv", 64, "json5"),
      ("TRACES --match tools.a=b", 64, "says more about --into or --scenario"),
      ("TRACES --into SCENARIO --match tools.order=b", 2, "did you mean tools.orders?"),
      ("TRACES --into SCENARIO --match infrastructure.monthly.hostin=bill", 2, "hosting?"),
      ("TRACES --format json5", 64, "json5"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let line = words.replacing("TRACES", with: Self.traces)
      .replacing("SCENARIO", with: Self.scenario)
    let before = try HouseTests.text(Self.scenario)
    let run = try Command(shell: "$unitecon measure \(line)")
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try HouseTests.text(Self.scenario) == before)
  }
}

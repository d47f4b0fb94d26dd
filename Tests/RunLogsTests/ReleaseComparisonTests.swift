import Foundation
import RunLogs
import TestSupport
import Testing
import UnitEconomics

@Suite("Releases are compared as the textbooks do")
struct ReleaseComparisonTests {
  private static func tally(_ rows: [String]) throws -> Tally {
    let scratch = try Scratch()
    let path = scratch.path("runs.csv")
    try Data(("outcome,cost,seconds,tool_calls,tool_errors\n" + rows.joined(separator: "\n")).utf8)
      .write(to: URL(filePath: path))
    var settings = MeasureSettings()
    settings.wantsSpread = true
    var measurement = RunMeasurement(settings)
    try measurement.read(path, by: .alone())
    measurement.finish()
    return measurement.total
  }

  private static func runs(_ successes: Int, of all: Int) -> [String] {
    (0..<all).map { $0 < successes ? "success,,,," : "failed,,,," }
  }

  /// - Source: Newcombe, Statistics in Medicine 17, 1998, table II, method 10: the first three contrasts.
  @Test(
    "differences of shares have Newcombe's interval",
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
      (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
    ])
  func newcombe(a: Int, m: Int, b: Int, n: Int, low: Double, high: Double) throws {
    let comparison = ReleaseComparison(
      before: try Self.tally(Self.runs(b, of: n)), after: try Self.tally(Self.runs(a, of: m)))
    let change = try #require(comparison.change(of: .tsr))
    let range = try #require(change.interval)
    #expect(abs(range.lowerBound - low) < 6e-5 && abs(range.upperBound - high) < 6e-5)
    #expect(abs(change.difference - (Double(a) / Double(m) - Double(b) / Double(n))) < 1e-15)
  }

  @Test("two shares are tested pooled; nothing changed is p = 1")
  func pValue() throws {
    let before = try Self.tally(Self.runs(48, of: 80))
    let comparison = ReleaseComparison(
      before: before, after: try Self.tally(Self.runs(56, of: 70)))
    // z = 0.2 / √(104/150 · 46/150 · (1/70 + 1/80)) = 2.65017
    #expect(abs((comparison.change(of: .tsr)?.pValue ?? 0) - 0.00804508136819659) < 1e-9)
    #expect(ReleaseComparison(before: before, after: before).change(of: .tsr)?.pValue == 1)
  }

  @Test("a cost of a success has the error of a ratio")
  func costs() throws {
    let before = try Self.tally([
      "success,1,1,0,0", "success,2,2,0,0", "failed,3,3,0,0", "success,2,2,0,0",
    ])
    let after = try Self.tally([
      "success,2,1,0,0", "success,2,2,0,0", "failed,4,3,0,0", "success,4,2,0,0",
    ])
    let change = try #require(
      ReleaseComparison(before: before, after: after).change(of: .costPerSuccess))
    #expect(change.before == 8.0 / 3 && change.after == 4)
    // √(4/3 · Σ(c − R·s)²) / 3, by hand: R = 8/3 and 4.
    let own = (4.0 / 3 * (25.0 / 9 + 4.0 / 9 + 9 + 4.0 / 9)).squareRoot() / 3
    let new = (4.0 / 3 * (4.0 + 4 + 16 + 0)).squareRoot() / 3
    let error = (own * own + new * new).squareRoot()
    let range = try #require(change.interval)
    #expect(abs((range.upperBound - range.lowerBound) / (2 * 1.959963984540054) - error) < 1e-12)
    #expect(abs((change.leastSeen ?? 0) - 2.8015852181129 * error) < 1e-9)
    let runtime = ReleaseComparison(before: before, after: before).change(of: .secondsPerAttempt)
    #expect(runtime?.before == 2 && runtime?.difference == 0)
    #expect(ReleaseComparison(before: before, after: after).change(of: .toolErrorRate) == nil)
  }

  @Test("a trigger fires beyond what chance explains, and is crossed before that")
  func triggers() throws {
    let limit = RollbackTrigger.Limit.worse(
      Input("rollback.slump.worse", "how much worse", 0.02, .share))
    let trigger = RollbackTrigger(name: "slump", figure: .tsr, limit: limit)
    let before = try Self.tally(Self.runs(900, of: 1000))
    for (successes, runs, verdict) in [
      (885, 1000, TriggerVerdict.Verdict.holds), (870, 1000, .crossed), (700, 1000, .fires),
      (8, 10, .crossed),
    ] {
      let after = try Self.tally(Self.runs(successes, of: runs))
      let judged = TriggerVerdict(trigger, in: .init(before: before, after: after))
      #expect(judged.verdict == verdict, "\(successes) of \(runs)")
      #expect(judged.threshold.map { abs($0 - 0.88) < 1e-12 } ?? false)
    }
    let nothing = try Self.tally([])
    let untold = TriggerVerdict(trigger, in: .init(before: before, after: nothing))
    #expect(untold.verdict == .unknown && untold.power == nil)
  }
}

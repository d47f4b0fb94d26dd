import Foundation
import TestSupport
import Testing

@Suite("Whole outputs of the worked example")
struct GoldenTests {
  private static let margin = "--set checks.margin.min=10%"
  private static let plans = "--set checks.margin.min=-20%"
  private static let escalation = "--axis 'outcomes.escalation.*=×1..×1.5:5'"
  private static let latency = "--axis 'tools.*.latency.*=×1..×7:13'"

  @Test(
    "each page is as committed",
    arguments: [
      ("run.txt", "run EXAMPLE"), ("run.md", "run EXAMPLE --format md"),
      ("run-60.txt", "run EXAMPLE --width 60"), ("run.csv", "run EXAMPLE --format csv"),
      ("check.txt", "check EXAMPLE"), ("check.csv", "check EXAMPLE --format csv"),
      ("summary.txt", "run EXAMPLE EXAMPLE"),
      ("explain.txt", "explain EXAMPLE costPerCompletedTask"),
      ("explain-stress.md", "explain EXAMPLE tsr --under both --format md --depth 2"),
      ("explain.csv", "explain EXAMPLE toolOutage --format csv"),
      ("solve.txt", "solve EXAMPLE --for plans.growth.platformFee --target grossMargin=40%"),
      (
        "solve-no-root.txt",
        "solve EXAMPLE --for humanReview.rate --target grossMargin=99% --between '$0 / h..$80 / h'"
      ),
      ("solve.json", "solve EXAMPLE --for humanReview.rate --target grossMargin=40% --format json"),
      ("stress.txt", "stress EXAMPLE"), ("stress-pack.md", "stress EXAMPLE --pack --format md"),
      ("sweep.txt", "stress EXAMPLE \(Self.margin) \(Self.escalation) \(Self.latency)"),
      (
        "sweep-60.txt",
        "stress EXAMPLE \(Self.margin) \(Self.escalation) \(Self.latency) --width 60"
      ),
      (
        "sweep-three.md",
        "stress EXAMPLE \(Self.margin) \(Self.escalation) \(Self.latency) "
          + "--axis 'outcomes.maxAttempts=2..4' --format md"
      ),
      (
        "sweep-one.txt",
        "stress EXAMPLE \(Self.margin) --axis 'volume.segments.*.tasksPerCustomer=×4..×0.1:9 log'"
      ),
      (
        "sweep-joined.csv",
        "stress EXAMPLE \(Self.margin) --figure tsr --figure workers --format csv "
          + "--axis 'outcomes.escalation.*=×1..×2:3 & tools.*.latency.*=×1..×8'"
      ),
      (
        "sweep.json",
        "stress EXAMPLE \(Self.margin) --axis 'humanReview.rate=$30 / h, $60 / h' --under both "
          + "--axis 'outcomes.wrongResult=+ 0%..+ 4%:2' --format json"
      ),
      ("review-queue.txt", "run QUEUE"),
      ("explain-queue.txt", "explain QUEUE humanReview.queue.agents --depth 1"),
      ("sensitivity.txt", "sensitivity EXAMPLE"),
      ("sensitivity-60.txt", "sensitivity DESK --width 60 --top 5"),
      (
        "sensitivity-stress.md",
        "sensitivity DESK --of costPerCompletedTask "
          + "--under slowTools --top 5 --format md"
      ),
      ("sensitivity.csv", "sensitivity DESK --format csv"),
      ("plans.txt", "plans EXAMPLE \(Self.plans)"),
      ("plans-60.txt", "plans EXAMPLE --over both --from ×0.5 --to ×2 --width 60"),
      ("plans-over.txt", "plans EXAMPLE \(Self.plans) --over tasks --solve margin=50%"),
      ("plans.md", "plans EXAMPLE --under both --over customers --format md"),
      ("plans.csv", "plans EXAMPLE --solve margin=50% --format csv"),
      ("plans.json", "plans EXAMPLE --solve 'grossProfit=$40000 / month' --format json"),
      ("figures.txt", "explain EXAMPLE"),
      ("compare.txt", "compare EXAMPLE --stress both"),
      ("compare-60.txt", "compare EXAMPLE --stress 'the worst of all together' --pack --width 60"),
      ("compare-files.txt", "compare EXAMPLE NEXT"),
      ("compare-files.md", "compare EXAMPLE NEXT --of grossMargin --by section --format md"),
      ("compare.csv", "compare EXAMPLE NEXT --format csv"),
      ("compare.json", "compare EXAMPLE --stress both --of grossMargin --format json"),
      ("compare-sampled.txt", "compare EXAMPLE NEXT --by input"),
      (
        "compare-settings.txt",
        "compare EXAMPLE --set plan=payAsYouGo --set 'humanReview.rate=$45/h' --of grossMargin"
      ),
    ])
  func golden(name: String, words: String) throws {
    let line = words.replacing("EXAMPLE", with: Command.example)
      .replacing("DESK", with: Command.desk)
      .replacing("NEXT", with: Command.nextMonth)
      .replacing("QUEUE", with: Command.queue)
    let command = try Command(shell: "$unitecon \(line)")
    #expect(command.errors.isEmpty)
    try expectGolden(command.output, name)
  }
}

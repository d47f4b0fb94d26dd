import Foundation
import TestSupport
import Testing

@Suite("Whole outputs of the worked example")
struct GoldenTests {
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
      ("figures.txt", "explain EXAMPLE"),
    ])
  func golden(name: String, words: String) throws {
    let line = words.replacing("EXAMPLE", with: Command.example)
    let command = try Command(shell: "$unitecon \(line)")
    #expect(command.errors.isEmpty)
    try expectGolden(command.output, name)
  }
}

import Foundation
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
      ("explain-stress.md", "explain EXAMPLE tsr --stress both --format md --depth 2"),
      ("explain.csv", "explain EXAMPLE toolOutage --format csv"),
      ("figures.txt", "explain EXAMPLE"),
    ])
  func golden(name: String, words: String) throws {
    let line = words.replacing("EXAMPLE", with: Command.example)
    let command = try Command(shell: "$unitecon \(line)")
    #expect(command.errors.isEmpty)
    try expectGolden(command.output, name)
  }
}

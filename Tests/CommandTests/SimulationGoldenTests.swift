import Foundation
import TestSupport
import Testing

@Suite("Simulations are pages and tables a person would enjoy reading")
struct SimulationGoldenTests {
  static let pilot = "\(Command.fixtures)/pilot-desk.json5"

  @Test(
    "each page is as committed",
    arguments: [
      ("simulate.txt", "--draws 5000"),
      ("simulate-80.txt", "--draws 5000 --under slowTools --width 80 --precision 5%"),
      (
        "simulate.md",
        "--draws 4000 --figure costPerCompletedTask --figure tsr --precision 0.001% --format md"
      ),
      ("simulate.csv", "--draws 3000 --seed 7 --figure tsr --format csv"),
      ("simulate.json", "--draws 3000 --quantiles sketch --figure tsr --format json"),
    ])
  func golden(name: String, words: String) throws {
    let command = try Command(shell: "$unitecon simulate \(Self.pilot) \(words)")
    #expect(command.errors.isEmpty)
    try expectGolden(command.output, name)
  }

  @Test("samples are the draws themselves, a row each, and the page stays as it is")
  func samples() throws {
    let scratch = try Scratch()
    let line = "$unitecon simulate \(Self.pilot) --draws 40 --figure tsr"
    let command = try Command(shell: "\(line) --samples \(scratch.path("draws.csv"))")
    #expect(command.errors.isEmpty)
    #expect(try command.output == Command(shell: line).output)
    let text = try String(contentsOfFile: scratch.path("draws.csv"), encoding: .utf8)
    try expectGolden(text, "simulate-samples.csv")
    // Whoever asks for more draws gets the same ones first.
    try #require(
      Command(
        shell: "$unitecon simulate \(Self.pilot) --draws 50 --figure tsr --samples "
          + scratch.path("more.csv")
      ).status == 0)
    let more = try String(contentsOfFile: scratch.path("more.csv"), encoding: .utf8)
    #expect(more.hasPrefix(text))
  }
}

import Foundation
import TestSupport
import Testing

@Suite("measure compares a release with what was before")
struct MeasureReleaseTests {
  private static let fixtures = Command.fixtures
  private static let sides =
    "--before \(fixtures)/control.csv --after \(fixtures)/canary.csv"
  private static let scenario =
    "--scenario \(fixtures)/release.json5 --match inference.calls.resolve=assistant-1"

  private static func measure(_ words: String) throws -> Command {
    try Command(shell: "$unitecon measure \(words)")
  }

  @Test("as committed", arguments: ["txt", "csv", "json", "md"])
  func golden(format: String) throws {
    let run = try Self.measure("\(Self.sides) \(Self.scenario) --format \(format)")
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
    try expectGolden(run.output, "release.\(format)")
  }

  @Test("a release that is like what was before stays; without triggers none is judged")
  func stays() throws {
    let same = "--before \(Self.fixtures)/control.csv --after \(Self.fixtures)/control.csv"
    let run = try Self.measure("\(same) --scenario \(Self.fixtures)/release.json5")
    #expect(run.status == 0 && run.output.contains("No trigger fires"), "\(run.errors)")
    let bare = try Self.measure(Self.sides)
    #expect(bare.status == 0 && bare.output.contains("No trigger is stated"))
  }

  @Test(
    "what has no meaning is refused with words",
    arguments: [
      ("--before BEFORE", 64, "--before LOG --after LOG"),
      ("BEFORE --before BEFORE --after BEFORE", 64, "and no other log"),
      ("BEFORE --scenario x.json5", 64, "says more about --before and --after"),
      ("--before BEFORE --after BEFORE --match tools.orders=x", 64, "--match says more"),
      ("--before BEFORE --after BEFORE --into x.json5", 64, "--into says something of one log"),
      ("--before BEFORE --after BEFORE --by model", 64, "--by says something of one log"),
      ("--before BEFORE --after missing.csv", 2, "cannot read missing.csv"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let run = try Self.measure(
      words.replacing("BEFORE", with: "\(Self.fixtures)/control.csv"))
    #expect(run.status == Int32(status) && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(
    "a trigger that says nothing is an error where it stands",
    arguments: [
      (#"{ figure: "ts", worse: "2%" }"#, "did you mean tsr?"),
      (#"{ worse: "2%" }"#, "rollback.x.figure"), (#"{ figure: "tsr" }"#, "worse, times, min"),
      (#"{ figure: "tsr", max: "2%" }"#, "max"), (#"{ figure: "tsr", times: 0.5 }"#, "times"),
      (#"{ figure: "tsr", worse: "2%", min: "80%" }"#, "more than one limit"),
      (#"{ figure: "costPerSuccess", worse: "2%" }"#, "worse"), (#""no""#, "rollback.x"),
    ])
  func mistakes(trigger: String, message: String) throws {
    let scratch = try Scratch()
    let file = scratch.path("scenario.json5")
    let base = Command.root.appending(path: "Scenarios/support-ticket.json5").path
    try Data("{ extends: \"\(base)\",\n  rollback: { x: \(trigger) } }".utf8).write(
      to: URL(filePath: file))
    let run = try Command(shell: "$unitecon run \(file)")
    #expect(run.status == 2 && run.errors.contains(":2:") && run.errors.contains(message))
  }
}

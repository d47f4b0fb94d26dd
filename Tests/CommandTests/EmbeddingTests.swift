import Foundation
import ScenarioFiles
import Testing
import UnitEconomics

@Suite("The library does in another program what the manual says")
struct EmbeddingTests {
  private static let article = "\(ManualTests.folder)/EmbeddingTheLibrary.md"

  @Test("the manual's lines are these, and say what stands below them")
  func snippet() throws {
    let page = try MarkdownPage(Self.article)
    let own = try HouseTests.text("Tests/CommandTests/EmbeddingTests.swift")
    let code = try #require(
      own.components(separatedBy: "    // The manual begins.\n").last?
        .components(separatedBy: "    // The manual ends.").first)
    let shown = try #require(page.blocks.last { $0.language == "swift" }).text
    #expect(
      code == shown.split(separator: "\n").map { "    \($0)\n" }.joined())
    let said = try #require(page.blocks.last { $0.language == "text" }).text
    let scenario = Command.root.appending(path: "Scenarios/support-ticket.json5")
    #expect(try Self.embedded(scenario.path) == said)
  }

  private struct Unreadable: Error {
    let mistakes: [String]
    init(_ mistakes: [String]) { self.mistakes = mistakes }
  }

  /// What a program with the manual's lines says.
  private static func embedded(_ path: String) throws -> String {
    var lines: [String] = []
    func say(_ words: String, _ figure: Double) {
      lines.append("\(words) \(String(format: "%.4f", figure))")
    }
    // The manual begins.
    let loaded = ScenarioLoader().load(path)
    guard let model = loaded.model else {
      throw Unreadable(loaded.diagnostics.map(\.message))
    }
    let reading = try ScenarioReading(model)
    say("a completed ticket costs", reading.base.values[.costPerCompletedTask].value ?? .nan)
    for check in reading.checks where !check.isPassed {
      say("short of \(check.check.name)", check.distance ?? .nan)
    }
    let rate = Stress.Change(path: "humanReview.rate", kind: .multiply, amount: 1.5)
    let dearer = model.values(changed: model.scenario.changed(by: [rate]).inputs)
    say("with people half as dear again", dearer[.costPerCompletedTask].value ?? .nan)
    // The manual ends.
    return lines.joined(separator: "\n")
  }
}

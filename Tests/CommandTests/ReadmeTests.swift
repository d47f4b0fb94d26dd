import Foundation
import TestSupport
import Testing

@Suite("The README shows what the program does")
struct ReadmeTests {
  @Test("the file that it shows runs, and its mistake is shown as it says")
  func quotedFile() throws {
    let file = try #require(Self.blocks("json5").first)
    let scratch = try Scratch()
    let scenario = scratch.folder.appending(path: "ticket.json5")
    try Data(file.utf8).write(to: scenario)
    let right = try Command("check", "ticket.json5", in: scratch.folder)
    #expect(right.status == 0, "\(right.errors)")

    let mistaken = file.replacing("policyBlocked: \"1.5%\"", with: "policyBlocked: \"140%\"")
    try Data(mistaken.utf8).write(to: scenario)
    let wrong = try Command("run", "ticket.json5", in: scratch.folder)
    #expect(wrong.status == 2)
    #expect(wrong.errors == (try Self.blocks("text").last))
  }

  @Test("the distribution that it quotes is the one that the program draws")
  func quotedSimulation() throws {
    let readme = try HouseTests.text("README.md")
    let block = try #require(
      try Self.blocks("text").first { $0.hasPrefix("Cost per completed task is $0.669 on average") }
    )
    let line = try #require(
      readme.components(separatedBy: block).first?.components(separatedBy: "    unitecon ").last?
        .components(separatedBy: "\n\n").first)
    #expect(try Command(shell: "$unitecon \(line)").output.contains(block))
  }

  @Test("the month that it quotes is the one that the program draws")
  func quotedMonth() throws {
    let readme = try HouseTests.text("README.md")
    let block = try #require(try Self.blocks("text").first { $0.hasPrefix("On payAsYouGo") })
    let line = try #require(
      readme.components(separatedBy: block).first?.components(separatedBy: "    unitecon ").last?
        .components(separatedBy: "\n\n").first)
    #expect(try Command(shell: "$unitecon \(line)").output.contains(block))
  }

  @Test("the overlay that Scenarios/README shows says what is quoted of it")
  func overlay() throws {
    let overlay = try #require(Self.blocks("json5", of: "Scenarios/README.md").first)
    let quoted = try #require(Self.blocks("text", of: "Scenarios/README.md").first)
    let scratch = try Scratch()
    for name in ["support-ticket.json5", "own.json5"] {
      let text = name == "own.json5" ? overlay : try HouseTests.text("Scenarios/\(name)")
      try Data(text.utf8).write(to: scratch.folder.appending(path: name))
    }
    let page = try Command("run", "own.json5", in: scratch.folder).output
    #expect(page.contains(quoted.trimmingCharacters(in: .newlines)), "\(page.prefix(700))")
  }

  @Test("the plan that Scenarios/README shows can be read, and checked")
  func plan() throws {
    let plan = try #require(try Self.blocks("json5", of: "Scenarios/README.md").last)
    let scratch = try Scratch()
    let base = try HouseTests.text("Tests/ErrorGallery/base.json5")
    try Data(base.utf8).write(to: scratch.folder.appending(path: "base.json5"))
    let own = "{ extends: \"base.json5\", volume: { segments: { all: { seats: 20 } } }, \(plan) }"
    try Data(own.utf8).write(to: scratch.folder.appending(path: "own.json5"))
    let page = try Command("run", "own.json5", in: scratch.folder)
    #expect(page.errors == "" && page.status == 0)
    #expect(page.output.contains("growth (chosen)"))
  }

  @Test("its two commands are the ones that CI runs")
  func commands() throws {
    let readme = try HouseTests.text("README.md")
    let pipeline = try HouseTests.text(".ci/run")
    for command in [
      "swift run -c release unitecon run Scenarios/support-ticket.json5", "swift test",
    ] {
      #expect(readme.contains("    \(command)\n"))
      #expect(pipeline.contains("\n\(command)\n"))
    }
  }

  @Test("the figures of Scenarios/README are those of the program")
  func scenarioFigures() throws {
    let readme = try HouseTests.text("Scenarios/README.md")
    for name in ["support-ticket", "invoice-coding", "pr-triage"] {
      let row = try #require(
        readme.split(separator: "\n").first { $0.hasPrefix("| [\(name)]") })
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let page = try Command("run", "Scenarios/\(name).json5").output
      for figure in cells[1...4] { #expect(page.contains(figure), "\(name): \(figure)") }
    }
  }

  /// The blocks of the README in a language, in order.
  static func blocks(_ language: String, of file: String = "README.md") throws -> [String] {
    let readme = try HouseTests.text(file)
    return readme.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }
}

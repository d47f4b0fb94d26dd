import Foundation
import TestSupport
import Testing

@Suite("A report is one page that stands alone")
struct ReportTests {
  /// The page of the example.
  private static func page(_ words: String...) throws -> String {
    let line = words.joined(separator: " ")
    return try Command(shell: "$unitecon report \(Command.example) --format html \(line)").output
  }

  @Test("what it says, and what its drawings say, is as committed")
  func golden() throws {
    let page = try Self.page("--draws 4096")
    let start = try #require(page.firstRange(of: "<main>")).upperBound
    let end = try #require(page.firstRange(of: "</main>")).lowerBound
    let text = String(page[start..<end])
      .replacing(/<\/(?:p|h1|h2|h3|li|tr|figcaption|summary|caption|text)>/, with: "\n")
      .replacing(/<\/t[hd]>/, with: "\t").replacing(/<[^>]*>/, with: "")
      .split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
    try expectGolden(text + "\n", "report-page.txt")
  }

  @Test("the model in its script is the one that explain writes in Python, line by line")
  func sameModel() throws {
    let page = try Self.page()
    for line in [
      "const completedTasks = (tasksSubmitted * completedShare);",
      "const costPerCompletedTask = ratio(totalCost, completedTasks);",
    ] {
      #expect(page.contains("  \(line)\n"))
    }
    let python = try Command("explain", Command.example, "costPerCompletedTask", "--format", "py")
    #expect(python.output.contains("    completedTasks = (tasksSubmitted * completedShare)\n"))
  }

  @Test("the same file gives the same bytes, and nothing of them is of another place")
  func bytes() throws {
    let page = try Self.page()
    #expect(try page == Self.page())
    for word in ["https:", "url(", "@import", " src=", " href=", " style=", "innerHTML", "eval("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test("the exit code is that of the checks, and a file comes whole")
  func status() throws {
    let scratch = try Scratch()
    let file = scratch.path("report.html")
    #expect(try Command("report", Command.example, "-o", file).status == 1)
    let right = try Command("report", "Scenarios/support-ticket.json5", "-o", file)
    #expect(right.status == 0 && right.output.isEmpty && right.errors.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("</html>\n"))
  }

  @Test(
    "what belongs to a page is refused elsewhere",
    arguments: [
      ("report EXAMPLE --draws 100", "--draws belongs to a page: write one with -o report.html"),
      ("report EXAMPLE --seed 1 -o x.html", "--seed needs --draws N"),
      ("report", "report needs a scenario file"),
      ("run EXAMPLE -o x.html", "run does not write html; it writes txt, md, csv, json"),
    ])
  func refused(words: String, message: String) throws {
    let line = words.replacing("EXAMPLE", with: Command.example)
    let command = try Command(shell: "$unitecon \(line)")
    #expect(command.status == 64)
    #expect(command.errors.contains(message), "\(command.errors)")
  }
}

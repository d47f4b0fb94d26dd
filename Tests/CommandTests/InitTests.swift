import Foundation
import TestSupport
import Testing

@Suite("init writes a scenario that runs, and says what to replace first")
struct InitTests {
  @Test(
    "every kind runs as it stands, without a word of warning",
    arguments: ["support", "invoice", "code", "sales", "research", "voice"])
  func kinds(kind: String) throws {
    let scratch = try Scratch()
    let made = try Command("init", "--template", kind, "-o", "own.json5", in: scratch.folder)
    #expect(made.status == 0 && made.output.isEmpty, "\(made.errors)")
    #expect(made.errors.contains("Replace these first"))
    let run = try Command("run", "own.json5", in: scratch.folder)
    #expect(run.status <= 1 && run.errors.isEmpty, "\(run.errors)")
    // What pays for nobody is no example to start from.
    #expect(run.output.contains("Plan standard leaves a gross margin of"))
    let margin = try #require(run.output.firstMatch(of: /gross\s+margin\s+of\s+(-?[0-9.]+)%/))
    #expect(try #require(Double(margin.1)) > 0, "\(margin.0)")
  }

  @Test("the files that are named first are those that the sensitivity names")
  func first() throws {
    let scratch = try Scratch()
    let made = try Command("init", "--template", "support", "-o", "own.json5", in: scratch.folder)
    let named = made.errors.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .map { String($0.dropFirst(2)) }
    #expect(named.count == 5)
    let table = try Command(
      "sensitivity", "own.json5", "--of", "costPerCompletedTask", "--format", "csv",
      in: scratch.folder)
    for path in named { #expect(table.output.contains(path)) }
    let first = try #require(table.output.split(separator: "\r\n").dropFirst().first)
    #expect(first.contains(named[0]), "\(first)")
  }

  @Test("without a file it is printed, and the same each time")
  func printed() throws {
    let one = try Command("init", "--template", "voice")
    #expect(one.status == 0 && one.output.hasPrefix("// A voice agent"))
    #expect(try Command("init", "--template", "voice").output == one.output)
    // Where no terminal is nothing is asked.
    #expect(try Command("init").output.hasPrefix("// A support agent"))
  }

  @Test("answers stand in the file; what is none is asked for again")
  func answers() throws {
    let scratch = try Scratch()
    let made = try Command(
      "init", "--ask", "-o", "own.json5",
      input:
        "nonsense\ninvoice\nclaims\nclaim \"paid\"\n12 gallons\n2500\n4\n120%\n12%\n9 min\n\n$2\n",
      in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    for words in ["one of support", "two words at least", "write it like", "between 0 % and 100 %"]
    {
      #expect(made.errors.contains(words), "\(words)")
    }
    let facts = try Command("run", "own.json5", "--format", "csv", in: scratch.folder).output
    func value(_ output: String) -> Double? {
      facts.split(separator: "\r\n").first { $0.contains(",output,,\(output),") }
        .flatMap { $0.split(separator: ",", omittingEmptySubsequences: false)[6] }
        .flatMap { Double($0) }
    }
    #expect(value("tasksSubmitted") == 10_000)
    #expect(abs(try #require(value("escalationRate")) - 0.12) < 0.01)
    let text = try String(contentsOfFile: scratch.path("own.json5"), encoding: .utf8)
    #expect(text.contains("name: \"claim \\\"paid\\\"\"") && text.contains("price: \"$2\""))
  }

  @Test("answers that end early, and a file that is there, write nothing")
  func refused() throws {
    let scratch = try Scratch()
    let early = try Command(
      "init", "--ask", "-o", "own.json5", input: "support\n", in: scratch.folder)
    #expect(early.status == 2 && scratch.names.isEmpty, "\(early.errors)")
    try Data("mine".utf8).write(to: scratch.folder.appending(path: "own.json5"))
    let there = try Command("init", "--template", "code", "-o", "own.json5", in: scratch.folder)
    #expect(there.status == 2 && there.errors.contains("there already"))
    #expect(try String(contentsOfFile: scratch.path("own.json5"), encoding: .utf8) == "mine")
    #expect(try Command("init", "x.json5").status == 64)
    #expect(try Command("init", "--template", "lawyer").status == 64)
    #expect(try Command("init", "-o", "x.csv", in: scratch.folder).status == 64)
  }
}

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
        "nonsense\ninvoice\nclaims\nclaim \"paid\"\n12 gallons\n2500\n4\n120%\n12%\n9 min\n\n\n\n$2\n\n",
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

  @Test("a unit that the question names need not be said; a percentage says that it is one")
  func units() throws {
    let scratch = try Scratch()
    let made = try Command(
      "init", "--ask", "--template", "support", "-o", "own.json5",
      input: "\n1500 tickets\n30\n12\n0.12\n12%\n9\n0\n6\n34\n$700\n0,70\n0.70\n0.05\n90\n92%\n",
      in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    for words in [
      "12 may be a percentage", "0.12 may be", "90 may be", "more than nothing",
      "has no comma here",
      "for a whole ticket, without the agent?", "for one that the agent hands over?",
    ] {
      #expect(made.errors.contains(words), "\(words)")
    }
    let text = try String(contentsOfFile: scratch.path("own.json5"), encoding: .utf8)
    for words in [
      "customers: 30, tasksPerCustomer: \"1500 / month\"", "value: \"9 min\"", "value: \"$34 / h\"",
      "ambiguity: \"6 min\"", "toolOutage: \"6 min\"", "rework: { time: \"6 min\" }",
      "platformFee: \"$700 / month\"", "price: \"$0.70\"",
      "successKicker: { amount: \"$0.05\", aboveTSR: \"92%\" }",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try Command("run", "own.json5", in: scratch.folder).status <= 1)
  }

  @Test("what does not run is not written, and is asked for again with what was said")
  func again() throws {
    let scratch = try Scratch()
    let first = "\n\n\n100%\n\n\n\n\n\n\n"
    let made = try Command(
      "init", "--ask", "--template", "support", "-o", "own.json5",
      input: first + "\n\n\n20%\n\n\n\n\n\n\n", in: scratch.folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.errors.contains("escalations of 100 %") && made.errors.contains("[100%]"))
    let early = try Command(
      "init", "--ask", "--template", "support", "-o", "other.json5", input: first,
      in: scratch.folder)
    #expect(early.status == 2 && scratch.names == ["own.json5"], "\(scratch.names)")
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

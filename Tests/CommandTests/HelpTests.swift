import Foundation
import TestSupport
import Testing

@Suite("Help is a page a person would enjoy reading")
struct HelpTests {
  @Test(
    "every help text is as committed",
    arguments: [
      ("overview", ""), ("run-short", "run -h"), ("run", "run --help"), ("check-short", "check -h"),
      ("check", "check --help"), ("stress-short", "stress -h"),
      ("stress", "stress --help"), ("sensitivity-short", "sensitivity -h"),
      ("sensitivity", "sensitivity --help"), ("solve-short", "solve -h"),
      ("solve", "solve --help"),
      ("simulate-short", "simulate -h"), ("simulate", "simulate --help"),
      ("merge-short", "merge -h"), ("merge", "merge --help"),
      ("plans-short", "plans -h"), ("plans", "plans --help"),
      ("compare-short", "compare -h"), ("compare", "compare --help"),
      ("report-short", "report -h"), ("report", "report --help"),
      ("explain-short", "explain -h"), ("explain", "explain --help"),
      ("measure-short", "measure -h"), ("measure", "measure --help"),
      ("readiness-short", "readiness -h"), ("readiness", "readiness --help"),
      ("completions-short", "completions -h"), ("completions", "completions --help"),
      ("init-short", "init -h"), ("init", "init --help"),
      ("man-short", "man -h"), ("man", "man --help"),
      ("prices-short", "prices -h"), ("prices", "prices --help"),
      ("assumptions-short", "assumptions -h"), ("assumptions", "assumptions --help"),
    ])
  func golden(name: String, words: String) throws {
    let command = try Command(shell: "$unitecon \(words)")
    #expect(command.status == 0)
    #expect(command.errors.isEmpty)
    try expectGolden(command.output, "help-\(name).txt")
  }

  @Test("help VERB, -h and --help after other words show the same")
  func spellings() throws {
    let full = try Command("run", "--help").output
    #expect(try Command("help", "run").output == full)
    #expect(try Command("run", "x.json5", "--help").output == full)
    let overview = try Command(shell: "$unitecon").output
    #expect(try Command("--help").output == overview)
    #expect(try Command("-h").output == overview)
  }

  @Test("no line of help is wider than 100 columns")
  func width() throws {
    let verbs = [
      "run", "check", "stress", "sensitivity", "solve", "simulate", "merge", "plans", "compare",
      "report", "explain", "prices",
    ]
    for verb in verbs {
      let text = try Command(verb, "--help").output
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }
  }

  @Test("the version is one line")
  func version() throws {
    let command = try Command("--version")
    #expect(command.output.hasPrefix("unitecon "))
    #expect(command.output.filter { $0 == "\n" }.count == 1)
  }
}

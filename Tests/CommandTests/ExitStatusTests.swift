import Foundation
import TestSupport
import Testing

@Suite("The exit code says what happened")
struct ExitStatusTests {
  @Test("0 where every check passes")
  func passed() throws {
    let command = try Command(
      "check", Command.example, "--set", "checks={ tsr: { output: \"tsr\", min: \"80%\" } }")
    #expect(command.status == 0, "\(command.errors)")
  }

  @Test("1 where a check fails", arguments: ["run", "check"])
  func failed(verb: String) throws {
    let command = try Command(verb, Command.example)
    #expect(command.status == 1)
    #expect(command.output.contains("✗ Not ready"))
    #expect(command.errors.isEmpty)
  }

  @Test("1 where a check fails only under stress")
  func failedUnderStress() throws {
    let checks = "checks={ tsr: { output: \"tsr\", min: \"92%\" } }"
    let command = try Command("check", Command.example, "--set", checks)
    #expect(command.status == 1)
    let alone = "checks={ tsr: { output: \"tsr\", min: \"92%\", stresses: [] } }"
    #expect(try Command("check", Command.example, "--set", alone).status == 0)
  }

  @Test(
    "solve: 0 where there is a value, 1 where there is none, and what it prints can be put back")
  func solved() throws {
    let words = ["solve", Command.example, "--for", "plans.growth.platformFee", "--target"]
    let line = "$unitecon " + words.joined(separator: " ")
    let between = "--between '$0 / month..$9 / month'"
    #expect(try Command(shell: "\(line) grossMargin=99.99% \(between)").status == 1)
    let solved = try Command(shell: "\(line) grossMargin=40%")
    #expect(solved.status == 0)
    let setting = try #require(
      solved.output.split(separator: "\n").first { $0.hasPrefix("--set ") })
    let again = try Command(
      shell:
        "$unitecon run \(Command.example) \(setting) --format csv | grep ,base,output,,grossMargin,"
    )
    let figure = try #require(again.output.split(separator: ",").dropFirst(5).first)
    #expect(abs((Double(figure) ?? 0) - 0.4) < 1e-9)
  }

  @Test("0 where a figure is explained, whatever the checks say")
  func explained() throws {
    #expect(try Command("explain", Command.example, "tsr").status == 0)
  }

  @Test(
    "2 where there is no answer",
    arguments: [
      ["run", "no-such-file.json5"],
      ["run", "Sources"],
      ["run", Command.example, "no-such-file.json5"],
      ["run", Command.example, "--set", "humanReview.rate=9 min"],
      ["explain", Command.example, "noSuchFigure"],
      ["explain", Command.example, "tsr", "--under", "noSuchStress"],
      ["solve", Command.example, "--for", "humanReview.rat", "--target", "tsr=90%"],
      ["solve", Command.example, "--for", "humanReview.rate", "--target", "tsrr=90%"],
      ["solve", Command.example, "--for", "humanReview.rate", "--target", "tsr=9 min"],
      [
        "solve", Command.example, "--for", "tools.crm.price", "--target", "tsr=90%", "--between",
        "1",
      ],
      [
        "solve", Command.example, "--for", "outcomes.wrongResult", "--target", "tsr=90%",
        "--between", "5%..1%",
      ],
      ["compare", Command.example, "no-such-file.json5"],
      ["compare", Command.example, "--stress", "noSuchStress"],
      ["compare", Command.example, Command.nextMonth, "--of", "noSuchFigure"],
      ["compare", Command.example, Command.nextMonth, "--of", "tools.portal.tries"],
      ["run", Command.example, "--prices", "no-such-book.json"],
      ["run", Command.example, "-o", "/no/such/folder/x.json"],
    ])
  func noAnswer(words: [String]) throws {
    let command = try Command(shell: "$unitecon " + words.map { "'\($0)'" }.joined(separator: " "))
    #expect(command.status == 2)
    #expect(command.output.isEmpty, "nothing is written where something is wrong")
    #expect(command.errors.contains("error: "))
  }

  @Test(
    "64 where the command line is wrong, with what was meant",
    arguments: [
      ("rnu x", "did you mean run?"), ("run", "unitecon run -h"),
      ("run x --fromat json", "did you mean --format?"),
      ("run x --format jsn", "did you mean json?"),
      ("run x --set", "--set needs a PATH=VALUE"), ("run x --excel=yes", "--excel takes no value"),
      ("run x --width wide", "--width is a whole number from 20 to 1000"),
      ("run x -o a.csv -o b.csv", "--output is given twice"),
      ("run x -o report.pdf", "the extension of report.pdf names no format"),
      ("run x -z", "there is no flag -z"), ("explain a b c", "explain takes one file"),
      ("compare x", "compare takes two files"), ("compare x y --stress z", "takes two files"),
      ("compare x y z", "compare takes two files"),
      ("compare x y --by statement", "--by is one of"),
      ("run x --decimal , --delimiter ,", "cannot both be a comma"), ("--nonsense", "no flag"),
    ])
  func usage(line: String, hint: String) throws {
    let command = try Command(shell: "$unitecon \(line)")
    #expect(command.status == 64)
    #expect(command.output.isEmpty)
    #expect(command.errors.contains(hint), "\(command.errors)")
  }

  @Test("130 where it is interrupted, and no half file stays")
  func interrupted() throws {
    let scratch = try Scratch()
    // A shell without job control starts background commands with Ctrl-C ignored, but not TERM.
    let ended = try Command(
      shell: """
        rm -f pipe; mkfifo pipe; $unitecon run pipe -o out.json & pid=$!
        sleep 0.3; kill -TERM $pid; wait $pid
        """, in: scratch.folder)
    #expect(ended.status == 130)
    #expect(!scratch.names.contains { $0.hasPrefix("out.json") })
  }
}

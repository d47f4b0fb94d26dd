import Foundation
import TestSupport
import Testing

@Suite("report writes every form of every scenario into folders, and tidy tables")
struct ReportFolderTests {
  private static let forms = [
    "report.html", "model.xlsx", "report.md", "report.txt", "report.json",
  ]
  private static let tables = [
    "inputs", "breakdown", "outcomes", "plans", "stresses", "changes", "checks", "sweep",
    "provenance", "columns",
  ]

  /// The rows of a file of CSV by their columns; no field of these holds a delimiter or a line break.
  private static func rows(_ file: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.components(separatedBy: "\r\n").dropLast().map {
      $0.components(separatedBy: ",")
    }
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(lines[0], line))
    }
  }

  @Test("a folder of scenarios becomes a folder each, and an index that leads to them")
  func all() throws {
    let scratch = try Scratch()
    let run = try Command(
      shell: """
        cp \(Command.example) \(Command.desk) \(scratch.path(""))
        cd \(scratch.path("")) && "$unitecon" report . --all -o out/deep
        """)
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
    for name in ["worked-example", "small-desk"] {
      let folder = scratch.path("out/deep/\(name)")
      let there = Set(try FileManager.default.contentsOfDirectory(atPath: folder))
      #expect(there.isSuperset(of: Self.forms + ["inputs.csv", "breakdown.csv", "columns.csv"]))
      #expect(there.allSatisfy { run.output.contains("out/deep/\(name)/\($0)\n") })
    }
    let index = try String(contentsOfFile: scratch.path("out/deep/index.html"), encoding: .utf8)
    #expect(index.contains("<a href=\"worked-example/report.html\">"))
    #expect(index.contains("<a href=\"small-desk/model.xlsx\">workbook</a>"))
    #expect(index.contains("2 scenarios") && index.contains("The thinnest gross margin is"))
    let text = try String(
      contentsOfFile: scratch.path("out/deep/worked-example/report.txt"), encoding: .utf8)
    let alone = try Command(
      "run", "./worked-example.json5", in: URL(filePath: scratch.path("")))
    #expect(text == alone.output)
  }

  @Test("what tidy tables say adds up, and every column is explained")
  func tidy() throws {
    let scratch = try Scratch()
    let folder = scratch.path("tables") + "/"
    let run = try Command("report", Command.example, "--format", "csv", "-o", folder)
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output == Self.tables.map { "\(folder)\($0).csv\n" }.joined())

    let stresses = try Self.rows(folder + "stresses.csv")
    let breakdown = try Self.rows(folder + "breakdown.csv")
    let outcomes = try Self.rows(folder + "outcomes.csv")
    let cases = Set(stresses.compactMap { $0["case"] })
    #expect(cases.count == 3)
    for name in cases {
      let total = stresses.first { $0["case"] == name && $0["figure"] == "totalCost" }
      let costs = breakdown.filter { $0["case"] == name }.compactMap { Double($0["cost"] ?? "") }
      let all = try #require(Double(total?["value"] ?? ""))
      let sum = costs.reduce(0, +)
      #expect(abs(sum - all) < 1e-12 * all)
      let shares = outcomes.filter { $0["case"] == name }.compactMap { Double($0["share"] ?? "") }
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }
    let change = try #require(stresses.first { $0["figure"] == "costPerCompletedTask" })
    let parts = ["value", "base", "difference"].compactMap { Double(change[$0] ?? "") }
    #expect(parts.count == 3 && parts[2] == parts[0] - parts[1] && parts[2] > 0)

    let explained = try Self.rows(folder + "columns.csv")
    for name in Self.tables.dropLast() {
      let head = try String(contentsOfFile: folder + name + ".csv", encoding: .utf8)
        .components(separatedBy: "\r\n")[0].components(separatedBy: ",")
      let known = explained.filter { $0["file"] == "\(name).csv" }
      #expect(known.map { $0["column"] } == head.map { $0 })
    }
  }

  @Test("the tables speak the reader's locale")
  func locale() throws {
    let scratch = try Scratch()
    let folder = scratch.path("tables") + "/"
    _ = try Command(
      "report", Command.example, "--format", "csv", "-o", folder, "--decimal", ",", "--excel")
    let bytes = try Data(contentsOf: URL(filePath: folder + "outcomes.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(text.hasPrefix("scenario;case;outcome;cause;share;tasks\r\n"))
    #expect(text.contains(";base;autonomousSuccess;;0,"))
  }

  @Test("inputs.csv of a folder is taken back, and changes nothing")
  func inputsComeBack() throws {
    let scratch = try Scratch()
    let folder = scratch.path("tables") + "/"
    _ = try Command("report", Command.example, "--format", "csv", "-o", folder)
    let plain = try Command("run", Command.example, "--format", "csv")
    let again = try Command(
      "run", Command.example, "--format", "csv", "--assumptions", folder + "inputs.csv")
    #expect(again.output == plain.output && again.status == plain.status)
  }

  @Test("a comment on a change says what it does to the cost first, and folds what is long")
  func comment() throws {
    let run = try Command(
      "report", Command.nextMonth, "--against", Command.example, "--format", "md")
    let lines = run.output.components(separatedBy: "\n")
    let finding = try #require(
      lines.firstIndex { $0.contains("in next-month than in worked-example") })
    let fold = try #require(lines.firstIndex(of: "<details>"))
    #expect(finding < fold && lines[finding].contains(" from "))
    #expect(lines.contains { $0.hasPrefix("<summary><b>What a month costs</b> (") })
    #expect(lines.count { $0 == "<details>" } == lines.count { $0 == "</details>" })
    #expect(run.output.contains("worked-example.json5") && run.output.contains("next-month.json5"))
  }

  @Test("a sweep is a workbook too, with the numbers of its CSV")
  func sweepBook() throws {
    let scratch = try Scratch()
    let axes = "--axis 'outcomes.escalation.*=×1..×4:3' --axis 'tools.*.latency.*=×1, ×5'"
    let run = try Command(
      shell: """
        "$unitecon" stress \(Command.example) \(axes) -o \(scratch.path("s.xlsx")); one=$?
        "$unitecon" stress \(Command.example) \(axes) --format csv
        [ $one = $? ] && tr -d '\\000' < \(scratch.path("s.xlsx")) >&2
        """)
    #expect(run.errors.contains("<sheet name=\"Points\""))
    let rows = run.output.components(separatedBy: "\r\n").dropLast()
    #expect(rows.count == 7)
    for row in rows.dropFirst() {
      let margin = row.components(separatedBy: ",")[2]
      #expect(run.errors.contains("<v>\(margin)</v>"), "\(margin)")
    }
  }

  @Test(
    "what cannot be is refused before anything is written",
    arguments: [
      ("report EXAMPLE --all --format csv -o D", 64, "--all writes every form, and --format"),
      ("report EXAMPLE --all --against EXAMPLE -o D", 64, "--against adds to one report in words"),
      ("report EXAMPLE --against EXAMPLE -o D.html", 64, "--against adds to one report in words"),
      ("report EXAMPLE --all -o -", 64, "--all writes a folder"),
      ("report EXAMPLE --all --seed 1 -o D", 64, "--seed needs --draws N"),
      ("report EXAMPLE x/worked-example.json5 --all -o D", 64, "same folder, worked-example"),
      ("report Tests/CommandTests/Goldens --all -o D", 2, "there is no .json5 file in"),
      ("report EXAMPLE missing.json5 --all -o D", 2, "missing.json5"),
      ("report EXAMPLE --all -o Package.swift", 2, "cannot write Package.swift"),
      ("report --all -o D", 64, "report needs a scenario file"),
      (
        "stress EXAMPLE --axis 'humanReview.rate=×1..×2:1100' --axis 'outcomes.wrongResult=×1..×2:1000' -o D.xlsx",
        2,
        "a sheet of a workbook has room for 1,048,575"
      ),
      ("stress EXAMPLE -o D.xlsx", 64, "stress does not write xlsx"),
    ])
  func refused(words: String, status: Int, message: String) throws {
    let scratch = try Scratch()
    let target = scratch.path("never")
    let line = words.replacing("EXAMPLE", with: Command.example)
      .replacing("-o D", with: "-o \(target)")
    let run = try Command(shell: "$unitecon \(line)")
    #expect(run.status == Int32(status) && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("")).isEmpty)
  }
}

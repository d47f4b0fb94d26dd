import Foundation
import Formulas
import ScenarioFiles
import TestSupport
import Testing
import UnitEconomics

@testable import unitecon

@Suite("The reference lists what the program has")
struct ManualReferenceTests {
  private static let path = "\(ManualTests.folder)/Reference.md"
  private static let model = ScenarioLoader().load(
    Command.root.appending(path: "Scenarios/support-ticket.json5").path
  ).model

  @Test("all outputs, with their units and what they are")
  func outputs() throws {
    try expectRows("| name | unit | is |", Output.allCases.map { try Self.row($0.rawValue) })
  }

  @Test("formulas below them, likewise")
  func formulas() throws {
    let named = try Self.rows(below: "| name | unit | is |", after: "Formulas below them").map {
      try #require($0.firstMatch(of: /^\| `([^`]+)`/)).1
    }
    #expect(named.count > 10)
    try expectRows(
      "| name | unit | is |", after: "Formulas below them", named.map { try Self.row(String($0)) })
  }

  @Test("all exit codes")
  func exitCodes() throws {
    try expectRows(
      "| code | means |", ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" })
  }

  @Test("all verbs")
  func verbs() throws {
    try expectRows(
      "| verb | usage | answers |",
      Verb.all.map { "| `\($0.name)` | `\(Self.cell($0.usage))` | \(Self.cell($0.summary)) |" })
  }

  @Test("all flags, and the verbs that have them")
  func flags() throws {
    var flags: [Flag] = []
    for flag in Verb.all.flatMap(\.flags) where !flags.contains(flag) { flags.append(flag) }
    let rows = flags.map { flag in
      let having = Verb.all.filter { $0.flags.contains(flag) }.map(\.name)
      let lacking = Verb.all.map(\.name).filter { !having.contains($0) }
      let places =
        lacking.isEmpty
        ? "all"
        : lacking.count < having.count
          ? "all but \(lacking.joined(separator: ", "))" : having.joined(separator: ", ")
      let spelling = flag.spelling.trimmingCharacters(in: .whitespaces)
      return "| `\(Self.cell(spelling))` | \(Self.cell(flag.summary)) | \(places) |"
    }
    try expectRows("| flag | is to | at |", rows)
  }

  /// A formula as the reference lists it, in a currency that is not named.
  private static func row(_ path: String) throws -> String {
    let graph = try #require(model).graph
    let node = graph.nodes[try #require(graph.positions[path], "there is no \(path)")]
    let unit = node.unit.text(currency: "money")
    return "| `\(path)` | \(unit.isEmpty ? "number" : unit) | \(cell(node.label?.sentence ?? "")) |"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  /// The rows of a table, found by its header, behind words where several have the same.
  private static func rows(below header: String, after words: String = "") throws -> [String] {
    let lines = try HouseTests.text(path).components(separatedBy: "\n")
    return Array(lines[try place(below: header, after: words, in: lines)])
  }

  private static func place(
    below header: String, after words: String, in lines: [String]
  ) throws -> Range<Int> {
    let start = try #require(lines.firstIndex { words.isEmpty || $0.contains(words) })
    let first = try #require(lines[start...].firstIndex(of: header)) + 2
    let end = lines[first...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    return first..<end
  }

  /// Compares a table with what it should be; where goldens are recorded, writes it.
  private func expectRows(_ header: String, after words: String = "", _ rows: [String]) throws {
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try MarkdownPage.rewrite(Self.path) { page in
        let place = try Self.place(below: header, after: words, in: page.lines)
        var lines = page.lines
        lines.replaceSubrange(place, with: rows)
        return lines.joined(separator: "\n")
      }
    }
    #expect(try Self.rows(below: header, after: words) == rows)
  }
}

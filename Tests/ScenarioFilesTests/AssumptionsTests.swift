import Testing
import UnitEconomics

@testable import ScenarioFiles

@Suite("Assumptions come back from a spreadsheet as they were meant")
struct AssumptionsTests {
  private static func load(
    _ csv: String, decimalComma: Bool = false
  ) throws -> (messages: [String], inputs: InputTable?) {
    let folder = try ScenarioFolder(["a.csv": csv])
    let loaded = ScenarioLoader(
      assumptions: "\(folder.path)/a.csv", decimalComma: decimalComma
    ).load(WorkedExample.path)
    return (folder.messages(loaded), loaded.model?.scenario.inputs)
  }

  static let accepted: [(row: String, path: String, value: Double)] = [
    ("humanReview.rate,45,USD / h", "humanReview.rate", 45),
    ("humanReview.rate,45,", "humanReview.rate", 45),
    ("humanReview.rate,$45.50,USD / h", "humanReview.rate", 45.5),
    ("humanReview.rate,$45 / h,", "humanReview.rate", 45),
    ("outcomes.wrongResult,0.02,share", "outcomes.wrongResult", 0.02),
    ("outcomes.wrongResult,2%,share", "outcomes.wrongResult", 0.02),
    ("outcomes.wrongResult,2.0%,", "outcomes.wrongResult", 0.02),
    ("tools.portal.latency.p50,500,ms / call", "tools.portal.latency.p50", 0.5),
    ("volume.peakFactor,4,", "volume.peakFactor", 4),
    ("inference.prices[frontier].input,4,USD / Mtok", "inference.prices.frontier.input", 4),
  ]

  @Test("a value in the ways in which spreadsheets write it", arguments: accepted)
  func accepts(row: String, path: String, value: Double) throws {
    let (messages, inputs) = try Self.load("path,value,unit\n\(row)\n")
    #expect(messages == [])
    #expect(inputs?[path]?.value == value)
  }

  @Test(
    "marks, separators, line ends and empty rows are a spreadsheet's own business",
    arguments: [
      "\u{FEFF}path,value,unit\r\nhumanReview.rate,45,USD / h\r\n",
      "path;value;unit\nhumanReview.rate;45;USD / h\n", "path\tvalue\nhumanReview.rate\t45\n",
      "path,value,,\nhumanReview.rate,45,,\n,,,\n\n",
      "\"path\",\"value\"\r\"humanReview.rate\",\"45\"",
      "note,Value,path,mine\n\"two\nlines\",45,humanReview.rate,\"a \"\"word\"\"\"\n",
    ])
  func habits(csv: String) throws {
    let (messages, inputs) = try Self.load(csv)
    #expect(messages == [])
    #expect(inputs?["humanReview.rate"]?.value == 45)
  }

  @Test("a decimal comma is one where it is asked for")
  func decimalComma() throws {
    let csv = "path;value;unit\nhumanReview.rate;45,5;USD / h\n"
    #expect(try Self.load(csv, decimalComma: true).inputs?["humanReview.rate"]?.value == 45.5)
    #expect(try Self.load(csv).inputs == nil)
  }

  @Test("range, source and note come along, and are taken away where their fields are empty")
  func details() throws {
    let head = "path,value,unit,low,high,source,note\n"
    let given = try Self.load(head + "humanReview.rate,45,USD / h,40,50,\"'=pilot\",new\n").inputs
    let rate = try #require(given?["humanReview.rate"])
    #expect(rate.range == Input.Range(low: 40, high: 50))
    #expect(rate.source == "=pilot")
    #expect(rate.note == "new")
    let bare = try Self.load(head + "humanReview.rate,45,USD / h,,,,\n").inputs
    #expect(bare?["humanReview.rate"]?.range == nil)
    #expect(bare?["humanReview.rate"]?.source == nil)
  }

  @Test("a row that says what the file says changes nothing, its distribution included")
  func same() throws {
    let base = try #require(ScenarioLoader().load(WorkedExample.path).model).scenario.inputs
    var csv = "path,value,low,high\n"
    for input in base {
      let ends = [input.range?.low, input.range?.high].map { $0.map { "\($0)" } ?? "" }
      csv += "\"\(input.path)\",\(input.value),\(ends[0]),\(ends[1])\n"
    }
    let (messages, inputs) = try Self.load(csv)
    #expect(messages == [])
    #expect(inputs.map(Array.init) == Array(base))
    #expect(inputs?.map(\.source) == base.map(\.source))
  }

  @Test("all mistakes are said at once, each at its row and column")
  func mistakes() throws {
    let (messages, inputs) = try Self.load(
      """
      path,value,unit
      humanReview.rte,45,USD / h
      outcomes.wrongResult,140%,share
      humanReview.rate,45,min

      """)
    #expect(inputs == nil)
    #expect(
      messages.filter { $0.hasPrefix("a.csv:") }.map { String($0.prefix(10)) }
        == ["a.csv:2:1 ", "a.csv:3:22", "a.csv:4:18"])
    #expect(messages.contains("= did you mean humanReview.rate?"))
  }
}

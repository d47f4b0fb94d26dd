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

  static let german: [(value: String, number: Double)] = [
    ("31,50", 31.5), ("31,50 $", 31.5), ("31,50\u{A0}$", 31.5), ("31,50 USD", 31.5),
    ("$31,50", 31.5), ("31,50 $ / h", 31.5), ("31.50 $ / h", 31.5), ("31.5", 31.5),
    ("1.200,50", 1200.5), ("1.200,50 $", 1200.5), ("1.200.300 $", 1_200_300),
    ("1 200", 1200), ("1\u{202F}200,5", 1200.5), ("1\u{A0}200 $", 1200), ("1'200 $", 1200),
    ("1\u{2019}200,25 USD", 1200.25), ("0.125", 0.125), ("1.234e+02", 123.4), ("1200", 1200),
  ]

  @Test("a German spreadsheet's numbers, currency before or behind them", arguments: german)
  func readsGerman(value: String, number: Double) throws {
    for unit in [";USD / h", ";"] {
      let csv = "path;value;unit\nhumanReview.rate;\(value)\(unit)\n"
      let (messages, inputs) = try Self.load(csv, decimalComma: true)
      #expect(messages == [])
      #expect(inputs?["humanReview.rate"]?.value == number)
    }
  }

  static let pointed: [(value: String, number: Double)] = [
    ("31.50 $", 31.5), ("31.50 USD", 31.5), ("1 200.50", 1200.5), ("1'200", 1200),
    ("$1\u{202F}200", 1200), ("1.200", 1.2),
  ]

  @Test("currency behind the number, groups without commas, a point", arguments: pointed)
  func readsPointed(value: String, number: Double) throws {
    let (messages, inputs) = try Self.load(
      "path;value;unit\nhumanReview.rate;\(value);USD / h\n")
    #expect(messages == [])
    #expect(inputs?["humanReview.rate"]?.value == number)
  }

  @Test(
    "with a decimal comma, a point before three digits is asked about",
    arguments: [
      ("1.200", "1200 or 1,2"), ("5.500 $", "5500 or 5,5"), ("-1.000", "1000 or 1"),
      ("$1.200 / h", "1200 or 1,2"), ("999.001", "999001 or 999,001"),
    ])
  func points(value: String, meanings: String) throws {
    let csv = "path;value;unit\nhumanReview.rate;\(value);USD / h\n"
    let (messages, inputs) = try Self.load(csv, decimalComma: true)
    #expect(inputs == nil)
    #expect(messages.contains { $0.hasPrefix("a.csv:2:18 ") }, "\(messages)")
    #expect(messages.contains { $0.contains("may be \(meanings)") }, "\(messages)")
    #expect(messages.contains { $0.contains("write \(meanings)") }, "\(messages)")
  }

  @Test("groups that are none of three digits are refused, in either way of writing")
  func groups() throws {
    for value in ["1.20,50", "1 20", "1.2.3", "1,2,3", "1.200 300,5", "12 34"] {
      let csv = "path;value;unit\nhumanReview.rate;\(value);USD / h\n"
      for decimalComma in [true, false] {
        #expect(try Self.load(csv, decimalComma: decimalComma).inputs == nil, "\(value)")
      }
    }
  }

  @Test("commas of a whole file are one mistake, said at the first of them")
  func commas() throws {
    let csv =
      "path;value;unit;low;high\nhumanReview.rate;45,5;USD / h;40,5;50,5\n"
      + "volume.peakFactor;3,5;;;\n"
    let (messages, _) = try Self.load(csv)
    let places = messages.filter { $0.hasPrefix("a.csv:") }
    #expect(places.count == 1, "\(messages)")
    #expect(places.first?.hasPrefix("a.csv:2:18 4 numbers have a comma") == true)
    let grouped = try Self.load("path;value\nhumanReview.rate;$1,200\n").messages
    #expect(grouped.contains { $0.contains("write 1200; where the comma is the decimal mark") })
  }

  @Test("money is not another currency's because its unit stands in a column")
  func currencies() throws {
    let csv = "path;value;unit\nhumanReview.rate;31,50 €;USD / h\n"
    let (messages, inputs) = try Self.load(csv, decimalComma: true)
    #expect(inputs == nil && messages.contains { $0.contains("EUR") }, "\(messages)")
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

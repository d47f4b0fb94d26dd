import TestSupport
import Testing

@testable import Reporting

@Suite("CSV that a spreadsheet reads back")
struct CSVRendererTests {
  @Test(
    "A text that would run as a formula is defused",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1", "＋1", "－1", "＠x", "  =1", "\"=1",
      "'=1", "\u{A0}=1", "\u{FEFF}=1", "\u{3000}＝1", "\u{200B}=1", "−1", "\u{0}=1", "“=1",
    ])
  func injection(text: String) {
    let row = csvRow([.text(text)])
    #expect(row.hasPrefix("'") || row.hasPrefix("\"'"))
  }

  @Test(
    "A harmless text is left as it is",
    arguments: [
      "agent-7", "a=b", "1-2", " plain", "日本", "'tis", "", "100%", "~x", "Zürich", "é@", "_=1",
      "`tick`",
    ])
  func harmlessTexts(text: String) {
    #expect(csvRow([.text(text)]) == text + "\r\n")
  }

  @Test(
    "A field is quoted only where it must be",
    arguments: [
      ("a,b", "\"a,b\""), ("a;b", "a;b"), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""),
      ("a b", "a b"), ("=a,b", "\"'=a,b\""),
    ])
  func quoting(text: String, expected: String) {
    #expect(csvRow([.text(text)]) == expected + "\r\n")
  }

  @Test(
    "Numbers are in full precision, and never defused",
    arguments: [
      (-26134.25, "-26134.25"), (0.1 + 0.2, "0.30000000000000004"), (138_000, "138000"),
      (-0.0, "0"),
      (1.5625e-05, "1.5625e-05"), (.leastNonzeroMagnitude, "5e-324"), (0.25, "0.25"),
      (0.0001, "0.0001"),
      (1e15, "1000000000000000"), (1e22, "1e+22"), (.nan, ""), (.infinity, ""), (0.1, "0.1"),
      (100, "100"), (1234.5, "1234.5"), (0.05, "0.05"), (9_007_199_254_740_991, "9007199254740991"),
    ])
  func numbers(value: Double, expected: String) {
    #expect(csvRow([.number(value, .money("USD"))]) == expected + "\r\n")
  }

  @Test("A decimal comma is quoted where the delimiter is a comma")
  func decimalComma() {
    let cells: [Cell] = [.number(1.5, .count), .number(2, .count)]
    #expect(csvRow(cells, CSVRenderer(delimiter: .semicolon, decimalMark: .comma)) == "1,5;2\r\n")
    #expect(csvRow(cells, CSVRenderer(decimalMark: .comma)) == "\"1,5\",2\r\n")
    #expect(csvRow(cells, CSVRenderer(delimiter: .tab)) == "1.5\t2\r\n")
  }

  @Test("What has no value is an empty field, and a verdict is its word")
  func otherCells() {
    let row: [Cell] = [
      .undefined("no revenue"), .empty, .verdict(.passed), .verdict(.failed, "30 pp short"),
      .verdict(.passed, "Passed"),
    ]
    #expect(csvRow(row) == ",,passed,failed: 30 pp short,passed\r\n")
  }

  @Test("The head opens the file, after the byte-order mark where it is asked for")
  func head() {
    let table = Table(
      title: "not written", columns: [Column("name"), Column("cost_usd")],
      rows: [Row(["a", .number(1, .count), "beyond"]), Row(["b"])], notes: ["not written"])
    #expect(CSVRenderer().render(table) == "name,cost_usd\r\na,1\r\nb,\r\n")
    #expect(CSVRenderer(byteOrderMark: true).render(table).unicodeScalars.first == "\u{FEFF}")
  }

  @Test("A reader gets back every text", arguments: CSVRenderer.Delimiter.allCases)
  func roundTrip(delimiter: CSVRenderer.Delimiter) {
    let rows = nastyTexts.map { [$0, "middle", $0] }
    var bytes: [UInt8] = []
    let renderer = CSVRenderer(delimiter: delimiter)
    for row in rows { renderer.writeRow(row.map { .text($0) }, into: &bytes) }
    let read = records(String(decoding: bytes, as: UTF8.self), delimiter: delimiter.rawValue)
    let defused = rows.map { row in row.map { spreadsheetWouldRun($0) ? "'" + $0 : $0 } }
    #expect(read == defused)
  }

  @Test("A reader gets back every number, to the last bit")
  func numbersRoundTrip() {
    var seed = Seed(11)
    let values = seed.doubles(4000).filter { $0.isFinite && $0 != 0 }
    var bytes: [UInt8] = []
    CSVRenderer().writeRow(numbers: values, into: &bytes)
    let fields = String(decoding: bytes, as: UTF8.self).dropLast().split(separator: ",")
    #expect(fields.map { Double($0)?.bitPattern } == values.map(\.bitPattern))
    // The short way round writes what the standard library would.
    for (field, value) in zip(fields, values) {
      let description = value.description
      #expect(field == (description.hasSuffix(".0") ? description.dropLast(2) : description[...]))
    }
  }
}

private func csvRow(_ cells: [Cell], _ renderer: CSVRenderer = CSVRenderer()) -> String {
  var bytes: [UInt8] = []
  renderer.writeRow(cells, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// A small reader after RFC 4180, written from the grammar and not from the writer.
private func records(_ text: String, delimiter: String) -> [[String]] {
  var records: [[String]] = []
  var fields: [String] = []
  var field = String.UnicodeScalarView()
  var quoted = false
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if quoted {
      if scalar != "\"" {
        field.append(scalar)
      } else if rest.first == "\"" {
        field.append(rest.removeFirst())
      } else {
        quoted = false
      }
    } else if scalar == "\"" {
      quoted = true
    } else if String(scalar) == delimiter || scalar == "\r" {
      fields.append(String(field))
      field = .init()
      guard scalar == "\r" else { continue }
      rest.removeFirst()
      records.append(fields)
      fields = []
    } else {
      field.append(scalar)
    }
  }
  return records
}

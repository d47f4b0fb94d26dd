import Spreadsheets
import TestSupport
import Testing

@Suite("A workbook's parts say what its values say")
struct WorkbookTests {
  private static func text(_ workbook: Workbook) throws -> String {
    var bytes: [UInt8] = []
    try WorkbookWriter<any Error>.write(workbook) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func sheet(_ rows: [[SheetCell]]) throws -> String {
    try text(Workbook(title: "t", creator: "c", sheets: [Sheet("One", widths: [10], rows: rows)]))
  }

  @Test("a formula carries the value that it had")
  func formula() throws {
    let text = try Self.sheet([
      [SheetCell(.formula("A2*2", .number(5)))], [SheetCell(.number(2.5))],
    ])
    #expect(text.contains("<c r=\"A1\"><f>A2*2</f><v>5.0</v></c>"))
    #expect(text.contains("<c r=\"A2\"><v>2.5</v></c>"))
  }

  @Test("what a formula has no value for is an error, not a number")
  func undefined() throws {
    #expect(
      try Self.sheet([[SheetCell(.formula("1/0", .nothing))]])
        .contains("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#N/A</v></c>"))
  }

  @Test("a text that looks like a formula stays a text, and no markup gets out of it")
  func harmless() throws {
    let text = try Self.sheet([[.text("=cmd()<a>&\"\u{1}")]])
    #expect(
      text.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=cmd()&lt;a&gt;&amp;&quot;</t>"))
  }

  @Test("columns go from Z to AA and from ZZ to AAA")
  func addresses() throws {
    #expect(Sheet.address(0, 0) == "A1")
    #expect(Sheet.address(8, 25) == "Z9")
    #expect(Sheet.address(0, 26) == "AA1")
    #expect(Sheet.address(0, 701) == "ZZ1")
    #expect(Sheet.fixedAddress(4, 702) == "$AAA$5")
  }

  @Test("cells that look alike share one style")
  func styles() throws {
    var bold = CellStyle()
    bold.isBold = true
    let text = try Self.sheet([[.text("a", bold), .text("b", bold), .text("c")]])
    #expect(text.contains("<cellXfs count=\"2\">"))
    #expect(text.contains("<c r=\"B1\" s=\"1\""))
  }

  @Test("rows that come as they are made stand behind those of the last sheet")
  func streamed() throws {
    var bytes: [UInt8] = []
    let sheet = Sheet("One", widths: [10], rows: [[.text("head")]])
    try WorkbookWriter<any Error>.write(
      Workbook(title: "t", creator: "c", sheets: [sheet]), to: { bytes += $0 },
      more: StreamedRows(count: 3, styles: [CellStyle(numberFormat: "0%")]) { writer, put in
        for row in 0..<3 {
          var rows: [UInt8] = []
          writer.write([.number(Double(row + 1))], row: row, into: &rows)
          try put(rows)
        }
      })
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<row r=\"4\"><c r=\"A4\" s=\"1\"><v>3.0</v></c></row></sheetData>"))
  }

  @Test("a chart names its cells and carries what they held")
  func chart() throws {
    var sheet = Sheet("One", widths: [10])
    sheet.charts = [
      Chart(
        title: "Costs & more",
        series: [
          .init(
            name: "s", categories: "One!$A$1:$A$2", values: "One!$B$1:$B$2",
            cachedCategories: ["x", "y"], cachedValues: [1, nil])
        ], place: (0, 0, 3, 9))
    ]
    let text = try Self.text(Workbook(title: "t", creator: "c", sheets: [sheet]))
    #expect(text.contains("<a:t>Costs &amp; more</a:t>"))
    #expect(text.contains("<c:f>One!$B$1:$B$2</c:f>"))
    #expect(
      text.contains("<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>1.0</c:v></c:pt></c:numCache>"))
  }
}

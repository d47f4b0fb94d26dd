import Testing

@testable import Reporting

@Suite("Markdown that no name can break")
struct MarkdownRendererTests {
  @Test(
    "Markup in a name is escaped",
    arguments: [
      ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("*b* _i_", "\\*b\\* \\_i\\_"), ("<b>", "\\<b\\>"),
      ("[x](y)", "\\[x\\](y)"), ("a\nb", "a b"), ("a\\|b", "a\\\\\\|b"), ("&lt;", "\\&lt;"),
      ("https://x.y", "https\\://x.y"), ("www.x.y", "www\\.x.y"), ("12:30", "12:30"), ("$5", "$5"),
      ("$5 to $6", "\\$5 to \\$6"), ("~~x~~", "\\~\\~x\\~\\~"), ("-$26,134", "-$26,134"),
      ("\u{1B}[1m", "␛\\[1m"), ("@team", "\\@team"),
    ])
  func escaping(text: String, expected: String) {
    #expect(markdownEscaped(text) == expected)
  }

  @Test(
    "A paragraph opens no heading, list, rule or code block",
    arguments: [
      ("# x", "\\# x"), ("- x", "\\- x"), ("+ x", "\\+ x"), ("1. x", "1\\. x"), ("2) x", "2\\) x"),
      ("---", "\\---"), ("    x", "x"), ("1.5 is a number", "1.5 is a number"), ("===", "\\==="),
    ])
  func paragraphs(text: String, expected: String) {
    #expect(markdownParagraph(markdownEscaped(text)) == expected)
  }

  @Test(
    "Code ends where it should, whatever backticks it holds",
    arguments: [("x", "`x`"), ("a`b", "``a`b``"), ("`x", "`` `x ``"), ("a``b`", "``` a``b` ```")])
  func code(text: String, expected: String) {
    #expect(markdownCode(text) == expected)
  }

  @Test("A table is a table, strong where it matters, its notes a list")
  func table() {
    let table = Table(
      title: "Cost", columns: [Column("Line"), Column("Cost", .trailing)],
      rows: [
        Row(["Tools"], style: .subheading),
        Row(["crm", .number(839, .money("USD"))], indent: 1),
        Row(["Total", .undefined("no price for `x`")], style: .total),
      ], notes: ["One month."])
    let expected = """
      **Cost**

      | Line      |     Cost |
      | :-------- | -------: |
      | **Tools** |          |
      | \u{2003}crm      |  $839.00 |
      | **Total** | **n/a¹** |

      - ¹ no price for \\`x\\`
      - One month.

      """
    #expect(MarkdownRenderer().render(table) == expected)
  }

  @Test("Spaces around a strong span stay outside its stars")
  func strongSpans() {
    let report = Report(
      title: "",
      blocks: [.paragraph(["costs", .strong(" $0.809 "), "and", .code(" "), .strong("")])])
    #expect(MarkdownRenderer().render(report) == "costs **$0.809** and \n")
  }

  @Test("Every row of every table has as many cells as columns")
  func shape() {
    for table in generatedTables(40) {
      let lines = MarkdownRenderer().render(table).split(separator: "\n")
      let rows = lines.filter { $0.hasPrefix("|") }
      #expect(rows.count == table.rows.count + 2)
      for row in rows {
        let bars = row.replacing("\\\\", with: "").replacing("\\|", with: "").filter { $0 == "|" }
        #expect(bars.count == table.columns.count + 1)
      }
    }
  }
}

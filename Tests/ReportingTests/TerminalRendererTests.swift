import Testing

@testable import Reporting

/// The text without its colours.
func uncolored(_ text: String) -> String { text.replacing(/\u{1B}\[\d*m/, with: "") }

@Suite("A table in the terminal")
struct TerminalRendererTests {
  @Test("No line is wider than the terminal, from 40 to 200 columns")
  func widthLaw() {
    let tables = generatedTables(18)
    for width in 40...200 {
      // Every table meets every ninth width, and every width every ninth table.
      for (index, table) in tables.enumerated() where (index + width).isMultiple(of: 9) {
        let lines = TerminalRenderer(width: width).render(table).split(separator: "\n")
        for line in lines { #expect(displayWidth(line) <= width, "\(width): \(line)") }
      }
    }
  }

  @Test("A report keeps within the terminal too", arguments: [40, 47, 60, 79, 80, 120, 200])
  func reportWidthLaw(width: Int) {
    let lines = TerminalRenderer(width: width).render(agentCostReport).split(separator: "\n")
    for line in lines { #expect(displayWidth(line) <= width) }
  }

  @Test("Lines end without spaces, and no two blank ones follow each other")
  func tidy() {
    for table in generatedTables(30) {
      let text = TerminalRenderer(width: 90).render(table)
      #expect(!text.contains(" \n"))
      #expect(!text.contains("\n\n\n"))
    }
  }

  @Test("Colour adds emphasis and nothing else")
  func colorIsEmphasis() {
    for table in generatedTables(30) + [costBreakdown, checks] {
      let plain = TerminalRenderer(width: 90).render(table)
      let colored = TerminalRenderer(width: 90, color: true).render(table)
      #expect(uncolored(colored) == plain)
      #expect(!plain.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test("A required column that does not fit continues below, its rows named again")
  func bands() {
    let months = (1...12).map { Column("2026-\($0)", .trailing) }
    let values = (1...12).map { Cell.number(Double($0) * 1000, .money("USD", digits: 2)) }
    let table = Table(columns: [Column("Line")] + months, rows: [Row([.text("workers")] + values)])
    let text = TerminalRenderer(width: 40).render(table)
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("workers") }.count == 5)
    for month in 1...12 { #expect(text.contains("$\(month),000.00")) }
  }

  @Test("Optional columns go before required ones, the greatest priority first, and are named")
  func drops() {
    let long = "a long text of some forty characters width"
    let table = Table(
      columns: [
        Column("Name"), Column("Source", .trailing, priority: 1),
        Column("Note", .trailing, priority: 2),
      ],
      rows: [Row(["workers", .text(long), .text(long)])])
    #expect(TerminalRenderer(width: 120).render(table).contains("Note"))
    #expect(TerminalRenderer(width: 80).render(table).contains("Not shown at this width: Note."))
    #expect(
      TerminalRenderer(width: 40).render(table).contains("Not shown at this width: Source, Note."))
  }

  @Test("The same reason is one footnote, and NaN has one too")
  func footnotes() {
    let table = Table(
      columns: [Column("A"), Column("B")],
      rows: [
        Row([.undefined("no revenue"), .undefined("no revenue")]),
        Row([.number(.nan, .count), .number(.infinity, .share)]),
      ])
    let expected = """
      A      B
      ───────────
      n/a¹   n/a¹
      n/a²   n/a³

      ¹ no revenue
      ² the result is not a number
      ³ the result is not finite

      """
    #expect(TerminalRenderer(width: 60).render(table) == expected)
  }
}

@Suite("Bars")
struct BarChartTests {
  @Test("Bars share one scale, and negative ones run to the left of a common line")
  func negatives() {
    let chart = BarChart(
      bars: [.init("gain", 30), .init("loss", -10), .init("nothing", 0), .init("unknown", .nan)],
      style: .money("USD", digits: 0))
    let expected = """
      gain       $30         ███████████████
      loss      -$10    █████
      nothing     $0
      unknown   n/a¹

      ¹ the result is not a number

      """
    #expect(TerminalRenderer(width: 38).render(chart) == expected)
  }

  @Test(
    "The extremes of Double draw within the line",
    arguments: [
      [1.797_693_134_862_315_7e308, -1.797_693_134_862_315_7e308],
      [Double.leastNonzeroMagnitude, 1],
      [0, 0], [Double.infinity, 1],
      [-1, -2], [Double.leastNormalMagnitude / 64, .leastNormalMagnitude],
      [Double.leastNonzeroMagnitude * 300, -.leastNonzeroMagnitude * 20], [1e-300, -1e300],
      [-Double.leastNonzeroMagnitude, .leastNonzeroMagnitude],
    ] as [[Double]])
  func extremes(values: [Double]) {
    let chart = BarChart(bars: values.map { .init("x", $0, share: 0.5) }, style: .count)
    for width in [20, 40, 80] {
      let lines = TerminalRenderer(width: width).render(chart).split(separator: "\n")
      #expect(lines.allSatisfy { displayWidth($0) <= width })
    }
  }

  @Test("In Markdown bars that run both ways stand in a code block that no label can end")
  func markdownNegatives() {
    let chart = BarChart(bars: [.init("```", 30), .init("loss", -10)], style: .count)
    let lines = MarkdownRenderer().render(chart).split(separator: "\n")
    #expect(lines.first == "````text" && lines.last == "````")
    #expect(lines.dropFirst().first?.hasPrefix("```  ") == true)
  }

  @Test("In Markdown the bars are a table")
  func markdown() {
    let chart = BarChart(bars: [.init("a", 2), .init("b", 1)], style: .count)
    let expected = """
      |      | Value |                          |
      | :--- | ----: | :----------------------- |
      | a    |     2 | ████████████████████████ |
      | b    |     1 | ████████████             |

      """
    #expect(MarkdownRenderer().render(chart) == expected)
  }
}

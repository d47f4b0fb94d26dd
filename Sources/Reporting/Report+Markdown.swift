extension MarkdownRenderer {
  /// The report as a Markdown document, its title as the first heading.
  public func render(_ report: Report) -> String {
    var parts = report.blocks.map(render)
    if !report.title.isEmpty { parts.insert("# \(markdownEscaped(report.title))\n", at: 0) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The chart as a table whose last column holds the bars.
  ///
  /// Bars that run to both sides of zero, or begin elsewhere, need every space, which only a code block
  /// keeps.
  public func render(_ chart: BarChart) -> String {
    if chart.isBridge || chart.bars.contains(where: { $0.value < 0 }) {
      let drawing = TerminalRenderer(width: 76).render(chart)
      let fence = String(repeating: "`", count: max(3, longestBacktickRun(drawing) + 1))
      return fence + "text\n" + drawing + fence + "\n"
    }
    return render(chart.table(barWidth: 24, headings: ["", "Value", "Share", ""]))
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): "## \(markdownEscaped(text))\n"
    case .paragraph(let spans): markdownParagraph(spans.map(markdown).joined()) + "\n"
    case .table(let table): folded(table)
    case .bars(let chart): render(chart)
    case .map(let map): render(map)
    case .plot(let plot): render(plot.table())
    case .outline(let outline): render(outline)
    case .tornado(let chart): render(chart.table())
    }
  }

  /// A long table under a line that opens it, so that a comment stays short.
  private func folded(_ table: Table) -> String {
    guard table.rows.count > Self.mostRows, !table.title.isEmpty else { return render(table) }
    var bare = table
    bare.title = ""
    return """
      <details>
      <summary><b>\(htmlEscaped(table.title))</b> (\(table.rows.count) rows)</summary>

      \(render(bare))
      </details>

      """
  }

  /// Tables up to so many rows stand open.
  private static let mostRows = 12

  func markdown(_ span: Phrase) -> String {
    switch span {
    case .plain(let text): markdownEscaped(text)
    case .strong(let text): strong(markdownEscaped(text))
    case .code(let text): markdownCode(text)
    case .verdict(let verdict, let text): strong(markdownEscaped(verdict.shown(text)))
    }
  }
}

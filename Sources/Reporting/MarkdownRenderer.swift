/// Writes tables and reports as GitHub Markdown, to be pasted in a pull request.
///
///     | Plan   | Margin |
///     | :----- | -----: |
///     | Growth |  29.7% |
///
/// Cells are padded, so that the source reads as a table too. Every column is shown. Names are escaped;
/// totals and subheadings are strong; notes and the reasons of `n/a` follow as a list.
public struct MarkdownRenderer: Sendable {
  public init() {}

  /// The table under its title in bold, every line ended by a newline.
  public func render(_ table: Table) -> String {
    var footnotes = Footnotes()
    let head = table.columns.map { markdownEscaped($0.heading) }
    let rows = table.rows.map { row in cells(of: row, table.columns.count, &footnotes) }
    let widths = table.columns.indices.map { column in
      ([head] + rows).reduce(4) { max($0, displayWidth($1[column])) }
    }
    var lines: [String] = []
    if !table.title.isEmpty { lines += ["**\(markdownEscaped(table.title))**", ""] }
    if !table.columns.isEmpty {
      lines.append(line(head, table.columns, widths))
      lines.append(alignmentLine(table.columns, widths))
      lines += rows.map { line($0, table.columns, widths) }
    }
    let notes = footnotes.lines + table.notes
    if !notes.isEmpty { lines.append("") }
    lines += notes.map { "- " + markdownParagraph(markdownEscaped($0)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func cells(of row: Row, _ count: Int, _ footnotes: inout Footnotes) -> [String] {
    (0..<count).map { column in
      let text = markdownEscaped(row.cell(at: column).text(footnotes: &footnotes))
      let isStrong = row.style == .total || row.style == .subheading
      let inked = isStrong ? strong(text) : text
      // Markdown trims spaces at the ends of a cell, but not this wide one.
      let indent = column == 0 ? String(repeating: "\u{2003}", count: max(0, row.indent)) : ""
      return indent + inked
    }
  }

  private func line(_ cells: [String], _ columns: [Column], _ widths: [Int]) -> String {
    let padded = columns.indices.map { index in
      let space = String(repeating: " ", count: widths[index] - displayWidth(cells[index]))
      return columns[index].alignment == .trailing ? space + cells[index] : cells[index] + space
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }

  private func alignmentLine(_ columns: [Column], _ widths: [Int]) -> String {
    let marks = zip(columns, widths).map { column, width in
      let dashes = String(repeating: "-", count: width - 1)
      return column.alignment == .trailing ? dashes + ":" : ":" + dashes
    }
    return "| " + marks.joined(separator: " | ") + " |"
  }
}

/// Escaped text in bold, its outer spaces left outside: stars that touch no word are only stars.
func strong(_ escaped: String) -> String {
  let leading = escaped.prefix { $0 == " " }
  let trailing = escaped.dropFirst(leading.count).reversed().prefix { $0 == " " }
  let words = escaped.dropFirst(leading.count).dropLast(trailing.count)
  return words.isEmpty ? escaped : leading + "**\(words)**" + String(trailing)
}

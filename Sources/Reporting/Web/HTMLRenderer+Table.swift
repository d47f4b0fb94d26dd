/// What a cell of a page shows, so that the script can show it anew: a figure in a case, or a judgement.
struct LiveCell: Hashable, Sendable {
  enum Source: Hashable, Sendable {
    /// A figure by its place among the script's figures.
    case figure(Int)
    /// A figure divided by another.
    case ratio(Int, Int)
    /// How a check comes out.
    case check(Int)
    /// Which checks fail in a case.
    case failures
  }

  var source: Source
  var style: NumberStyle = .count
  /// 0 is the base case, then the stresses in their order.
  var caseNumber = 0

  /// The attribute that says so: `f3`, `r3,7`, `c0`, `x`, and the case behind `@`.
  var code: String {
    let source =
      switch source {
      case .figure(let place): "f\(place)"
      case .ratio(let above, let below): "r\(above),\(below)"
      case .check(let place): "c\(place)"
      case .failures: "x"
      }
    return "\(source)@\(caseNumber)"
  }
}

extension HTMLRenderer {
  /// A table; what scrolls where the screen is narrower is the table alone.
  ///
  /// - Parameters:
  ///   - live: what cells follow when an input is moved, by row and column.
  ///   - sorts: whether a reader may sort it; not where its rows stand in groups.
  func html(_ table: Table, live: [[LiveCell?]] = [], sorts: Bool = true) -> HTML {
    var footnotes = Footnotes()
    let heads = table.columns.map { column in
      HTML.tag(
        "th", ["scope": "col", "class": column.alignment == .trailing ? "n" : nil],
        .text(column.heading))
    }
    let rows = table.rows.enumerated().map { index, row in
      html(
        row, table.columns, live.indices.contains(index) ? live[index] : [], &footnotes)
    }
    let isGrouped = table.rows.contains { $0.style == .subheading }
    let caption: [HTML] =
      table.title.isEmpty ? [] : [.tag("caption", [:], .text(table.title))]
    let notes = (footnotes.lines + table.notes).map { HTML.tag("li", [:], .text($0)) }
    return .group([
      .tag(
        "div",
        [
          "class": "scroll", "tabindex": "0", "role": "group",
          "aria-label": table.title.isEmpty ? PageWords.table : table.title,
        ],
        .tag(
          "table", ["class": sorts && !isGrouped && rows.count > 1 ? "sorts" : nil],
          caption + [
            .tag("thead", [:], .tag("tr", [:], heads)), .tag("tbody", [:], rows),
          ])),
      notes.isEmpty ? .group([]) : .tag("ul", ["class": "notes"], notes),
    ])
  }

  private func html(
    _ row: Row, _ columns: [Column], _ live: [LiveCell?], _ footnotes: inout Footnotes
  ) -> HTML {
    var cells: [HTML] = []
    for index in columns.indices {
      let cell = row.cell(at: index)
      let text = cell.text(footnotes: &footnotes)
      let source = live.indices.contains(index) ? live[index] : nil
      var words: [String] = columns[index].alignment == .trailing ? ["n"] : []
      if index == 0, row.indent > 0 { words.append("in") }
      if case .verdict(let verdict, _) = cell { words.append("verdict \(verdict.word)") }
      var value: String?
      if case .number(let number, _) = cell, number.isFinite { value = shortest(number) }
      cells.append(
        .tag(
          index == 0 ? "th" : "td",
          [
            "scope": index == 0 ? "row" : nil,
            "class": words.isEmpty ? nil : words.joined(separator: " "),
            "data-v": value, "data-l": source?.code, "data-s": source?.style.code,
          ], .text(text)))
    }
    let style: String? =
      switch row.style {
      case .plain: nil
      case .total: "total"
      case .subheading: "sub"
      case .faint: "faint"
      }
    return .tag("tr", ["class": style], cells)
  }
}

/// The shortest text that reads back as the number.
func shortest(_ number: Double) -> String {
  var bytes: [UInt8] = []
  bytes.append(shortest: number)
  return String(decoding: bytes, as: UTF8.self)
}

import Testing

@testable import Reporting

/// What holds for every renderer of a table, whatever it draws.
@Suite("Every renderer")
struct RendererLaws {
  private static let renderers: [(name: String, render: @Sendable (Table) -> String)] = [
    ("terminal", { TerminalRenderer(width: 4000).render($0) }),
    ("terminal, colour", { uncolored(TerminalRenderer(width: 4000, color: true).render($0)) }),
    ("narrow terminal", { TerminalRenderer(width: 40).render($0) }),
    ("CSV", { CSVRenderer().render($0) }),
    ("Markdown", { MarkdownRenderer().render($0) }),
    ("HTML", { HTMLRenderer(digest: { _ in "" }).html($0).text }),
  ]

  /// Columns that nothing may drop, cells that nothing has to escape, words that nothing has to wrap.
  private let table = Table(
    columns: (0..<7).map { Column("head\($0)", $0 == 0 ? .leading : .trailing) },
    rows: (0..<5).map { row in
      Row(
        (0..<7).map { column in
          column.isMultiple(of: 2)
            ? .text("cell\(row)x\(column)") : .number(Double(100 * row + column), .quantity())
        }, style: [.plain, .subheading, .plain, .faint, .total][row], indent: row % 2)
    })

  @Test("shows every heading and every cell", arguments: renderers.indices)
  func showsEveryCell(index: Int) {
    let text = Self.renderers[index].render(table)
    let words = Set(text.split { !$0.isLetter && !$0.isNumber })
    for column in table.columns { #expect(words.contains(column.heading[...])) }
    for row in 0..<5 {
      for column in 0..<7 {
        let word = column.isMultiple(of: 2) ? "cell\(row)x\(column)" : "\(100 * row + column)"
        #expect(words.contains(word[...]), "\(Self.renderers[index].name): \(word)")
      }
    }
  }

  @Test("gives the same text every time", arguments: renderers.indices)
  func isDeterministic(index: Int) {
    for table in generatedTables(12) {
      let render = Self.renderers[index].render
      #expect(render(table) == render(table))
    }
  }

  @Test("takes an empty table and a table without columns", arguments: renderers.indices)
  func takesNothing(index: Int) {
    let tables = [
      Table(columns: []), Table(columns: [Column("a")]), Table(columns: [], rows: [Row(["x"])]),
    ]
    for table in tables {
      #expect(!Self.renderers[index].render(table).contains("nil"))
    }
  }

  @Test("never shows a reader NaN or infinity", arguments: renderers.indices)
  func neverNaN(index: Int) {
    let cells: [Cell] = [.number(.nan, .share), .number(-.infinity, .count)]
    let table = Table(columns: [Column("a"), Column("b")], rows: [Row(cells)])
    let text = Self.renderers[index].render(table)
    #expect(!text.lowercased().contains("nan") && !text.lowercased().contains("inf"))
  }
}

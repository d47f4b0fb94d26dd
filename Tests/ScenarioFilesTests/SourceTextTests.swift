import Testing

@testable import ScenarioFiles

@Suite("Lines and columns are counted as a person counts")
struct SourceTextTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let line: Int
    let column: Int
    init(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
      (self.text, self.offset, self.line, self.column) = (text, offset, line, column)
    }
    var testDescription: String { "\(text.debugDescription) at \(offset)" }
  }

  @Test(
    "a byte has a line and a column",
    arguments: [
      Row("", 0, 1, 1), Row("abc", 2, 1, 3), Row("a\nb", 2, 2, 1), Row("a\r\nb", 3, 2, 1),
      Row("a\rb", 2, 2, 1), Row("a\n\nb", 3, 3, 1), Row("é1", 2, 1, 2), Row("e\u{0301}1", 3, 1, 2),
      Row("😀1", 4, 1, 2), Row("🇫🇷1", 8, 1, 2), Row("👩‍👩‍👧1", 18, 1, 2), Row("\t1", 1, 1, 2),
      Row("\u{FEFF}1", 3, 1, 1), Row("\u{FEFF}1", 0, 1, 1), Row("\u{FEFF}a\nb", 6, 2, 2),
      Row("abc", 99, 1, 4), Row("abc", -5, 1, 1), Row("a\n", 2, 2, 1),
    ])
  func position(row: Row) {
    let (line, column) = SourceText(name: "t", bytes: Array(row.text.utf8)).position(of: row.offset)
    #expect((line, column) == (row.line, row.column))
  }

  @Test("a long text is counted like a short one")
  func longTexts() {
    let lines = (1...3_000).map { "line \($0)" }
    let text = SourceText(name: "t", bytes: Array(lines.joined(separator: "\r\n").utf8))
    var offset = 0
    for (number, line) in lines.enumerated() {
      #expect(text.position(of: offset + 2) == (number + 1, 3))
      if number % 97 == 0 { #expect(text.line(number + 1) == line) }
      offset += line.utf8.count + 2
    }
    let wide = SourceText(name: "t", bytes: Array(String(repeating: "é", count: 50_000).utf8))
    for column in [1, 2_000, 2_050, 30_001, 50_000] {
      #expect(wide.position(of: (column - 1) * 2) == (1, column))
    }
  }

  @Test("a line is given without its end, and is empty where there is none")
  func lines() {
    let text = SourceText(name: "t", bytes: Array("a\r\n\nc".utf8))
    #expect((0...5).map(text.line) == ["", "a", "", "c", "", ""])
  }
}

import Testing

@testable import ScenarioFiles

@Suite("A diagnostic shows the line, the place and what to write")
struct DiagnosticPrinterTests {
  /// Prints one error at the first place a piece of text has in a file.
  private func printed(
    _ text: String, at piece: String, label: String = "here", help: [String] = [],
    color: Bool = false
  ) -> String {
    var map = SourceMap()
    _ = map.add(name: "a.json5", bytes: Array(text.utf8))
    let start = text.firstRange(of: piece).map { text[..<$0.lowerBound].utf8.count } ?? 0
    let span = Span(file: 0, start: Int32(start), end: Int32(start + piece.utf8.count))
    let diagnostic = Diagnostic(
      severity: .error, message: "wrong", span: span, label: label, help: help)
    return DiagnosticPrinter().text([diagnostic], in: map, color: color)
  }

  @Test("it is printed as the house does")
  func house() {
    let lines = String(repeating: "\n", count: 13) + "  policyBlocked: \"140%\",\n"
    #expect(
      printed(lines, at: "\"140%\"", label: "more than all", help: ["write \"14%\"", "or less"])
        == """
        a.json5:14:18: error: wrong
           14 |   policyBlocked: "140%",
              |                  ^^^^^^ more than all
           = help: write "14%"
           = help: or less

        """)
  }

  @Test(
    "a diagnostic without a place has its message and help, and a blank line stands between two")
  func placeless() {
    let diagnostics: [Diagnostic] = [
      .error("no file", help: "look elsewhere"), .warning("old"), .note("new"),
    ]
    #expect(
      DiagnosticPrinter().text(diagnostics, in: SourceMap(), color: false) == """
        error: no file
           = help: look elsewhere

        warning: old

        note: new

        """)
    #expect(DiagnosticPrinter().text([], in: SourceMap(), color: true) == "")
  }

  @Test("colour is put around the severity, the caret and the word help, and changes nothing else")
  func color() {
    let plain = printed("a: 1", at: "1", help: ["x"])
    let colored = printed("a: 1", at: "1", help: ["x"], color: true)
    #expect(
      colored == """
        a.json5:1:4: \u{1B}[1;31merror:\u{1B}[0m wrong
           1 | a: 1
             |    \u{1B}[1;31m^\u{1B}[0m here
           = \u{1B}[1;36mhelp:\u{1B}[0m x

        """)
    let bare = colored.replacing("\u{1B}[1;31m", with: "").replacing("\u{1B}[1;36m", with: "")
    #expect(bare.replacing("\u{1B}[0m", with: "") == plain)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let piece: String
    let excerpt: String
    let carets: String
    init(_ text: String, _ piece: String, _ excerpt: String, _ carets: String) {
      (self.text, self.piece, self.excerpt, self.carets) = (text, piece, excerpt, carets)
    }
    var testDescription: String { text.debugDescription }
  }

  @Test(
    "the caret stands under the place, and nothing in the text can harm a terminal",
    arguments: [
      Row("\ta: 1", "1", "1 |  a: 1", "  |     ^ here"),
      Row("漢字: 1", "1", "1 | 漢字: 1", "  |       ^ here"),
      Row("'漢字'", "漢字", "1 | '漢字'", "  |  ^^^^ here"),
      Row("😀 é 1", "1", "1 | 😀 é 1", "  |      ^ here"),
      Row("e\u{0301} 1", "1", "1 | e\u{0301} 1", "  |   ^ here"),
      Row("👩‍👩‍👧 🇫🇷 1", "1", "1 | 👩‍👩‍👧 🇫🇷 1", "  |       ^ here"),
      Row("\u{1B}[31m 1", " 1", "1 | ␛[31m 1", "  |      ^^ here"),
      Row("\u{7F}\u{9B} 1", " 1", "1 | ␡\\u{9b} 1", "  |        ^^ here"),
      Row("\u{202E}x 1", "1", "1 | \\u{202e}x 1", "  |           ^ here"),
      Row("\u{FEFF}{ 1", "1", "1 | { 1", "  |   ^ here"),
      Row("a\n'b\nc'", "'b\nc'", "2 | 'b", "  | ^^ here"),
      Row("a\r\nb\r\n", "b", "2 | b", "  | ^ here"),
      Row("ab\n", "\n", "1 | ab", "  |   ^ here"),
    ])
  func excerpts(row: Row) {
    let lines = printed(row.text, at: row.piece).split(separator: "\n").map(String.init)
    #expect(lines.dropFirst().map { $0.dropFirst(3) } == [row.excerpt[...], row.carets[...]])
  }

  @Test("a long line is cut to a window around the place")
  func longLines() {
    let filler = String(repeating: "0123456789", count: 20_000)
    let expected = """
      a.json5:1:200001: error: wrong
         1 | …\(filler.suffix(41))BAD-ONE\(filler.prefix(42))…
           |  \(String(repeating: " ", count: 41))^^^^^^^ here

      """
    #expect(printed(filler + "BAD-ONE" + filler, at: "BAD-ONE") == expected)
    #expect(
      printed("BAD" + filler, at: "BAD") == """
        a.json5:1:1: error: wrong
           1 | BAD\(filler.prefix(87))…
             | ^^^ here

        """)
    #expect(
      printed(filler + "BAD", at: "BAD") == """
        a.json5:1:200001: error: wrong
           1 | …\(filler.suffix(87))BAD
             |  \(String(repeating: " ", count: 87))^^^ here

        """)
    #expect(
      printed("x" + filler, at: filler) == """
        a.json5:1:2: error: wrong
           1 | x\(filler.prefix(60))…
             |  \(String(repeating: "^", count: 60)) here

        """)
  }

  @Test("a span outside its text, or of no text, is shown as well as can be")
  func outside() {
    var map = SourceMap()
    _ = map.add(name: "a\u{1B}", bytes: Array("ab".utf8))
    let text = { (file: Int32, start: Int32, end: Int32) in
      DiagnosticPrinter().text(
        [.error("x\u{7}", at: Span(file: file, start: start, end: end))], in: map, color: false)
    }
    #expect(text(9, 0, 1) == "error: x␇\n")
    #expect(text(0, 50, 2) == "a␛:1:3: error: x␇\n   1 | ab\n     |   ^\n")
    #expect(text(0, -7, -9) == "a␛:1:1: error: x␇\n   1 | ab\n     | ^\n")
  }
}

import Testing

@testable import Reporting

@Suite("Widths are counted in terminal cells")
struct DisplayWidthTests {
  @Test(
    "Wide characters take two cells, combining ones none",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
      ("👩‍👩‍👧", 2), ("🇨🇭", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("👍🏽", 2), ("█▌", 2), ("¹─×", 3),
      ("\u{200B}", 0), ("नमस्ते", 4), ("✓ ✗", 3),
    ])
  func widths(text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  @Test(
    "Nothing in a name can steer the terminal",
    arguments: [
      ("\u{1B}[2J", "␛[2J"), ("a\tb\nc", "a b c"), ("\u{7}\u{7F}", "␇␡"),
      ("\u{9B}31m", "\u{FFFD}31m"),
      ("\u{202E}x\u{2066}", "\u{FFFD}x\u{FFFD}"), ("a\r\nb", "a  b"), ("plain", "plain"),
    ])
  func harmlessTexts(text: String, expected: String) {
    #expect(harmless(text) == expected)
  }

  @Test(
    "A paragraph wraps at spaces, and inside a word only where it must",
    arguments: [
      ("cost per completed task", 12, ["cost per", "completed", "task"]), ("", 10, [""]),
      ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a  b\nc", 80, ["a b c"]), ("日本語", 4, ["日本", "語"]), ("x日本", 3, ["x日", "本"]),
      (" leading", 80, ["leading"]), ("ab cdefgh", 4, ["ab", "cdef", "gh"]),
    ])
  func wrapping(text: String, width: Int, expected: [String]) {
    #expect(wrap(text, width: width) == expected)
  }

  @Test("No wrapped line is wider than asked, and no word is lost", arguments: nastyTexts)
  func wrapsEverything(text: String) {
    for width in [2, 5, 11, 40] {
      let lines = wrap(text, width: width)
      #expect(lines.allSatisfy { displayWidth($0) <= width })
      let before = harmless(text).filter { $0 != " " }
      #expect(lines.joined().filter { $0 != " " } == before)
    }
  }
}

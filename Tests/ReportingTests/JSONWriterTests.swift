import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("JSON that any reader takes")
struct JSONWriterTests {
  private let compact = JSONWriter(layout: .compact)

  @Test("Members keep their order, and the pretty layout is two spaces a level")
  func pretty() {
    let value: JSON = [
      "version": 1, "outputs": [["name": "totalCost", "value": 110935.83], nil, true], "none": [:],
      "empty": [],
    ]
    let expected = """
      {
        "version": 1,
        "outputs": [
          {
            "name": "totalCost",
            "value": 110935.83
          },
          null,
          true
        ],
        "none": {},
        "empty": []
      }

      """
    #expect(JSONWriter().render(value) == expected)
    #expect(compact.render(["b": [1, 0.25], "a": "x"]) == #"{"b":[1,0.25],"a":"x"}"#)
  }

  @Test(
    "Numbers are the shortest text that reads back the same",
    arguments: [
      (1.5625e-05, "1.5625e-05"), (0.1 + 0.2, "0.30000000000000004"),
      (.leastNonzeroMagnitude, "5e-324"),
      (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"), (138_000, "138000"), (-1, "-1"),
      (9_007_199_254_740_991, "9007199254740991"), (0.5, "0.5"), (-0.0, "0"), (1e16, "1e+16"),
      (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ])
  func numbers(value: Double, expected: String) {
    #expect(compact.render(.number(value)) == expected)
  }

  @Test("Random numbers come back to the last bit")
  func numbersRoundTrip() throws {
    var seed = Seed(3)
    let values = seed.doubles(4000).filter { $0.isFinite && $0 != 0 }
    let text = compact.render(.array(values.map { .number($0) }))
    let read = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
    #expect(read.map(\.bitPattern) == values.map(\.bitPattern))
  }

  @Test(
    "Texts come back unchanged", arguments: nastyTexts + ["\u{2028}\u{2029}", "\u{0}\u{1F}", "…"])
  func textsRoundTrip(text: String) throws {
    let written = compact.render([.string(text)])
    #expect(try JSONDecoder().decode([String].self, from: Data(written.utf8)) == [text])
  }

  @Test(
    "What a script or a terminal would trip over is escaped",
    arguments: [
      ("\u{2028}", #""\u2028""#), ("\u{2029}x", #""\u2029x""#), ("</script>", #""\u003C/script>""#),
      ("\u{0}\u{1F}\u{7F}", #""\u0000\u001F\u007F""#), ("\"\\\n\r\t", #""\"\\\n\r\t""#),
      ("…é", "\"…é\""),
    ])
  func escapes(text: String, expected: String) {
    #expect(compact.render(.string(text)) == expected)
  }
}

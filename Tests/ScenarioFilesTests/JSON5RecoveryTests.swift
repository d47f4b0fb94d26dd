import Testing

@testable import ScenarioFiles

@Suite("JSON5 goes on after a mistake")
struct JSON5RecoveryTests {
  @Test("ten mistakes in a file are ten diagnostics, and the rest is read")
  func tenMistakes() {
    let reading = Reading(
      """
      {
        name: "Support,
        currency "USD",
        volume: { tasks = 4000, peak: 8% },
        rate: $3 / Mtok,
        share: “8%”,
        my-key: 1,
        list: [1, 2 3],
        price: ,
        wrong: [1, 2},
        last: 1
      }
      """)
    #expect(
      reading.places
        == ["2:9", "3:11", "4:19", "4:33", "5:9", "6:10", "7:3", "8:14", "9:3", "10:15"])
    #expect(
      reading.tree == """
        {name:"Support",currency:"USD",volume:{tasks:4000.0,peak:"8%"},rate:"$3 / Mtok",\
        share:"8%",my-key:1.0,list:[1.0,2.0,3.0],wrong:[1.0,2.0],last:1.0}
        """)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let tree: String
    init(_ text: String, _ tree: String) { (self.text, self.tree) = (text, tree) }
    var testDescription: String { text.debugDescription }
  }

  @Test(
    "one mistake is one diagnostic, and the tree has what was meant",
    arguments: [
      Row("{a:1 b:2}", "{a:1.0,b:2.0}"), Row("a: 1,\nb: 2\n", "{a:1.0,b:2.0}"),
      Row("{a:[1,2}", "{a:[1.0,2.0]}"), Row("{a:[1,2}, b:3}", "{a:[1.0,2.0],b:3.0}"),
      Row("{\n a: [\n  1,\n },\n b: 2\n}", "{a:[1.0],b:2.0}"),
      Row("[\n {\n  a: [\n   1,\n },\n {}\n]", "[{a:[1.0]},{}]"),
      Row("{a: {b: 1", "{a:{b:1.0}}"), Row("{a:1,a:2,b:3}", "{a:1.0,b:3.0}"),
      Row("{a: { b: \"x },\n c: 1}", "{a:{b:\"x\"},c:1.0}"), Row("{a: 1_000}", "{a:1000.0}"),
      Row("{a: -007}", "{a:-7.0}"), Row("{a: \"\\x\", b: 1}", "{a:\"\u{FFFD}\",b:1.0}"),
      Row("{a: yes, b: 1}", "{a:\"yes\",b:1.0}"), Row("{8%, b: 1}", "{b:1.0}"),
      Row("{a:, b: 1}", "{b:1.0}"), Row("{ {x: 1}, b: 1}", "{b:1.0}"),
      Row("{a: 1, # x\n b: 1}", "{a:1.0,b:1.0}"), Row("{a: “x, b: 1}", "{a:\"x\",b:1.0}"),
    ])
  func recovered(row: Row) {
    let reading = Reading(row.text)
    #expect(reading.mistakes.count == 1)
    #expect(reading.tree == row.tree)
  }

  @Test("after twenty mistakes the reading stops and says so")
  func twenty() {
    let reading = Reading("[" + String(repeating: "8%,\n", count: 1_000) + "]")
    #expect(reading.diagnostics.count == 21)
    #expect(
      reading.mistakes.last
        == "after 20 mistakes of syntax the reading stops: more, not shown")
    #expect(Reading("[" + String(repeating: "8%,", count: 20) + "]").diagnostics.count == 20)
  }

  @Test("a repeated key says where it stood first, in a small object and in a large one")
  func repeatedKeys() {
    #expect(Reading("{a:1,\n a:2}").diagnostics.map(\.label) == ["first at line 1, column 2"])
    let many = (0..<200).map { "k\($0): 1,\n" }.joined()
    let reading = Reading("{" + many + "k3: 1, k150: 1}")
    #expect(
      reading.diagnostics.map(\.label) == [
        "first at line 4, column 1", "first at line 151, column 1",
      ])
  }

  @Test("brackets nest 128 deep, and not deeper, however many there are")
  func depth() {
    let deep = { (count: Int) in
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    #expect(Reading(deep(128)).mistakes == [])
    #expect(
      Reading("[1,\n" + deep(128) + ",'x' 2]").mistakes == [
        "2:128 brackets nest at most 128 deep, and this is one more",
        "2:261 a comma stands between two entries, and none is here",
      ])
    #expect(Reading(deep(10_000)).places == ["1:129"])
    #expect(Reading(String(repeating: "[", count: 300_000)).places == ["1:129"])
    #expect(Reading(String(repeating: "{a:", count: 100_000)).places == ["1:385"])
  }

  @Test("help writes down what was meant")
  func help() {
    let help = { (text: String) in Reading(text).diagnostics.flatMap(\.help) }
    #expect(help("{a: 8%}") == [#"write "8%""#])
    #expect(help("{a: True}") == [#"write "True""#, "or true, if that is meant"])
    #expect(help("{a: None}") == [#"write "None""#, "for no value, write null"])
    #expect(help(#"{a: C:\x}"#) == [#"write "C:\\x""#])
    #expect(help("{a: 1,200}") == ["write 1200"])
    #expect(help("{a-b: 1}") == [#"write "a-b": …"#])
    #expect(help("{a: “8%”}") == [#"write "8%""#])
    #expect(help("007") == ["write 7, or quotes around what is not a number"])
    #expect(help("[" + String(repeating: "x", count: 1_000) + "]") == ["put it in quotes"])
  }
}

import Testing

@testable import ScenarioFiles

/// What the JSON5 specification (json5.org, 1.0) and RFC 8259 accept; the cases follow the public
/// suites json5-tests and JSONTestSuite, said again in our own rows.
@Suite("JSON5 reads what the specification accepts")
struct JSON5AcceptedTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let tree: String
    init(_ text: String, _ tree: String) { (self.text, self.tree) = (text, tree) }
    var testDescription: String { text.debugDescription }
  }

  @Test("a text has its value, and no mistake", arguments: numbers + strings + structure + blanks)
  func value(row: Row) {
    let reading = Reading(row.text)
    #expect(reading.mistakes == [])
    #expect(reading.tree == row.tree)
  }

  static let numbers: [Row] = [
    Row("0", "0.0"), Row("-0", "-0.0"), Row("+0", "0.0"), Row("7", "7.0"), Row("+7", "7.0"),
    Row("-1.5", "-1.5"), Row(".5", "0.5"), Row("-.5", "-0.5"), Row("+.5", "0.5"), Row("5.", "5.0"),
    Row("5.e2", "500.0"), Row(".5E+1", "5.0"), Row("1e3", "1000.0"), Row("1E-3", "0.001"),
    Row("0.0", "0.0"), Row("0e5", "0.0"), Row("0x0", "0.0"), Row("0xC8", "200.0"),
    Row("0Xdecaf", "912559.0"), Row("-0xff", "-255.0"), Row("+0x10", "16.0"),
    Row("Infinity", "inf"), Row("-Infinity", "-inf"), Row("+Infinity", "inf"),
    Row("NaN", "nan"), Row("-NaN", "-nan"), Row("1e400", "inf"), Row("-1e309", "-inf"),
    Row("1e99999999999999999999", "inf"), Row("1e-99999999999999999999", "0.0"),
    Row("0e99999999999999999999", "0.0"), Row("1.5625e-05", "1.5625e-05"),
    Row("0.00026667", "0.00026667"),
    Row("123456789012345678901234567890", "1.2345678901234568e+29"),
    Row("9007199254740993", "9007199254740992.0"), Row("0x20000000000001", "9007199254740992.0"),
    Row("0x20000000000003", "9.007199254740996e+15"),
    Row("0x8000000000000400000000000000001", "1.063382396627933e+37"),
    Row("5e-324", "5e-324"), Row("2.2250738585072011e-308", "2.225073858507201e-308"),
    Row("1.7976931348623157e308", "1.7976931348623157e+308"), Row("1e23", "1e+23"),
    Row("[1,]", "[1.0]"),
  ]

  static let strings: [Row] = [
    Row("\"\"", "\"\""), Row("''", "\"\""), Row("'a\"b'", #""a\"b""#), Row("\"it's\"", #""it\'s""#),
    Row(#""\b\f\n\r\t\v\0""#, #""\u{08}\u{0C}\n\r\t\u{0B}\0""#), Row(#"'\'\"\\\/'"#, #""\'\"\\/""#),
    Row(#"'\x41\x7a\xe9'"#, "\"Azé\""), Row(#"'\u0041\u00E9'"#, "\"Aé\""),
    Row(#"'\uD83D\uDE00'"#, "\"😀\""), Row(#"'\a\q\A\C'"#, "\"aqAC\""), Row(#"'\é'"#, "\"é\""),
    Row("'one\\\ntwo'", "\"onetwo\""), Row("'one\\\r\ntwo'", "\"onetwo\""),
    Row("'one\\\rtwo'", "\"onetwo\""), Row("'one\\\u{2028}two'", "\"onetwo\""),
    Row("'one\\\u{2029}two'", "\"onetwo\""),
    Row("'a\u{2028}b\u{2029}c'", "\"a\u{2028}b\u{2029}c\""),
    Row("'a\tb'", #""a\tb""#), Row("'漢字 😀'", "\"漢字 😀\""), Row(#"'\0a'"#, #""\0a""#),
    Row("'// not a comment'", "\"// not a comment\""), Row(#""\u0000""#, #""\0""#),
    Row("'\u{7F}'", #""\u{7F}""#),
  ]

  static let structure: [Row] = [
    Row("null", "null"), Row("true", "true"), Row("false", "false"), Row("{}", "{}"),
    Row("[]", "[]"), Row("[[],[[]]]", "[[],[[]]]"), Row("[1, 2,]", "[1.0,2.0]"),
    Row("{a:1,}", "{a:1.0}"), Row("{\"a\":1}", "{a:1.0}"), Row("{'a b':1}", "{a b:1.0}"),
    Row("{$_:1, _$:2, a1:3}", "{$_:1.0,_$:2.0,a1:3.0}"), Row("{ümlaut:1}", "{ümlaut:1.0}"),
    Row("{漢字:1}", "{漢字:1.0}"), Row(#"{\u0061bc:1}"#, "{abc:1.0}"), Row(#"{a\u0062:1}"#, "{ab:1.0}"),
    Row("{a\u{200C}b:1}", "{a\u{200C}b:1.0}"), Row("{ⅷ:1}", "{ⅷ:1.0}"),
    Row("{a\u{0301}:1}", "{a\u{0301}:1.0}"),
    Row("{true:1,null:2,if:3}", "{true:1.0,null:2.0,if:3.0}"),
    Row("{Infinity:1,NaN:2}", "{Infinity:1.0,NaN:2.0}"), Row("{'':1}", "{:1.0}"),
    Row("{a:{b:[{c:null}]}}", "{a:{b:[{c:null}]}}"), Row("{__proto__:1}", "{__proto__:1.0}"),
    Row("{a:1,A:2}", "{a:1.0,A:2.0}"), Row("[true,false,null]", "[true,false,null]"),
  ]

  static let blanks: [Row] = [
    Row(" \t\u{0B}\u{0C}\n\r 1 ", "1.0"), Row("\u{FEFF}1", "1.0"), Row("\u{A0}1\u{A0}", "1.0"),
    Row("\u{2003}1\u{3000}", "1.0"), Row("[\u{202F}1\u{205F},\u{1680}2]", "[1.0,2.0]"),
    Row("\u{2028}1\u{2029}", "1.0"), Row("// one\n1", "1.0"), Row("1// one", "1.0"),
    Row("// one\u{2028}1", "1.0"), Row("// one\r1", "1.0"), Row("/* one */1/* two */", "1.0"),
    Row("/* one\n * two **/1", "1.0"), Row("/**/1", "1.0"), Row("/* // */1", "1.0"),
    Row("{/*a*/a/*b*/:/*c*/1/*d*/,/*e*/}", "{a:1.0}"), Row("[//x\n]", "[]"), Row("1 // */", "1.0"),
    Row("{a:1//\n}", "{a:1.0}"), Row("{\na\n:\n1\n}", "{a:1.0}"), Row("[1/**/,2]", "[1.0,2.0]"),
  ]

  @Test("a number is the nearest double, however many digits it has")
  func nearest() {
    let half = "9007199254740993" + "." + String(repeating: "0", count: 900)
    #expect(Reading(half).tree == "9007199254740992.0")
    #expect(Reading(half + "1").tree == "9.007199254740994e+15")
    #expect(Reading("0." + String(repeating: "0", count: 2000) + "1e2001").tree == "1.0")
    #expect(Reading(String(repeating: "1", count: 100_000)).tree == "inf")
    #expect(Reading("1" + String(repeating: "0", count: 2000) + "e-2000").tree == "1.0")
  }

  @Test("a fast and a careful conversion agree with the standard library")
  func agreement() {
    var seed: UInt64 = 7
    for _ in 0..<3_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(seed >> (seed & 63))
      let spelling = "\(digits.first ?? "1").\(digits)e\(Int(seed % 80) - 40)"
      guard case .number(let number) = Reading(spelling).node?.value else {
        Issue.record("\(spelling) is a number")
        continue
      }
      #expect(number.value == Double(spelling))
    }
  }
}

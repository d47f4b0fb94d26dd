import Testing

@testable import ScenarioFiles

/// What JSON5 does not accept, each with its place and sentence; the cases follow the public suites
/// json5-tests and JSONTestSuite, said again in our own rows.
@Suite("JSON5 refuses what the specification refuses")
struct JSON5RefusedTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let mistakes: [String]
    init(_ text: String, _ mistakes: String...) { (self.text, self.mistakes) = (text, mistakes) }
    var testDescription: String { text.debugDescription }
  }

  @Test("a mistake is named at its place", arguments: structure + keys + values + strings + numbers)
  func mistake(row: Row) {
    #expect(Reading(row.text).mistakes == row.mistakes)
  }

  static let structure: [Row] = [
    Row("", "1:1 the file is empty"),
    Row(" \n// x\n", "1:1 the file has nothing but white space and comments"),
    Row("{", "1:1 the file ends, and this { is still open"),
    Row("{a:[1", "1:4 the file ends, and this [ is still open, as is one more bracket around it"),
    Row(
      "[[[1", "1:3 the file ends, and this [ is still open, as are 2 more brackets around it"),
    Row("{a:", "1:1 the file ends, and this { is still open"),
    Row("}", "1:1 this } closes nothing"), Row("{}}", "1:3 this } closes nothing"),
    Row("[1]]", "1:4 this ] closes nothing"),
    Row("{} {}", "1:4 the file ends with its first value, and more text follows"),
    Row("{} x", "1:4 the file ends with its first value, and more text follows"),
    Row("[1}", "1:3 } cannot close the [ of line 1, column 1"),
    Row("{a:1]", "1:5 ] cannot close the { of line 1, column 1"),
    Row("{a:[1,2}", "1:8 the [ of line 1, column 4 is still open at this }"),
    Row("{a:[1,2}, b:3}", "1:8 } cannot close the [ of line 1, column 4"),
    Row("[1 2]", "1:3 a comma stands between two entries, and none is here"),
    Row("['a' 'b']", "1:5 a comma stands between two entries, and none is here"),
    Row("{a:1 b:2}", "1:5 a comma stands between two entries, and none is here"),
    Row("{a:1\nb:2}", "1:5 a comma stands between two entries, and none is here"),
    Row("{a:{}b:2}", "1:6 a comma stands between two entries, and none is here"),
    Row("[1,,2]", "1:4 an entry stands before a comma, and none is here"),
    Row("[,]", "1:2 an entry stands before a comma, and none is here"),
    Row("{,}", "1:2 an entry stands before a comma, and none is here"),
    Row(",", "1:1 an entry stands before a comma, and none is here"),
    Row("[1;2]", "1:3 entries are separated by commas, and this is a semicolon"),
    Row("['a':1]", "1:5 a list in [ ] holds values only, and a colon makes a key"),
    Row("{a:1 [2]}", "1:6 [ is not expected here"), Row("{a:'x' %}", "1:8 % is not expected here"),
    Row("{a:1 # x\n}", "1:6 a comment begins with //, and this is #"),
    Row("[1 /* x", "1:4 a comment that begins with /* ends with */, and this one does not end"),
    Row("name,price", "1:1 a scenario begins with {, and this file with name"),
    Row("---\nname: x", "1:1 a scenario begins with {, and this file with ---"),
    Row(
      "{a: \"x,\n b: [1}", "1:5 a string ends on its line, and this one has no closing \"",
      "2:7 the [ of line 2, column 5 is still open at this }"),
    Row(
      "{a: { b: \"x,\n c: 1}", "1:10 a string ends on its line, and this one has no closing \"",
      "1:1 the file ends, and this { is still open"),
    Row("a: 1, b: 2", "1:1 a scenario stands in braces, and this file begins with a key"),
    Row("\"a\": 1", "1:1 a scenario stands in braces, and this file begins with a key"),
  ]

  static let keys: [Row] = [
    Row("{a}", "1:2 the key a has no value"), Row("{a:}", "1:2 the key a has no value"),
    Row("{a:,b:1}", "1:2 the key a has no value"), Row("{a:\n b:1}", "1:2 the key a has no value"),
    Row("{a\n b:1}", "1:2 the key a has no value"),
    Row("{'a',}", "1:2 the key 'a' has no value"),
    Row("{a 1}", "1:3 a colon stands between a key and its value, and none is here"),
    Row("{a {b:1}}", "1:3 a colon stands between a key and its value, and none is here"),
    Row("{a = 1}", "1:4 a colon stands between a key and its value, and this is ="),
    Row("{a => 1}", "1:4 a colon stands between a key and its value, and this is =>"),
    Row("{:1}", "1:2 a value in an object has a key before it, and this one has none"),
    Row("{[1]}", "1:2 a value in an object has a key before it, and this one has none"),
    Row("{a::1}", "1:4 : is not expected here"),
    Row("{1:1}", "1:2 a key that is not a plain word stands in quotes"),
    Row("{1h:1}", "1:2 a key that is not a plain word stands in quotes"),
    Row("{my-key:1}", "1:2 a key that is not a plain word stands in quotes"),
    Row("{my key: 1}", "1:2 a key that is not a plain word stands in quotes"),
    Row("{a.b: 1}", "1:2 a key that is not a plain word stands in quotes"),
    Row(#"{\u0031a: 1}"#, "1:2 a key that is not a plain word stands in quotes"),
    Row("{\u{200D}a:1}", "1:2 a key that is not a plain word stands in quotes"),
    Row("{8%}", "1:2 an object holds keys with values, and 8% is neither"),
    Row("{a:1,a:2}", "1:6 a key stands once in an object, and a is repeated"),
    Row("{a:1,'a':2}", "1:6 a key stands once in an object, and 'a' is repeated"),
    Row(#"{a:1,\u0061:2}"#, #"1:6 a key stands once in an object, and \u0061 is repeated"#),
    Row("{é:1,e\u{0301}:2}", "1:6 a key stands once in an object, and e\u{0301} is repeated"),
  ]

  static let values: [Row] = [
    Row("{a: 8%}", "1:5 a value that is not a plain number stands in quotes"),
    Row("{a: $3 / Mtok}", "1:5 a value that is not a plain number stands in quotes"),
    Row("{a: 12 min, b: 1}", "1:5 a value that is not a plain number stands in quotes"),
    Row("{a: $1,200 / month}", "1:5 a value that is not a plain number stands in quotes"),
    Row("{a: https://x.y/z}", "1:5 a value that is not a plain number stands in quotes"),
    Row("{a: pert}", "1:5 a value that is not a plain number stands in quotes"),
    Row("{a: True}", "1:5 a value that is not a plain number stands in quotes"),
    Row("[nul]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[truefalse]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[2024-01-31]", "1:2 a value that is not a plain number stands in quotes"),
    Row("{a: “x”}", "1:5 a string stands in straight quotes, and “ is not one"),
    Row("{“a”: 1}", "1:2 a string stands in straight quotes, and “ is not one"),
    Row("{a: `x`}", "1:5 a string stands in straight quotes, and ` is not one"),
    Row("{a: «x»}", "1:5 a string stands in straight quotes, and « is not one"),
    Row("{a: “x, b: 1}", "1:5 a string stands in straight quotes, and “ is not one"),
  ]

  static let strings: [Row] = [
    Row(
      "{a: \"he said \"hi\" to me\", b: 1}",
      "1:14 a string ends at its next \", and text goes on behind this one"),
    Row(
      "['it's']", "1:5 a string ends at its next ', and text goes on behind this one"),
    Row("'abc", "1:1 a string ends on its line, and this one has no closing '"),
    Row("{a: \"x,\n b: 1}", "1:5 a string ends on its line, and this one has no closing \""),
    Row(
      "{a: { b: \"x },\n c: 1}", "1:10 a string ends on its line, and this one has no closing \""),
    Row("[\"a\nb\"]", "1:2 a string ends on its line, and this one goes on"),
    Row("{a: 'x\r\n y\n z',\n b: 1}", "1:5 a string ends on its line, and this one goes on"),
    Row(
      "['a,\n 'b,\n 3]", "1:2 a string ends on its line, and this one has no closing '",
      "2:2 a string ends on its line, and this one has no closing '"),
    Row("'abc\\", "1:1 a string ends on its line, and this one has no closing '"),
    Row(#"'\x4'"#, #"1:2 \x needs two hexadecimal digits after it"#),
    Row(#"'\xg0'"#, #"1:2 \x needs two hexadecimal digits after it"#),
    Row(#"'ab\u12'"#, #"1:4 \u needs four hexadecimal digits after it"#),
    Row(#"'\u{1F600}'"#, #"1:2 \u{…} is not JSON5"#),
    Row(#"'\01'"#, #"1:2 \0 is not an escape"#), Row(#"'\1'"#, #"1:2 \1 is not an escape"#),
    Row(#"'\9'"#, #"1:2 \9 is not an escape"#),
    Row(
      #"'\uD800'"#, #"1:2 \uD800 is half of a surrogate pair, and the other half is missing"#),
    Row(
      #"'\uDC00x'"#, #"1:2 \uDC00 is half of a surrogate pair, and the other half is missing"#),
    Row(
      #"'\uD800\u0041'"#,
      #"1:2 \uD800 is half of a surrogate pair, and the other half is missing"#),
    Row(
      #"'\uD800\uD800\uDC00'"#,
      #"1:2 \uD800 is half of a surrogate pair, and the other half is missing"#),
  ]

  static let numbers: [Row] = [
    Row("010", "1:1 a number does not begin with 0"),
    Row("-010", "1:1 a number does not begin with 0"),
    Row("00", "1:1 a number does not begin with 0"),
    Row("01.5", "1:1 a number does not begin with 0"),
    Row("0x", "1:1 0x needs hexadecimal digits after it"),
    Row("1e", "1:1 an exponent has digits, and this one has none"),
    Row("1e+", "1:1 an exponent has digits, and this one has none"),
    Row(".", "1:1 a number has digits, and this one has none"),
    Row("+", "1:1 a number has digits, and this one has none"),
    Row("-", "1:1 a number has digits, and this one has none"),
    Row("[.e1]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[1.2.3]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[--1]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[1e5.5]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[0xG]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[0x1.8]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[-x]", "1:2 a value that is not a plain number stands in quotes"),
    Row("[1_000]", "1:2 a number is written without separators"),
    Row("{a: 1,200, b: 2}", "1:5 a number is written without separators"),
    Row("{a: 1,200,300.5}", "1:5 a number is written without separators"),
  ]
}

import Foundation
import Testing
import TestSupport

@testable import ScenarioFiles

@Suite("A file is laid out anew and says what it said")
struct FileFormatTests {
  private static let root = SchemaTests.root

  private static func text(_ source: String) throws -> String {
    try text(Array(source.utf8))
  }

  private static func text(_ bytes: [UInt8]) throws -> String {
    guard case .text(let text) = FileFormat.result(of: bytes, named: "a.json5") else {
      throw Refused()
    }
    return text
  }

  private struct Refused: Error {}

  @Test(
    "indents, blanks, commas and quotes are ours, and line ends are the author's",
    arguments: [
      ("{a:1,b:'x'}", "{ a: 1, b: \"x\" }\n"),
      ("{}", "{}\n"), ("[ ]", "[]\n"), ("{a:[],b:{ }}", "{ a: [], b: {} }\n"),
      ("[1,2 , 3,]", "[1, 2, 3]\n"),
      (
        "{\n\"a\" :1\n,'b c':[ 1,\n2 ]\n}",
        "{\n  a: 1,\n  \"b c\": [1,\n          2],\n}\n"
      ),
      (
        "{\n a: { value: 1,\n source: 'it\"s' }\n}",
        "{\n  a: { value: 1,\n       source: 'it\"s' },\n}\n"
      ),
      ("{\n\n\n a: 1,\n\n\n\n b: 2,\n\n}", "{\n  a: 1,\n\n  b: 2,\n}\n"),
      ("{\r\n\ta: 1\r\n}\r\n", "{\n  a: 1,\n}\n"),
      ("{\"a\": 1,\n \"b\": [2]}", "{ \"a\": 1,\n  \"b\": [2] }\n"),
      ("{\n\"a\": 1,\n\"b\": [\n2\n]\n}", "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}\n"),
      ("\u{FEFF}{a:1}", "{ a: 1 }\n"), ("+.5e-05", "+.5e-05\n"),
    ])
  func layout(source: String, expected: String) throws {
    #expect(try Self.text(source) == expected)
  }

  @Test(
    "comments stay where they were",
    arguments: [
      ("// top\n\n// more\n{a:1}", "// top\n\n// more\n{ a: 1 }\n"),
      ("{ // why\na: 1\n}", "{ // why\n  a: 1,\n}\n"),
      ("{a: {b: {\nc: 1,\n}}}", "{ a: { b: {\n  c: 1,\n} } }\n"),
      ("{\na: 1 // one\n, b: 2 // two\n}", "{\n  a: 1, // one\n  b: 2, // two\n}\n"),
      ("{\n// before\na: 1\n// after\n}", "{\n  // before\n  a: 1,\n  // after\n}\n"),
      ("{ a: /* which */ 1, /* and */ b: 2 }", "{ a: /* which */ 1, /* and */ b: 2 }\n"),
      ("{a:1}\n// end\n", "{ a: 1 }\n// end\n"), ("{a:1}   // end", "{ a: 1 } // end\n"),
      ("[1, // one\n2]", "[1, // one\n 2]\n"), ("{a: // why\n1}", "{ a: // why\n    1 }\n"),
    ])
  func comments(source: String, expected: String) throws {
    #expect(try Self.text(source) == expected)
  }

  @Test("the shipped scenarios are laid out so, and laying out twice is laying out once")
  func shipped() throws {
    let folder = Self.root.appending(path: "Scenarios")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json5") }
    #expect(names.count > 4)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      #expect(try Self.text(bytes) == String(decoding: bytes, as: UTF8.self), "\(name)")
    }
  }

  @Test("of every file of the gallery that has no mistake of grammar, all is kept")
  func gallery() throws {
    var laidOut = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: ErrorGallery.folder.path) {
      let bytes = Array(try Data(contentsOf: ErrorGallery.folder.appending(path: name)))
      guard name.hasSuffix(".json5"), let once = try? Self.text(bytes) else { continue }
      #expect(try Self.text(once) == once, "\(name)")
      laidOut += 1
    }
    #expect(laidOut > 100)
  }

  @Test("blanks and line ends thrown in anywhere change nothing of what is said")
  func anywhere() throws {
    let path = Self.root.appending(path: "Tests/Outside/every-feature.json5")
    let tokens = FormatTokens.of(
      SourceText(name: "a", bytes: Array(try Data(contentsOf: path))))
    var seed = Seed(7)
    for _ in 0..<20 {
      var source = ""
      for token in tokens {
        source += [" ", "\n", "\t", "\r\n", "  \n\n ", ""][Int(seed.next() % 6)]
        source += token.text
        // Two words need something between them; a line comment needs its line end.
        source += token.kind == .lineComment ? "\n" : token.kind == .word ? " " : ""
      }
      let once = try Self.text(source)
      #expect(try Self.text(once) == once)
    }
  }

  @Test("a file with a mistake is refused with its place, and none of it is laid out")
  func mistakes() {
    let bytes = Array("{ a: 8% }".utf8)
    guard case .refused(let faults, _) = FileFormat.result(of: bytes, named: "a.json5") else {
      Issue.record("it was laid out")
      return
    }
    #expect(faults.first?.span?.start == 5)
  }
}

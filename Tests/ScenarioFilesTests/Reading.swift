@testable import ScenarioFiles

/// One text read by itself, with everything the tests ask about it.
struct Reading {
  let map: SourceMap
  let node: JSONNode?
  let diagnostics: [Diagnostic]

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    var map = SourceMap()
    let file = map.add(name: "t.json5", bytes: bytes)
    var diagnostics: [Diagnostic] = []
    node = JSON5.read(map, file: file, into: &diagnostics)
    self.map = map
    self.diagnostics = diagnostics
  }

  /// The mistakes as `line:column message`, in the order they were found.
  var mistakes: [String] {
    diagnostics.map { diagnostic in
      guard let span = diagnostic.span else { return diagnostic.message }
      let (line, column) = map[0].position(of: Int(span.start))
      return "\(line):\(column) \(diagnostic.message)"
    }
  }

  var places: [String] { mistakes.map { String($0.prefix { $0 != " " }) } }

  var printed: String { DiagnosticPrinter().text(diagnostics, in: map, color: false) }

  /// The tree in one plain spelling: `{a:1.0,b:["x",null]}`.
  var tree: String { node.map(Self.plain) ?? "nothing" }

  /// The text a span covers.
  func text(_ span: Span) -> String {
    String(decoding: map[0].bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  private static func plain(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let number): "\(number.value)"
    case .string(let text): text.debugDescription
    case .array(let nodes): "[" + nodes.map(plain).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key):\(plain($0.value))" }.joined(separator: ",") + "}"
    }
  }
}

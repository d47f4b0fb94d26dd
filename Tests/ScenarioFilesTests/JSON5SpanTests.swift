import Testing

@testable import ScenarioFiles

@Suite("Every value and key knows where it stands")
struct JSON5SpanTests {
  @Test("spans cover keys and values as they are written")
  func spans() throws {
    let reading = Reading(
      """
      // é comes first
      { 'a b': [1.50, "x\\n", null], c: { d: -0x1F }, }
      """)
    guard case .object(let members) = try #require(reading.node).value else {
      return #expect(Bool(false), "an object was written")
    }
    #expect(members.map { reading.text($0.keySpan) } == ["'a b'", "c"])
    #expect(
      members.map { reading.text($0.value.span) } == ["[1.50, \"x\\n\", null]", "{ d: -0x1F }"])
    guard case .array(let items) = members[0].value.value else { return }
    #expect(items.map { reading.text($0.span) } == ["1.50", "\"x\\n\"", "null"])
    guard case .object(let inner) = members[1].value.value else { return }
    #expect(inner.map { reading.text($0.value.span) } == ["-0x1F"])
    #expect(reading.node.map { reading.text($0.span).first } == "{")
    #expect(reading.node.map { reading.text($0.span).last } == "}")
  }

  @Test("spans name their own file")
  func files() {
    var map = SourceMap()
    var diagnostics: [Diagnostic] = []
    let first = map.add(name: "a", bytes: Array("1".utf8))
    let second = map.add(name: "b", bytes: Array(" 2".utf8))
    #expect(
      JSON5.read(map, file: first, into: &diagnostics)?.span == Span(file: 0, start: 0, end: 1))
    #expect(
      JSON5.read(map, file: second, into: &diagnostics)?.span == Span(file: 1, start: 1, end: 2))
    #expect(diagnostics == [])
  }
}

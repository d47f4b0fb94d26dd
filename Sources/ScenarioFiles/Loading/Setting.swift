import UnitEconomics

/// An input replaced for one run: `--set tools.crm.price=$0.01/call`.
struct Setting {
  let path: String
  /// The path in its author's own spelling.
  let written: String
  let pathSpan: Span
  let node: JSONNode
  /// Set where the value is a factor on what the file states: `--set "tools.*.price=× 2"`.
  var kind: Stress.Change.Kind?

  /// A setting that was written elsewhere than in the command line.
  init(path: String, written: String, pathSpan: Span, node: JSONNode) {
    self.path = path
    self.written = written
    self.pathSpan = pathSpan
    self.node = node
  }

  var parts: ArraySlice<String> { InputPath.parts(path)[...] }

  /// Reads one setting; its text becomes a source of its own, so that messages can point into it.
  init?(_ text: String, _ sources: inout SourceMap, _ diagnostics: inout [Diagnostic]) {
    let bytes = Array(text.utf8)
    let file = sources.add(name: "--set", bytes: bytes)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
      diagnostics.append(
        .error(
          Wording.settingNeedsEquals, at: Span(file: Int32(file), 0..<bytes.count),
          help: Wording.settingExample))
      return nil
    }
    let pathRange = bytes.withoutBlanks(0..<equals)
    written = String(decoding: bytes[pathRange], as: UTF8.self)
    path = InputPath.normal(written)
    pathSpan = Span(file: Int32(file), pathRange)
    let range = bytes.withoutBlanks(equals + 1..<bytes.count)
    let value = String(decoding: bytes[range], as: UTF8.self)
    let span = Span(file: Int32(file), range)
    if let (kind, rest) = Stress.Change.Kind.split(value), kind == .multiply,
      let next = rest.first, next.isNumber || next == "."
    {
      self.kind = kind
      node = JSONNode(span: span, value: .string(rest))
      return
    }
    kind = nil
    guard Self.isLiteral(value) else {
      node = JSONNode(span: span, value: .string(value))
      return
    }
    // Blanks in place of the path keep every offset where it is in the setting's own text.
    let padded = [UInt8](repeating: 0x20, count: equals + 1) + bytes[(equals + 1)...]
    var scratch = SourceMap()
    let scratchFile = scratch.add(name: "--set", bytes: padded)
    var found: [Diagnostic] = []
    let literal = JSON5.read(scratch, file: scratchFile, into: &found)
    diagnostics += found.map { diagnostic in
      var moved = diagnostic
      moved.span?.file = Int32(file)
      return moved
    }
    guard found.isEmpty, let literal else { return nil }
    node = literal.moved(to: file)
  }

  /// Whether a value is written as a literal, and is not a text that needs no quotes here.
  private static func isLiteral(_ value: String) -> Bool {
    if let first = value.first, "{[\"'".contains(first) { return true }
    if ["true", "false", "null"].contains(value) { return true }
    // Also inf and nan are doubles to the library; here they are texts.
    return value.utf8.contains { (0x30...0x39).contains($0) } && Double(value) != nil
  }
}

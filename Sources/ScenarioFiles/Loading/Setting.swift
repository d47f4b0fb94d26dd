import UnitEconomics

/// An input replaced for one run: `--set tools.crm.price=$0.01/call`.
struct Setting {
  let path: String
  let pathSpan: Span
  let node: JSONNode
  /// Set where the value is a factor on what the file states: `--set "tools.*.price=× 2"`.
  let kind: Stress.Change.Kind?

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
    path = String(decoding: bytes[..<equals], as: UTF8.self)
      .trimmingBlanks()
    pathSpan = Span(file: Int32(file), 0..<equals)
    let value = String(decoding: bytes[(equals + 1)...], as: UTF8.self).trimmingBlanks()
    let span = Span(file: Int32(file), equals + 1..<bytes.count)
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
    return ["true", "false", "null"].contains(value) || Double(value) != nil
  }
}

extension String {
  fileprivate func trimmingBlanks() -> String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

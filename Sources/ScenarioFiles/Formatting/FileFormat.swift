/// Lays a scenario, a checklist or any other file of JSON5 out, its comments and line breaks kept.
///
///     FileFormat.text(of: "{a:1,b:'x'}", named: "a.json5")   // "{ a: 1, b: \"x\" }\n"
///
/// Indents, blanks, commas and quotes are put as they are in the shipped scenarios; where a line ends is the
/// author's. A file that is plain JSON stays plain JSON. What the file says is never changed: the result is
/// read again and held against the file before it is given back.
public enum FileFormat {
  /// What became of a file.
  public enum Result: Sendable {
    case text(String)
    /// It has mistakes, and cannot be laid out before they are mended.
    case refused([Diagnostic], SourceMap)
  }

  /// The file laid out anew.
  public static func result(of bytes: [UInt8], named name: String) -> Result {
    var sources = SourceMap()
    var faults: [Diagnostic] = []
    let file = sources.add(name: name, bytes: bytes)
    let tree = JSON5.read(sources, file: file, into: &faults)
    guard let tree, !faults.contains(where: { $0.severity == .error }) else {
      return .refused(faults, sources)
    }
    let tokens = FormatTokens.of(sources[file])
    let text = FormatWriter.text(tokens)
    // Nothing but layout may have changed; if it has, that is a mistake of ours, and the file is left alone.
    var others = SourceMap()
    var otherFaults: [Diagnostic] = []
    let other = others.add(name: name, bytes: Array(text.utf8))
    let again = JSON5.read(others, file: other, into: &otherFaults)
    let comments = FormatTokens.of(others[other]).filter(\.isComment).map(\.text)
    guard let again, otherFaults.isEmpty, again.says(tree),
      comments == tokens.filter(\.isComment).map(\.text)
    else {
      return .text(String(decoding: bytes, as: UTF8.self))
    }
    return .text(text)
  }
}

extension JSONNode {
  /// Whether another tree says the same in the same order.
  fileprivate func says(_ other: JSONNode) -> Bool {
    switch (value, other.value) {
    case (.null, .null): true
    case (.bool(let one), .bool(let two)): one == two
    case (.number(let one), .number(let two)):
      one.value == two.value || one.value.isNaN && two.value.isNaN
    case (.string(let one), .string(let two)): one.unicodeScalars.elementsEqual(two.unicodeScalars)
    case (.array(let one), .array(let two)):
      one.count == two.count && zip(one, two).allSatisfy { $0.says($1) }
    case (.object(let one), .object(let two)):
      one.count == two.count
        && zip(one, two).allSatisfy { $0.key == $1.key && $0.value.says($1.value) }
    default: false
    }
  }
}

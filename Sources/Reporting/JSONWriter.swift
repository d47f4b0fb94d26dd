/// Writes JSON after RFC 8259, in UTF-8.
///
///     JSONWriter(layout: .compact).render(["share": 0.25, "tasks": 138000])
///     // {"share":0.25,"tasks":138000}
///
/// - Numbers are the shortest text that reads back the same; whole ones below 2^53 have no `.0`.
/// - NaN, infinity: written as `null`.
/// - Control characters, U+2028 and U+2029 are escaped, and so is `<`: the text may stand as it is in
///   the script of a page.
public struct JSONWriter: Sendable {
  /// Whether members stand on lines of their own.
  public enum Layout: Sendable {
    /// One member a line, two spaces a level, a newline at the end.
    case pretty
    case compact
  }

  public let layout: Layout

  public init(layout: Layout = .pretty) { self.layout = layout }

  /// The value as text.
  public func render(_ value: JSON) -> String {
    var bytes: [UInt8] = []
    write(value, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value to what is already there.
  public func write(_ value: JSON, into sink: inout [UInt8]) {
    write(value, depth: 0, into: &sink)
    if layout == .pretty { sink.append(UInt8(ascii: "\n")) }
  }

  private func write(_ value: JSON, depth: Int, into sink: inout [UInt8]) {
    switch value {
    case .object(let members):
      writeList(members, "{", "}", depth, into: &sink) { member, sink in
        writeString(member.name, into: &sink)
        sink.append(UInt8(ascii: ":"))
        if layout == .pretty { sink.append(UInt8(ascii: " ")) }
        write(member.value, depth: depth + 1, into: &sink)
      }
    case .array(let elements):
      writeList(elements, "[", "]", depth, into: &sink) { element, sink in
        write(element, depth: depth + 1, into: &sink)
      }
    case .string(let text): writeString(text, into: &sink)
    case .number(let value) where value.isFinite: sink.append(shortest: value)
    case .number, .null: sink.append(contentsOf: "null".utf8)
    case .bool(let value): sink.append(contentsOf: (value ? "true" : "false").utf8)
    }
  }

  private func writeList<Element>(
    _ elements: [Element], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ depth: Int,
    into sink: inout [UInt8], _ writeElement: (Element, inout [UInt8]) -> Void
  ) {
    sink.append(UInt8(ascii: opening))
    for (index, element) in elements.enumerated() {
      if index > 0 { sink.append(UInt8(ascii: ",")) }
      breakLine(depth + 1, into: &sink)
      writeElement(element, &sink)
    }
    if !elements.isEmpty { breakLine(depth, into: &sink) }
    sink.append(UInt8(ascii: closing))
  }

  private func breakLine(_ depth: Int, into sink: inout [UInt8]) {
    guard layout == .pretty else { return }
    sink.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { sink.append(contentsOf: [0x20, 0x20]) }
  }

  private func writeString(_ text: String, into sink: inout [UInt8]) {
    var text = text
    sink.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let (escape, length) = escape(bytes, at: index) else { continue }
        sink.append(contentsOf: bytes[start..<index])
        sink.append(contentsOf: escape.utf8)
        start = index + length
      }
      sink.append(contentsOf: bytes[start...])
    }
    sink.append(UInt8(ascii: "\""))
  }

  /// What must stand in place of the bytes at an index, and how many they are.
  private func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, Int)? {
    switch bytes[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case 0x3C: return ("\\u003C", 1)
    case 0x7F: return ("\\u007F", 1)
    case let control where control < 0x20:
      let digits = String(control, radix: 16, uppercase: true)
      return ("\\u00" + (control < 0x10 ? "0" : "") + digits, 1)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      // U+2028 and U+2029 end a line in older scripts.
      switch bytes[index + 2] {
      case 0xA8: return ("\\u2028", 3)
      case 0xA9: return ("\\u2029", 3)
      default: return nil
      }
    default: return nil
    }
  }
}

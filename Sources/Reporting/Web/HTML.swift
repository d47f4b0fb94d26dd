/// A piece of a page: an element with attributes and content, or text.
///
/// Text and attributes are escaped where they are written, so that no name can become markup. What is
/// written as it stands is this room's own: its style sheet, its script, and data that cannot end it.
indirect enum HTML {
  case element(String, [(name: String, value: String)], [HTML])
  case text(String)
  case verbatim(String)
  case group([HTML])

  /// An element; an attribute whose value is nil is left out.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: HTML...
  ) -> HTML {
    tag(name, attributes, content)
  }

  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: [HTML]
  ) -> HTML {
    .element(
      name, attributes.compactMap { name, value in value.map { (name: name, value: $0) } }, content)
  }

  /// The markup.
  var text: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .text(let text): result += htmlEscaped(text)
    case .verbatim(let text): result += text
    case .group(let parts): for part in parts { part.write(to: &result) }
    case .element(let name, let attributes, let content):
      result += "<\(name)"
      for attribute in attributes {
        result += " \(attribute.name)=\"\(htmlEscaped(attribute.value))\""
      }
      if content.isEmpty, Self.drawn.contains(name) {
        result += "/>"
        return
      }
      result += ">"
      if Self.empty.contains(name) { return }
      for part in content { part.write(to: &result) }
      result += "</\(name)>"
      if Self.ofLines.contains(name) { result += "\n" }
    }
  }

  /// Elements that hold nothing and have no end.
  private static let empty: Set<String> = ["meta", "br", "hr"]
  /// Elements of drawings that hold nothing.
  private static let drawn: Set<String> = ["rect", "line", "path", "circle"]
  /// Elements behind which a line may end.
  private static let ofLines: Set<String> = [
    "tr", "p", "h1", "h2", "h3", "section", "table", "figure", "details", "svg", "thead", "tbody",
    "style", "script", "title", "head", "header", "li", "ul", "nav",
  ]
}

extension HTML: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

/// A name made safe for a page, as text and in an attribute.
///
///     htmlEscaped("<script>a && 'b'")  // "&lt;script&gt;a &amp;&amp; &#39;b&#39;"
///
/// Control characters become visible and marks that turn the direction of text are taken out.
func htmlEscaped(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
      && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
  }
  if isPlain { return text }
  var result = ""
  for scalar in harmless(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

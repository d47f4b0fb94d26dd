/// Shows diagnostics with the line they are about, a caret under the place, and what to write.
///
///     a.json5:2:10: error: the escalation rate is 140 %, and a share lies between 0 % and 100 %
///        2 |   share: "140%",
///          |          ^^^^^^ more tasks would escalate than were submitted
///        = help: for fourteen percent, write "14%"
public struct DiagnosticPrinter: Sendable {
  public init() {}

  /// All diagnostics in the order given, a blank line between them; empty when there are none.
  public func text(_ diagnostics: [Diagnostic], in map: SourceMap, color: Bool) -> String {
    diagnostics.map { text($0, in: map, color: color) }.joined(separator: "\n")
  }

  private func text(_ diagnostic: Diagnostic, in map: SourceMap, color: Bool) -> String {
    let paint = Paint(severity: diagnostic.severity, isOn: color)
    let message = readable(diagnostic.message)
    let headline = paint.severity("\(diagnostic.severity.rawValue):") + " " + message + "\n"
    let help = diagnostic.help.map {
      "   = " + paint.help("help:") + " " + readable($0) + "\n"
    }.joined()
    guard let span = diagnostic.span, (0..<map.count).contains(Int(span.file)) else {
      return headline + help
    }
    let source = map[Int(span.file)]
    let (line, column) = source.position(of: Int(span.start))
    let place = "\(readable(source.name)):\(line):\(column): "
    guard !source.bytes.isEmpty else { return place + headline + help }
    let excerpt = Excerpt(of: span, in: source)
    let number = String(line)
    let label = diagnostic.label.isEmpty ? "" : " " + readable(diagnostic.label)
    let shown = excerpt.text.isEmpty ? "" : " " + excerpt.text
    let margin = String(repeating: " ", count: number.count)
    let indent = String(repeating: " ", count: excerpt.indent)
    let carets = paint.severity(String(repeating: "^", count: excerpt.carets))
    return place + headline + "   \(number) |\(shown)\n   \(margin) | \(indent)\(carets)\(label)\n"
      + help
  }

  /// A text made harmless, its middle left out where it is longer than anyone reads.
  private func readable(_ text: String) -> String {
    guard text.utf8.count > 1_000 else { return Display.harmless(text) }
    return Display.harmless(text.prefix(400) + " … " + text.suffix(100))
  }
}

/// The terminal's colours, put around the severity, the caret and the word help.
private struct Paint {
  let severity: Diagnostic.Severity
  let isOn: Bool

  func severity(_ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .note: wrap(text, "1;34")
    }
  }

  func help(_ text: String) -> String { wrap(text, "1;36") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// A tree of entries, each with details below it: how a figure is made, part by part.
///
///     totalCost  110935.83 USD / month
///     │ = inferenceCost + toolsCost
///     ├─ inferenceCost  8634.08 USD / month
///     └─ toolsCost  1707.83 USD / month
public struct Outline: Hashable, Sendable {
  public var text: [Phrase]
  /// Sentences of their own lines.
  public var details: [[Phrase]]
  public var parts: [Outline]

  public init(_ text: [Phrase], details: [[Phrase]] = [], parts: [Outline] = []) {
    self.text = text
    self.details = details
    self.parts = parts
  }
}

extension TerminalRenderer {
  /// Draws the tree with guide lines; where it is deeper than the terminal is wide, they stop.
  func draw(_ outline: Outline, on canvas: inout TerminalCanvas) {
    draw(outline, head: "", body: "", on: &canvas)
  }

  private func draw(
    _ outline: Outline, head: String, body: String, on canvas: inout TerminalCanvas
  ) {
    lines(
      outline.text, first: head, rest: body + (outline.parts.isEmpty ? "  " : "│ "), on: &canvas)
    for detail in outline.details {
      let margin = body + (outline.parts.isEmpty ? "  " : "│ ")
      lines(detail, first: margin, rest: margin + "  ", on: &canvas)
    }
    let isDeep = body.count > width / 2
    for (index, part) in outline.parts.enumerated() {
      let isLast = index == outline.parts.count - 1
      draw(
        part, head: isDeep ? body : body + (isLast ? "└─ " : "├─ "),
        body: isDeep ? body : body + (isLast ? "   " : "│  "), on: &canvas)
    }
  }

  private func lines(
    _ text: [Phrase], first: String, rest: String, on canvas: inout TerminalCanvas
  ) {
    let wrapped = wrap(text.map(inked), width: width - rest.count)
    for (index, line) in wrapped.enumerated() {
      canvas.line([InkedText(text: index == 0 ? first : rest, ink: .faint)] + line)
    }
  }
}

extension MarkdownRenderer {
  /// The tree as a nested list.
  func render(_ outline: Outline, level: Int = 0) -> String {
    let margin = String(repeating: "  ", count: level)
    let own = ([outline.text] + outline.details).map { $0.map(markdown).joined() }
    let parts = outline.parts.map { render($0, level: level + 1) }.joined()
    return "\(margin)- \(own.joined(separator: "<br>"))\n\(parts)"
  }
}

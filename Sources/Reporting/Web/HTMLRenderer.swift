/// Draws results as HTML that stands alone: one file, no script needed, nothing fetched.
///
///     HTMLRenderer(digest: sha256).render(report)   // "<!DOCTYPE html>…"
public struct HTMLRenderer: Sendable {
  /// The SHA-256 of some bytes in hexadecimal digits, for the page's policy.
  let digest: @Sendable ([UInt8]) -> String

  public init(digest: @escaping @Sendable ([UInt8]) -> String) { self.digest = digest }

  /// The report as a page.
  public func render(_ report: Report) -> String {
    let blocks = report.blocks.map { html($0) }
    return page(
      title: report.title, [.tag("h1", [:], .text(report.title))] + blocks, script: "", data: nil)
  }

  /// A whole page around its content.
  ///
  /// - Parameter data: what the script reads; nil where there is none.
  func page(title: String, _ content: [HTML], script: String, data: JSON?) -> String {
    let styles = "\n" + StyleSheet.text + "\n"
    let policy = ContentPolicy(digest: digest).text(styles: styles, script: script)
    var body: [HTML] = [.tag("main", [:], content)]
    if let data {
      body.append(
        .tag(
          "script", ["type": "application/json", "id": "data"],
          .verbatim(JSONWriter(layout: .compact).render(data))))
    }
    if !script.isEmpty { body.append(.tag("script", [:], .verbatim(script))) }
    let head: [HTML] = [
      .tag("meta", ["charset": "utf-8"]),
      .tag("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
      .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .tag("meta", ["name": "color-scheme", "content": "light dark"]),
      .tag("meta", ["name": "referrer", "content": "no-referrer"]),
      .tag("title", [:], .text(title)), .tag("style", [:], .verbatim(styles)),
    ]
    return "<!DOCTYPE html>\n"
      + HTML.tag("html", ["lang": "en"], .tag("head", [:], head), .tag("body", [:], body)).text
      + "\n"
  }

  func html(_ block: Block) -> HTML {
    switch block {
    case .heading(let text): .tag("h2", [:], .text(text))
    case .paragraph(let phrases): .tag("p", [:], phrases.map(html))
    case .table(let table): html(table)
    case .bars(let chart): chart.drawing(title: chart.title).html
    case .map(let map): map.drawing(title: map.title).html
    case .plot(let plot): plot.drawing(title: plot.title).html
    case .tornado(let chart): chart.drawing(title: chart.title).html
    case .outline(let outline): .tag("ul", ["class": "outline"], html(outline))
    }
  }

  func html(_ phrase: Phrase) -> HTML {
    switch phrase {
    case .plain(let text): .text(text)
    case .strong(let text): .tag("strong", [:], .text(text))
    case .code(let text): .tag("code", [:], .text(text))
    case .verdict(let verdict, let text):
      .tag("strong", ["class": "verdict \(verdict.word)"], .text(verdict.shown(text)))
    }
  }

  private func html(_ outline: Outline) -> HTML {
    let details = outline.details.map { HTML.tag("p", [:], $0.map(html)) }
    let parts = outline.parts.map(html)
    return .tag(
      "li", [:],
      outline.text.map(html) + details + (parts.isEmpty ? [] : [.tag("ul", [:], parts)]))
  }
}

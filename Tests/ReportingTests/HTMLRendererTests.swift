import TestSupport
import Testing

@testable import Reporting

@Suite("A page of HTML stands alone and is inert")
struct HTMLRendererTests {
  private static let renderer = HTMLRenderer(digest: { _ in "00ff10" })

  @Test("The content of a realistic page is the committed one")
  func golden() throws {
    let page = Self.renderer.render(agentCostReport)
    let start = try #require(page.firstRange(of: "<main>")).upperBound
    let end = try #require(page.firstRange(of: "</main>")).lowerBound
    try expectGolden(String(page[start..<end]), "agent-cost.html")
  }

  @Test(
    "a name is text, whatever it says",
    arguments: [
      ("<script>a && 'b'", "&lt;script&gt;a &amp;&amp; &#39;b&#39;"),
      ("\"><img src=x onerror=a()>", "&quot;&gt;&lt;img src=x onerror=a()&gt;"),
      ("=cmd()", "=cmd()"), ("a\u{2028}b\u{0}", "a b\u{2400}"), ("\u{202E}gnp", "\u{FFFD}gnp"),
      ("Tickets ü 日本", "Tickets ü 日本"),
    ])
  func escaping(name: String, escaped: String) {
    #expect(htmlEscaped(name) == escaped)
    #expect(
      HTML.tag("p", ["title": name], .text(name)).text
        == "<p title=\"\(escaped)\">\(escaped)</p>\n")
  }

  @Test(
    "base 64 is that of RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64Rows(text: String, letters: String) {
    #expect(base64(Array(text.utf8)) == letters)
  }

  @Test("the policy lets nothing in but the page's own style and script, by their digests")
  func policy() {
    let digest: @Sendable ([UInt8]) -> String = { $0.count == 1 ? "00" : "ff" }
    let policy = ContentPolicy(digest: digest).text(styles: "a", script: "bc")
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(policy.contains("style-src 'sha256-AA=='; script-src 'sha256-/w=='"))
    #expect(!policy.contains("unsafe"))
  }

  @Test("what is digested is what stands between the tags")
  func digestedText() throws {
    let renderer = HTMLRenderer(digest: { bytes in
      // Not a digest, but a number that tells texts apart.
      let sum = bytes.reduce(UInt32(7)) { $0 &* 31 &+ UInt32($1) }
      let digits = String(sum, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    })
    let page = renderer.page(title: "t", [], script: "let a = 1;", data: ["a": "</script>"])
    for (tag, kind) in [("style", "style"), ("script", "script")] {
      let start = try #require(page.ranges(of: "<\(tag)>").last).upperBound
      let end = try #require(page[start...].firstRange(of: "</\(tag)>")).lowerBound
      let text = String(page[start..<end])
      let policy = ContentPolicy(digest: renderer.digest).text(
        styles: kind == "style" ? text : "", script: kind == "script" ? text : "")
      let source = try #require(policy.split(separator: "; ").first { $0.hasPrefix("\(kind)-src") })
      #expect(page.contains(source.replacing("'", with: "&#39;")))
    }
    #expect(page.contains("{\"a\":\"\\u003C/script>\"}"))
  }

  @Test("nothing is fetched, nothing runs, and every element is closed")
  func standsAlone() {
    let page = Self.renderer.render(agentCostReport)
    for word in ["http:", "https:", "url(", "@import", " src=", " href=", " style=", " onclick"] {
      #expect(
        !page.replacing("http://www.w3.org/2000/svg", with: "").contains(word), "\(word)")
    }
    #expect(unclosed(page) == [])
  }

  @Test("every drawing has a name, a table behind it, and closes its elements")
  func drawings() {
    let map = HeatMap(
      title: "Map", rowLabels: ["× 1", "× 2"], columnLabels: ["a<b", "c"],
      spots: [
        [.init("1", holds: true, headroom: 1), .init("2", holds: true, headroom: .infinity)],
        [.init("3", holds: false, headroom: -.infinity), .init("4", holds: true)],
      ])
    let plot = LinePlot(
      title: "Plot", axis: "Scale", labels: ["1", "2", "3"], ticks: [0, 2],
      series: [.init("a", [1, .nan, 3]), .init("b", [.nan, .nan, .nan])], style: .count)
    let tornado = TornadoChart(
      title: "Tornado", figure: "margin", base: 1, style: .count,
      bars: [
        .init("x", low: .init("1", .undefined("no value")), high: .init("2", .number(3, .count)))
      ])
    let bars = BarChart(
      title: "Bars", bars: [.init("a", -1), .init("b", .nan), .init("c", 2, start: 1)],
      style: .count)
    for block in [Block.map(map), .plot(plot), .tornado(tornado), .bars(bars)] {
      let text = Self.renderer.html(block).text
      #expect(text.contains("role=\"img\" aria-label=\""))
      #expect(text.contains("<details>") && text.contains("<table"))
      #expect(unclosed(text) == [])
      #expect(!text.contains("nan") && !text.contains("inf"))
      #expect(!text.contains("a<b"))
    }
  }

  @Test("a frontier is drawn where it lies, to the edges of the map")
  func frontier() {
    let map = HeatMap(
      title: "", rowLabels: ["1", "2"], columnLabels: ["1", "2"],
      spots: [[HeatMap.Spot]](
        repeating: [.init("1", holds: true), .init("1", holds: true)], count: 2))
    let text = map.drawing(title: "", frontier: [0.5, nil]).html.text
    #expect(text.contains("d=\"M0 50L25 50\""))
  }
}

/// The elements of some markup that do not end where they should.
private func unclosed(_ text: String) -> [String] {
  var open: [String] = []
  var faults: [String] = []
  for match in text.matches(of: /<(\/?)([a-z0-9]+)(?:\s[^<>]*?)?(\/?)>/) {
    let name = String(match.2)
    if ["meta", "br", "hr"].contains(name) || match.3 == "/" { continue }
    if match.1.isEmpty {
      open.append(name)
    } else if open.popLast() != name {
      faults.append(name)
    }
  }
  return faults + open
}

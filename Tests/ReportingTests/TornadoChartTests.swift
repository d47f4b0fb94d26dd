import TestSupport
import Testing

@testable import Reporting

@Suite("A tornado of bars")
struct TornadoChartTests {
  private func end(_ input: String, _ value: Double) -> TornadoChart.End {
    .init(input, .number(value, .share(digits: 1)))
  }

  private func chart(_ bars: [TornadoChart.Bar], base: Double = 0.6) -> TornadoChart {
    TornadoChart(
      title: "What moves gross margin", figure: "gross margin", base: base,
      style: .share(digits: 1), bars: bars)
  }

  @Test("The lesser figure stands to the left, whichever end of the input makes it")
  func drawing() {
    let chart = chart([
      .init("rate", detail: "payroll", low: end("$22", 0.7), high: end("$38", 0.4)),
      .init("price", detail: "± 10 %", low: end("$1.35", 0.5), high: end("$1.65", 0.65)),
    ])
    #expect(
      TerminalRenderer(width: 60).render(chart) == """
        What moves gross margin

                                   gross margin 60.0%
        rate · payroll
          40.0%     $38 ████████████████████│██████████ $22    70.0%
        price · ± 10 %
          50.0%             $1.35 ██████████│█████ $1.65       65.0%

        Outside: gross margin. Inside: the input at that end of its
        range.

        """)
  }

  @Test("Both ends on one side draw one bar, and the other end stands at the base")
  func oneSided() {
    let lines = TerminalRenderer(width: 60).render(
      chart([.init("threshold", low: end("91%", 0.6), high: end("93%", 0.5))])
    ).split(separator: "\n")
    #expect(lines.contains { $0.contains("93% ███") && $0.contains("█│ 91%") })
  }

  @Test("An end without a value has no bar, and its reason below")
  func undefined() {
    let broken = TornadoChart.Bar(
      "p50", low: end("1 s", 0.5), high: .init("2 s", .undefined("p95 lies below p50")))
    let text = TerminalRenderer(width: 70).render(chart([broken]))
    #expect(text.contains("n/a¹"))
    #expect(text.contains("¹ p95 lies below p50"))
    #expect(text.contains("│ 2 s"))
  }

  @Test("Where there is no room for bars, words say the same")
  func narrow() {
    let text = TerminalRenderer(width: 30).render(
      chart([.init("humanReview.rate", low: end("$22", 0.7), high: end("$38", 0.4))]))
    #expect(text.contains("40.0% at $38, 70.0% at $22"))
    #expect(!text.contains("█"))
  }

  @Test("No line is wider than the terminal, whatever the names and the numbers")
  func widths() {
    var seed = Seed(7)
    let bars = nastyTexts.map { text in
      let numbers = seed.doubles(2)
      return TornadoChart.Bar(
        text, detail: text, low: end(text, numbers[0]), high: end(text, numbers[1]))
    }
    for width in 20...130 {
      let text = TerminalRenderer(width: width).render(chart(bars, base: 1e10))
      for line in text.split(separator: "\n") { #expect(displayWidth(line) <= width) }
      #expect(!text.contains("\u{1B}"))
    }
  }

  @Test("In Markdown it is a table of the same ends")
  func markdown() {
    let text = MarkdownRenderer().render(
      Report(
        title: "",
        blocks: [
          .tornado(
            chart([
              .init("rate", detail: "payroll", low: end("$22", 0.7), high: end("$38", 0.4))
            ]))
        ]))
    #expect(
      text.contains("| rate  |  $22 |  $38 |               70.0% |   40.0% | 30.0 pp | payroll |"))
  }
}

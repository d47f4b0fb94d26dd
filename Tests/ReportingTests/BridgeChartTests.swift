import Testing

@testable import Reporting

@Suite("A chart of bars that begin where the one before ended")
struct BridgeChartTests {
  private func chart(_ start: Double, _ steps: [(String, Double)]) -> BarChart {
    var bars = [BarChart.Bar("before", start)]
    var level = start
    for (label, step) in steps {
      bars.append(BarChart.Bar(label, step, start: level, style: .change(.count)))
      level += step
    }
    return BarChart(bars: bars + [BarChart.Bar("after", level)], style: .count)
  }

  private func drawn(_ chart: BarChart, width: Int = 40) -> [String] {
    TerminalRenderer(width: width).render(chart).split(separator: "\n").map(String.init)
  }

  private func blocks(_ count: Int) -> String { String(repeating: "█", count: count) }
  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  @Test("steps up and down stand where they lead from and to")
  func steps() {
    let lines = drawn(chart(10, [("more", 10), ("less", -5)]), width: 43)
    #expect(
      lines == [
        "before    10   ██████████████",
        "more     +10                 ██████████████",
        "less      -5                        ███████",
        "after     15   █████████████████████",
      ])
  }

  @Test("far from zero the scale is cut, and it says so")
  func cut() {
    let lines = drawn(chart(1000, [("more", 40), ("less", -20)]))
    #expect(lines[0].contains("╱╱█") && lines[3].contains("╱╱█"))
    #expect(!lines[1].contains("╱") && !lines[2].contains("╱"))
    #expect(lines[1].filter { $0 == "█" || $0 == "▌" || $0 == "▐" }.count >= 15)
    #expect(lines[4...].joined(separator: " ").contains("their scale begins at 990, not at 0."))
  }

  @Test("so it is where all lies far below zero")
  func cutBelow() {
    let lines = drawn(chart(-1000, [("less", -40)]))
    #expect(lines[0].hasSuffix("╱╱") && lines[2].hasSuffix("╱╱"))
    #expect(lines[3...].joined(separator: " ").contains("-990, not at 0"))
  }

  @Test("a way through zero has bars on both sides of it, uncut")
  func throughZero() {
    let lines = drawn(chart(10, [("less", -20)]), width: 45)
    #expect(lines[0].hasSuffix("   " + blanks(15) + blocks(15)))
    #expect(lines[1].hasSuffix(blocks(30)))
    #expect(lines[2].hasSuffix(blocks(15)))
    #expect(lines.count == 3)
  }

  @Test("a step too small to see shows where it is")
  func tiny() {
    let lines = drawn(chart(100, [("much", 50), ("little", 0.001), ("nothing", 0)]))
    #expect(lines[2].contains("▏"))
    #expect(!lines[3].contains { "▏█▌▐".contains($0) })
  }

  @Test("labels wrap before the bars go")
  func narrow() {
    let long = chart(10, [("a driver of a name that is far too long for this", 10)])
    let lines = drawn(long, width: 50)
    #expect(lines.allSatisfy { $0.count <= 50 })
    #expect(lines.contains { $0.contains("████████") })
  }

  @Test("in Markdown the spaces are kept")
  func markdown() {
    let page = MarkdownRenderer().render(chart(10, [("more", 5)]))
    #expect(page.hasPrefix("```text\n"))
    #expect(page.hasSuffix("```\n"))
  }

  @Test("what is not finite has no bar")
  func notFinite() {
    let bars = [
      BarChart.Bar("a", 1), BarChart.Bar("b", .nan, start: 1), BarChart.Bar("c", 2, start: 1),
    ]
    let page = TerminalRenderer(width: 50).render(BarChart(bars: bars, style: .count))
    #expect(!page.contains("nan"))
    #expect(page.contains("n/a"))
  }
}

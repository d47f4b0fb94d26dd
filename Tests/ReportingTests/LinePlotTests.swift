import TestSupport
import Testing

@testable import Reporting

@Suite("A plot shows which figure is where, without colour")
struct LinePlotTests {
  private static let factors = (0..<41).map { Double($0) / 4 - 5 }

  private static func plot(limits: ClosedRange<Double>? = nil) -> LinePlot {
    LinePlot(
      title: "Margin", axis: "volume, times what is stated (log scale)",
      labels: factors.map { "× \($0)" }, ticks: [0, 10, 20, 30, 40],
      series: [
        .init("growth", factors.map { 0.05 * $0 }),
        .init("payAsYouGo", factors.map { -0.02 * $0 }),
        .init("late", factors.map { $0 < 2 ? .nan : 0.3 }),
      ],
      style: .share(digits: 0), limits: limits, marked: 20)
  }

  @Test("the picture is as committed", arguments: [30, 60, 100])
  func golden(width: Int) throws {
    let report = Report(title: "", blocks: [.plot(Self.plot())])
    let picture = TerminalRenderer(width: width).render(report)
    #expect(picture.split(separator: "\n").allSatisfy { $0.count <= width })
    try expectGolden(picture, "line-plot-\(width).txt")
  }

  @Test("in Markdown it is a table of some positions")
  func markdown() {
    let text = MarkdownRenderer().render(Report(title: "", blocks: [.plot(Self.plot())]))
    #expect(text.contains("| growth | payAsYouGo |"))
    #expect(text.contains("n/a"))
    #expect(!text.contains("●"))
  }

  @Test("values beyond the limits are left out, and that is said")
  func limits() {
    let text = TerminalRenderer(width: 80).render(Self.plot(limits: -0.1...0.1))
    #expect(text.contains("Drawn from -10% to 10%; what lies beyond is left out."))
  }

  @Test(
    "scales have round ticks that hold all values",
    arguments: [(0.13, 0.71), (-3, 12), (0, 0), (1e9, 1.2e9), (-0.004, -0.001)])
  func scales(low: Double, high: Double) {
    let scale = PlotScale(from: low, to: high)
    #expect(scale.part(of: low) != nil && scale.part(of: high) != nil)
    #expect((2...11).contains(scale.ticks.count))
  }

  @Test(
    "by factors too", arguments: [(13.0, 71.0), (1, 1e6), (0.02, 0.021), (900, 1_100_000), (5, 5)])
  func factors(low: Double, high: Double) {
    let scale = PlotScale(byFactorsFrom: low, to: high)
    #expect(scale.part(of: low) != nil && scale.part(of: high) != nil)
    #expect((2...11).contains(scale.ticks.count))
    let middle = (low * high).squareRoot()
    #expect(scale.part(of: middle) != nil)
  }

  @Test("where figures share a place their marks stand in turns")
  func shared() {
    let plot = LinePlot(
      title: "", axis: "", labels: ["a", "b"], ticks: [],
      series: [.init("x", [1, 1]), .init("y", [1, 1])],
      style: .count)
    #expect(TerminalRenderer(width: 60).render(plot).contains("●▲●▲●▲"))
  }

  @Test("nothing to draw and too little room give the table")
  func table() {
    let none = LinePlot(
      title: "", axis: "n", labels: ["a", "b"], ticks: [], series: [.init("x", [.nan, .nan])],
      style: .count)
    #expect(TerminalRenderer(width: 60).render(none).contains("n/a"))
  }
}

import Formulas
import Testing

@Suite("Every reading of a formula agrees with the others")
struct ReadingLawsTests {
  @Test("Value, bounds, gradient and explanation keep their laws", arguments: samples)
  func laws(sample: Sample) throws {
    try checkReadingLaws(sample, points: 10_000, seed: 2026)
  }

  @Test("The samples use every operation there is")
  func coverage() throws {
    let used = try samples.flatMap { sample in
      try FormulaGraph([sample.formula]).nodes.map(\.operation)
    }
    #expect(Set(used) == Set(Operation.allCases))
  }

  @Test("Where each input is mentioned once, the bounds are as near as numbers allow")
  func tight() throws {
    let s = Formula.input("s", unit: .one)
    let f = Formula.input("f", unit: .one)
    let graph = try FormulaGraph([(1 / (1 + f / s)).named("rate"), (s / (s + f)).named("loose")])
    let box = graph.inputPaths.map { $0 == "s" ? Interval(8, 10) : Interval(1, 2) }
    let rate = try #require(graph.bounds(of: "rate", over: box))
    #expect(abs(rate.low - 0.8) < 1e-15)
    #expect(abs(rate.high - 10.0 / 11) < 1e-15)
    #expect(!rate.canBeUndefined)
    let loose = try #require(graph.bounds(of: "loose", over: box))
    #expect(loose.high > 1)
    #expect(graph.bounds(of: "no such formula", over: box) == nil)
  }

  @Test("What is exactly nothing stays so, and a comparison with it is certain")
  func nothing() throws {
    let rate = Formula.input("rate", unit: .one)
    let other = Formula.input("other", unit: .one)
    let none = rate * other / (other + 1) + rate - rate / other
    let time = Formula.select(
      none.isAtMost(0), then: 0, otherwise: .undefined(because: "no time is stated"))
    let graph = try FormulaGraph([none.named("none"), (time + other).named("total")])
    let box = graph.inputPaths.map { $0 == "rate" ? Interval(0) : Interval(1, 2) }
    #expect(graph.bounds(of: "none", over: box) == Interval(0))
    #expect(graph.bounds(of: "total", over: box) == Interval(1, 2))
  }
}

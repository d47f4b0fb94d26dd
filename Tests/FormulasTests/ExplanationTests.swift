import Formulas
import Testing

@Suite("An explanation reads like a line of working on paper")
struct ExplanationTests {
  private static let a = Formula.input("a", unit: .one)
  private static let b = Formula.input("b", unit: .one)
  private static let c = Formula.input("c", unit: .one)

  @Test(
    "Brackets stand wherever the meaning would change without them",
    arguments: [
      (a + b, "a + b"), ((a + b) * c, "(a + b) × c"), (a * b / c, "a × b / c"),
      (a / (b * c), "a / (b × c)"), (a / (b / c), "a / (b / c)"), (a - (b - c), "a - (b - c)"),
      (.sum([a, b, c], unit: .one) * 2, "(a + b + c) × 2"), (.max(0, 1 - a), "max(0, 1 - a)"),
      (.min(a, b) * .ceil(c / a), "min(a, b) × ceil(c / a)"), (.floor(a + b), "floor(a + b)"),
      (.pow(1 - a, b), "(1 - a) ^ b"), (.pow(a, b * c), "a ^ (b × c)"),
      (.pow(-2, a), "(-2) ^ a"), (.exp(a + b), "exp(a + b)"), (.log(a / b), "ln(a / b)"),
      (.normalCDF(a - b), "Φ(a - b)"), (a.isLess(than: b), "a < b"),
      (a.isLess(than: b + 1) * c, "(a < (b + 1)) × c"), (a.isAtLeast(b), "b ≤ a"),
      (
        .select(a.isAtMost(b), then: a + 1, otherwise: c), "if a ≤ b then a + 1 else c"
      ),
      (
        .select(a.isAtMost(b), then: a, otherwise: c) * 2, "(if a ≤ b then a else c) × 2"
      ),
      (
        1 / .select(a, then: b, otherwise: .undefined(because: "")),
        "1 / (if a then b else n/a)"
      ),
      (a + 0.25, "a + 0.25"), (a * 1e20, "a × 1e+20"),
    ] as [(Formula, String)])
  func text(formula: Formula, expected: String) throws {
    let graph = try FormulaGraph([formula.named("result")])
    let values = graph.values(at: graph.inputPaths.map { _ in 1 })
    #expect(graph.explain("result", at: values)?.expression == expected)
  }

  @Test("It goes down through the names to the inputs, and gives what recurs only once in full")
  func tree() throws {
    let price = Formula.input("price", "a call", unit: .money / .call)
    let calls = Formula.input("calls", unit: .call / .month)
    let cost = (price * calls).named("cost", "what calls cost", .money / .month)
    let share = (cost / (cost + 10 * cost).named("total")).named("share")
    let graph = try FormulaGraph([share])
    let values = graph.values(at: [2, 3])
    let explanation = try #require(graph.explain("share", at: values))
    #expect(explanation.expression == "cost / total")
    #expect(explanation.parts.map(\.path) == ["cost", "total"])
    let (first, total) = (explanation.parts[0], explanation.parts[1])
    #expect(first.parts.map(\.path) == ["price", "calls"])
    #expect(first.parts.allSatisfy { $0.isInput && $0.expression.isEmpty && $0.parts.isEmpty })
    #expect(first.sentence == "what calls cost" && first.unit == .money / .month)
    #expect(first.reading == .defined(6))
    #expect(total.parts.map(\.path) == ["cost"])
    #expect(total.parts[0].isRepeated && total.parts[0].parts.isEmpty)
    #expect(!first.isRepeated)
  }
}

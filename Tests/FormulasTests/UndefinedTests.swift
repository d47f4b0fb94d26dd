import Formulas
import Testing

@Suite("A formula without a value says why")
struct UndefinedTests {
  private static let x = Formula.input("x", unit: .one)
  private static let y = Formula.input("y", unit: .one)

  @Test(
    "The reason is what went wrong at the first formula that has no value",
    arguments: [
      (x / y, "y is 0, and nothing can be divided by it"),
      (x / (y * 2), "y × 2 is 0, and nothing can be divided by it"),
      ((x / y).named("ratio") + 1, "y is 0, and nothing can be divided by it"),
      (.log(y), "y is 0 or less, and has no logarithm"),
      (.log(y - x), "y - x is 0 or less, and has no logarithm"),
      (.exp(x * 1000), "result is too large for a number"),
      (x * 1e300 * 1e10 / 1e10, "x × 1e+300 × 10000000000 is too large for a number"),
      ((x * 1e300 * 1e10).named("much") - 1, "much is too large for a number"),
      (.pow(x, 2000), "result is too large for a number"),
      (.pow(0 - x, 0.5), "0 - x is negative, and has no such power"),
      (.pow(y, -1), "y is 0, and nothing can be divided by it"),
      (.undefined(because: "nothing is sold") * x, "nothing is sold"),
      (
        .select(x.isLess(than: y), then: 1, otherwise: .undefined(because: "x is not below y")),
        "x is not below y"
      ),
      (
        .select(.log(y), then: 1, otherwise: 2), "y is 0 or less, and has no logarithm"
      ),
      (.min(x, .log(y)), "y is 0 or less, and has no logarithm"),
      (.max(.log(y), x), "y is 0 or less, and has no logarithm"),
      (x.isLess(than: .log(y)), "y is 0 or less, and has no logarithm"),
    ] as [(Formula, String)])
  func reason(formula: Formula, expected: String) throws {
    let graph = try FormulaGraph([Self.x.named("a"), Self.y.named("b"), formula.named("result")])
    let values = graph.values(at: [2, 0])
    #expect(values["result"] == .undefined(because: expected))
    #expect(graph.gradient(of: "result", at: values) == nil)
  }

  @Test(
    "An input that is no finite number is undefined",
    arguments: [Double.nan, .infinity, -.infinity])
  func input(value: Double) throws {
    let graph = try FormulaGraph([(Self.x * 0).named("result")])
    let values = graph.values(at: [value])
    #expect(values["result"] == .undefined(because: "x is not a finite number"))
  }

  @Test("The branch that is not chosen may be undefined without harm")
  func unselected() throws {
    let safe = Formula.select(Self.y.isAtMost(0), then: Self.x, otherwise: Self.x / Self.y)
    let graph = try FormulaGraph([safe.named("result")])
    let point = graph.inputPaths.map { $0 == "x" ? 2.0 : 0 }
    let values = graph.values(at: point)
    #expect(values["result"] == .defined(2))
    #expect(graph.gradient(of: "result", at: values) == graph.inputPaths.map { $0 == "x" ? 1 : 0 })
  }

  @Test("What no formula is called has no reading")
  func unknown() throws {
    let graph = try FormulaGraph([Self.x.named("result")])
    let values = graph.values(at: [1])
    #expect(values["nothing"] == nil)
    #expect(graph.gradient(of: "nothing", at: values) == nil)
    #expect(graph.explain("nothing", at: values) == nil)
  }
}

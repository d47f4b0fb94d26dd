import Formulas
import Testing

@Suite("A chain of 100,000 steps neither overflows nor hangs")
struct DeepGraphTests {
  private static let depth = 100_000

  private func chain() -> Formula {
    let x = Formula.input("x", unit: .one)
    let step = Formula.input("step", unit: .one)
    return (0..<Self.depth).reduce(x) { sum, _ in sum + step }.named("end")
  }

  @Test("It is built, evaluated, bounded and differentiated")
  func readings() throws {
    let graph = try FormulaGraph([chain()])
    #expect(graph.nodes.count == Self.depth + 2)
    let values = graph.values(at: [1, 2])
    #expect(values["end"] == .defined(200_001))
    #expect(graph.gradient(of: "end", at: values) == [1, 100_000])
    let bounds = try #require(graph.bounds(of: "end", over: [Interval(1), Interval(2)]))
    #expect(bounds.contains(200_001))
    #expect(bounds.high - bounds.low < 1e-5)
  }

  @Test("A fault at its bottom is found")
  func fault() {
    let wrong = Formula.input("x", unit: .one) + .input("price", unit: .money)
    let deep = (0..<Self.depth).reduce(wrong) { sum, _ in sum + 1 }
    #expect(throws: ModelFaults.self) { try FormulaGraph([deep]) }
  }

  @Test("Steps that are shared again and again are evaluated once each")
  func doubled() throws {
    let x = Formula.input("x", unit: .one)
    let doubled = (0..<200).reduce(x) { sum, _ in sum + sum }
    let graph = try FormulaGraph([doubled.named("end")])
    #expect(graph.nodes.count == 201)
    #expect(graph.values(at: [1])["end"] == .defined(0x1p200))
    #expect(graph.namedParts(of: graph.positions["end"]!).count == 1)
  }
}

import Formulas
import Testing

@Suite("The graph stores each step once, under its names")
struct FormulaGraphTests {
  private let x = Formula.input("x", unit: .one)
  private let y = Formula.input("y", unit: .one)

  @Test("Equal subexpressions become one step, however they were built")
  func shared() throws {
    let once = try FormulaGraph([((x + y) * (x + y)).named("a")])
    #expect(once.nodes.count == 4)
    let again = Formula.input("x", unit: .one) + .input("y", unit: .one)
    let graph = try FormulaGraph([((x + y) * again).named("a"), (again / 2).named("b")])
    #expect(graph.nodes.count == 6)
    #expect(graph.inputPaths == ["x", "y"])
  }

  @Test("What differs in one number, operand or order stays apart")
  func apart() throws {
    let all = [x + 1, x + 2, x - 1, 1 - x, x + y, y + x]
    let graph = try FormulaGraph([.sum(all, unit: .one)])
    #expect(graph.nodes.map(\.operation).filter { $0 == .add }.count == 4)
    #expect(graph.nodes.map(\.operation).filter { $0 == .subtract }.count == 2)
  }

  @Test("A name given to one of two equal steps names both, and none twice")
  func nameOfShared() throws {
    let graph = try FormulaGraph([(x + y) * 2, (x + y).named("both", "x and y")])
    let position = try #require(graph.positions["both"])
    #expect(graph.nodes[position].label?.sentence == "x and y")
    #expect(graph.nodes.count == 5)
  }

  @Test("A formula may carry two names, each found and read")
  func secondName() throws {
    let first = (x * y).named("first", "", .one)
    let second = first.named("second")
    let alike = (x * y).named("third")
    let graph = try FormulaGraph([second, alike])
    let values = graph.values(at: [3, 4])
    for name in ["first", "second", "third"] { #expect(values[name] == .defined(12)) }
    #expect(graph.paths == ["x", "y", "first", "second", "third"])
    #expect(graph.explain("second", at: values)?.expression == "first")
  }

  @Test("A name given to a formula leaves what was made from it before without one")
  func nameLater() throws {
    let sum = x + y
    let twice = (sum * 2).named("twice")
    let named = sum.named("sum", "", .one)
    #expect(sum.path == nil && named.path == "sum")
    let graph = try FormulaGraph([twice])
    #expect(graph.paths == ["x", "y", "twice"])
    #expect(try FormulaGraph([twice, named]).paths == ["x", "y", "twice", "sum"])
  }

  @Test("A number that carries a name does not lend it to equal numbers")
  func namedConstant() throws {
    let seats = Formula.constant(1).named("seats")
    let graph = try FormulaGraph([seats, (1 - x).named("rest"), (seats * x).named("used")])
    let values = graph.values(at: [0.25])
    #expect(graph.explain("rest", at: values)?.expression == "1 - x")
    #expect(graph.explain("rest", at: values)?.parts.map(\.path) == ["x"])
    #expect(graph.explain("used", at: values)?.expression == "seats × x")
  }

  @Test("A change of unit that changes no number is no step")
  func unitOnly() throws {
    let graph = try FormulaGraph([x.counted(in: .call).number(of: .call).named("again")])
    #expect(graph.nodes.map(\.operation) == [.input, .same])
  }

  @Test("Everything stands after what it rests on")
  func order() throws {
    for sample in samples {
      let graph = try FormulaGraph([sample.formula])
      for position in graph.nodes.indices {
        #expect(graph.operands(of: position).allSatisfy { $0 < position })
      }
    }
  }

  @Test("Sums and products of none, one and many are what they are on paper")
  func folds() throws {
    let graph = try FormulaGraph([
      Formula.sum([], unit: .money).named("no terms"), Formula.product([]).named("no factors"),
      Formula.product([x]).named("one factor"),
      Formula.product([x, y, x, y, x]).named("five factors"),
      Formula.sum([x, y, x], unit: .one).named("three terms"),
    ])
    let values = graph.values(at: [2, 5])
    #expect(values["no terms"] == .defined(0))
    #expect(values["no factors"] == .defined(1))
    #expect(values["one factor"] == .defined(2))
    #expect(values["five factors"] == .defined(200))
    #expect(values["three terms"] == .defined(9))
  }

  @Test("formulas added to a graph refer to its own, are read like them and leave its points alone")
  func adding() throws {
    let (x, y) = (Formula.input("x", unit: .one), Formula.input("y", unit: .one))
    let graph = try FormulaGraph([(x + y).named("sum"), (x * y).named("product")])
    let sum = try #require(graph.reference(to: "sum"))
    let product = try #require(graph.reference(to: "product"))
    #expect(graph.reference(to: "difference") == nil)
    let more = try graph.adding([(product - sum).named("difference")])
    #expect(more.inputPaths == graph.inputPaths)
    let point = graph.inputPaths.map { $0 == "x" ? 5.0 : 3 }
    #expect(more.values(at: point)["difference"] == .defined(7))
    #expect(more.values(at: point)["sum"] == .defined(8))
    #expect(more.gradient(of: "difference", at: more.values(at: point))?.reduce(0, +) == 6)
    #expect(throws: ModelFaults.self) { try graph.adding([(product - sum).named("sum")]) }
    let seconds = Formula.input("t", unit: .second).named("time")
    #expect(throws: ModelFaults.self) { try graph.adding([(seconds + sum).named("mixed")]) }
  }
}

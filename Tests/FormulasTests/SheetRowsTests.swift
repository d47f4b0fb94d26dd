import Formulas
import Testing

@Suite("A spreadsheet computes what the formulas say")
struct SheetRowsTests {
  private static let a = Formula.input("a", unit: .one)
  private static let b = Formula.input("b", unit: .one)
  private static let c = Formula.input("c", unit: .one)

  private static func text(_ formula: Formula) throws -> String? {
    let rows = SheetRows(try FormulaGraph([formula.named("result", "what is asked", .one)]))
    return rows.formula("result") {
      switch $0 {
      case .input(let path): path.uppercased()
      case .row(let key): "[\(key)]"
      }
    }
  }

  @Test(
    "brackets stand only where another order would give other last digits",
    arguments: [
      (a + b + c, "A+B+C"), (a + (b + c), "A+(B+C)"), (a - (b - c), "A-(B-C)"),
      ((a + b) * c, "(A+B)*C"), (a * b * c, "A*B*C"), (a * (b * c), "A*(B*C)"),
      (a / b / c, "A/B/C"), (a / (b * c), "A/(B*C)"), (a - b * c, "A-B*C"),
      (a * .constant(-2), "A*(-2)"), (a + .constant(1e-7), "A+1E-07"),
      (.sum([a, b * c, a - c], unit: .one), "A+B*C+(A-C)"),
    ])
  func brackets(formula: Formula, text: String) throws {
    #expect(try Self.text(formula) == text)
  }

  @Test(
    "each operation is a function that old spreadsheets know",
    arguments: [
      (Formula.min(a, b), "MIN(A,B)"), (.max(a, b), "MAX(A,B)"), (.floor(a), "INT(A)"),
      (.ceil(a + b), "-INT(-(A+B))"), (.pow(a, b), "IF(B=0,1,A^B)"), (.exp(a), "EXP(A)"),
      (.log(a), "LN(A)"), (.normalCDF(a), "NORMSDIST(A)"),
      (.select(a.isLess(than: b), then: a, otherwise: c), "IF(A<B,A,C)"),
      (.select(a.isAtMost(b), then: a, otherwise: c), "IF(A<=B,A,C)"),
      (.select(a, then: b, otherwise: c), "IF(A<>0,B,C)"),
      (.undefined(because: "nobody knows", unit: .one), "NA()"),
    ])
  func operations(formula: Formula, text: String) throws {
    #expect(try Self.text(formula) == text)
  }

  @Test("a queue that nobody leaves is Poisson's, and one that people leave no spreadsheet knows")
  func queues() throws {
    let patient = Formula.erlangLate(load: Self.a, agents: Self.b, wait: Self.c, leaving: 0)
    #expect(try Self.text(patient)?.contains("POISSON(INT(B),A,TRUE)") == true)
    let impatient = Formula.erlangLate(load: Self.a, agents: Self.b, wait: Self.c, leaving: Self.c)
    #expect(try Self.text(impatient) == nil)
  }

  @Test("what several formulas share has a row, and what one formula needs stands in it")
  func rows() throws {
    let shared = Self.a * Self.b
    let graph = try FormulaGraph([
      (shared + Self.c).named("sum", "", .one), (shared - Self.c).named("difference", "", .one),
    ])
    let rows = SheetRows(graph)
    #expect(rows.rows.map(\.key) == ["part 1", "sum", "difference"])
    let sum = rows.formula("sum") {
      if case .row(let key) = $0 { "[\(key)]" } else { "C" }
    }
    #expect(sum == "[part 1]+C")
  }

  @Test("no formula grows beyond what a cell takes")
  func length() throws {
    let long = (1...400).reduce(Self.a) { sum, number in
      Formula.max(sum * Self.b, .constant(Double(number)))
    }
    let rows = SheetRows(try FormulaGraph([long.named("long", "", .one)]))
    for row in rows.rows {
      let text = rows.formula(row.key) { _ in "Inputs!$B$1000" }
      #expect(text.map { $0.utf8.count < 8000 } == true)
    }
    #expect(rows.rows.count > 10)
  }
}

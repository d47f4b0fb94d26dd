import Formulas
import Testing

@Suite("Units that do not fit are refused when the graph is built")
struct UnitFaultTests {
  private static let cost = Formula.input("toolsCost", unit: .money / .month)
  private static let latency = Formula.input("toolLatency", unit: .second)
  private static let count = Formula.input("count", unit: .one)

  /// What building the graph says, a line for each fault.
  private func faults(_ formulas: [Formula]) -> [String] {
    do {
      _ = try FormulaGraph(formulas)
      return []
    } catch { return error.faults.map(\.description) }
  }

  @Test(
    "Each fault names both sides with their units",
    arguments: [
      (cost + latency, "cannot add toolLatency (s) to toolsCost (money / month)"),
      (cost - latency, "cannot subtract toolLatency (s) from toolsCost (money / month)"),
      (.min(cost, latency), "cannot compare toolLatency (s) with toolsCost (money / month)"),
      (.max(cost, latency), "cannot compare toolLatency (s) with toolsCost (money / month)"),
      (
        cost.isLess(than: latency),
        "cannot compare toolLatency (s) with toolsCost (money / month)"
      ),
      (
        cost.isAtMost(latency), "cannot compare toolLatency (s) with toolsCost (money / month)"
      ),
      (
        cost.isAtLeast(latency), "cannot compare toolLatency (s) with toolsCost (money / month)"
      ),
      (
        .select(count, then: cost, otherwise: latency),
        "cannot select between toolLatency (s) and toolsCost (money / month)"
      ),
      (
        .sum([cost, cost, latency], unit: .money / .month),
        "cannot add toolLatency (s) to toolsCost (money / month)"
      ),
      (
        .sum([latency], unit: .money),
        "sum is to be in money, and toolLatency (s) is not"
      ),
      (1 + latency, "cannot add toolLatency (s) to 1.0 (plain numbers)"),
      (.exp(latency), "exp takes a plain number, and toolLatency (s) is not one"),
      (.log(latency), "log takes a plain number, and toolLatency (s) is not one"),
      (
        .normalCDF(cost), "normalCDF takes a plain number, and toolsCost (money / month) is not one"
      ),
      (.pow(count, latency), "pow takes a plain number, and toolLatency (s) is not one"),
      (.pow(latency, count), "pow takes a plain number, and toolLatency (s) is not one"),
      (
        latency.counted(in: .call),
        "counted(in:) takes a plain number, and toolLatency (s) is not one"
      ),
      (
        latency.number(of: .call), "toolLatency is to be in call, and toolLatency (s) is not"
      ),
      (
        cost.expressed(in: .second), "toolsCost is to be in s, and toolsCost (money / month) is not"
      ),
      (
        (cost * count).named("budget", "", .money),
        "budget is to be in money, and toolsCost × count (money / month) is not"
      ),
      (
        (cost * count) + latency,
        "cannot add toolLatency (s) to toolsCost × count (money / month)"
      ),
    ] as [(Formula, String)])
  func message(formula: Formula, expected: String) {
    #expect(faults([formula]) == [expected])
  }

  @Test("A formula deep below a fault is named by its outermost steps only")
  func deepName() {
    let deep = (0..<20).reduce(Self.cost) { sum, _ in sum + Self.cost * Self.count }
    #expect(
      faults([deep + Self.latency]) == [
        "cannot add toolLatency (s) to (((… + …) + toolsCost × count) + toolsCost × count) "
          + "(money / month)"
      ])
  }

  @Test("All faults are reported, each once")
  func several() {
    let wrong = Self.cost + Self.latency
    let twice = [wrong.named("a") * 2, wrong * 3, .exp(Self.latency)]
    #expect(
      faults(twice) == [
        "cannot add toolLatency (s) to toolsCost (money / month)",
        "exp takes a plain number, and toolLatency (s) is not one",
      ])
  }

  @Test("Two formulas under one name are refused")
  func nameTaken() {
    let double = (Self.count * 2).named("size")
    let triple = (Self.count * 3).named("size")
    #expect(faults([double, triple]) == ["two formulas are named size"])
    #expect(faults([double, double, (Self.count * 2).named("size")]) == [])
  }

  @Test("An input read in two units is refused, for it cannot be in both")
  func inputInTwoUnits() {
    let minutes = Formula.input("wait", unit: .minute).named("a")
    let hours = Formula.input("wait", unit: .hour).named("b")
    #expect(faults([minutes, hours]) == ["two formulas are named wait"])
  }

  @Test("Units of one kind are converted, not refused")
  func converted() throws {
    let sum = (Formula.input("minutes", unit: .minute) + .input("hours", unit: .hour))
      .named("time", "", .second)
    let graph = try FormulaGraph([sum])
    #expect(graph.values(at: [30, 2])["time"] == .defined(9000))
    #expect(graph.nodes[graph.positions["time"]!].unit == .second)
  }
}

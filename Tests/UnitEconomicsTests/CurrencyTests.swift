import Formulas
import Testing
import UnitEconomics

@Suite("A scenario in another currency")
struct CurrencyTests {
  @Test("has every amount at the rate, and every share as it was")
  func amounts() throws {
    let before = scenario()
    let after = before.converted(to: "EUR", at: 0.8)
    let old = try figures(before)
    let new = try figures(after)
    #expect(after.currency == "EUR")
    for output in [Output.totalCost, .costPerCompletedTask, .revenue, .humanBaselineCostPerTask] {
      #expect(isNear(new[output].value, try old.number(output.rawValue) * 0.8), "\(output)")
    }
    for output in [Output.tsr, .grossMargin, .workers, .completedTasks] {
      #expect(isNear(new[output].value, try old.number(output.rawValue)), "\(output)")
    }
  }

  @Test("leaves amounts in third currencies, and carries limits and stresses along")
  func limits() throws {
    var before = scenario {
      $0.exchangeRates["CHF"] = $1.input("exchangeRates.CHF", 1.1, .money / .foreignMoney)
      $0.humanReview.rate = $1.input(
        "humanReview.rate", 30, .money.inForeignMoney / .hour, currency: "CHF")
    }
    let limit = Input("checks.cost.max", "", 2, .money / .task)
    let share = Input("checks.tsr.min", "", 0.9, .share)
    before.checks = [
      Check(name: "cost", output: "costPerCompletedTask", side: .max, limit: limit, stresses: []),
      Check(name: "tsr", output: "tsr", side: .min, limit: share, stresses: []),
    ]
    before.stresses = [
      Stress(
        name: "dearer",
        changes: [
          .init(path: "failures.perUndetected", kind: .add, amount: 3),
          .init(path: "failures.perUndetected", kind: .multiply, amount: 2),
          .init(path: "humanReview.rate", kind: .set, amount: 40),
        ])
    ]
    let after = before.converted(to: "EUR", at: 0.5)
    #expect(after.inputs["humanReview.rate"]?.value == 30)
    #expect(after.inputs["exchangeRates.CHF"]?.value == 0.55)
    #expect(after.checks.map(\.limit.value) == [1, 0.9])
    #expect(after.stresses[0].changes.map(\.amount) == [1.5, 2, 40])
  }

  @Test("is worth what either of two scenarios says")
  func rates() {
    let home = scenario {
      $0.exchangeRates["EUR"] = $1.input("exchangeRates.EUR", 1.25, .money / .foreignMoney)
    }
    var other = scenario()
    other.currency = "EUR"
    #expect(home.rate(for: other) == 1.25)
    #expect(other.rate(for: home) == 0.8)
    #expect(scenario().rate(for: other) == nil)
    #expect(home.rate(for: scenario()) == 1)
  }
}

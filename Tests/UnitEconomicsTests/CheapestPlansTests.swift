import Formulas
import Testing
import UnitEconomics

@Suite("Left to choose, every customer takes the plan on which it pays least")
struct CheapestPlansTests {
  /// A plan that is cheap for little use, and one that is cheap for much.
  private static func comparison(_ plans: [(String, fee: Double, price: Double)]) throws
    -> PlanComparison
  {
    let scenario = scenario { scenario, draft in
      scenario.plans = plans.map { name, fee, price in
        draft.plan(
          name, fee: fee,
          charges: [draft.standard("plans.\(name).charges.use", .submitted, price: price)])
      }
      scenario.chosenPlan = plans[0].0
      let escalation = Reason.allCases.compactMap { scenario.outcomes.escalation[$0] }
      scenario.stresses = [
        Stress(
          name: "worse",
          changes: escalation.map { .init(path: $0.path, kind: .multiply, amount: 2) })
      ]
      scenario.checks = [
        Check(
          name: "margin", output: "grossMargin", side: .min,
          limit: draft.share("checks.margin.min", 0.5), stresses: ["worse"]),
        Check(
          name: "tsr", output: "tsr", side: .min, limit: draft.share("checks.tsr.min", 0.1),
          stresses: []),
      ]
    }
    return try PlanComparison(CostModel(scenario))
  }

  @Test("the month is that of each one's least bill, and no assignment of plans brings in less")
  func leastBills() throws {
    let comparison = try Self.comparison([("payg", 0, 1), ("flat", 2000, 0.2)])
    let cheapest = try #require(try comparison.cheapest())
    #expect(cheapest.isMixed && cheapest.cases.count == 2)
    for (place, reading) in comparison.cases.enumerated() {
      let segments = reading.model.scenario.volume.segments
      func bill(_ plan: String, _ segment: String) -> Double {
        reading.values[CustomerFigure.revenue.path(plan, segment)]!.value!
      }
      let own = zip(segments, cheapest.choices).reduce(0) { sum, pair in
        sum + pair.0.customers.value * bill(pair.1.plan, pair.0.name)
      }
      let revenue = try #require(cheapest.cases[place].values[.revenue].value)
      #expect(isNear(revenue, own))
      // All two to the n ways in which segments can take one of two plans.
      for ways in 0..<(1 << segments.count) {
        let other = segments.enumerated().reduce(0) { sum, pair in
          let plan = ways >> pair.offset & 1 == 0 ? "payg" : "flat"
          return sum + pair.element.customers.value * bill(plan, pair.element.name)
        }
        #expect(own <= other * (1 + 1e-12))
      }
    }
    // Less is left than on either plan alone, and the check of the margin is judged of that.
    for offer in comparison.offers {
      #expect(cheapest.worst.margin.value! < offer.worst.margin.value!)
    }
    #expect(cheapest.checks.map(\.check.name) == ["margin", "margin"])
    #expect(cheapest.checks.map(\.stress) == [nil, "worse"])
  }

  @Test("who all take one plan make the month of that plan, to the last bit")
  func allOnOne() throws {
    let comparison = try Self.comparison([("dear", 500, 3), ("cheap", 0, 1)])
    let cheapest = try #require(try comparison.cheapest())
    #expect(!cheapest.isMixed && Set(cheapest.choices.map(\.plan)) == ["cheap"])
    for (own, reading) in zip(cheapest.cases, comparison.cases) {
      #expect(own.values[.grossMargin] == reading.values["cheap", .grossMargin])
    }
  }

  @Test("of equal bills the first plan of the file is taken; one plan leaves nothing to choose")
  func ties() throws {
    let equal = try Self.comparison([("b", 10, 1), ("a", 10, 1)])
    #expect(Set(try #require(try equal.cheapest()).choices.map(\.plan)) == ["b"])
    #expect(try Self.comparison([("only", 10, 1)]).cheapest() == nil)
  }
}

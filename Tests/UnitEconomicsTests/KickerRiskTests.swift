import Formulas
import Testing
import UnitEconomics

@Suite("A success kicker is worth what the months that earn it pay")
struct KickerRiskTests {
  private func risks(
    _ overrides: [String: Double] = [:], tasks: Double, threshold: Double
  ) throws -> [KickerRisk] {
    let scenario = scenario(overrides) { scenario, draft in
      scenario.volume.segments = [draft.segment("only", customers: 3, tasks: tasks)]
      scenario.plans = [
        draft.plan(
          "sold", fee: 10,
          kicker: draft.kicker("plans.sold.successKicker", amount: 0.05, aboveTSR: threshold)),
        draft.plan("plain", fee: 10),
      ]
      scenario.chosenPlan = "sold"
    }
    return try ScenarioReading(scenario).base.kickerRisks
  }

  @Test("chance and expectation are those of the whole distribution, month by month")
  func worked() throws {
    let risks = try risks(tasks: 50, threshold: 0.92)
    #expect(risks.map(\.segment) == ["only", nil])
    #expect(risks.map(\.tasks) == [50, 150])
    for risk in risks.filter({ $0.segment != nil }) {
      let months = Binomial(trials: risk.tasks, probability: risk.rate)
      let needed = (0...risk.tasks).first { Double($0) >= 0.92 * Double(risk.tasks) }!
      #expect(risk.needed == needed)
      let earning = needed...risk.tasks
      let reached = earning.reduce(0) { $0 + months.exactly($1) }
      let expected = earning.reduce(0) { $0 + 0.05 * Double($1) * months.exactly($1) }
      #expect(isNear(risk.missed, 1 - reached, within: 1e-11))
      #expect(isNear(risk.expected, expected, within: 1e-11))
      #expect(isNear(risk.whenEarned, expected / reached, within: 1e-11))
      #expect(isNear(risk.modelled, 0.05 * Double(risk.tasks) * risk.rate))
    }
  }

  @Test("all customers earn what each earns by its own month, and no more")
  func all() throws {
    let scenario = scenario([:]) { scenario, draft in
      scenario.volume.segments = [
        draft.segment("few", customers: 3, tasks: 50),
        draft.segment("many", customers: 2, tasks: 4000),
      ]
      scenario.plans = [
        draft.plan(
          "sold", fee: 10,
          kicker: draft.kicker("plans.sold.successKicker", amount: 0.05, aboveTSR: 0.92))
      ]
      scenario.chosenPlan = "sold"
    }
    let reading = try ScenarioReading(scenario).base
    let risks = reading.kickerRisks
    #expect(risks.map(\.segment) == ["few", "many", nil])
    let (few, many, all) = (risks[0], risks[1], risks[2])
    #expect(isNear(all.expected, 3 * few.expected + 2 * many.expected))
    #expect(isNear(all.missed, (3 * few.missed + 2 * many.missed) / 5))
    #expect(all.needed == nil && all.tasks == 8150)
    // What the model counts is its revenue from kickers.
    let kicker = "plans.sold.kickerPerCustomer"
    let counted = try ["few", "many"].map { try #require(reading.values["\(kicker).\($0)"]?.value) }
    #expect(isNear(all.modelled, 3 * counted[0] + 2 * counted[1]))
  }

  @Test("50 tasks of which 46 reach 92 %: no task is lost to rounding")
  func threshold() throws {
    #expect(try risks(tasks: 50, threshold: 0.92)[0].needed == 46)
    #expect(try risks(tasks: 51, threshold: 0.92)[0].needed == 47)
  }

  @Test("a month without tasks earns nothing, and a threshold of nothing is never missed")
  func ends() throws {
    let none = try risks(tasks: 0.2, threshold: 0.92)[0]
    #expect(none.tasks == 0 && none.expected == 0)
    let sure = try risks(tasks: 80, threshold: 0)[0]
    #expect(sure.missed == 0)
    #expect(isNear(sure.expected, sure.modelled, within: 1e-12))
  }
}

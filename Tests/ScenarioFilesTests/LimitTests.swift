import Formulas
import ScenarioFiles
import Testing
import UnitEconomics

@Suite("The limit of an input, typed back, is the limit")
struct LimitTests {
  // The outside judge does the same with every shipped scenario and exact arithmetic.
  @Test("every input of the worked example, to 1e-9")
  func typedBack() throws {
    let model = try #require(ScenarioLoader().load(WorkedExample.path).model)
    let reading = try ScenarioReading(model)
    let holding = reading.checks.filter { $0.stress == nil && $0.isPassed }.map(\.check)
    let standpoint = try Standpoint(model)
    var judged = 0
    for input in standpoint.inputs {
      for (limit, _) in try standpoint.headroom(of: input, holding)?.limits ?? []
      where limit.kind == .reached {
        judged += 1
        let currency = input.foreignCurrency ?? model.scenario.currency
        let text = QuantityText.text(limit.position, in: input.unit, currency: currency)
        let typed = try QuantityText.value(
          text, of: input.path, in: input.unit, currency: currency
        ).get()
        #expect(typed == limit.position, "\(input.path): \(text)")
        let change = Stress.Change(path: input.path, kind: .set, amount: typed)
        let figure = try model.figure(limit.check.output, [change])
        let wanted = limit.check.limit.value
        #expect(abs(figure - wanted) <= 1e-9 * max(abs(wanted), 1), "\(input.path)")
      }
    }
    #expect(judged > 20)
  }
}

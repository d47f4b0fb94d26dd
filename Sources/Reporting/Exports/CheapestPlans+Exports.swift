import Formulas
import UnitEconomics

extension PlansAnswer {
  /// Which plan each customer takes that pays least, and the month that this makes.
  var cheapestFacts: [PlanFact] {
    guard let cheapest else { return [] }
    let base = cheapest.reading.base
    let bills = cheapest.choices.map { segment, plan in
      PlanFact(
        section: "cheapest", plan: plan, segment: segment,
        figure: CustomerFigure.revenue.rawValue,
        reading: comparison.base.values[CustomerFigure.revenue.path(plan, segment)]
          ?? .undefined(because: "the plan has no bill"),
        unit: (Unit.money / .customer / .month).text(currency: currency))
    }
    let month = cheapest.cases.flatMap { reading in
      CheapestPlans.figures.map { output in
        let position = base.values.graph.positions[output.rawValue]
        return PlanFact(
          place: reading.stress ?? "base", section: "cheapest", figure: output.rawValue,
          reading: reading.values[output],
          unit: (position.map { base.values.graph.nodes[$0].unit } ?? .one).text(currency: currency)
        )
      }
    }
    return bills + month
  }

  /// The month if every customer takes the plan on which it pays least.
  var cheapestJSON: JSON {
    guard let cheapest else { return nil }
    return [
      "plans": .members(cheapest.choices.map { ($0.segment, .string($0.plan)) }),
      "cases": .members(
        cheapest.cases.map { reading in
          (
            reading.stress ?? "base",
            .members(
              CheapestPlans.figures.map {
                ($0.rawValue, reading.values.json($0.rawValue, currency: currency))
              })
          )
        }),
      "checks": .array(cheapest.checks.map(subject.json)),
    ]
  }
}

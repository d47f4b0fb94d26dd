import Formulas
import UnitEconomics

extension JSON {
  /// A comparison of plans in full precision: the choice, every case, use, curves, targets, kickers.
  public static func plans(_ answer: PlansAnswer, program: Program) -> JSON {
    let choice = answer.comparison.choice
    func names(_ offers: [PlanOffer]) -> JSON { .array(offers.map { .string($0.name) }) }
    return [
      "version": 1,
      "provenance": .provenance([answer.subject], program),
      "asked": .array(answer.asked.map { .string($0) }),
      "currency": .string(answer.currency),
      "choice": [
        "plan": choice.chosen.map { .string($0.name) } ?? nil,
        "worstCase": choice.chosen.map { .string($0.worst.stress ?? "base") } ?? nil,
        "worstGrossMargin": choice.chosen?.worst.margin.json(unit: .share, currency: "") ?? nil,
        "behind": names(choice.behind), "out": names(choice.out),
        "rule": .string(answer.rule.map(\.text).joined()),
      ],
      "passed": .bool(answer.isPassed),
      "cases": .members(
        answer.comparison.cases.map { ($0.stress ?? "base", answer.json($0)) }),
      "sharedChecks": .array(answer.comparison.sharedChecks.map(answer.subject.json)),
      "planChecks": .members(
        answer.comparison.offers.map { offer in
          (offer.name, .array(offer.checks.map(answer.subject.json)))
        }),
      "cheapest": answer.cheapestJSON,
      "use": answer.useJSON, "curves": answer.curvesJSON,
      "targets": .array(answer.targets.map(answer.json)),
    ]
  }
}

extension Phrase {
  /// The phrase without its markup.
  fileprivate var text: String {
    switch self {
    case .plain(let text), .strong(let text), .code(let text), .verdict(_, let text): text
    }
  }
}

extension PlansAnswer {
  /// Every plan and every customer in one case.
  fileprivate func json(_ reading: CaseReading) -> JSON {
    func value(_ path: String) -> JSON { reading.values.json(path, currency: currency) }
    let segments = scenario.volume.segments.map(\.name)
    return [
      "totalCost": value(Output.totalCost.rawValue),
      "costPerCompletedTask": value(Output.costPerCompletedTask.rawValue),
      "segments": .members(
        segments.map { segment in
          (
            segment,
            .members(SegmentFigure.allCases.map { ($0.rawValue, value($0.path(segment))) })
          )
        }),
      "plans": .members(
        comparison.offers.map { offer in
          let own = PlanFigure.allCases.map { ($0.rawValue, value($0.path(offer.name))) }
          let customers = segments.map { segment in
            (
              segment,
              JSON.members(
                CustomerFigure.allCases.map { ($0.rawValue, value($0.path(offer.name, segment))) })
            )
          }
          return (offer.name, .members(own + [("customers", .members(customers))]))
        }),
      "kickers": .array(reading.kickerRisks.map(json)),
    ]
  }

  private func json(_ risk: KickerRisk) -> JSON {
    [
      "plan": .string(risk.plan), "segment": risk.segment.map { .string($0) } ?? nil,
      "tasks": .number(Double(risk.tasks)), "rate": .number(risk.rate),
      "threshold": .number(risk.threshold),
      "needed": risk.needed.map { .number(Double($0)) } ?? nil,
      "missed": .number(risk.missed), "expected": .number(risk.expected),
      "whenEarned": risk.whenEarned.map { .number($0) } ?? nil,
      "modelled": .number(risk.modelled),
    ]
  }

  /// The month if every customer takes the plan on which it pays least.
  fileprivate var cheapestJSON: JSON {
    guard let cheapest else { return nil }
    return [
      "plans": .members(cheapest.choices.map { ($0.segment, .string($0.plan)) }),
      "cases": .members(
        cheapest.cases.map { reading in
          let figures = CheapestPlans.figures.map(\.rawValue)
          let members = figures.map { ($0, reading.values.json($0, currency: currency)) }
          return (reading.stress ?? "base", .members(members))
        }),
      "checks": .array(cheapest.checks.map(subject.json)),
    ]
  }

  fileprivate var useJSON: JSON {
    guard let bills else { return nil }
    return [
      "segment": .string(bills.segment), "proven": .bool(bills.race.isProven),
      "allPairs": .bool(bills.race.hasAllPairs),
      "cheapest": .array(bills.race.stretches.map(json)),
      "crossovers": .array(bills.race.crossovers.map(json)),
      "falls": .array(
        bills.falls.map {
          [
            "plan": .string($0.plan), "tasks": .number($0.tasks), "before": .number($0.before),
            "after": .number($0.after),
          ]
        }),
    ]
  }

  private func json(_ part: PlanRace.Stretch) -> JSON {
    ["plan": .string(part.plan), "from": .number(part.from), "to": .number(part.to)]
  }

  private func json(_ place: Crossover) -> JSON {
    [
      "plan": .string(place.beyond), "overtakes": .string(place.before),
      "at": .number(place.position), "jump": .bool(place.isJump),
    ]
  }

  fileprivate var curvesJSON: JSON {
    guard let curves else { return nil }
    func numbers(_ values: [Double]) -> JSON {
      .array(values.map { $0.isFinite ? .number($0) : nil })
    }
    return [
      "over": .string(curves.scale.rawValue), "factors": numbers(curves.factors),
      "tasksSubmitted": numbers(curves.tasks), "totalCost": numbers(curves.cost),
      "plans": .members(
        curves.curves.map { curve in
          let customers = curve.customers.map { customer -> (String, JSON) in
            (
              customer.segment,
              [
                "revenue": numbers(customer.revenue),
                "contribution": numbers(customer.contribution),
                "contributionMargin": numbers(customer.contributionMargin),
              ]
            )
          }
          let own: JSON = [
            "revenue": numbers(curve.revenue), "grossProfit": numbers(curve.grossProfit),
            "grossMargin": numbers(curve.grossMargin),
            "breakEven": .array(
              curve.breakEvens.map {
                [
                  "at": .number($0.position), "rising": .bool($0.isRising),
                  "tasksSubmitted": .number(curves.tasks(at: $0.position)),
                ]
              }),
            "customers": .members(customers),
          ]
          return (curve.plan, own)
        }),
      "highestMargin": .array(curves.margins.stretches.map(json)),
      "overtakings": .array(curves.margins.crossovers.map(json)),
    ]
  }

  fileprivate func json(_ target: PlanTarget) -> JSON {
    [
      "plan": .string(target.plan), "output": .string(target.output),
      "target": .number(target.target), "worst": target.worst.map { .string($0) } ?? nil,
      "levers": .array(
        target.answers.map { answer in
          [
            "lever": .string(answer.lever.kind.rawValue),
            "inputs": .array(answer.lever.inputs.map { .string($0.path) }),
            "unit": .string(unit(answer.lever)), "stress": answer.stress.map { .string($0) } ?? nil,
            "stated": .number(answer.lever.stated),
            "values": .array(answer.roots.map { .number($0.position) }),
            "jumps": .array(answer.roots.map { .bool($0.isJump) }),
          ]
        }),
      "frontier": target.frontier.map { frontier in
        .array(
          frontier.rows.map { row in
            [
              "platformFee": .number(row.fee), "price": row.base.map { .number($0) } ?? nil,
              "priceInWorst": row.worst.map { .number($0) } ?? nil,
            ]
          })
      } ?? nil,
    ]
  }
}

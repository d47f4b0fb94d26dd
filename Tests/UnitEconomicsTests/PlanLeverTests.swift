import Formulas
import Testing

@testable import UnitEconomics

@Suite("A lever, put back, takes the plan to its target")
struct PlanLeverTests {
  private func stressed() throws -> PlanComparison {
    try PlanComparison(
      CostModel(
        scenario { scenario, _ in
          scenario.stresses = [
            Stress(
              name: "dear people",
              changes: [.init(path: "humanReview.rate", kind: .multiply, amount: 1.5)])
          ]
        }))
  }

  @Test("in the base case and in the worst, each lever alone", arguments: [0.5, 0.65])
  func levers(target: Double) throws {
    let found = try stressed()
    let targets = try found.reaching(target, of: .grossMargin, under: nil)
    #expect(targets.map(\.plan) == ["growth", "payAsYouGo"])
    var solved = 0
    for answer in targets.flatMap(\.answers) {
      let output = PlanFigure.grossMargin.path(answer.lever.plan)
      let stress = found.model.scenario.stresses.first { $0.name == answer.stress }
      for root in answer.roots where !root.isJump {
        solved += 1
        let changes = (stress?.changes ?? []) + answer.lever.changes(root.position)
        #expect(isNear(try found.model.figure(output, changes), target, within: 1e-9))
      }
    }
    #expect(solved >= 8)
    #expect(targets[0].answers.map(\.lever.kind.rawValue).contains("kicker"))
    #expect(targets.allSatisfy { $0.worst == "dear people" })
  }

  @Test("rates, fees on events, markups and flat fees of tiers are levers too")
  func kinds() throws {
    let model = try CostModel(
      scenario { scenario, draft in
        scenario.plans = [
          draft.plan(
            "share", fee: 100,
            charges: [draft.charge("plans.share.charges.value", .autonomousSuccess, rateOfValue)],
            paymentFee: 0.02),
          draft.plan(
            "entry", fee: 100,
            charges: [
              draft.charge("plans.entry.charges.tiers", .submitted) { draft, charge in
                charge.model = .graduated(
                  tiers: draft.tiers(
                    "plans.entry.charges.tiers", charge,
                    [TierRow(500, 1.1, flat: 40), TierRow(nil, 0.9, flat: 60)]))
              }
            ]),
          draft.plan(
            "passed", fee: 100,
            charges: [
              draft.charge("plans.passed.charges.cost", .submitted) { draft, charge in
                charge.model = .passThrough(
                  cost: .total, markup: draft.share("plans.passed.charges.cost.markup", 0.4))
              }
            ]),
        ]
        scenario.chosenPlan = "share"
      })
    let found = try PlanComparison(model)
    let targets = try found.reaching(0.55, of: .grossMargin, under: nil)
    let levers = targets.map { $0.answers.map { ($0.lever.kind, $0.lever.inputs.map(\.path)) } }
    #expect(
      levers.map { $0.map(\.0) } == [
        [.platformFee, .unitPrice], [.platformFee, .unitPrice, .flatFee],
        [.platformFee, .unitPrice],
      ])
    #expect(levers[0][1].1 == ["plans.share.charges.value.rate"])
    #expect(levers[1][2].1.allSatisfy { $0.hasSuffix(".flat") } && levers[1][2].1.count == 2)
    #expect(levers[2][1].1 == ["plans.passed.charges.cost.markup"])
    var solved: Set<PlanLever.Kind> = []
    for answer in targets.flatMap(\.answers) {
      let output = PlanFigure.grossMargin.path(answer.lever.plan)
      for root in answer.roots where !root.isJump {
        solved.insert(answer.lever.kind)
        let figure = try model.figure(output, answer.lever.changes(root.position))
        #expect(isNear(figure, 0.55, within: 1e-9))
      }
    }
    #expect(solved == [.platformFee, .unitPrice, .flatFee])
  }

  /// A share of what a success is worth.
  private let rateOfValue: ChargeEdit = { draft, charge in
    let path = "plans.share.charges.value"
    charge.model = .percentage(
      .init(
        rate: draft.share("\(path).rate", 0.1),
        value: draft.input("\(path).value", 20, .money / .task)))
  }

  @Test("every fee of the frontier with its price is on the target")
  func frontier() throws {
    let found = try stressed()
    let changesOf = Dictionary(
      uniqueKeysWithValues: found.model.scenario.stresses.map { ($0.name, $0.changes) })
    for target in try found.reaching(0.6, of: .grossMargin, under: nil) {
      let frontier = try #require(target.frontier)
      let fee = "plans.\(target.plan).platformFee"
      #expect(frontier.rows.count >= 5)
      for row in frontier.rows {
        let set = [Stress.Change(path: fee, kind: .set, amount: row.fee)]
        for (price, stress) in [
          (row.base, [Stress.Change]()), (row.worst, changesOf["dear people"]!),
        ] {
          guard let price else { continue }
          let margin = try found.model.figure(
            target.output, stress + set + frontier.price.changes(price))
          #expect(price == 0 ? margin >= 0.6 : isNear(margin, 0.6, within: 1e-9))
        }
      }
      let prices = frontier.rows.compactMap(\.base)
      #expect(prices == prices.sorted(by: >))
    }
  }

  @Test(
    "fees go in round steps",
    arguments: [(1730.0, 0.0, 200.0, 1800.0), (9, 0, 1, 9), (0.4, 0, 0.05, 0.4), (100, 0, 10, 100)])
  func steps(end: Double, first: Double, step: Double, last: Double) {
    let steps = roundSteps(to: end)
    #expect(steps.first == first && isNear(steps[1], step) && isNear(steps.last, last))
  }
}

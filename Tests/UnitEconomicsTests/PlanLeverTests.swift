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

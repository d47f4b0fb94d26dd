import Formulas
import Machine
import Testing
import UnitEconomics

@Suite("As many agents answer escalations as the service level needs")
struct ReviewQueueTests {
  /// All of 200 tasks an hour escalate, and each takes 3 minutes: 10 erlangs.
  private func desk(
    _ overrides: [String: Double] = [:], patience: Double? = nil
  ) -> Scenario {
    let alone: [String: Double] = [
      "outcomes.escalation.policyBlocked": 0, "outcomes.escalation.dataMissing": 0,
      "outcomes.escalation.modelError": 0, "outcomes.escalation.ambiguity": 1,
      "outcomes.wrongResult": 0, "humanReview.handleTime.ambiguity": 3, "volume.peakFactor": 1,
    ]
    return scenario(alone.merging(overrides) { $1 }) { scenario, draft in
      scenario.tools = []
      scenario.volume.segments = [draft.segment("only", customers: 1, tasks: 146_000)]
      scenario.humanReview.approvals = nil
      scenario.humanReview.staffing = patience == nil ? .erlangC : .erlangA
      scenario.humanReview.queue = draft.queue(patience: patience)
    }
  }

  // Source: pyworkforce's tests, 100 transactions in 30 minutes of 3 minutes each within 20 s, shrinkage
  // 30 %: 14 agents, 20 positions, service level 0.888, occupancy 0.714, waiting probability 0.174.
  @Test("Erlang C's agents, positions and figures are those of its sources")
  func erlangC() throws {
    let values = try figures(desk())
    #expect(isNear(try values.number("humanReview.queue.load"), 10))
    #expect(try values.number("humanReview.queue.agents") == 14)
    #expect(isNear(try values.number("humanReview.queue.staff"), 20))
    #expect(abs(try values.number("humanReview.queue.serviceLevel") - 0.888350019179) < 1e-12)
    #expect(abs(try values.number("humanReview.queue.waiting") - 0.174131933595) < 1e-12)
    #expect(abs(try values.number("humanReview.queue.meanWait") - 7.83593701178) < 1e-10)
    #expect(isNear(try values.number("humanReview.queue.occupancy"), 10.0 / 14))
    #expect(values["humanReview.queue.abandonment"] == nil)
    #expect(isNear(try values.number("humanReviewCost"), 20 * 730 * 38))
  }

  // Source: the same tests with a patience of 5 minutes and 14 agents, who meet 90 % here.
  @Test("Erlang A's figures are those of its sources")
  func erlangA() throws {
    let level = ["humanReview.staffing.serviceLevel": 0.9]
    let values = try figures(desk(level, patience: 300))
    #expect(try values.number("humanReview.queue.agents") == 14)
    #expect(abs(try values.number("humanReview.queue.serviceLevel") - 0.916792) < 1e-6)
    #expect(abs(try values.number("humanReview.queue.waiting") - 0.1452601143) < 1e-10)
    #expect(abs(try values.number("humanReview.queue.abandonment") - 0.01398374412) < 1e-11)
    #expect(abs(try values.number("humanReview.queue.meanWait") / 60 - 0.06991872061) < 1e-11)
    #expect(abs(try values.number("humanReview.queue.occupancy") - 0.704297) < 1e-6)
  }

  @Test("Fewer open hours bring the same work in less time, and the peak is paid all of them")
  func openHours() throws {
    let values = try figures(
      desk(["humanReview.staffing.openHours": 365, "volume.peakFactor": 1.5]))
    #expect(isNear(try values.number("humanReview.queue.load"), 30))
    let agents = try values.number("humanReview.queue.agents")
    #expect(isNear(try values.number("humanReview.queue.paidHours"), agents * 365 / 0.7))
  }

  @Test("Where many leave, the hours of the work are paid all the same")
  func allWorkIsPaid() throws {
    let values = try figures(
      desk(["humanReview.staffing.serviceLevel": 0.3], patience: 60))
    #expect(try values.number("humanReview.queue.agents") < 10)
    #expect(isNear(try values.number("humanReview.queue.paidHours"), 7300 / 0.7))
  }

  @Test("Nothing escalates: no agent, no cost, and nothing to be on time for")
  func nothing() throws {
    let values = try figures(desk(["outcomes.escalation.ambiguity": 0]))
    #expect(try values.number("humanReview.queue.agents") == 0)
    #expect(try values.number("humanReviewLines.queue") == 0)
    #expect(values["humanReview.queue.serviceLevel"]?.value == nil)
  }

  @Test("A level of 100 % under stress says why nobody reaches it")
  func unreachable() throws {
    let model = try CostModel(desk())
    let stress = Stress.Change(
      path: "humanReview.staffing.serviceLevel", kind: .multiply, amount: 2)
    let values = model.values(changed: model.scenario.changed(by: [stress]).inputs)
    #expect(
      values["humanReviewCost"]?.reason
        == "humanReview.staffing.serviceLevel is 100 % or more, which no number of agents reaches")
  }

  @Test("The next task costs a part of an agent, and not nothing")
  func nextTask() throws {
    let reading = try ScenarioReading(CostModel(desk()))
    let next = try #require(reading.base.nextTasks().first?.costs)
    // An erlang more is 1 + (14 - 10) / (2 · 10) agents more.
    let people = 1.2 * 38 * 3 / 60 / 0.7
    let inference = try reading.base.values.number("inferenceCost") / 146_000
    #expect(next > people && next < people + 2 * inference + 0.5)
  }

  @Test("The load at which one agent more is needed is found as a jump")
  func jump() throws {
    let model = try CostModel(desk())
    let tasks = try #require(model.scenario.inputs["volume.segments.only.tasksPerCustomer"])
    let limit = Input("limit", "", 14, .fullTimeEquivalent)
    let point = try #require(
      try model.breakingPoints(
        of: [
          Check(
            name: "desks", output: "humanReview.queue.agents", side: .max, limit: limit,
            stresses: [])
        ], along: Direction(value: tasks, 146_000...300_000), from: 146_000, to: 300_000
      ).first)
    guard case .at(let position, let isJump) = point.place else {
      Issue.record("\(point.place)")
      return
    }
    #expect(isJump && point.isProven)
    func agents(_ tasks: Double) -> Double {
      Erlang.agents(load: tasks / 14600, level: 0.8, wait: 20.0 / 180, leaving: 0)
    }
    #expect(agents(position * (1 - 1e-9)) == 14 && agents(position * (1 + 1e-9)) == 15)
  }
}

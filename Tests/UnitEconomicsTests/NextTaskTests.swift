import Formulas
import Testing
import UnitEconomics

@Suite("The next task earns and costs what one more would")
struct NextTaskTests {
  /// Total cost as it would be if workers and people could be had in parts, which is what it grows by
  /// in the long run.
  ///
  /// - Parameter base: the case as it is, whose queue is staffed by the square root of the load.
  private func smoothCost(
    _ values: Values, _ model: CostModel, around base: Values
  ) throws -> Double {
    var cost = try values.number("totalCost")
    let scenario = model.scenario
    if let workers = scenario.infrastructure.workers, workers.scaling == .whole {
      let running = try values.number("workers")
      let perWorker = workers.slots.value * workers.targetUtilization.value
      let needed = try values.number("concurrency") / perWorker
      let parts = needed.rounded(.up) > workers.minimum.value ? needed : running
      cost += (parts - running) * 730 * workers.price.value
    }
    if scenario.humanReview.staffing == .wholeFTE {
      cost -= try values.number("humanReviewLines.idle")
    }
    if let queue = scenario.humanReview.queue {
      let (old, new) = try (
        base.number("humanReview.queue.load"), values.number("humanReview.queue.load")
      )
      let spare = try base.number("humanReview.queue.agents") - old
      let agents = new + spare * (new / old).squareRoot()
      let held = agents * queue.openHours.value
      let hours = try values.number("humanHours.escalations")
      let kept = queue.patience == nil ? held : max(held, hours)
      let paid = try values.number("humanReview.queue.paidHours")
      cost += (kept / (1 - queue.shrinkage.value) - paid) * scenario.humanReview.rate.value
    }
    return cost
  }

  /// Compares a segment's slopes with what a little more and a little less from each customer make.
  private func check(
    _ next: NextTask, _ segment: Volume.Segment, _ model: CostModel
  ) throws {
    let step = segment.tasksPerCustomer.value * 1e-5
    let sides = try [step, -step].map { shift in
      var tasks = segment.tasksPerCustomer
      tasks.value += shift
      let values = model.values(changed: [tasks.path: tasks])
      return (
        revenue: try values.number("revenue"),
        cost: try smoothCost(values, model, around: model.values())
      )
    }
    let tasks = 2 * step * segment.customers.value
    let earns = (sides[0].revenue - sides[1].revenue) / tasks
    let costs = (sides[0].cost - sides[1].cost) / tasks
    let rounding = 1e-14 / tasks
    #expect(abs((next.earns ?? .nan) - earns) < 1e-6 * abs(earns) + rounding * sides[0].revenue)
    #expect(abs((next.costs ?? .nan) - costs) < 1e-6 * abs(costs) + rounding * sides[0].cost)
  }

  private func check(_ model: CostModel) throws {
    let next = try CaseReading(Stress(name: "as it is", changes: []), on: model).nextTasks()
    #expect(next.count == model.scenario.volume.segments.count)
    for (next, segment) in zip(next, model.scenario.volume.segments) {
      try check(next, segment, model)
    }
  }

  @Test(
    "Slopes are what a little more and a little less make", arguments: ["growth", "payAsYouGo"])
  func worked(plan: String) throws {
    try check(CostModel(scenario { scenario, _ in scenario.chosenPlan = plan }))
  }

  @Test("So they are on a scenario made at random", arguments: randomModels.indices)
  func random(index: Int) throws {
    try check(randomModels[index].get())
  }

  // Source: worked_example.json for the TSR; a mid-market customer is in the first tier and an
  // enterprise customer in the second, and the TSR earns the kicker of $0.05.
  @Test("The next success is paid at the price of the tier it falls into")
  func tiers() throws {
    let next = try ScenarioReading(scenario()).base.nextTasks()
    #expect(isNear(next[0].earns, 0.95 * 0.9261435936192057))
    #expect(isNear(next[1].earns, 0.75 * 0.9261435936192057))
    #expect(isNear(next[0].costs, next[1].costs ?? .nan))
  }

  @Test("Without a plan it earns nothing that can be told, without customers there is no next task")
  func undefined() throws {
    let noPlan = try ScenarioReading(
      scenario { scenario, _ in
        scenario.plans = []
        scenario.chosenPlan = nil
      }
    ).base.nextTasks()
    #expect(noPlan.allSatisfy { $0.earns == nil && $0.costs != nil })
    let empty = try ScenarioReading(
      scenario(["volume.segments.midMarket.customers": 0])
    ).base.nextTasks()
    #expect(empty[0].earns == nil && empty[0].costs == nil)
    #expect(empty[1].earns != nil && empty[1].costs != nil)
  }
}

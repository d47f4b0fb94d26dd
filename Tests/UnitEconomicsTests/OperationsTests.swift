import Formulas
import Testing
import UnitEconomics

@Suite("Workers and people are as many as the load needs")
struct OperationsTests {
  /// A load of so many tasks in progress at the peak, and how workers follow it.
  private func workers(
    concurrency: Double, peak: Double = 2, minimum: Double = 1,
    scaling: Infrastructure.Workers.Scaling = .whole
  ) throws -> Values {
    try figures(
      scenario([
        "infrastructure.workers.slots": 2, "infrastructure.workers.targetUtilization": 0.5,
        "infrastructure.workers.minimum": minimum, "volume.peakFactor": peak,
      ]) { scenario, draft in
        scenario.tools = []
        // One call of 730 s, and 3600 tasks a month: one task in progress on average.
        let call = draft.call("ask", model: "small", firstToken: 730)
        scenario.inference.calls = [call]
        let tasks = 3600 * concurrency / peak
        scenario.volume.segments = [draft.segment("only", customers: 1, tasks: tasks)]
        scenario.infrastructure.workers?.scaling = scaling
      })
  }

  // Source: by hand, ceil(concurrency / (2 · 0.5)), at least the minimum.
  @Test(
    "Whole workers carry the peak",
    arguments: [(0, 1, 1), (0.5, 1, 1), (1, 1, 1), (1.25, 1, 2), (7, 1, 7), (7.5, 1, 8), (3, 5, 5)])
  func whole(concurrency: Double, minimum: Double, count: Double) throws {
    let values = try workers(concurrency: concurrency, minimum: minimum)
    #expect(try values.number("concurrency") == concurrency)
    #expect(try values.number("workers") == count)
    #expect(isNear(try values.number("infrastructureLines.workers"), count * 730 * 0.34))
  }

  // Source: by hand, mean load = peak load / peak factor, no rounding.
  @Test(
    "Elastic workers are as many as the mean load keeps busy",
    arguments: [
      (7.5, 2, 1, 3.75), (7.5, 3, 1, 2.5), (1, 4, 0, 0.25), (1, 4, 0.5, 0.5), (0, 1, 0, 0),
    ])
  func elastic(concurrency: Double, peak: Double, minimum: Double, count: Double) throws {
    let values = try workers(
      concurrency: concurrency, peak: peak, minimum: minimum, scaling: .elastic)
    #expect(isNear(try values.number("workers"), count))
  }

  // Source: by hand: 100 tasks, all escalated, 42 min each = 70 h of work, 87.5 paid hours.
  @Test(
    "Whole people are employed, and their idle hours are a line of their own",
    arguments: [(87.5, 1, 0), (87, 2, 86.5), (140, 1, 52.5), (10, 9, 2.5), (29.2, 3, 0.1)])
  func wholeFTE(hoursPerFTE: Double, staff: Double, idle: Double) throws {
    let scenario = scenario([
      "outcomes.escalation.policyBlocked": 0, "outcomes.escalation.dataMissing": 0,
      "outcomes.escalation.modelError": 0, "outcomes.escalation.ambiguity": 1,
      "outcomes.wrongResult": 0, "humanReview.handleTime.ambiguity": 42,
      "humanReview.hoursPerFTE": hoursPerFTE,
    ]) { scenario, draft in
      scenario.tools = []
      scenario.volume.segments = [draft.segment("only", customers: 1, tasks: 100)]
      scenario.humanReview.approvals = nil
      scenario.humanReview.staffing = .wholeFTE
    }
    let values = try figures(scenario)
    #expect(isNear(try values.number("humanHours.escalations"), 70))
    #expect(try values.number("humanReview.staff") == staff)
    #expect(abs(try values.number("humanReviewLines.idle.quantity") - idle) < 1e-9)
    #expect(isNear(try values.number("humanReviewCost"), staff * hoursPerFTE * 38))
  }

  @Test("Variable staffing pays the hours needed and no idle one")
  func variable() throws {
    let values = try figures(scenario())
    let hours = try ["escalations", "sampling", "approvals", "rework"].reduce(0) {
      $0 + (try values.number("humanHours.\($1)"))
    }
    #expect(isNear(try values.number("humanReviewCost"), hours / 0.8 * 38))
    #expect(values["humanReviewLines.idle"] == nil)
    #expect(values["humanReview.staff"] == nil)
  }
}

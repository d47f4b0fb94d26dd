import Formulas
import Testing
import UnitEconomics

@Suite("A stress changes inputs, each held within what it can be")
struct StressTests {
  typealias Change = Stress.Change

  private func reading(
    _ changes: [(String, Change.Kind, Double)], of scenario: Scenario = scenario()
  ) throws -> CaseReading {
    let changes = changes.map { Change(path: $0.0, kind: $0.1, amount: $0.2) }
    return try CaseReading(Stress(name: "worse", changes: changes), on: CostModel(scenario))
  }

  @Test(
    "What would leave an input's domain is held at its edge, and a note says so",
    arguments: [
      ("tools.crm.errorRate", .multiply, 140, 1, "would be 140 % and is held at 100 %"),
      ("tools.crm.errorRate", .subtract, 0.02, 0, "would be -1 % and is held at 0 %"),
      ("tools.crm.timeout", .subtract, 15, 0, "would be -5 s / call and is held at 0 s / call"),
      ("humanReview.rate", .add, -50, 0, "would be -12 USD / h and is held at 0 USD / h"),
      ("volume.peakFactor", .multiply, 0.1, 1, "would be 0.3 and is held at 1"),
      (
        "outcomes.maxAttempts", .multiply, 1.3, 3,
        "would be 2.6 attempt / task and is held at 3 attempt / task"
      ),
      ("tools.crm.maxRetries", .set, 21, 20, "would be 21 and is held at 20"),
      ("tools.crm.price", .set, 1e16, 1e15, nil),
      ("outcomes.escalation.ambiguity", .multiply, 30, 0.75, nil),
      ("tools.crm.errorRate", .set, 0.3, 0.3, nil),
      ("tools.crm.latency.p50", .multiply, 3, 1.2, nil),
      ("tools.crm.maxRetries", .add, 1, 3, nil),
    ] as [(String, Change.Kind, Double, Double, String?)])
  func held(
    path: String, kind: Change.Kind, amount: Double, value: Double, note: String?
  ) throws {
    let changed = scenario().changed(by: [Change(path: path, kind: kind, amount: amount)])
    #expect(isNear(changed.inputs[path]?.value, value))
    #expect(changed.inputs.count == 1)
    if path != "tools.crm.price" {
      #expect(changed.notes == (note.map { ["\(path) \($0)"] } ?? []))
    } else {
      #expect(changed.notes.count == 1)
    }
  }

  @Test("Changes to one input follow each other, and an unknown path changes nothing")
  func sequence() {
    let changes = [
      Change(path: "tools.crm.latency.p50", kind: .multiply, amount: 3),
      Change(path: "tools.crm.latency.p50", kind: .add, amount: 1),
      Change(path: "tools.none", kind: .set, amount: 1),
    ]
    let changed = scenario().changed(by: changes)
    #expect(changed.inputs.mapValues(\.value) == ["tools.crm.latency.p50": 0.4 * 3 + 1])
    #expect(changed.notes == [])
  }

  @Test(
    "A range moves along with its value, and a value that is set has none",
    arguments: [
      (.multiply, 2, .init(low: 12, high: 36)),
      (.add, 3, .init(low: 9, high: 21)),
      (.subtract, 8, .init(low: 0, high: 10)), (.set, 11, nil),
    ] as [(Change.Kind, Double, Input.Range?)])
  func range(kind: Change.Kind, amount: Double, expected: Input.Range?) throws {
    let path = "humanReview.handleTime.ambiguity"
    let changed = scenario().changed(by: [Change(path: path, kind: kind, amount: amount)])
    let input = try #require(changed.inputs[path])
    #expect(input.range == expected)
    #expect(input.origin?.line == 1)
  }

  @Test("An input that shapes the model makes a new one, with the figures of such a scenario")
  func reshaped() throws {
    let stressed = try reading([
      ("outcomes.maxAttempts", .set, 4), ("tools.crm.maxRetries", .set, 0),
      ("tools.billing.maxRetries", .add, 2),
    ])
    let stated = try figures(
      scenario([
        "outcomes.maxAttempts": 4, "tools.crm.maxRetries": 0, "tools.billing.maxRetries": 3,
      ]))
    for output in Output.allCases { #expect(stressed.values[output] == stated[output]) }
    #expect(stressed.values[.totalCost] != (try figures(scenario()))[.totalCost])
    #expect(stressed.notes == [])
  }

  @Test("A stress has the figures of a scenario that states the changed values")
  func restated() throws {
    let stressed = try reading([
      ("tools.crm.latency.p95", .multiply, 4), ("humanReview.rate", .add, 12),
      ("volume.segments.enterprise.customers", .subtract, 2),
    ])
    let stated = try figures(
      scenario([
        "tools.crm.latency.p95": 6.4, "humanReview.rate": 50,
        "volume.segments.enterprise.customers": 4,
      ]))
    for output in Output.allCases { #expect(stressed.values[output] == stated[output]) }
  }

  @Test(
    "What the formulas hold back is said",
    arguments: [
      (
        ["outcomes.escalation.ambiguity": 2],
        "the escalation rates would add up to 203.7 % and are scaled to 100 %; "
          + "no task is left to end in a wrong result"
      ),
      (
        ["outcomes.wrongResult": 0.95],
        "wrong results would be 95 % and are held at 93.8 %, which is what escalations leave"
      ),
      (
        ["inference.calls.resolve.cacheWrite": 0.45],
        "inference.calls.resolve.cacheRead would be 70 % and is held at 55 %, "
          + "which is what cache writes leave"
      ),
      (
        ["inference.calls.triage.reasoning": 90],
        "inference.calls.triage.reasoning would be 90 token / call and is held at "
          + "60 token / call, which is all output"
      ),
      (["outcomes.wrongResult": 0.938, "inference.calls.resolve.cacheWrite": 0.3], nil),
    ] as [([String: Double], String?)])
  func notes(changes: [String: Double], note: String?) throws {
    let stated = scenario { scenario, draft in
      scenario.inference.calls[0].reasoning = draft.input(
        "inference.calls.triage.reasoning", 20, .token / .call)
    }
    let stressed = try reading(changes.map { ($0, .set, $1) }, of: stated)
    #expect(stressed.notes == (note.map { [$0] } ?? []))
    let lines = stressed.model.lines.map { stressed.values[$0.path]?.value ?? .nan }
    #expect(lines.allSatisfy { $0 >= 0 })
    let outcomes = [Output.tsr, .escalationRate, .failedRate].map {
      stressed.values[$0].value ?? .nan
    }
    #expect(isNear(outcomes.reduce(0, +), 1))
    #expect(outcomes.allSatisfy { $0 >= -1e-15 })
  }
}

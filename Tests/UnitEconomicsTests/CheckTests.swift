import Formulas
import Testing
import UnitEconomics

@Suite("A check holds in the base case and under the stresses it names")
struct CheckTests {
  private func check(
    _ output: String, _ side: Check.Side, _ limit: Double, stresses: [String] = []
  ) -> Check {
    Check(
      name: output, output: output, side: side,
      limit: Input("checks.\(output)", "limit", limit, .one), stresses: stresses)
  }

  private func reading(
    _ checks: [Check], _ edit: (inout Scenario, inout Draft) -> Void = { _, _ in }
  ) throws -> ScenarioReading {
    try ScenarioReading(
      scenario {
        edit(&$0, &$1)
        $0.checks = checks
        $0.stresses = [
          Stress(
            name: "twice",
            changes: [
              .init(path: "volume.segments.midMarket.customers", kind: .multiply, amount: 2)
            ]
          ),
          Stress(name: "none", changes: []),
        ]
      })
  }

  @Test(
    "A limit that is met exactly holds",
    arguments: [
      (.min, 138_000, true, 0), (.max, 138_000, true, 0), (.min, 138_001, false, -1),
      (.max, 137_999, false, -1), (.min, 1, true, 137_999), (.max, 138_500, true, 500),
    ] as [(Check.Side, Double, Bool, Double)])
  func limit(side: Check.Side, limit: Double, passes: Bool, distance: Double) throws {
    let checks = try reading([check("tasksSubmitted", side, limit)]).checks
    #expect(checks[0].isPassed == passes)
    #expect(checks[0].distance == distance)
    #expect(checks[0].unit == .task / .month)
  }

  @Test("It is read under each stress that it names, and under no other")
  func stresses() throws {
    let checks = [
      check("tasksSubmitted", .max, 150_000, stresses: ["twice"]), check("tsr", .min, 0.9),
    ]
    let reading = try reading(checks)
    let own = reading.checks.filter { $0.check.name != "rateLimit.crm" }
    #expect(own.map(\.check.name) == ["tasksSubmitted", "tasksSubmitted", "tsr"])
    #expect(own.map(\.stress) == [nil, "twice", nil])
    #expect(own.map(\.isPassed) == [true, false, true])
    #expect(own[1].reading == .defined(186_000))
    #expect(!reading.isPassed)
  }

  @Test("What has no value or no formula fails, and says why")
  func undefined() throws {
    let reading = try reading([check("grossMargin", .min, 0.6), check("magic", .max, 1)]) {
      scenario, _ in
      scenario.plans = []
      scenario.chosenPlan = nil
    }
    #expect(reading.checks[0].reading == .undefined(because: "the scenario has no plan"))
    #expect(reading.checks[1].reading == .undefined(because: "the model has no magic"))
    #expect(reading.checks.prefix(2).allSatisfy { !$0.isPassed && $0.distance == nil })
    #expect(!reading.isPassed)
  }

  @Test("A connector's rate limit is checked unasked, in every case")
  func rateLimit() throws {
    let reading = try reading([])
    #expect(reading.checks.map(\.check.name) == Array(repeating: "rateLimit.crm", count: 3))
    #expect(reading.checks.map(\.stress) == [nil, "twice", "none"])
    #expect(reading.isPassed)
    // Source: worked_example.json.
    #expect(isNear(reading.checks[0].reading.value, 0.014366467298684227))
    let tight = try ScenarioReading(scenario(["tools.crm.rateLimit": 28]))
    #expect(!tight.isPassed)
    #expect(isNear(tight.checks[0].reading.value, 0.014366467298684227 * 2000 / 28))
  }
}

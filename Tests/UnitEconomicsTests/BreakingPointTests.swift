import Formulas
import TestSupport
import Testing
import UnitEconomics

@Suite("A breaking point is where a check first fails, and nothing before it does")
struct BreakingPointTests {
  private func check(_ output: String, _ side: Check.Side, _ limit: Double) -> Check {
    Check(
      name: output, output: output, side: side,
      limit: Input("checks.\(output)", "limit", limit, .one), stresses: [])
  }

  private func factor(_ pattern: String, _ scenario: Scenario, to end: Double) -> Direction {
    Direction(factorOn: PathPattern(pattern), min(1, end)...max(1, end), in: scenario)
  }

  @Test(
    "what is found, put back, gives the limit to 1e-9",
    arguments: [
      ("outcomes.escalation.*", "grossMargin", Check.Side.min, 0.1, 6.0),
      ("tools.*.latency.*", "toolOutage", .max, 0.02, 20),
      ("humanReview.rate", "costPerCompletedTask", .max, 1.1, 4),
      ("inference.prices.*.*", "grossMargin", .min, 0.1, 40),
      ("volume.segments.*.tasksPerCustomer", "costPerCompletedTask", .max, 0.9, 0.01),
    ])
  func putBack(
    pattern: String, output: String, side: Check.Side, limit: Double, end: Double
  ) throws {
    let model = try CostModel(scenario())
    let direction = factor(pattern, model.scenario, to: end)
    let point = try #require(
      try model.breakingPoints(
        of: [check(output, side, limit)], along: direction, from: 1, to: end
      ).first)
    guard case .at(let position, let isJump) = point.place else {
      Issue.record("\(point.place) at \(try model.figure(output, []))")
      return
    }
    #expect(!isJump && point.isProven)
    let figure = try model.figure(output, direction.changes(position))
    #expect(abs(figure - limit) <= 1e-9 * limit)
  }

  @Test("a check that fails from the start, holds all the way, or names nothing, is said to")
  func ends() throws {
    let model = try CostModel(scenario())
    let direction = factor("outcomes.escalation.*", model.scenario, to: 3)
    let points = try model.breakingPoints(
      of: [
        check("grossMargin", .min, 0.99), check("grossMargin", .min, -50),
        check("no.such", .max, 1),
      ], along: direction, from: 1, to: 3)
    #expect(points.map(\.place) == [.atStart, .never, .atStart])
    #expect(points.map(\.isProven) == [true, true, true])
  }

  @Test("a figure that loses its value breaks the check there")
  func undefined() throws {
    let model = try CostModel(scenario())
    let path = "volume.segments.midMarket.customers"
    let other = Stress.Change(
      path: "volume.segments.enterprise.customers", kind: .set, amount: 0)
    let input = try #require(model.scenario.inputs[path])
    let direction = Direction(value: input, 0...40)
    let point = try #require(
      try model.breakingPoints(
        of: [check("costPerCompletedTask", .min, 0)], along: direction, from: 40, to: 0,
        under: [other]
      ).first)
    guard case .undefined(let position) = point.place else {
      Issue.record("\(point.place) \(try model.figure("costPerCompletedTask", [other]))")
      return
    }
    #expect(position > 0 && position < 1e-9)
  }

  @Test("a hole behind each further person employed is found, however narrow")
  func hole() throws {
    // The cost of a task falls with volume and jumps with each full-time person; a limit just below
    // the height of one of the later jumps is passed for a moment only.
    let model = try CostModel(
      scenario { scenario, _ in scenario.humanReview.staffing = .wholeFTE })
    let direction = factor("volume.segments.*.customers", model.scenario, to: 3)
    let count = 100_001
    let positions = (0..<count).map { 1 + 2 * Double($0) / Double(count - 1) }
    let costs = try model.scan(
      ["costPerCompletedTask"], along: direction, at: positions)[0]
    var jumps: [Int] = []
    for index in 1..<count where costs[index] > costs[index - 1] { jumps.append(index) }
    #expect(jumps.count > 8)
    for jump in jumps.dropFirst(3).prefix(3) {
      let earlier = try #require(costs[..<jump].max())
      // Low enough for this jump, or for an earlier one where that went higher.
      let limit = min(costs[jump] * (1 - 1e-6), earlier)
      let first = try #require(costs.firstIndex { $0 > limit })
      let point = try #require(
        try model.breakingPoints(
          of: [check("costPerCompletedTask", .max, limit)], along: direction, from: 1, to: 3
        ).first)
      let position = point.position ?? 1
      #expect(position <= positions[first])
      #expect(first == 0 || position >= positions[first - 1])
    }
  }

  @Test("random models never fail before the place that is found")
  func randomModels() throws {
    var seed = Seed(77)
    var found = 0
    for case .success(let model) in UnitEconomicsTests.randomModels {
      let output = ["costPerCompletedTask", "grossMargin", "tsr", "toolOutage"][
        Int.random(in: 0..<4, using: &seed)]
      guard let base = model.values()[output]?.value else { continue }
      let pattern = ["outcomes.escalation.*", "tools.*.latency.*", "volume.segments.*.customers"][
        Int.random(in: 0..<3, using: &seed)]
      let limit = base + abs(base) * seed.number(-0.5...0.5)
      let direction = factor(pattern, model.scenario, to: 5)
      let positions = direction.positions(2001)
      let figures = try model.scan([output], along: direction, at: positions)[0]
      let check = check(output, Bool.random(using: &seed) ? .min : .max, limit)
      let point = try #require(
        try model.breakingPoints(of: [check], along: direction, from: 1, to: 5).first)
      let first = figures.firstIndex { !((check.side == .min ? $0 - limit : limit - $0) >= 0) }
      switch point.place {
      case .atStart: #expect(first == 0)
      case .never: #expect(first == nil)
      case .at(let position, _), .undefined(let position):
        found += 1
        #expect(position <= first.map { positions[$0] } ?? 5)
        #expect(point.isProven)
      }
    }
    #expect(found >= 4)
  }

  @Test("of whole numbers, the last that holds is named")
  func whole() throws {
    let model = try CostModel(scenario(["outcomes.maxAttempts": 1]))
    let input = try #require(model.scenario.inputs["tools.portal.maxRetries"])
    let cost = try (0...4).map {
      try model.figure("toolsCost", [.init(path: input.path, kind: .set, amount: Double($0))])
    }
    let direction = Direction(value: input, 0...4)
    let points = try model.breakingPoints(
      of: [check("toolsCost", .max, (cost[2] + cost[3]) / 2)], along: direction, from: 0, to: 4)
    #expect(points[0].place == .at(2, isJump: true))
    #expect(points[0].isProven, "every value was looked at")
  }
}

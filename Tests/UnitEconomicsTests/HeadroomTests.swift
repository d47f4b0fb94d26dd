import Formulas
import Testing

@testable import UnitEconomics

@Suite("Headroom is how far an input can go before the first check fails")
struct HeadroomTests {
  static func check(_ output: String, _ side: Check.Side, _ limit: Double) -> Check {
    Check(
      name: output, output: output, side: side,
      limit: Input("checks.\(output)", "limit", limit, .one), stresses: [])
  }

  static let checks = [
    check("grossMargin", .min, 0.2), check("tsr", .min, 0.92),
    check("escalationRate", .max, 0.08), check("costPerCompletedTask", .max, 1.2),
  ]

  /// The worked example with one tool, so that all its inputs are soon asked.
  static func checked(_ edit: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var result = scenario { scenario, _ in
      scenario.tools = scenario.tools.filter { $0.name == "crm" }
      scenario.checks = checks
      edit(&scenario)
    }
    let gone = ["tools.billing.", "tools.portal."]
    result.inputs = InputTable(
      result.inputs.filter { input in !gone.contains { input.path.hasPrefix($0) } })
    return result
  }

  /// The answer that most tests ask about, worked out once.
  private static let shared: Result<Sensitivity?, ModelFaults> = Result { () throws(ModelFaults) in
    try CostModel(checked()).sensitivity(of: "grossMargin")
  }

  static func answer() throws -> Sensitivity { try #require(try shared.get()) }

  /// How far each check lies on the good side where one input has another value.
  private func distances(_ model: CostModel, _ path: String, _ value: Double) throws -> [Double] {
    let change = Stress.Change(path: path, kind: .set, amount: value)
    let changed = model.scenario.changed(by: [change]).inputs
    let values = try model.shaped(by: changed).values(changed: changed)
    return try (model.scenario.checks + model.scenario.rateLimitChecks).map {
      let figure = try values.number($0.output)
      return $0.side == .min ? figure - $0.limit.value : $0.limit.value - figure
    }
  }

  @Test("each limit, put back, is the check's to 1e-9, and nothing fails on the way there")
  func putBack() throws {
    let answer = try Self.answer()
    let model = answer.reading.model
    #expect(answer.failing.isEmpty && answer.limits.count > 40)
    var judged = 0
    for (input, limit, isRising) in answer.limits {
      #expect(isRising == (limit.position > input.value))
      for part in 0..<10 {
        let between = input.value + (limit.position - input.value) * Double(part) / 10
        #expect(try distances(model, input.path, between).allSatisfy { $0 >= 0 }, "\(input.path)")
      }
      guard limit.kind == .reached else { continue }
      judged += 1
      let there = try distances(model, input.path, limit.position)
      let index = try #require(answer.checks.firstIndex { $0.check.name == limit.check.name })
      #expect(abs(there[index]) <= 1e-9 * max(abs(limit.check.limit.value), 1), "\(input.path)")
      let beyond = limit.position + (limit.position - input.value) * 1e-6
      #expect(try distances(model, input.path, beyond).contains { $0 < 0 }, "\(input.path)")
    }
    #expect(judged > 30)
  }

  @Test("an input without a limit fails nothing at either end of what it can be")
  func free() throws {
    let answer = try Self.answer()
    let free = answer.inputs.filter(\.limits.isEmpty)
    #expect(free.count > 10)
    for headroom in free {
      guard case .input(let input) = headroom.subject else { continue }
      for end in [headroom.falling.end, headroom.rising.end] {
        let there = try distances(answer.reading.model, input.path, end)
        #expect(there.allSatisfy { $0 >= 0 }, "\(input.path) at \(end)")
      }
    }
    #expect(answer.inputs.allSatisfy { $0.falling.isProven || $0.rising.isProven })
  }

  @Test("what no check rests on has no headroom to speak of")
  func unrelated() throws {
    let answer = try Self.answer()
    let asked = answer.inputs.compactMap { headroom -> String? in
      if case .input(let input) = headroom.subject { input.path } else { nil }
    }
    #expect(!asked.contains { $0.hasPrefix("plans.payAsYouGo") || $0.hasPrefix("workUnit") })
    #expect(asked.contains("humanReview.rate") && asked.contains("plans.growth.platformFee"))
  }

  @Test("limits are ranked by factors, a share above one half by what it leaves")
  func ranking() throws {
    let answer = try Self.answer()
    for (nearer, farther) in zip(answer.limits, answer.limits.dropFirst()) {
      #expect(nearer.limit.rank <= farther.limit.rank * (1 + 1e-6))
    }
    let crm = try #require(answer.limits.first { $0.input.path == "tools.crm.availability" })
    #expect(!crm.isRising)
    #expect(isNear(crm.limit.factor, (1 - crm.limit.position) / (1 - 0.9995)))
    let rate = try #require(answer.limits.first { $0.input.path == "humanReview.rate" })
    #expect(isNear(rate.limit.factor, rate.limit.position / 38))
  }

  @Test("both ways are followed: a volume too small costs too much, one too large hits a limit")
  func bothWays() throws {
    let answer = try Self.answer()
    let volume = try #require(
      answer.groups.first {
        if case .group(let group) = $0.subject { group.kind == .volume } else { false }
      })
    #expect(volume.falling.limit?.check.name == "costPerCompletedTask")
    #expect(volume.rising.limit != nil)
    #expect(volume.nearest?.limit.distance == volume.limits.map(\.limit.distance).min())
  }

  @Test("a group moves by one factor, and the factor put on all of it gives the limit")
  func groups() throws {
    let answer = try Self.answer()
    let model = answer.reading.model
    var found = 0
    for headroom in answer.groups {
      guard case .group(let group) = headroom.subject else { continue }
      for (limit, _) in headroom.limits where limit.kind == .reached {
        found += 1
        let changes = group.paths.map {
          Stress.Change(path: $0, kind: .multiply, amount: limit.position)
        }
        let figure = try model.figure(limit.check.output, changes)
        let wanted = limit.check.limit.value
        #expect(abs(figure - wanted) <= 1e-9 * max(abs(wanted), 1), "\(group.statement)")
      }
    }
    #expect(found >= 6)
  }

  /// The same without any tool.
  private func small(_ checks: [Check]) throws -> Sensitivity {
    var scenario = Self.checked {
      $0.tools = []
      $0.checks = checks
    }
    scenario.inputs = InputTable(scenario.inputs.filter { !$0.path.hasPrefix("tools.") })
    return try #require(try CostModel(scenario).sensitivity(of: "grossMargin"))
  }

  @Test("checks that fail already are apart, and the others have their headroom")
  func failing() throws {
    let answer = try small([Self.check("grossMargin", .min, 0.6), Self.checks[1]])
    #expect(answer.failing.map(\.check.name) == ["grossMargin"])
    #expect(!answer.limits.isEmpty)
    #expect(answer.limits.allSatisfy { $0.limit.check.name == "tsr" })
    let none = try small([Self.check("grossMargin", .min, 0.99)])
    #expect(none.failing.count == none.checks.count)
    #expect(none.limits.isEmpty && none.reverseStresses.isEmpty)
    #expect(try small([]).checks.isEmpty)
  }

  @Test("under a stress less is left: the factor that remains is the one without it, divided")
  func underStress() throws {
    let model = try CostModel(Self.checked())
    let group = model.scenario.inputGroup(.escalation)
    func factor(_ stress: Stress?) throws -> Double {
      let standpoint = try Standpoint(model, under: stress)
      let headroom = try #require(try standpoint.headroom(of: group, Self.checks))
      return try #require(headroom.rising.limit?.position)
    }
    let stress = Stress(
      name: "a little more",
      changes: group.paths.map { Stress.Change(path: $0, kind: .multiply, amount: 1.04) })
    #expect(isNear(try factor(stress), try factor(nil) / 1.04, within: 1e-9))
  }

  @Test("the first of several holes is the limit, where people come whole")
  func hole() throws {
    let whole = Self.checked { scenario in
      scenario.humanReview.staffing = .wholeFTE
      scenario.checks = []
    }
    let path = "volume.segments.midMarket.customers"
    let input = try #require(whole.inputs[path])
    let model = try CostModel(whole)
    let positions = (0...40_000).map { 40 + Double($0) / 500 }
    let direction = Direction(value: input, 40...120)
    let costs = try model.scan(["costPerCompletedTask"], along: direction, at: positions)[0]
    let jumps = (1..<costs.count).filter { costs[$0] > costs[$0 - 1] }
    #expect(jumps.count > 3)
    let third = jumps[2]
    // Just below the height of the third jump, or of an earlier one that goes higher.
    let highest = try #require(costs[..<third].max())
    let limit = min(costs[third] * (1 - 1e-9), highest)
    var checked = whole
    checked.checks = [Self.check("costPerCompletedTask", .max, max(limit, costs[0]))]
    let first = try #require(costs.firstIndex { $0 > checked.checks[0].limit.value })
    let standpoint = try Standpoint(CostModel(checked))
    let headroom = try #require(try standpoint.headroom(of: input, checked.checks))
    let found = try #require(headroom.rising.limit)
    #expect(found.kind == .jump && headroom.rising.isProven)
    #expect(found.position <= positions[first] && found.position >= positions[first - 1])
  }

  @Test("of whole numbers the last that holds is named, and it is proven by looking at each")
  func wholeNumber() throws {
    let path = "tools.portal.maxRetries"
    let model = try CostModel(scenario())
    let tries = try (2...3).map {
      try model.figure("tools.portal.tries", [.init(path: path, kind: .set, amount: Double($0))])
    }
    var checked = model.scenario
    let input = try #require(checked.inputs[path])
    checked.checks = [Self.check("tools.portal.tries", .max, (tries[0] + tries[1]) / 2)]
    let standpoint = try Standpoint(CostModel(checked))
    let headroom = try #require(try standpoint.headroom(of: input, checked.checks))
    let limit = try #require(headroom.rising.limit)
    #expect(limit.position == 2 && headroom.isProven)
    // One is stated and three fail: (3 + 1) / (1 + 1).
    #expect(limit.distance == 2)
    #expect(headroom.falling.limit == nil)
  }
}

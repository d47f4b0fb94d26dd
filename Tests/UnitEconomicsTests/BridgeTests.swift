import Formulas
import Testing

@testable import UnitEconomics

/// The base case of a scenario.
private func base(_ scenario: Scenario) throws -> CaseReading { try ScenarioReading(scenario).base }

/// The bridge between the base cases of two scenarios.
private func bridge(
  of output: String = "costPerCompletedTask", _ before: Scenario, _ after: Scenario,
  by grouping: Grouping = .group
) throws -> Bridge {
  let bridge = try Bridge(of: output, from: base(before), to: base(after), by: grouping)
  return try #require(bridge)
}

/// The bridge from the base case to a stress, statement by statement.
private func bridge(
  of output: String = "costPerCompletedTask", _ stress: Stress, on scenario: Scenario
) throws -> Bridge {
  let model = try CostModel(scenario)
  let before = try ScenarioReading(model).base
  let bridge = try Bridge(
    of: output, from: before, to: CaseReading(stress, on: model), by: .statement,
    stated: stress.drivers(in: scenario))
  return try #require(bridge)
}

extension Bridge {
  /// The share of the driver with a name.
  fileprivate func share(_ name: String) -> Double? {
    shares.first { $0.driver.name == name }?.value
  }

  fileprivate var sum: Double { shares.reduce(0) { $0 + $1.value } }
}

@Suite("A bridge splits a difference among drivers")
struct BridgeTests {
  @Test("of people's cost = hours × rate, each has its own change at the mean of the other")
  func product() throws {
    // Twice the handle times are twice the hours on escalations, h; the rate goes from 38 to 57.
    let before = scenario()
    let names = Reason.allCases.map { "humanReview.handleTime.\($0.rawValue)" }
    var overrides = ["humanReview.rate": 57.0]
    for name in names { overrides[name] = try #require(before.inputs[name]).value * 2 }
    let found = try bridge(of: "humanReviewCost", before, scenario(overrides))
    let values = try figures(before)
    let escalations = try values.number("humanHours.escalations") / 0.8
    let others = try values.number("humanReviewCost") / 38 - escalations
    let ofTimes = escalations * (38 + 57) / 2
    let ofRate = (57 - 38) * (others + escalations * (1 + 2) / 2)
    #expect(isNear(found.share("humanReview.handleTime"), ofTimes))
    #expect(isNear(found.share("humanReview.rate"), ofRate))
    #expect(found.shares.count == 2)
    #expect(found.method == .exact(sets: 4))
    let rate = try #require(found.shares.first { $0.driver.name == "humanReview.rate" })
    #expect(isNear(rate.alone, 19 * (others + escalations)))
    #expect(isNear(rate.last, 19 * (others + 2 * escalations)))
  }

  @Test("shares add up to the difference, and the other way round they are the negative")
  func sumAndReverse() throws {
    let models = try randomModels.prefix(4).map { try $0.get().scenario }
    let outputs = ["totalCost", "costPerCompletedTask", "revenue"]
    for (output, (before, after)) in zip(outputs, zip(models, models.dropFirst())) {
      let found = try bridge(of: output, before, after, by: .section)
      let size = max(abs(found.before), abs(found.after))
      #expect(abs(found.sum - found.difference) <= 1e-12 * size)
      let back = try bridge(of: output, after, before, by: .section)
      #expect(found.shares.count >= 3)
      for share in found.shares {
        let other = try #require(back.share(share.driver.name))
        #expect(abs(share.value + other) <= 1e-9 * size, "\(share.driver.name) of \(output)")
      }
    }
  }

  @Test("drivers that do the same get the same, and one that does nothing gets nothing")
  func symmetry() throws {
    let before = scenario { scenario, draft in
      scenario.volume.segments = ["a", "b"].map { draft.segment($0, customers: 10, tasks: 500) }
    }
    let after = scenario { scenario, draft in
      scenario.volume.segments = ["a", "b"].map { draft.segment($0, customers: 30, tasks: 500) }
      scenario.tools[1].maxRetries = draft.input(
        "tools.billing.maxRetries", 1, .one, in: .whole(0...20))
      scenario.outcomes.wrongDetected = draft.share("outcomes.wrongDetected", 0.7)
    }
    let found = try bridge(of: "attempts", before, after, by: .input)
    let first = try #require(found.share("volume.segments.a.customers"))
    #expect(isNear(first, try #require(found.share("volume.segments.b.customers"))))
    #expect(isNear(2 * first, found.difference))
    #expect(found.idle.map(\.path) == ["outcomes.wrongDetected"])
    #expect(found.shares.count == 2)
  }

  @Test("a driver that could matter and does not has a share of nothing")
  func nothing() throws {
    let before = scenario(["plans.growth.minimum": 10])
    let found = try bridge(
      of: "revenue", before, scenario(["plans.growth.minimum": 20, "humanReview.rate": 50]))
    #expect(found.shares.map(\.value) == [0])
    #expect(found.difference == 0)
    #expect(found.idle.map(\.path) == ["humanReview.rate"])
  }

  @Test("of a stress, each statement is a driver, also where two of them change one input")
  func statements() throws {
    let path = "humanReview.rate"
    let stress = Stress(
      name: "both",
      parts: [
        .init(statement: "× 2", changes: [.init(path: path, kind: .multiply, amount: 2)]),
        .init(statement: "+ 10", changes: [.init(path: path, kind: .add, amount: 10)]),
        .init(statement: "nothing", changes: []),
      ])
    let found = try bridge(of: "humanReviewCost", stress, on: scenario())
    // 38, × 2 alone 76, + 10 alone 48, one after the other 86.
    let hours = try figures(scenario()).number("humanReviewCost") / 38
    #expect(isNear(found.share("× 2"), hours * 38))
    #expect(isNear(found.share("+ 10"), hours * 10))
    #expect(found.share("nothing") == 0)
    #expect(isNear(found.difference, hours * 48))
  }

  @Test("a stress without any effect has a bridge of nothing")
  func idleStatement() throws {
    let stress = Stress(name: "idle", parts: [.init(statement: "nothing", changes: [])])
    let found = try bridge(stress, on: scenario())
    #expect(found.shares.map(\.value) == [0])
    #expect(found.difference == 0)
  }

  @Test("a change that is held back counts as far as it goes")
  func held() throws {
    let path = "tools.crm.errorRate"
    let stress = Stress(
      name: "all fail",
      parts: [
        .init(statement: "× 60", changes: [.init(path: path, kind: .multiply, amount: 60)]),
        .init(statement: "× 90", changes: [.init(path: path, kind: .multiply, amount: 90)]),
      ])
    let found = try bridge(of: "tools.crm.tryFails", stress, on: scenario())
    // 1 %, then 60 %, 90 % or, after both, 100 %: (59 + 10) / 2 and (89 + 40) / 2.
    let timeouts = try figures(scenario()).number("tools.crm.timeoutShare")
    #expect(isNear(found.share("× 60"), 0.345 * (1 - timeouts)))
    #expect(isNear(found.share("× 90"), 0.645 * (1 - timeouts)))
  }

  @Test("each stress of the pack is split to the last digit")
  func pack() throws {
    let scenario = scenario()
    for stress in scenario.pessimisticPack {
      for output in ["costPerCompletedTask", "grossMargin", "tsr"] {
        let found = try bridge(of: output, stress, on: scenario)
        #expect(found.shares.count == stress.parts.count)
        #expect(abs(found.sum - found.difference) <= 1e-14 * max(abs(found.before), 1))
      }
    }
  }

  @Test("a figure without a value at an end has no bridge")
  func undefined() throws {
    let without = scenario { scenario, _ in
      scenario.plans = []
      scenario.chosenPlan = nil
    }
    let found = try Bridge(of: "grossMargin", from: base(without), to: base(scenario()))
    #expect(found == nil)
  }

  @Test("what has no value apart is one driver, and the reason is told")
  func ties() throws {
    // A median of 2 s with the old p95 of 1.6 s is no latency.
    let after = scenario([
      "tools.crm.latency.p50": 2, "tools.crm.latency.p95": 4, "humanReview.rate": 40,
    ])
    let found = try bridge(scenario(), after, by: .input)
    #expect(found.ties.count == 1)
    #expect(found.ties[0].drivers == ["tools.crm.latency.p50", "tools.crm.latency.p95"])
    #expect(found.ties[0].reason == "tools.crm.latency.p95 is below tools.crm.latency.p50")
    #expect(found.shares.count == 2)
    #expect(
      found.shares.contains {
        $0.driver.name == "tools.crm.latency.p50 and tools.crm.latency.p95"
      })
    #expect(isNear(found.sum, found.difference, within: 1e-12))
  }

  @Test("a part that only one has is a driver with all that is in it")
  func structure() throws {
    let after = scenario { scenario, draft in
      scenario.tools.append(draft.tool("search", calls: 2, price: 0.05, errorRate: 0.02))
      scenario.humanReview.sampling = nil
      scenario.inference.calls[0].model = "frontier"
    }
    let found = try bridge(of: "totalCost", scenario(), after)
    #expect(
      Set(found.shares.map(\.driver.name)) == [
        "tools.search", "humanReview.sampling", "inference.calls.triage.model",
      ])
    // Nothing escalates more for a sample less: alone and last are the same.
    let sampling = try #require(
      found.shares.first { $0.driver.name == "humanReview.sampling" })
    let line = try figures(scenario()).number("humanReviewLines.sampling")
    #expect(isNear(sampling.alone, -line, within: 1e-10))
    #expect(isNear(found.sum, found.difference, within: 1e-12))
  }

  @Test("with more than twelve inputs the shares are sampled, and near those of groups added up")
  func sampled() throws {
    var overrides: [String: Double] = [:]
    for (index, input) in scenario().inputs.enumerated() where !input.domain.isWhole {
      let isMoved = input.path.hasPrefix("outcomes.") || input.path.hasPrefix("inference.calls.")
      if isMoved, input.value > 0, input.value != 1 {
        overrides[input.path] = input.value * (0.8 + 0.01 * Double(index % 17))
      }
    }
    let after = scenario(overrides)
    let found = try bridge(scenario(), after, by: .input)
    #expect(found.shares.count > 12)
    guard case .sampled(let pairs, _) = found.method else {
      Issue.record("sampled: \(found.method)")
      return
    }
    #expect(pairs == 500)
    #expect(isNear(found.sum, found.difference, within: 1e-11))
    #expect(found.shares.allSatisfy { ($0.standardError ?? 1) < 1e-3 * abs(found.before) })
    // Inputs of one section interact with those of the other, but hardly.
    let sections = try bridge(scenario(), after, by: .section)
    let outcomes = found.shares.filter { $0.driver.name.hasPrefix("outcomes.") }
    let together = try #require(sections.share("outcomes"))
    #expect(isNear(outcomes.reduce(0) { $0 + $1.value }, together, within: 0.02))
  }
}

@Suite("What belongs together is one driver")
struct GroupingTests {
  private func names(_ paths: [String], by grouping: Grouping) -> [String] {
    paths.map { Difference($0, .added(nil)) }.drivers(by: grouping).map(\.name)
  }

  @Test(
    "as far as a reader takes it together",
    arguments: [
      (
        [
          "outcomes.escalation.ambiguity", "outcomes.escalation.dataMissing",
          "outcomes.wrongResult",
        ],
        ["outcomes.escalation", "outcomes.wrongResult"]
      ),
      (
        ["tools.crm.latency.p50", "tools.crm.latency.p95", "tools.crm.errorRate", "tools.new"],
        ["tools.crm.latency", "tools.crm.errorRate", "tools.new"]
      ),
      (
        ["inference.prices[\"gpt-4.1\"].input", "inference.prices[\"gpt-4.1\"].output"],
        ["inference.prices[\"gpt-4.1\"]"]
      ),
      (
        ["inference.calls.a.input", "inference.calls.a.output"],
        ["inference.calls.a.input", "inference.calls.a.output"]
      ),
      (
        [
          "plans.p.charges.c.tiers.0.price", "plans.p.charges.c.tiers.1.price",
          "plans.p.successKicker.amount", "plans.p.successKicker.aboveTSR", "plan",
        ],
        ["plans.p.charges.c", "plans.p.successKicker", "plan"]
      ),
      (
        ["infrastructure.monthly.a", "infrastructure.monthly.b", "infrastructure.traces.size"],
        ["infrastructure.monthly.a", "infrastructure.monthly.b", "infrastructure.traces.size"]
      ),
      (
        ["infrastructure.traces.size", "infrastructure.traces.ingest"], ["infrastructure.traces"]
      ),
    ])
  func together(paths: [String], names: [String]) {
    #expect(self.names(paths, by: .group) == names)
  }

  @Test("or further, in the section that has most of them, until there are twelve")
  func coarser() {
    let tools = (0..<5).flatMap { ["tools.t\($0).errorRate", "tools.t\($0).availability"] }
    let others = ["humanReview.rate", "humanReview.occupancy", "outcomes.wrongResult"]
    let found = names(tools + others, by: .group)
    #expect(found == (0..<5).map { "tools.t\($0)" } + others)
    let many = (0..<40).map { "tools.t\($0).errorRate" }
    #expect(names(many + others, by: .group) == ["tools"] + others)
    #expect(names(many + others, by: .section) == ["tools", "humanReview", "outcomes.wrongResult"])
    #expect(names(many, by: .input) == many)
  }
}

import Formulas
import Testing

@testable import UnitEconomics

@Suite("A reverse stress is the smallest joint worsening that fails a check")
struct ReverseStressTests {
  private func answer() throws -> Sensitivity { try HeadroomTests.answer() }

  /// How much of each stress of a scenario it takes, groups and inputs left out.
  private func multiples(_ scenario: Scenario) throws -> [String: ReverseStress] {
    let standpoint = try Standpoint(CostModel(scenario))
    let checks = scenario.checks + scenario.rateLimitChecks
    var found: [String: ReverseStress] = [:]
    for plan in standpoint.reverseStressPlans(checks, groups: [], inputs: []) {
      guard case .stress(let stress) = plan.kind else { continue }
      found[stress.name] = try standpoint.reverseStress(plan, checks)
    }
    return found
  }

  private func stresses(_ answer: Sensitivity) -> [String: ReverseStress] {
    var found: [String: ReverseStress] = [:]
    for item in answer.reverseStresses {
      if case .stress(let stress) = item.kind { found[stress.name] = item }
    }
    return found
  }

  @Test("the inputs as they are said to be put the check on its limit, and nothing fails before")
  func putBack() throws {
    let answer = try answer()
    let model = answer.reading.model
    #expect(answer.reverseStresses.count >= 10)
    for item in answer.reverseStresses {
      guard let limit = item.limit, limit.kind == .reached else { continue }
      func changes(_ part: Double) -> [Stress.Change] {
        item.moved.map {
          let value = $0.input.value + part * ($0.value - $0.input.value)
          return Stress.Change(path: $0.input.path, kind: .set, amount: value)
        }
      }
      let figure = try model.figure(limit.check.output, changes(1))
      let wanted = limit.check.limit.value
      #expect(abs(figure - wanted) <= 1e-9 * max(abs(wanted), 1), "\(item.kind)")
      let halfway = model.scenario.changed(by: changes(0.5)).inputs
      let values = try model.shaped(by: halfway).values(changed: halfway)
      for check in model.scenario.checks {
        let figure = try values.number(check.output)
        #expect(check.side == .min ? figure >= check.limit.value : figure <= check.limit.value)
      }
    }
  }

  @Test("together, each moves by the same part of itself, to its worse side")
  func together() throws {
    let answer = try answer()
    for item in answer.reverseStresses {
      switch item.kind {
      case .inputsTogether(let count):
        let part = try #require(item.limit?.position)
        #expect(item.moved.count == count && count > 60)
        for moved in item.moved { #expect(abs(abs(moved.part) - part) < 1e-9) }
        let worse = Dictionary(
          uniqueKeysWithValues: item.moved.map { ($0.input.path, $0.part > 0) })
        #expect(worse["humanReview.rate"] == true)
        #expect(worse["tools.crm.latency.p95"] == true)
        #expect(worse["plans.growth.platformFee"] == false)
        #expect(worse["tools.crm.availability"] == false)
      case .groupsTogether(let count):
        let part = try #require(item.limit?.position)
        #expect(count == 8)
        for moved in item.moved {
          #expect(isNear(abs(moved.value / moved.input.value - 1), part, within: 1e-9))
        }
      case .steepest, .stress: break
      }
    }
  }

  @Test("along the steepest direction the squares of the parts add up to that of the length")
  func steepest() throws {
    let item = try #require(
      try answer().reverseStresses.first {
        if case .steepest = $0.kind { true } else { false }
      })
    let length = try #require(item.limit?.position)
    let squares = item.moved.reduce(0) { $0 + $1.part * $1.part }
    #expect(isNear(squares, length * length, within: 1e-9))
    // The shortest way in a plane would be no longer than along any one input.
    let nearest = try #require(try answer().limits.first)
    #expect(length < abs(nearest.limit.position - nearest.input.value) / nearest.input.fullStep)
  }

  @Test("a multiple of a stress goes by powers of its factors: so much more, so much less")
  func multiples() throws {
    let answer = try answer()
    let found = stresses(answer)
    func group(_ kind: InputGroup.Kind) throws -> Headroom {
      try #require(
        answer.groups.first {
          if case .group(let group) = $0.subject { group.kind == kind } else { false }
        })
    }
    let escalation = try #require(found["escalation × 2"])
    #expect(isNear(escalation.factor, try group(.escalation).rising.limit!.position, within: 1e-9))
    let people = try #require(found["people 15 % dearer"])
    #expect(isNear(people.factor, try group(.loadedRate).rising.limit!.position, within: 1e-9))
    let tools = try #require(found["tools 3 × slower"])
    #expect(isNear(tools.factor, try group(.latency).rising.limit!.position, within: 1e-9))
    #expect(found["escalation × 1.5"] == nil, "a weaker one of the same direction says nothing new")
    #expect(found["escalation × 2, tools 3 × slower"] != nil)
  }

  @Test("amounts go by parts, and a value that is set is approached from where the input stands")
  func amounts() throws {
    let base = HeadroomTests.checked { scenario in
      scenario.stresses = [
        Stress(
          name: "longer",
          changes: [
            .init(path: "humanReview.handleTime.ambiguity", kind: .add, amount: 2)
          ]),
        Stress(
          name: "set", changes: [.init(path: "humanReview.rate", kind: .set, amount: 48)]),
        Stress(
          name: "fewer",
          changes: [
            .init(path: "volume.segments.midMarket.customers", kind: .subtract, amount: 10)
          ]),
      ]
    }
    let found = try multiples(base)
    let answer = try answer()
    func limit(_ path: String) throws -> Double {
      try #require(answer.limits.first { $0.input.path == path }).limit.position
    }
    let longer = try #require(found["longer"]?.limit?.position)
    #expect(isNear(9 + 2 * longer, try limit("humanReview.handleTime.ambiguity"), within: 1e-9))
    let set = try #require(found["set"]?.limit?.position)
    #expect(isNear(38 + 10 * set, try limit("humanReview.rate"), within: 1e-9))
    #expect(found["fewer"] != nil)
  }

  @Test("a stress that breaks a check at its full strength breaks it before, and none that stands")
  func strength() throws {
    let scenario = HeadroomTests.checked().packed(besideOwn: true)
    let reading = try ScenarioReading(scenario)
    let found = try multiples(scenario)
    #expect(!found.isEmpty)
    for (name, item) in found {
      let checks = reading.checks.filter { $0.stress == name }
      let breaks = checks.contains { !$0.isPassed }
      #expect(breaks == (item.limit.map { $0.position < 1 } ?? false), "\(name)")
    }
  }
}

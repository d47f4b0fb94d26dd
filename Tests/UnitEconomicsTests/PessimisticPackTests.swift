import Testing
import UnitEconomics

@Suite("The pessimistic pack is what any agent should stand")
struct PessimisticPackTests {
  @Test("it has every stress that the worked example has inputs for, each worse than the base case")
  func complete() throws {
    let scenario = scenario().packed(besideOwn: true)
    #expect(scenario.stresses.count == 12)
    let reading = try ScenarioReading(scenario)
    let base = try #require(reading.base.values[.costPerCompletedTask].value)
    for stress in reading.stresses where stress.stress != "volume × 2 at twice the peak" {
      let cost = try #require(stress.values[.costPerCompletedTask].value)
      #expect(cost > base, "\(stress.stress ?? "")")
    }
    let worst = try #require(reading.stresses.last?.values[.costPerCompletedTask].value)
    #expect(reading.stresses.allSatisfy { $0.values[.costPerCompletedTask].value ?? 0 <= worst })
  }

  @Test("its figures are those of the changes made one by one")
  func figures() throws {
    let plain = scenario()
    let model = try CostModel(plain)
    let pack = Dictionary(uniqueKeysWithValues: plain.pessimisticPack.map { ($0.name, $0) })
    let prices = try #require(pack["model prices + 25 %"])
    #expect(
      Set(prices.changes.map(\.path))
        == Set(plain.inputs.map(\.path).filter { $0.hasPrefix("inference.prices") }))
    let inference = try model.figure("inferenceCost", [])
    let dearer = try model.figure("inferenceCost", prices.changes)
    #expect(abs(dearer - 1.25 * inference) < 1e-9 * inference)
    let people = try model.figure("humanReviewCost", [])
    let paid = try model.figure("humanReviewCost", #require(pack["people 15 % dearer"]).changes)
    #expect(abs(paid - 1.15 * people) < 1e-9 * people)
    let cached = try #require(pack["no cache reads"])
    #expect(try model.figure("inferenceLines.resolve.cacheRead", cached.changes) == 0)
    let half = try model.figure("tasksSubmitted", #require(pack["volume × 0.5"]).changes)
    #expect(half == 69_000)
  }

  @Test("what a scenario has no input for is left out")
  func fitting() {
    var bare = scenario()
    bare.tools = []
    bare.inputs = InputTable(bare.inputs.filter { !$0.path.hasPrefix("tools.") })
    let names = bare.pessimisticPack.map(\.name)
    #expect(!names.contains { $0.contains("tools") })
    #expect(names.contains("escalation × 2"))
  }

  @Test("it takes the place of no stresses, and stands beside stated ones only when asked")
  func place() {
    var scenario = scenario()
    scenario.stresses = [Stress(name: "own", changes: [])]
    #expect(scenario.packed(besideOwn: false).stresses.map(\.name) == ["own"])
    #expect(scenario.packed(besideOwn: true).stresses.count == 13)
    scenario.stresses = []
    #expect(scenario.packed(besideOwn: false).stresses.count == 12)
    #expect(scenario.packed(besideOwn: false).checks.allSatisfy { $0.stresses.count == 12 })
  }
}

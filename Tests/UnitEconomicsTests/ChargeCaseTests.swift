import Formulas
import Machine
import Testing
import UnitEconomics

@Suite("Bills come out as billing systems print them")
struct ChargeCaseTests {
  private static let cases = lagoCases + openMeterCases + killBillCases + manualCases

  /// A scenario with one customer who submits so many tasks.
  private func model(_ stated: ChargeCase) throws -> CostModel {
    try CostModel(
      scenario { scenario, draft in
        scenario.volume.segments = [draft.segment("only", customers: 1, tasks: stated.units)]
        scenario.plans = [stated.plan(&draft)]
        scenario.chosenPlan = "sold"
      })
  }

  /// To 1e-12, and to the last decimal that the source prints.
  private func isAsPrinted(_ amount: Double, _ expected: String) throws -> Bool {
    let number = try #require(Double(expected))
    let decimals = expected.split(separator: ".").dropFirst().first?.count ?? 0
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return isNear(amount, number) && (amount * scale).rounded() == (number * scale).rounded()
  }

  @Test("one at a time", arguments: cases)
  func point(stated: ChargeCase) throws {
    let model = try model(stated)
    #expect(model.scenario.problems.isEmpty)
    let amount = try model.values().number("revenue")
    #expect(try isAsPrinted(amount, stated.expected), "\(amount)")
  }

  @Test("as one point of many, on every engine", arguments: cases)
  func batch(stated: ChargeCase) throws {
    let model = try model(stated)
    let place = try #require(model.places["volume.segments.only.tasksPerCustomer"])
    let units = [stated.units / 2, stated.units, stated.units * 3 + 1]
    let grid = Grid(axes: [
      .init(count: 3, inputs: place.map { ($0, .listed(units)) })
    ])
    let reading = GridReading(around: model.values(), grid: grid, outputs: ["revenue"])
    for engine in Machine.engines {
      let amounts = Amounts()
      reading.read(by: .alone(engine: engine)) { start, count, blocks in
        for index in 0..<count { amounts.set(start + index, blocks[0][index]) }
      }
      #expect(try isAsPrinted(amounts[1], stated.expected), "\(engine.name): \(amounts[1])")
    }
  }

  @Test("every case that was gathered is there, once")
  func complete() {
    let names = Self.cases.map { $0.name.prefix(6) }
    #expect(Set(names).count == 81 && names.count == 81)
  }
}

/// What a reading of three points has found; each point is written once.
private final class Amounts: @unchecked Sendable {
  private let numbers = UnsafeMutablePointer<Double>.allocate(capacity: 3)

  func set(_ index: Int, _ number: Double) { numbers[index] = number }
  subscript(index: Int) -> Double { numbers[index] }

  deinit { numbers.deallocate() }
}

import Formulas
import TestSupport
import Testing
import UnitEconomics

@Suite("What is true of every scenario")
struct TruthTests {
  private static let all = randomModels.indices

  private func reading(_ index: Int) throws -> (scenario: Scenario, model: CostModel, Values) {
    let model = try randomModels[index].get()
    #expect(model.scenario.problems.isEmpty)
    return (model.scenario, model, model.values())
  }

  @Test("Every figure is finite or undefined for a reason", arguments: all)
  func finite(index: Int) throws {
    let (_, model, values) = try reading(index)
    let undefined = model.graph.paths.filter { values[$0]?.value == nil }
    #expect(undefined.isEmpty)
    #expect(values.numbers.allSatisfy { !$0.isInfinite })
    for output in Output.allCases { #expect(values[output].value != nil, "\(output)") }
  }

  @Test(
    "Outcomes are shares that add to one, and reasons add to the escalation rate", arguments: all)
  func outcomes(index: Int) throws {
    let (_, _, values) = try reading(index)
    let parts = try ["tsr", "escalationRate", "failedRate"].map { try values.number($0) }
    #expect(parts.allSatisfy { (0...1).contains($0) })
    #expect(isNear(parts.reduce(0, +), 1))
    let reasons = try Reason.allCases.map { try values.number("escalationByReason.\($0)") }
    #expect(isNear(reasons.reduce(0, +), parts[1]))
    let completed = try values.number("completedTasks") / values.number("tasksSubmitted")
    #expect((parts[0]...1).contains(completed))
  }

  @Test(
    "Lines add to their component, components to the total, and each line is priced", arguments: all
  )
  func costs(index: Int) throws {
    let (_, model, values) = try reading(index)
    var total = 0.0
    for component in Component.allCases {
      let lines = model.lines.filter { $0.component == component }
      var sum = 0.0
      for line in lines {
        let cost = try values.number(line.path)
        #expect(cost >= 0, "\(line.path)")
        let product = try values.number(line.quantityPath) * values.number(line.pricePath)
        #expect(isNear(cost, product * factor(line, model.graph)), "\(line.path)")
        sum += cost
      }
      #expect(isNear(try values.number(component.output), sum), "\(component)")
      total += sum
    }
    #expect(isNear(try values.number("totalCost"), total))
    #expect(Set(model.lines.map(\.path)).count == model.lines.count)
  }

  /// What quantity × price in their own units must be scaled by to be money a month.
  private func factor(_ line: CostLine, _ graph: FormulaGraph) -> Double {
    func unit(_ path: String) -> Formulas.Unit { graph.nodes[graph.positions[path]!].unit }
    let product = unit(line.quantityPath) * unit(line.pricePath)
    #expect(product.isCompatible(with: .money / .month), "\(line.path)")
    let (multiplier, divisor) = product.conversion(to: .money / .month)
    return multiplier / divisor
  }

  @Test(
    "An attempt costs its model calls and its tools, and attempts add to the lines", arguments: all)
  func attempts(index: Int) throws {
    let (_, _, values) = try reading(index)
    let attempts = try values.number("attempts")
    for (component, perAttempt) in [
      ("inferenceCost", "inferencePerAttempt"), ("toolsCost", "toolsPerAttempt"),
    ] {
      #expect(isNear(try values.number(component), attempts * (try values.number(perAttempt))))
    }
    #expect(
      isNear(
        try values.number("costPerAttempt"),
        try values.number("inferencePerAttempt") + values.number("toolsPerAttempt")))
  }

  @Test("Revenue adds up over segments, and profit and margins follow from it", arguments: all)
  func revenue(index: Int) throws {
    let (scenario, _, values) = try reading(index)
    for plan in scenario.plans.map({ "plans.\($0.name)" }) {
      let bySegment = try scenario.volume.segments.reduce(0) {
        $0 + $1.customers.value * (try values.number("\(plan).segments.\($1.name).revenue"))
      }
      let revenue = try values.number("\(plan).revenue")
      #expect(isNear(revenue, bySegment))
      let profit = try revenue - values.number("\(plan).paymentFees") - values.number("totalCost")
      #expect(isNear(try values.number("\(plan).grossProfit"), profit, within: 1e-9))
      #expect(isNear(try values.number("\(plan).grossMargin"), profit / revenue, within: 1e-9))
      let contribution = (profit + (try values.number("fixedCost"))) / revenue
      #expect(
        isNear(try values.number("\(plan).contributionMargin"), contribution, within: 1e-9))
    }
    for output in Output.ofPlan {
      #expect(values[output] == values[scenario.chosenPlan!, output])
    }
  }

  @Test("The customers of all segments and fixed cost carry the whole cost", arguments: all)
  func segments(index: Int) throws {
    let (scenario, _, values) = try reading(index)
    let carried = try scenario.volume.segments.reduce(values.number("fixedCost")) {
      $0 + $1.customers.value * (try values.number("segments.\($1.name).cost"))
    }
    #expect(isNear(try values.number("totalCost"), carried))
  }

  @Test("Bounds over a range around each input hold the figures at its ends", arguments: all)
  func bounds(index: Int) throws {
    let (_, model, _) = try reading(index)
    var seed = Seed(UInt64(index))
    let point = model.point()
    let bounds = model.graph.bounds(
      over: point.map { Interval($0 * 0.99, $0 * 1.01) })
    for _ in 0..<5 {
      // Whole numbers stay as they are: they shape the model.
      let values = model.graph.values(at: point.map { $0 * seed.number(0.99...1.01) })
      let outside = bounds.indices.filter { position in
        let number = values.numbers[position]
        return number.isNaN
          ? !bounds[position].canBeUndefined : !bounds[position].contains(number)
      }
      #expect(outside.isEmpty)
    }
  }
}

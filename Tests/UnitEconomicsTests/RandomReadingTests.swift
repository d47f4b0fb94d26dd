import Formulas
import Machine
import TestSupport
import Testing
import UnitEconomics

@Suite("Every reading of a random model says the same")
struct RandomReadingTests {
  /// Every third, since each is read many times.
  private static let all = Array(stride(from: 0, to: randomModels.count, by: 3))

  /// The figures that are read: the headline ones and what each customer pays on each plan.
  private func outputs(_ model: CostModel) -> [String] {
    model.graph.paths.filter { path in
      Output.allCases.contains { $0.rawValue == path } || path.contains("revenuePerCustomer")
        || path.hasSuffix("grossMargin")
    }
  }

  /// The places of inputs that may move: not those that shape the model.
  private func moving(_ model: CostModel) -> [Int] {
    model.graph.inputPaths.indices.filter {
      model.scenario.inputs[model.graph.inputPaths[$0]]?.domain.isWhole == false
    }
  }

  /// A value that an input can take: none of it, all of it, or so many times what is stated.
  private func value(_ input: Int, _ model: CostModel, _ seed: inout Seed) -> Double {
    let stated = model.point()[input]
    guard let domain = model.scenario.inputs[model.graph.inputPaths[input]]?.domain else {
      return stated
    }
    let drawn = seed.number(0...1) < 0.1 ? domain.low : stated * seed.magnitude(0.01...30)
    let held = domain.held(drawn)
    return domain.contains(held) || domain.mayExceedUnderStress ? held : stated
  }

  @Test("A lane of a batch has the bits of its point, on every engine", arguments: all)
  func batch(index: Int) throws {
    let model = try randomModels[index].get()
    var seed = Seed(UInt64(index))
    let base = model.values()
    let outputs = outputs(model)
    let moved = Array(
      moving(model).shuffled(using: &seed).prefix(Int.random(in: 1...40, using: &seed)))
    let points = (0..<19).map { _ in moved.map { value($0, model, &seed) } }
    let grid = Grid(axes: [
      .init(
        count: points.count,
        inputs: moved.enumerated().map { place, input in
          (input: input, values: .listed(points.map { $0[place] }))
        })
    ])
    let expected = points.map { point -> Values in
      var whole = model.point()
      for (input, value) in zip(moved, point) { whole[input] = value }
      return model.graph.values(at: whole)
    }
    let reading = GridReading(around: base, grid: grid, outputs: outputs)
    for engine in Machine.engines {
      let lanes = Lanes(points.count * outputs.count)
      reading.read(by: .alone(engine: engine)) { start, count, blocks in
        for (output, block) in blocks.enumerated() {
          for lane in 0..<count { lanes[output * points.count + start + lane] = block[lane] }
        }
      }
      for (output, path) in outputs.enumerated() {
        for (lane, values) in expected.enumerated() {
          let (number, own) = (lanes[output * points.count + lane], values[path]?.value)
          guard number.isNaN ? own == nil : number.bitPattern == own?.bitPattern else {
            Issue.record("\(path) at point \(lane) of model \(index), \(engine.name): \(number)")
            return
          }
        }
      }
    }
  }

  @Test("Far from what is stated a figure is a number or undefined for a reason", arguments: all)
  func far(index: Int) throws {
    let model = try randomModels[index].get()
    var seed = Seed(UInt64(100 + index))
    for _ in 0..<5 {
      var point = model.point()
      for input in moving(model) { point[input] = value(input, model, &seed) }
      let values = model.graph.values(at: point)
      for (position, number) in values.numbers.enumerated() where !number.isFinite {
        let reason = number.isNaN ? values.reading(position).reason ?? "" : ""
        guard reason.count < 5 || reason.contains("nan") else { continue }
        Issue.record(
          "\(model.graph.expression(position)) of model \(index) is \(number): \(reason)")
      }
    }
  }

  @Test("The slope of total cost and of revenue is what a small step finds", arguments: all)
  func gradient(index: Int) throws {
    let model = try randomModels[index].get()
    let graph = model.graph
    var seed = Seed(UInt64(200 + index))
    let values = model.values()
    for path in ["totalCost", "plans.sold.revenue"] {
      let gradient = try #require(graph.gradient(of: path, at: values))
      #expect(gradient.allSatisfy { $0.isFinite })
      let size = abs(try values.number(path))
      for input in moving(model).shuffled(using: &seed).prefix(6) {
        let step = 1e-5 * abs(model.point()[input])
        let beside = [-step, step].map { shift in
          var point = model.point()
          point[input] += shift
          return graph.values(at: point)
        }
        // Where a step crosses a kink there is no slope between its ends.
        guard step > 0, beside.allSatisfy({ branches($0) == branches(values) }) else { continue }
        let slope = (try beside[1].number(path) - beside[0].number(path)) / (2 * step)
        let rounding = 1e-13 * size / step
        #expect(
          abs(gradient[input] - slope) <= 1e-5 * abs(slope) + rounding,
          "\(path) by \(graph.inputPaths[input]) of model \(index)")
      }
    }
  }

  /// Which way each step goes that can go several ways.
  private func branches(_ values: Values) -> [Double] {
    values.graph.nodes.indices.compactMap { position in
      let operands = values.graph.operands(of: position).map { values.numbers[Int($0)] }
      return switch values.graph.nodes[position].operation {
      case .floor, .ceil, .isLess, .isAtMost, .erlangAgents: values.numbers[position]
      case .minimum, .maximum: operands[0] < operands[1] ? 0 : 1
      default: nil
      }
    }
  }
}

/// What a reading has found; each number is written once.
private final class Lanes: @unchecked Sendable {
  private let numbers: UnsafeMutablePointer<Double>

  init(_ count: Int) { numbers = .allocate(capacity: count) }

  subscript(index: Int) -> Double {
    get { numbers[index] }
    set { numbers[index] = newValue }
  }

  deinit { numbers.deallocate() }
}

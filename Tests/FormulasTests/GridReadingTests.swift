import Machine
import TestSupport
import Testing

@testable import Formulas

@Suite("The batch reading equals the point reading, bit for bit")
struct GridReadingTests {
  /// A model that has every operation, and parts that depend on every subset of a, b and c.
  private static func model() throws -> FormulaGraph {
    let a = Formula.input("a", unit: .one)
    let b = Formula.input("b", unit: .one)
    let c = Formula.input("c", unit: .one)
    let d = Formula.input("d", unit: .one)
    let onA = Formula.exp(a) + Formula.normalCDF(a * 3 - d)
    let onB = Formula.log(b) + Formula.pow(0.3, Formula.floor(b))
    let onC = Formula.ceil(c * 7) / (c - 2)
    let onAB = Formula.max(onA, onB) * Formula.min(a, b)
    let onBC = Formula.select(b.isLess(than: c), then: onB + onC, otherwise: onB - onC)
    let onAC = Formula.select(
      a.isAtMost(c), then: onA / onC, otherwise: .undefined(because: "a > c"))
    let all = Formula.sum([onAB, onBC, onA, onC, d], unit: .one)
    let rest = Formula.select(onAB.isLess(than: onBC), then: onAC, otherwise: onAB * all)
    return try FormulaGraph([
      onA.named("onA"), onAB.named("onAB"), onBC.named("onBC"), onAC.named("onAC"),
      all.named("all"), rest.named("rest"), (d * 2).named("onNothing"),
    ])
  }

  private static let outputs = ["onA", "onAB", "onBC", "onAC", "all", "rest", "onNothing"]

  private static func expectEqual(
    _ graph: FormulaGraph, _ base: [Double], _ grid: Grid, pieces: Int = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let reading = GridReading(around: graph.values(at: base), grid: grid, outputs: outputs)
    let expected = (0..<grid.count).map { place in
      let values = graph.values(at: point(base, grid, place))
      return outputs.map { values.numbers[graph.positions[$0]!] }
    }
    for engine in Machine.engines {
      let results = Results(count: grid.count, outputs: outputs.count)
      reading.read(by: .alone(pieces: pieces, engine: engine)) { start, count, blocks in
        for (output, block) in blocks.enumerated() {
          for index in 0..<count { results.set(output, start + index, block[index]) }
        }
      }
      var differing = 0
      for (place, numbers) in expected.enumerated() {
        for (output, number) in numbers.enumerated() {
          let got = results[output, place]
          let isSame = number.bitPattern == got.bitPattern || number.isNaN && got.isNaN
          if !isSame { differing += 1 }
        }
      }
      #expect(differing == 0, "\(engine.name)", sourceLocation: sourceLocation)
    }
  }

  /// The inputs at a place of a grid, worked out apart from the reading.
  private static func point(_ base: [Double], _ grid: Grid, _ place: Int) -> [Double] {
    var point = base
    var rest = place
    for axis in grid.axes.reversed() {
      let position = rest % axis.count
      rest /= axis.count
      for (input, source) in axis.inputs {
        switch source {
        case .column(let column): point[input] = number(column, position)
        case .multiple(let value, let column, let range):
          let product = value * number(axis.columns[column], position)
          point[input] = min(max(product, range.lowerBound), range.upperBound)
        }
      }
    }
    return point
  }

  private static func number(_ column: Grid.Column, _ position: Int) -> Double {
    switch column {
    case .listed(let values): return values[position]
    case .computed(_, let filler):
      var value = 0.0
      withUnsafeTemporaryAllocation(of: Double.self, capacity: BlockEngine.scratchCount) {
        filler.fill(position..<position + 1, &value, $0.baseAddress!)
      }
      return value
    }
  }

  /// Places that pieces fill, each its own.
  private final class Results: @unchecked Sendable {
    private let memory: UnsafeMutablePointer<Double>
    private let count: Int

    init(count: Int, outputs: Int) {
      self.count = count
      memory = .allocate(capacity: count * outputs)
      memory.initialize(repeating: -12345, count: count * outputs)
    }

    deinit { memory.deallocate() }

    func set(_ output: Int, _ place: Int, _ value: Double) {
      memory[output * count + place] = value
    }

    subscript(output: Int, place: Int) -> Double { memory[output * count + place] }
  }

  private static func spaced(_ low: Double, _ high: Double, _ count: Int) -> Grid.Source {
    .listed((0..<count).map { low + (high - low) * Double($0) / Double(max(1, count - 1)) })
  }

  @Test(
    "on grids of every shape",
    arguments: [
      [(0, 5), (1, 7), (2, 9)], [(2, 3), (0, 400), (1, 2)], [(1, 1), (2, 600)], [(0, 1000)],
      [(2, 40), (1, 40)], [(0, 3), (1, 4), (2, 37)], [(0, 2), (1, 37), (2, 5)],
      [(0, 35), (1, 3), (2, 45)], [(3, 8), (0, 3), (2, 5), (1, 11)],
    ])
  func shapes(axes: [(Int, Int)]) throws {
    let graph = try Self.model()
    let names = graph.inputPaths
    let ends = ["a": (-2.0, 3.0), "b": (-0.5, 4.0), "c": (0.0, 4.0), "d": (-1.0, 1.0)]
    let base = names.map { (ends[$0]!.0 + ends[$0]!.1) / 2 }
    let grid = Grid(
      axes: axes.map { input, count in
        let (low, high) = ends[names[input]]!
        return .init(count: count, inputs: [(input, Self.spaced(low, high, count))])
      })
    Self.expectEqual(graph, base, grid)
    Self.expectEqual(graph, base, grid, pieces: 3)
  }

  @Test("on a list of points in which every input moves")
  func list() throws {
    let graph = try Self.model()
    var seed = Seed(7)
    let columns = graph.inputs.indices.map { _ in
      (0..<1500).map { _ in Double.random(in: -3...4, using: &seed) }
    }
    let axis = Grid.Axis(
      count: 1500, inputs: columns.enumerated().map { ($0, .listed($1)) })
    Self.expectEqual(graph, graph.inputs.map { _ in 1 }, Grid(axes: [axis]))
  }

  @Test("where results overflow, as where they do not")
  func overflow() throws {
    let graph = try Self.model()
    let huge = Grid.Source.listed([1e308, -1e308, 700, 800, 1e200, 0])
    let axis = Grid.Axis(count: 6, inputs: graph.inputs.indices.map { ($0, huge) })
    Self.expectEqual(graph, graph.inputs.map { _ in 1 }, Grid(axes: [axis]))
  }

  @Test("each formula is worked out once for each combination of just its own axes")
  func once() throws {
    let graph = try Self.model()
    let base = graph.inputs.map { _ in 1.0 }
    let places = Dictionary(
      uniqueKeysWithValues: graph.inputPaths.enumerated().map { ($1, $0) })
    let grid = Grid(
      axes: ["a", "b", "c"].map {
        .init(count: 10, inputs: [(places[$0]!, Self.spaced(0.5, 1.5, 10))])
      })
    let program = BatchProgram(
      graph, around: graph.values(at: base), grid: grid,
      wanted: Self.outputs.map { graph.positions[$0]! })
    let steps = Dictionary(
      uniqueKeysWithValues: program.groups.map { group in
        // The terms of a sum are no steps of their own.
        (group.axes.bits, group.steps.filter { $0.operation != .copy }.count)
      })
    #expect(steps[0b001]! > 0 && steps[0b010]! > 0 && steps[0b100]! > 0)
    #expect(steps[0b011]! > 0 && steps[0b110]! > 0 && steps[0b101]! > 0)
    let total = steps.values.reduce(0, +)
    #expect(steps[0b111]! < total / 3, "most of the work is outside the innermost loop: \(steps)")
  }

  @Test("values can be computed on the way, a stretch at a time", arguments: [3, 40, 300])
  func computed(count: Int) throws {
    let graph = try Self.model()
    let filler = Grid.Filler { range, target, _ in
      for (index, place) in range.enumerated() { target[index] = Double(place * place) / 1e5 }
    }
    let squares = Grid.Column.computed(in: 0...9, filler)
    let grid = Grid(axes: [
      .init(count: 5, inputs: [(0, .column(squares))]),
      .init(count: count, inputs: [(1, .column(squares))]),
    ])
    Self.expectEqual(graph, graph.inputs.map { _ in 1 }, grid, pieces: 2)
  }

  @Test("inputs may be multiples of one column, held within what they can be", arguments: [7, 333])
  func multiples(count: Int) throws {
    let graph = try Self.model()
    let factors = Grid.Column.listed((0..<count).map { Double($0) / Double(count) * 4 - 1 })
    let inputs: [(input: Int, values: Grid.Source)] = graph.inputs.indices.map {
      ($0, .multiple(of: Double($0) - 0.5, column: 0, within: -1...1.5))
    }
    let grid = Grid(axes: [
      .init(count: 3, inputs: [(0, .listed([0.5, 1, 2]))]),
      .init(count: count, columns: [factors], inputs: Array(inputs.dropFirst())),
    ])
    Self.expectEqual(graph, graph.inputs.map { _ in 1 }, grid)
    let one = Grid(axes: [.init(count: count, columns: [factors], inputs: inputs)])
    Self.expectEqual(graph, graph.inputs.map { _ in 1 }, one)
  }
}

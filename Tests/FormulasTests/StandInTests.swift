import Machine
import Testing

@testable import Formulas

@Suite("What always equals one of its operands is not worked out, and no number changes by that")
struct StandInTests {
  private static let graph: FormulaGraph? = {
    let a = Formula.input("a", unit: .one)
    let b = Formula.input("b", unit: .one)
    let one = Formula.input("one", unit: .one)
    let most = Formula.max(a, b)
    let least = Formula.min(a, b)
    let scaled = b * one / one
    let undefined = Formula.log(b - 5) * one
    return try? FormulaGraph([
      most.named("most"), least.named("least"), (most * 3 + least).named("both"),
      (Formula.max(most, least) - b).named("rest"), scaled.named("scaled"),
      Formula.max(a, undefined).named("undefined"), (most * 3).named("ofMost"),
    ])
  }()

  private static let outputs = [
    "most", "least", "both", "rest", "scaled", "undefined", "ofMost",
  ]

  /// Bounds that leave no doubt, that touch, that overlap; around a point that lies in them or not.
  @Test(
    "wherever b lies beside a",
    arguments: [(2.0, 0.0, 1.0), (2, 3, 9), (2, 2, 4), (2, 0, 2), (2, 0, 7), (6, 1, 8)],
    [0.5, 2, 5, 7])
  func bounds(place: (a: Double, low: Double, high: Double), around: Double) throws {
    let graph = try #require(Self.graph)
    func point(_ b: Double) -> [Double] {
      graph.inputPaths.map { $0 == "a" ? place.a : $0 == "b" ? b : 1 }
    }
    let numbers = (0..<100).map { place.low + (place.high - place.low) * Double($0) / 99 }
    let b = try #require(graph.inputPaths.firstIndex(of: "b"))
    let grid = Grid(axes: [.init(count: numbers.count, inputs: [(b, .listed(numbers))])])
    let reading = GridReading(
      around: graph.values(at: point(around)), grid: grid, outputs: Self.outputs)
    let expected = numbers.map { number in
      let values = graph.values(at: point(number))
      return Self.outputs.map { values.numbers[graph.positions[$0]!] }
    }
    for engine in Machine.engines {
      reading.read(by: .alone(engine: engine)) { start, count, blocks in
        for index in 0..<count {
          for (output, block) in blocks.enumerated() {
            let (got, wanted) = (block[index], expected[start + index][output])
            #expect(
              got.bitPattern == wanted.bitPattern || got.isNaN && wanted.isNaN,
              "\(Self.outputs[output]) at \(numbers[start + index])")
          }
        }
      }
    }
  }

  @Test("over two axes, of which each moves a part", arguments: [(2.0, 3.0), (5, 5), (8, 0.5)])
  func twoAxes(around: (a: Double, b: Double)) throws {
    let graph = try #require(Self.graph)
    @Sendable func point(_ a: Double, _ b: Double) -> [Double] {
      graph.inputPaths.map { $0 == "a" ? a : $0 == "b" ? b : 1 }
    }
    let (some, many) = ([4.0, 6, 6.5], (0..<70).map { 7 + Double($0) / 10 })
    let a = try #require(graph.inputPaths.firstIndex(of: "a"))
    let b = try #require(graph.inputPaths.firstIndex(of: "b"))
    for (outer, inner) in [(some, many), (many, some)] {
      let grid = Grid(axes: [
        .init(count: outer.count, inputs: [(a, .listed(outer))]),
        .init(count: inner.count, inputs: [(b, .listed(inner))]),
      ])
      let reading = GridReading(
        around: graph.values(at: point(around.a, around.b)), grid: grid, outputs: Self.outputs)
      for engine in Machine.engines {
        reading.read(by: .alone(engine: engine)) { start, count, blocks in
          for index in 0..<count {
            let (row, place) = (start + index).quotientAndRemainder(dividingBy: inner.count)
            let values = graph.values(at: point(outer[row], inner[place]))
            for (output, block) in blocks.enumerated() {
              let wanted = values.numbers[graph.positions[Self.outputs[output]]!]
              let got = block[index]
              #expect(
                got.bitPattern == wanted.bitPattern || got.isNaN && wanted.isNaN,
                "\(Self.outputs[output]) at \(outer[row]), \(inner[place])")
            }
          }
        }
      }
    }
  }

  @Test("and what is not a number anywhere leaves doubt")
  func notANumber() throws {
    let graph = try #require(Self.graph)
    let b = try #require(graph.inputPaths.firstIndex(of: "b"))
    let numbers = [1.0, .nan, 1.5]
    let grid = Grid(axes: [.init(count: 3, inputs: [(b, .listed(numbers))])])
    let values = graph.values(at: graph.inputPaths.map { $0 == "a" ? 10 : 1 })
    GridReading(around: values, grid: grid, outputs: ["most", "ofMost"]).read { _, count, blocks in
      #expect(count == 3)
      for block in [0, 1] {
        #expect((0..<3).map { blocks[block][$0].isNaN } == [false, true, false])
      }
    }
  }

  @Test("and steps fall away")
  func fewer() throws {
    let graph = try #require(Self.graph)
    let b = try #require(graph.inputPaths.firstIndex(of: "b"))
    func steps(_ numbers: [Double]) -> Int {
      let grid = Grid(axes: [.init(count: numbers.count, inputs: [(b, .listed(numbers))])])
      let values = graph.values(at: graph.inputPaths.map { $0 == "a" ? 2 : 1 })
      let program = GridReading(around: values, grid: grid, outputs: ["both"]).program
      return program.groups.reduce(0) { $0 + $1.steps.count }
    }
    let (sure, open) = (Array(repeating: 3.0, count: 40), [1.0] + Array(repeating: 3, count: 39))
    #expect(steps(sure) < steps(open))
  }
}

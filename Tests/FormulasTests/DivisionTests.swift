import Machine
import TestSupport
import Testing

@testable import Formulas

@Suite("A quotient is rounded once, however an engine comes by it")
struct DivisionTests {
  private static let divisors: [Double] = [
    1, 3, -7, 10, 30.4375, 730, 1e6, 1 / 3.0, 1.9999999999999998, 1.0000000000000002, -0.1,
    2, 0x1p-400, -0x1p-600, .leastNonzeroMagnitude, 1.7e308, 0x1.fffffffffffffp500, 0x1p501, 0,
  ]

  /// Numbers of every size, and those that a multiplication by a reciprocal gets wrong the easiest:
  /// next to a product of the divisor and what lies between two numbers.
  private static func numbers(_ divisor: Double) -> [Double] {
    var seed = Seed(7)
    var numbers = [
      0, 1, -1, 1e300, .leastNonzeroMagnitude, -0x1.5p-1030, 0x1p-500, 0x1p500, 0x1p501, -0x1p-501,
    ]
    for _ in 0..<500 {
      let quotient = seed.number(1...2)
      let near = (quotient * divisor).addingProduct(quotient.ulp / 2, divisor)
      numbers += [near, near.nextUp, near.nextDown, seed.number(-9...9)]
    }
    return numbers.filter(\.isFinite)
  }

  /// Each engine's quotients, beside those of the processor's own division.
  private static func expectQuotients(_ numbers: [Double], _ divisor: Double) throws {
    let quotient = Formula.input("x", unit: .one) / Formula.input("d", unit: .one)
    let graph = try FormulaGraph([quotient.named("quotient")])
    let base = graph.inputPaths.map { $0 == "d" ? divisor : 1 }
    let x = graph.inputPaths.firstIndex(of: "x")!
    let axis = Grid.Axis(count: numbers.count, inputs: [(x, .listed(numbers))])
    let grid = Grid(axes: [axis])
    let reading = GridReading(around: graph.values(at: base), grid: grid, outputs: ["quotient"])
    for engine in Machine.engines {
      let results = Quotients(numbers.count)
      reading.read(by: .alone(engine: engine)) { start, count, blocks in
        for index in 0..<count { results.memory[start + index] = blocks[0][index] }
      }
      for (index, number) in numbers.enumerated() {
        let (got, wanted) = (results.memory[index], number / divisor)
        #expect(
          got.bitPattern == wanted.bitPattern || !wanted.isFinite && got.isNaN,
          "\(number) / \(divisor) on \(engine.name): \(got)")
      }
    }
  }

  @Test("by a number that is the same for all", arguments: divisors)
  func byNumber(divisor: Double) throws {
    try Self.expectQuotients(Self.numbers(divisor), divisor)
  }

  @Test("where 0 stands among them, above it and below", arguments: divisors)
  func zeros(divisor: Double) throws {
    try Self.expectQuotients((0..<300).map { $0 % 3 == 0 ? 0 : Double($0) }, divisor)
    try Self.expectQuotients((0..<300).map { $0 % 3 == 0 ? -0.0 : -Double($0) }, divisor)
  }
}

/// Where quotients are put; one thread's own.
private final class Quotients: @unchecked Sendable {
  let memory: UnsafeMutablePointer<Double>

  init(_ count: Int) { memory = .allocate(capacity: count) }

  deinit { memory.deallocate() }
}

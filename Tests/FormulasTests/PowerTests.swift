import Machine
import TestSupport
import Testing

@testable import Formulas

@Suite("A power has the same bits whichever way an engine comes by it")
struct PowerTests {
  private static let exponents: [Double] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 0.5, 1.5, 2.0000000000000004, 100, -1, -0.5, -0.0, 1e300,
  ]

  private static let bases: [Double] = {
    var seed = Seed(3)
    return [0, -0.0, 1, -1, 2, 1e60, 1e-60, 1.7e308, .leastNonzeroMagnitude, -2.5]
      + (0..<300).map { _ in seed.number(0...3) }
  }()

  /// Each engine's powers, beside those of single numbers.
  private static func expectPowers(_ bases: [Double], _ exponents: [Double]) throws {
    let power = Formula.pow(.input("x", unit: .one), .input("e", unit: .one))
    let graph = try FormulaGraph([power.named("power")])
    let (x, e) = (
      graph.inputPaths.firstIndex(of: "x")!, graph.inputPaths.firstIndex(of: "e")!
    )
    var base = [1.0, 1.0]
    base[e] = exponents[0]
    let moves = [(x, Grid.Source.listed(bases)), (e, .listed(exponents))]
    // An exponent that is the same for all does not move.
    let axis = Grid.Axis(count: bases.count, inputs: exponents.count > 1 ? moves : [moves[0]])
    let reading = GridReading(
      around: graph.values(at: base), grid: Grid(axes: [axis]), outputs: ["power"])
    for engine in Machine.engines {
      reading.read(by: .alone(engine: engine)) { start, count, blocks in
        for index in 0..<count {
          let (x, e) = (bases[start + index], exponents[(start + index) % exponents.count])
          let (got, wanted) = (blocks[0][index], Elementary.power(x, e))
          #expect(
            got.bitPattern == wanted.bitPattern || !wanted.isFinite && got.isNaN,
            "\(x) ^ \(e) on \(engine.name): \(got)")
        }
      }
    }
  }

  @Test("with an exponent that is the same for all", arguments: exponents)
  func same(exponent: Double) throws {
    try Self.expectPowers(Self.bases, [exponent])
  }

  @Test("with exponents that are all of these in turn")
  func other() throws {
    let bases = Self.exponents.flatMap { _ in Self.bases }
    let exponents = bases.indices.map { Self.exponents[$0 / Self.bases.count] }
    try Self.expectPowers(bases, exponents)
  }

  @Test("and a whole one is a product, within three roundings")
  func products() {
    for base in Self.bases where base > 0 && base < 1e40 {
      var product = 1.0
      for exponent in 0..<8 {
        let power = Elementary.power(base, Double(exponent))
        #expect(abs(power - product) <= 5 * product.ulp, "\(base) ^ \(exponent)")
        product *= base
      }
    }
    #expect(Elementary.power(0.3, 2) == 0.3 * 0.3)
    #expect(Elementary.power(1.5, 3) == 3.375)
    #expect(Elementary.power(-0.0, 3).sign == .plus)
    #expect(Elementary.power(0.25, 0.5) == 0.5)
  }
}

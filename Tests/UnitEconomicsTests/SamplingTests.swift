import Formulas
import Machine
import Testing

@testable import UnitEconomics

@Suite("Stratified draws lie one in each part, and correlated ones go together as stated")
struct SamplingTests {
  private static let uniform = Distribution(.uniform(low: 0, high: 1))

  @Test("Latin: each replicate has one draw in each part, of every input", arguments: [3, 8])
  func latin(bits: Int) {
    let drawn = Drawing.inputs(
      [Self.uniform, Self.uniform], seed: 4, sampling: .latin, replicateBits: bits)
    let size = 1 << bits
    var orders: Set<[Int]> = []
    for input in 0..<2 {
      for replicate in 0..<Sampling.replicates {
        let draws = drawn.draws(input, replicate * size..<(replicate + 1) * size)
        let parts = draws.map { Int($0 * Double(size)) }
        #expect(parts.sorted() == Array(0..<size))
        orders.insert(parts)
      }
    }
    if bits == 8 { #expect(orders.count == 2 * Sampling.replicates) }
  }

  @Test("Sobol': the first 2ᵏ points of a replicate lie one in each dyadic interval")
  func sobol() {
    let bits = 9
    let drawn = Drawing.inputs(
      Array(repeating: Self.uniform, count: 20), seed: 4, sampling: .sobol, replicateBits: bits)
    var firsts: Set<Double> = []
    for input in 0..<20 {
      for replicate in [0, 1, 15] {
        let start = replicate << bits
        for power in 0...bits {
          let draws = drawn.draws(input, start..<start + 1 << power)
          let parts = draws.map { Int($0 * Double(1 << power)) }
          #expect(parts.sorted() == Array(0..<1 << power))
        }
        firsts.insert(drawn.draws(input, start..<start + 1)[0])
      }
    }
    // Each replicate of each input is scrambled in its own way.
    #expect(firsts.count == 60)
  }

  @Test("Sobol': two inputs together fill the squares of a grid, where the net says so")
  func pairs() {
    let drawn = Drawing.inputs(
      [Self.uniform, Self.uniform], sampling: .sobol, replicateBits: 8)
    let (x, y) = (drawn.draws(0, 0..<256), drawn.draws(1, 0..<256))
    // The first two dimensions are a (0, 2)-sequence: every elementary rectangle has its point.
    for power in 0...8 {
      let (columns, rows) = (Double(1 << power), Double(256 >> power))
      let places = Set(zip(x, y).map { Int($0 * columns) * 1000 + Int($1 * rows) })
      #expect(places.count == 256, "2^\(power) columns")
    }
  }

  @Test("every dimension's directions make a digital net: ones on the diagonal, none below it")
  func directions() {
    for dimension in 0..<SobolNet.dimensions {
      let directions = SobolNet.directions(dimension)
      #expect(directions.count == 32)
      for (bit, direction) in directions.enumerated() {
        #expect(direction >> UInt64(31 - bit) & 1 == 1, "dimension \(dimension)")
        #expect(direction & (1 << UInt64(31 - bit) - 1) == 0, "dimension \(dimension)")
        #expect(direction < 1 << 32)
      }
    }
    // The third dimension begins with 1 and 3, and by its polynomial x² + x + 1 goes on with
    // 2·3 ⊕ 4·1 ⊕ 1 = 3.
    #expect(SobolNet.directions(2).prefix(3).map { $0 >> 29 } == [4, 6, 3])
  }

  @Test("correlated draws have the rank correlation that was stated, whatever their shapes")
  func correlated() {
    let distributions = [
      Distribution(.pert(low: 1, mode: 2, high: 9)), Distribution(.lognormal(median: 3, sigma: 1)),
      Distribution(.normal(mean: 0, standardDeviation: 1)),
    ]
    let correlations = [
      Correlation("a", "b", rank: 0.7), Correlation("b", "c", rank: -0.4),
    ]
    let count = 10_000
    let drawn = Drawing.inputs(distributions, correlations: correlations, seed: 21)
    let ranks = (0..<3).map { Ranks(drawn.draws($0, 0..<count)) }
    // Four standard errors, of a correlation of 0 the widest: 1/√n.
    let four = 4 / Double(count).squareRoot()
    #expect(abs(ranks[0].correlation(with: ranks[1]) - 0.7) < four)
    #expect(abs(ranks[1].correlation(with: ranks[2]) + 0.4) < four)
    #expect(abs(ranks[0].correlation(with: ranks[2])) < four)
  }

  @Test("a correlated input has its own distribution still")
  func margins() {
    let distribution = Distribution(.pert(low: 1, mode: 2, high: 9))
    let drawn = Drawing.inputs(
      [distribution, distribution], correlations: [Correlation("a", "b", rank: 0.9)])
    let draws = drawn.draws(1, 0..<10_000).sorted()
    for share in [0.01, 0.1, 0.5, 0.9, 0.99] {
      let reached = distribution.cumulative(draws[Int(share * 10_000)])
      #expect(abs(reached - share) < 4.5 * (share * (1 - share) / 10_000).squareRoot())
    }
  }

  @Test("drawn again, nothing is the same, and nothing goes together with the first time")
  func again() {
    let drawn = Drawing.inputs(
      [Self.uniform, Self.uniform], correlations: [Correlation("a", "b", rank: 0.8)])
    let again = DrawnInputs(again: drawn)
    let (first, second) = (drawn.draws(0, 0..<10_000), again.draws(0, 0..<10_000))
    #expect(abs(Ranks(first).correlation(with: Ranks(second))) < 0.04)
    let other = Ranks(again.draws(1, 0..<10_000))
    #expect(abs(Ranks(second).correlation(with: other) - 0.8) < 0.04)
  }
}

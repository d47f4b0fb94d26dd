import Testing

@testable import UnitEconomics

@Suite("Ranks, and what it is worth to know an input")
struct RanksTests {
  /// - Source: the correlation of IQ with hours of television, worked in the encyclopaedia article on
  ///   Spearman's coefficient: −29/165.
  @Test("Spearman's coefficient, worked")
  func worked() {
    let iq = Ranks([86, 97, 99, 100, 101, 103, 106, 110, 112, 113])
    let hours = Ranks([2, 20, 28, 27, 50, 29, 7, 17, 6, 12])
    #expect(isNear(iq.correlation(with: hours), -29.0 / 165))
    #expect(isNear(iq.correlation(with: iq), 1))
  }

  @Test("equal values share their rank; what does not vary has no correlation")
  func ties() {
    // Ranks 0.5, 0.5, 2, 3 and 0, 1, 2, 3: 4.5 over √(4.5 · 5).
    let correlation = Ranks([1, 1, 2, 3]).correlation(with: Ranks([4, 5, 6, 7]))
    #expect(isNear(correlation, 4.5 / (4.5 * 5.0).squareRoot()))
    #expect(Ranks([1, 1, 1]).correlation(with: Ranks([1, 2, 3])) == 0)
    #expect(isNear(Ranks([1, .nan, 3]).correlation(with: Ranks([1, 9, 3])), 1))
  }

  @Test("to know an input is worth what bad cases would lose, worked by hand")
  func worth() {
    // 64 values, a group each: going live earns 15.5 on average, and who knows the value stays away
    // from 0 … 15, where 16 … 1 would be lost.
    let input = (0..<64).map(Double.init)
    let profit = input.map { $0 - 16 }
    let losses = (1...16).reduce(0.0) { $0 + Double($1) }
    #expect(isNear(InputWorth(of: input, for: profit).value, losses / 64))
    // Nothing would be lost, so nothing is gained by knowing.
    #expect(InputWorth(of: input, for: input).value == 0)
    // Not going live is the decision: knowing gains the good cases.
    let gains = InputWorth(of: input, for: input.map { $0 - 60 }).value
    #expect(isNear(gains, (1 + 2 + 3) / 64.0))
    #expect(InputWorth(of: [1, 2], for: [.nan, .nan]).value == 0)
  }
}

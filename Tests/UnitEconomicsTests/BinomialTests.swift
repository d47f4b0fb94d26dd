import Testing
import UnitEconomics

@Suite("Successes of so many tasks are counted exactly")
struct BinomialTests {
  @Test(
    "the chance of fewer successes than a number, against exact fractions",
    arguments: [
      // By hand: (1 + 10 + 45 + 120 + 210) / 1024, and 1 − 3 · 0.81 · 0.1 − 0.729.
      (10, 5, 0.5, 386.0 / 1024), (3, 2, 0.9, 0.028), (1, 1, 0.25, 0.75),
      // Summed with Python's fractions.
      (50, 46, 0.93, 0.27097309000112546), (1200, 1104, 0.933, 0.03424034316671327),
      (200, 3, 0.001, 0.9988662319025373),
    ])
  func worked(trials: Int, successes: Int, probability: Double, below: Double) {
    let months = Binomial(trials: trials, probability: probability)
    #expect(isNear(months.below(successes), below, within: 1e-12))
    #expect(isNear(months.atLeast(successes), 1 - below, within: 1e-12))
  }

  @Test("all numbers of successes together are certain", arguments: [1, 7, 15, 16, 400, 3000])
  func sumsToOne(trials: Int) {
    for probability in [0, 0.003, 0.5, 0.92, 1] {
      let months = Binomial(trials: trials, probability: probability)
      let sum = (0...trials).reduce(0) { $0 + months.exactly($1) }
      #expect(isNear(sum, 1, within: 1e-11), "\(trials) at \(probability)")
      for successes in [0, trials / 3, trials, trials + 1] {
        let both = months.below(successes) + months.atLeast(successes)
        #expect(isNear(both, 1, within: 1e-12))
      }
    }
  }

  @Test("a threshold at the mean of very many tasks is missed by about half of the months")
  func many() {
    let months = Binomial(trials: 1_000_000_000, probability: 0.93)
    #expect(abs(months.below(930_000_000) - 0.5) < 1e-4)
    #expect(months.below(929_000_000) < 1e-12)
    #expect(months.below(931_000_000) == 1)
  }
}

import Formulas
import Testing

@testable import UnitEconomics

@Suite("Luck: how many tasks come, how each ends, how long people take")
struct MonthLuckTests {
  private static let draws = 0..<40_000

  /// Mean and variance of numbers.
  private func moments(_ numbers: [Double]) -> (mean: Double, variance: Double) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(numbers.count - 1))
  }

  @Test(
    "counts are listed with the probabilities of Poisson's law",
    arguments: [1e-9, 0.3, 1, 7.5, 900, 2e5])
  func steps(mean: Double) throws {
    let (values, cumulative) = PoissonCount.steps(mean)
    let law = Distribution(.poisson(mean: mean))
    for index in stride(from: 0, to: values.count, by: max(1, values.count / 50)) {
      #expect(abs(cumulative[index] - law.cumulative(values[index])) < 1e-12)
    }
    #expect(values.first == max(0, values[0]) && cumulative.last == 1)
  }

  @Test("mean and variance of counts are what is expected", arguments: [0, 0.02, 3, 450, 3e10])
  func counts(mean: Double) {
    let counts = PoissonCount(mean: mean, name: "count", seed: 3).draw(Self.draws, on: .portable)
    let (found, variance) = moments(counts)
    let n = Double(counts.count)
    #expect(abs(found - mean) <= 4 * (mean / n).squareRoot())
    // The fourth moment about the mean is m + 3m².
    #expect(abs(variance - mean) <= 4 * ((mean + 2 * mean * mean) / n).squareRoot())
    #expect(counts.allSatisfy { $0 >= 0 && $0 == $0.rounded() })
  }

  @Test("times of n cases are gamma of shape n, n of one case too", arguments: [1, 2, 3, 10, 500])
  func times(cases: Double) {
    let time = HandleTime(name: "time", seed: 9)
    let times = Self.draws.map { time.time($0, cases: cases) }.sorted()
    let gamma = IncompleteGamma(shape: cases)
    let n = Double(times.count)
    // Kolmogorov's distance, which a right sample exceeds once in ten thousand times.
    let distance = times.enumerated().reduce(0) { most, next in
      let share = gamma.tails(at: next.element).lower
      return max(most, abs(share - Double(next.offset) / n))
    }
    #expect(distance * n.squareRoot() < 2.23)
    #expect(time.time(4, cases: 0) == 0)
  }

  @Test("ends of tasks are independent counts, whose sum is Poisson too")
  func splitting() throws {
    let plan = try MonthPlan(CostModel(scenario()), seed: 5, draws: 2)
    let months = plan.segments[0].luck.draw(Self.draws, on: .portable)
    let n = Double(months.count)
    let escalated = months.tasks.indices.map(months.escalated)
    let values = plan.values
    for (numbers, share) in [
      (months.tasks, 1), (months.successes, try values.number("tsr")),
      (escalated, try values.number("escalationRate")),
      (months.detected, try values.number("failedRate") * 0.6),
      (months.completedByPeople, try values.number("escalationRate") * 0.97),
    ] {
      let (mean, variance) = moments(numbers)
      #expect(abs(mean - 1200 * share) < 4 * (1200 * share / n).squareRoot())
      #expect(abs(variance / (1200 * share) - 1) < 0.04)
    }
    let (successes, others) = (moments(months.successes), moments(escalated))
    let products = zip(months.successes, escalated).map {
      ($0 - successes.mean) * ($1 - others.mean)
    }
    let spread = (successes.variance * others.variance).squareRoot()
    #expect(abs(moments(products).mean / spread) < 4 / n.squareRoot())
  }

  @Test("a month is the same whatever else is drawn, and another with another seed")
  func streams() throws {
    let model = try CostModel(scenario())
    let luck = try MonthPlan(model, seed: 5, draws: 2).segments[1].luck
    let all = luck.draw(0..<100, on: .portable)
    let some = luck.draw(37..<41, on: .portable)
    #expect(some.tasks == Array(all.tasks[37..<41]))
    #expect(some.reworkTimes == Array(all.reworkTimes[37..<41]))
    #expect(some.escalationTimes.map(\.first) == all.escalationTimes.map { $0[37] })
    let other = try MonthPlan(model, seed: 6, draws: 2).segments[1].luck
    #expect(other.draw(0..<100, on: .portable).tasks != all.tasks)
  }
}

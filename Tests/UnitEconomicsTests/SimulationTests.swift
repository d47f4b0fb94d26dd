import Formulas
import Machine
import Testing

@testable import UnitEconomics

@Suite("Same seed, same numbers: in one piece or many, in one go or several, on any engine")
struct SimulationTests {
  private static let crews: [Crew] =
    Machine.engines.map { .alone(pieces: 7, engine: $0) } + [Machine.crew]

  @Test("kept values, sketches and sums", arguments: [true, false])
  func same(keepsValues: Bool) throws {
    let plan = try UncertainDesk.plan(keepsValues: keepsValues)
    let whole = UncertainDesk.drawn(plan)
    #expect(whole.draws == 10_000)
    for crew in Self.crews {
      for leaves in [1, 2, .max] {
        let other = UncertainDesk.drawn(plan, leaves: leaves, by: crew)
        #expect(other.tree == whole.tree)
        #expect(other.values == whole.values)
        #expect(other.sketches == whole.sketches)
      }
    }
  }

  @Test("another seed gives other draws, and more draws begin with the same ones")
  func seeds() throws {
    let first = UncertainDesk.drawn(try UncertainDesk.plan(draws: 2000))
    let other = UncertainDesk.drawn(try UncertainDesk.plan(draws: 2000, seed: 6))
    let more = UncertainDesk.drawn(try UncertainDesk.plan(draws: 5000))
    #expect(first.values[0] != other.values[0])
    #expect(first.values[0] == Array(more.values[0].prefix(2000)))
  }

  @Test("samples are the draws of the simulation, and figures those of their inputs")
  func samples() throws {
    let plan = try UncertainDesk.plan(draws: 300)
    let simulation = UncertainDesk.drawn(plan)
    let samples = plan.samples(100..<300, on: .portable)
    #expect(samples.outputs == simulation.values.map { Array($0[100...]) })
    let rate = try #require(plan.inputs.firstIndex { $0.input.path == "humanReview.rate" })
    #expect(samples.inputs[rate] == samples.outputs[1])
  }

  @Test("a figure that is an input is distributed as the input is")
  func known() throws {
    let plan = try UncertainDesk.plan(draws: 20_000)
    let findings = UncertainDesk.drawn(plan).findings(by: .alone())
    let rate = findings.figures[1]
    let distribution = UncertainDesk.distributions["humanReview.rate"]!
    #expect(abs(rate.mean.value - distribution.mean) < 4 * rate.mean.error)
    let sd = distribution.variance.squareRoot()
    #expect(abs(rate.deviation.value - sd) < 4 * rate.deviation.error)
    for quantile in rate.quantiles {
      let error = (quantile.interval.upperBound - quantile.interval.lowerBound) / 4
      #expect(abs(quantile.value - distribution.quantile(quantile.share)) < 4 * error)
    }
    #expect(rate.stated.value == 38 && rate.undefined == 0 && rate.defined == 20_000)
    // Beyond q the falling side leaves (52 − x)²/(22·14); the mean beyond is a third of the way.
    let q = distribution.quantile(0.95)
    #expect(abs(rate.highTail.value - (q + (52 - q) / 3)) < 4 * rate.highTail.error)
    let check = findings.checks[0]
    #expect(check.holdsAsStated)
    let chance = 1 - distribution.cumulative(42)
    let error = (chance * (1 - chance) / 20_000).squareRoot()
    #expect(abs(check.failing.value - chance) < 4 * error)
    #expect(findings.anyFailure == check.failing)
    #expect(findings.isComplete && findings.isExact)
  }

  @Test(
    "a stress scales what is drawn", arguments: [(Stress.Change.Kind.multiply, 2.0), (.add, 5)])
  func stressed(kind: Stress.Change.Kind, amount: Double) throws {
    let stress = Stress(
      name: "s", changes: [.init(path: "humanReview.rate", kind: kind, amount: amount)])
    let plain = UncertainDesk.drawn(try UncertainDesk.plan(draws: 200)).values[1]
    let moved = UncertainDesk.drawn(try UncertainDesk.plan(draws: 200, under: stress)).values[1]
    for (plain, moved) in zip(plain, moved) {
      #expect(isNear(moved, kind == .multiply ? plain * amount : plain + amount))
    }
  }

  @Test("a stress that sets an input makes it certain")
  func certain() throws {
    let stress = Stress(
      name: "s", changes: [.init(path: "humanReview.rate", kind: .set, amount: 40)])
    let plan = try UncertainDesk.plan(draws: 10, under: stress)
    #expect(
      plan.inputs.map(\.input.path).sorted() == ["failures.perUndetected", "outcomes.wrongResult"])
    #expect(UncertainDesk.drawn(plan).values[1].allSatisfy { $0 == 40 })
  }

  @Test("a net leaves less to chance, and its replicates say how little")
  func replicates() throws {
    let plan = try UncertainDesk.plan(draws: 40_000, sampling: .sobol)
    #expect(plan.draws == 65_536)
    let net = UncertainDesk.drawn(plan).findings(by: .alone()).figures[1].mean
    let truth = UncertainDesk.distributions["humanReview.rate"]!.mean
    #expect(abs(net.value - truth) < 5 * net.error)
    let random = UncertainDesk.drawn(try UncertainDesk.plan(draws: 40_000))
      .findings(by: .alone()).figures[1].mean
    #expect(net.error < random.error / 10)
  }

  @Test("precision is judged by the interval of the first figure's mean")
  func precision() throws {
    let simulation = UncertainDesk.drawn(try UncertainDesk.plan(draws: 2000))
    let mean = simulation.findings(by: .alone()).figures[0].mean
    let half = mean.halfWidth / mean.value
    #expect(simulation.isPrecise(to: half * 1.01))
    #expect(!simulation.isPrecise(to: half * 0.99))
  }

  @Test("drivers: correlated inputs count as one, and what is not read explains nothing")
  func drivers() throws {
    let plan = try UncertainDesk.plan()
    let drivers = try #require(
      plan.drivers(of: ["humanReview.rate"], draws: 2000, by: .alone()).first)
    #expect(drivers.drivers.count == 2)
    let first = drivers.drivers[0]
    #expect(Set(first.paths) == ["humanReview.rate", "outcomes.wrongResult"])
    #expect(abs(first.indices.total.value - 1) < 4.1 * first.indices.total.error)
    #expect(drivers.drivers[1].indices.total.value == 0)
    #expect(drivers.drivers[1].rankCorrelation.magnitude < 0.1)
    #expect(first.worth == nil)
  }
}

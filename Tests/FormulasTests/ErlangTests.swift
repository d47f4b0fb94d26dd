import Formulas
import TestSupport
import Testing

/// Erlang B and C as fractions of whole numbers, worked out exactly and then rounded.
private let patientRows: [(load: Double, agents: Double, b: Double, c: Double, wait: Double)] = [
  (8, 10, 0.12166106425295151, 0.40918015079644353, 0.20459007539822177),
  (0.5, 1, 0.33333333333333333, 0.5, 1.0),
  (1, 2, 0.2, 0.33333333333333333, 0.33333333333333333),
  (2, 3, 0.21052631578947368, 0.44444444444444444, 0.44444444444444444),
  (0.9, 1, 0.47368421052631579, 0.9, 9.000000000000002),
  (10, 11, 0.16323233324443396, 0.68211820468933237, 0.68211820468933237),
  (10, 14, 0.056819143386520859, 0.17413193359504984, 0.043532983398762461),
  (48, 55, 0.03837428068783593, 0.23870093637800922, 0.034100133768287031),
  (20, 24, 0.066096717004188323, 0.29807229979382859, 0.074518074948457147),
  (100, 110, 0.027463448449822917, 0.23700750028505273, 0.023700750028505273),
  (100, 101, 0.069724989541863244, 0.88331450203958278, 0.88331450203958278),
  (500, 520, 0.014361770544183753, 0.27475634469652412, 0.013737817234826206),
  (1000, 1010, 0.01890017484325554, 0.66052114546784321, 0.066052114546784321),
  (5000, 5050, 0.0057363258914358423, 0.36817292615319385, 0.0073634585230638769),
]

/// λ, n and θ with μ = 1, by birth-death sums in 40-digit arithmetic.
private let impatientRows:
  [(load: Double, agents: Double, leaving: Double, waiting: Double, left: Double)] = [
    (8, 10, 1, 0.283375741272989, 0.0532329819711722),
    (8, 10, 0.5, 0.317434354222901, 0.0388213922980155),
    (10, 10, 1, 0.542070285528148, 0.125110035721133),
    (48, 50, 0.5, 0.46777406855379, 0.0309122491621932),
    (50, 50, 0.5, 0.601167651750992, 0.0466845859147654),
    (55, 50, 1, 0.767795219499144, 0.110301000548531),
    (100, 100, 0.25, 0.675395408521515, 0.026585228348336),
    (12, 10, 2, 0.658135172593083, 0.232906086816922),
    // The same traffic as above with a patience of 5 minutes, by an independent sum.
    (10, 14, 0.6, 0.1452601143, 0.01398374412),
  ]

@Suite("Queues with agents in parallel")
struct ErlangTests {
  @Test(
    "without patience whoever finds all busy is gone, as little patience as one likes comes to the same"
  )
  func noPatience() {
    for (load, agents) in [(40.0, 43.0), (3, 2), (1000, 1010)] {
      let lost = Erlang.late(load: load, agents: agents, wait: 0, leaving: .infinity)
      #expect(lost == Erlang.blocking(load: load, agents: agents))
      let little = Erlang.late(load: load, agents: agents, wait: 0, leaving: 1e13)
      #expect(abs(lost - little) < 1e-9)
    }
    // Bounds have one end of it alone, and find an end at the largest load too.
    for (leaving, staying) in [(Double.infinity, 0.0), (0.2, .infinity), (.infinity, .infinity)] {
      func agents(_ leaving: Double, _ staying: Double) -> Double {
        Erlang.agents(
          load: Erlang.largestLoad, level: 0.9500003, wait: 0, leaving: leaving, staying: staying,
          slack: 1)
      }
      #expect(agents(leaving, staying) == agents(min(leaving, 1e13), min(staying, 1e13)))
    }
  }

  @Test("Erlang B and C are the exact fractions", arguments: patientRows)
  func patient(load: Double, agents: Double, b: Double, c: Double, wait: Double) {
    expect(Erlang.blocking(load: load, agents: agents), b)
    let waiting = Erlang.late(load: load, agents: agents, wait: 0, leaving: 0)
    expect(waiting, c)
    expect(waiting / (agents - load), wait, 4e-13)
  }

  @Test(
    "Erlang C's service level is what its sources print",
    arguments: [
      // 360 calls in half an hour of 240 s each, 55 agents, within 15 s; worked out to 12 digits.
      (48.0, 55.0, 15.0 / 240, 0.845883092171),
      // pyworkforce's tests: 100 transactions in 30 minutes of 3 minutes each, within 20 s.
      (10.0, 14.0, 20.0 / 180, 0.888350019179),
    ])
  func serviceLevel(load: Double, agents: Double, wait: Double, level: Double) {
    expect(1 - Erlang.late(load: load, agents: agents, wait: wait, leaving: 0), level, 1e-12)
  }

  @Test("Erlang A waits and leaves as birth-death sums have it", arguments: impatientRows)
  func impatient(load: Double, agents: Double, leaving: Double, waiting: Double, left: Double) {
    let accuracy = load == 10 && agents == 14 ? 1e-9 : 4e-15 * load
    expect(
      Erlang.late(load: load, agents: agents, wait: 0, leaving: leaving), waiting, accuracy + 1e-14)
    expect(
      Erlang.late(load: load, agents: agents, wait: 1e9, leaving: leaving), left, accuracy + 1e-14)
  }

  @Test("Erlang A's service level is the one that pyworkforce prints: of all, answered in time")
  func answeredInTime() {
    let late = Erlang.late(load: 10, agents: 14, wait: 20.0 / 180, leaving: 0.6)
    expect(1 - late, 0.916792, 1e-6)
  }

  @Test(
    "The agents are those of pyworkforce's tests, and fewer where callers leave",
    arguments: [
      (10, 0.8, 20.0 / 180, 0, 14), (48, 0.8, 15.0 / 240, 0, 55), (0, 0.8, 1, 0, 0),
      (0.01, 0.8, 0.1, 0, 1), (10, 0.8, 20.0 / 180, 0.6, 13), (10, 0.5, 0, 50, 7),
    ] as [(Double, Double, Double, Double, Double)])
  func agents(load: Double, level: Double, wait: Double, leaving: Double, agents: Double) {
    #expect(Erlang.agents(load: load, level: level, wait: wait, leaving: leaving) == agents)
  }

  @Test("The agents reach the level, and one fewer does not, at any size")
  func least() {
    var seed = Seed(5)
    for _ in 0..<400 {
      let load = Elementary.exp(seed.number(-3...8.5))
      let level = seed.number(0.05...0.999)
      let wait = seed.number(0...1)
      let leaving = seed.number(0...1) < 0.4 ? 0 : Elementary.exp(seed.number(-6...3))
      func late(_ agents: Double) -> Double {
        Erlang.late(load: load, agents: agents, wait: wait, leaving: leaving)
      }
      let agents = Erlang.agents(load: load, level: level, wait: wait, leaving: leaving)
      #expect(agents > load || leaving > 0)
      #expect(late(agents) <= 1 - level)
      #expect(late(agents - 1) > 1 - level || (leaving == 0 && agents - 1 <= load))
      let more = Erlang.agents(load: load * 1.01, level: level, wait: wait, leaving: leaving)
      #expect(more >= agents)
    }
  }

  @Test("Patience without end comes to Erlang C")
  func limit() {
    for agents in [5050.0, 5100, 5200] {
      let patient = Erlang.late(load: 5000, agents: agents, wait: 0.02, leaving: 0)
      let nearly = Erlang.late(load: 5000, agents: agents, wait: 0.02, leaving: 1e-7)
      expect(nearly, patient, 2e-3)
    }
  }

  @Test("A million agents' work is worked out soon; more, and what cannot be, has no number")
  func extremes() {
    #expect(Erlang.agents(load: 1e6, level: 0.8, wait: 0.1, leaving: 0) == 1_000_016)
    #expect(Erlang.agents(load: 1e6, level: 0.9, wait: 0.1, leaving: 1) < 1e6)
    for (load, level, wait, leaving) in [
      (1e9, 0.8, 0.1, 0), (10, 1, 0.1, 0), (10, 0.8, -1, 0), (-1, 0.8, 0, 0), (10, 0.8, 1, -1),
      (.nan, 0.8, 0.1, 0), (10, .nan, 0.1, 0), (10, 0.8, .nan, 0), (10, 0.8, 0.1, .nan),
    ] as [(Double, Double, Double, Double)] {
      #expect(Erlang.agents(load: load, level: level, wait: wait, leaving: leaving).isNaN)
    }
    #expect(Erlang.late(load: 1e6, agents: 1, wait: 1, leaving: 1e-8).isNaN)
    #expect(Erlang.late(load: 1, agents: 1e300, wait: 0, leaving: 0) == 0)
    #expect(Erlang.late(load: 900, agents: 20, wait: 0.1, leaving: 0.05) <= 1)
  }

  private func expect(_ value: Double, _ expected: Double, _ accuracy: Double = 2e-13) {
    #expect(abs(value - expected) <= accuracy * expected, "\(value) is not \(expected)")
  }
}

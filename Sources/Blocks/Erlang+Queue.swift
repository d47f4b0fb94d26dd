/// A queue whose number of agents is looked for.
struct Queue {
  let load: Double
  let wait: Double
  /// What those who leave leave by.
  let leaving: Double
  /// What those who stay are thinned out by; apart from `leaving` only where bounds are asked for.
  let staying: Double

  init(load: Double, wait: Double, leaving: Double, staying: Double) {
    self.load = load
    self.wait = wait
    self.leaving = leaving < Erlang.leastLeaving ? 0 : leaving
    self.staying = staying < Erlang.leastLeaving ? 0 : staying
  }

  /// The share that is not answered in time.
  func late(_ agents: Double) -> Double {
    guard load > 0 else { return 0 }
    let agents = agents.rounded(.down)
    guard agents > 0 else { return 1 }
    return late(agents, Erlang.inverseBlocking(load, agents))
  }

  private func late(_ agents: Double, _ inverse: Double) -> Double {
    // So many agents that waiting is less likely than a number can say.
    guard inverse < .infinity else { return 0 }
    let line = Line(load, agents, inverse, leaving)
    let other = staying == leaving ? line : Line(load, agents, inverse, staying)
    let late = line.abandoned + other.answeredAfter(wait)
    return late > 1 ? 1 : late
  }

  /// The least number of agents with which at most so large a share is late.
  func agents(_ allowed: Double) -> Double {
    guard load > 0 else { return 0 }
    if leaving == 0, staying == 0 { return patientAgents(allowed) }
    // No more than n agents' work is done, so that at least 1 − n / A leave; where callers wait without end less
    // comes than that.
    var low = load.rounded(.down)
    if staying > 0 { low = allowed < 1 ? (load * (1 - allowed)).rounded(.up) - 1 : -1 }
    var high = load.rounded(.down) + 1
    var step = 1 + (load.squareRoot() / 2).rounded(.down)
    var lateness = late(high)
    if !(lateness <= allowed) {
      low = high
      while !(lateness <= allowed) {
        guard lateness == lateness else { return .nan }
        low = high
        high += step
        step *= 2
        lateness = late(high)
      }
    } else {
      step = 1
      var next = high - 1
      while next > low {
        lateness = late(next)
        guard lateness == lateness else { return .nan }
        guard lateness <= allowed else {
          low = next
          break
        }
        high = next
        next -= step
        step *= 2
      }
    }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      lateness = late(middle)
      guard lateness == lateness else { return .nan }
      if lateness <= allowed { high = middle } else { low = middle }
    }
    return high
  }
}

extension Queue {
  /// The least number of agents where nobody leaves, one after the other: each is one step of Erlang B.
  private func patientAgents(_ allowed: Double) -> Double {
    var agents = load.rounded(.down) + 1
    var inverse = Erlang.inverseBlocking(load, agents)
    while late(agents, inverse) > allowed {
      agents += 1
      inverse = 1 + inverse * (agents / load)
    }
    return agents
  }
}

/// The line of those who wait, its states weighed against that of all agents busy and nobody waiting.
///
/// With k in line the weight is A^k / Π (n + iθ), i = 1 … k. Sums that outgrow a number are scaled
/// down by powers of two, and remember how often.
private struct Line {
  private static let scale = 0x1p-512
  private static let logOfScale = 354.891356446692
  /// Longer sums are not worked out.
  private static let mostTerms = 4_000_000

  private let load: Double
  private let agents: Double
  private let leaving: Double
  /// Σ weights of all states, and how often it was scaled down.
  private let total: Double
  private let scalings: Double
  /// The share that leaves without an answer.
  let abandoned: Double

  init(_ load: Double, _ agents: Double, _ inverse: Double, _ leaving: Double) {
    self.load = load
    self.agents = agents
    self.leaving = leaving
    guard leaving > 0 else {
      total = inverse + load / (agents - load)
      scalings = 0
      abandoned = agents > load ? 0 : 1 - agents / load
      return
    }
    // Without any patience nobody stands in line: who finds all agents busy is gone.
    guard leaving < .infinity else {
      total = inverse
      scalings = 0
      abandoned = 1 / inverse
      return
    }
    var (weight, unit, sum, leavers, place, count) = (1.0, 1.0, 0.0, 0.0, 0.0, 0)
    var scalings = 0.0
    var isDone = false
    while !isDone, count < Self.mostTerms {
      count += 1
      place += 1
      let rate = agents + place * leaving
      weight *= load / rate
      sum += weight
      leavers += place * weight
      isDone = rate > load && weight * load <= 1e-18 * sum * (rate - load)
      if sum > 0x1p512 {
        weight *= Self.scale
        sum *= Self.scale
        leavers *= Self.scale
        unit *= Self.scale
        scalings += 1
      }
    }
    total = isDone ? inverse * unit + sum : .nan
    self.scalings = scalings
    abandoned = leaving * leavers / (load * total)
  }

  /// The share that is answered, but only after a wait.
  ///
  /// The virtual wait V has the density P(n busy) · n · e^{(A/θ)(1 − e^−θv) − nv}, and is borne to its
  /// end with e^−θv; the integral from t on is an incomplete gamma function, here its series.
  func answeredAfter(_ wait: Double) -> Double {
    guard leaving > 0 else {
      guard agents > load else { return agents / load }
      return agents / (agents - load) / total * Elementary.exp(-(agents - load) * wait)
    }
    guard leaving < .infinity else { return 0 }
    let time = wait * leaving
    let thinned = load * Elementary.exp(-time)
    var term = agents / (agents + leaving)
    var (sum, place, count) = (term, 1.0, 0)
    var difference = -scalings
    var isDone = false
    while !isDone, count < Self.mostTerms {
      count += 1
      place += 1
      let rate = agents + place * leaving
      term *= thinned / rate
      sum += term
      isDone = rate > thinned && term * thinned <= 1e-18 * sum * (rate - thinned)
      if sum > 0x1p512 {
        term *= Self.scale
        sum *= Self.scale
        difference += 1
      }
    }
    let exponent =
      (load - agents) * wait - time - load * wait * Self.excess(time)
      + difference * Self.logOfScale
    return isDone ? sum * Elementary.exp(exponent) / total : .nan
  }

  /// 1 − (1 − e^−x) / x.
  private static func excess(_ x: Double) -> Double {
    guard x < 0.5 else { return 1 - (1 - Elementary.exp(-x)) / x }
    var sum = 0.0
    var divisor = 16.0
    while divisor > 1 {
      sum = (1 - sum) * x / divisor
      divisor -= 1
    }
    return sum
  }
}

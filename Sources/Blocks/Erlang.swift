/// Queues with agents in parallel: who waits, who leaves, and how many agents keep a service level.
///
/// Arrivals are random, handle times exponential, and whoever waits is answered in the order of
/// arrival. *Erlang C* has callers who wait however long; in *Erlang A* each leaves after an
/// exponential patience. All times are multiples of the mean handle time:
///
/// - `load`: A, arrivals in a handle time, so many agents are busy if nobody leaves (erlangs);
/// - `agents`: n, whole, a part of one does not answer;
/// - `wait`: t, the time within which an answer counts;
/// - `leaving`: θ, handle time / patience; 0 where nobody leaves.
///
/// The *service level* is the share of all who come that is answered within t: whoever leaves counts
/// against it, however early. What is not a number is undefined: negative operands, a load beyond
/// ``largestLoad``, or an overload of callers so patient that the queue has millions of places.
public enum Erlang {
  /// The largest load that is worked out, in erlangs.
  public static let largestLoad = 1e6
  /// Patience of more than 10⁹ handle times counts as endless.
  static let leastLeaving = 1e-9

  /// The share of arrivals that find all agents busy where nobody can wait: Erlang B.
  public static func blocking(load: Double, agents: Double) -> Double {
    guard load >= 0, load <= largestLoad, agents >= 0 else { return .nan }
    return load > 0 ? 1 / inverseBlocking(load, agents.rounded(.down)) : agents < 1 ? 1 : 0
  }

  /// The share of all who come that is not answered within a wait.
  ///
  /// Erlang C: C · e^−(n−A)t, and 1 where n ≤ A, for the queue grows without end. Erlang A: those who
  /// leave and those who are answered later. At a wait of 0 it is the probability of waiting, at an
  /// endless one the share that leaves; 1 less it is the service level.
  public static func late(
    load: Double, agents: Double, wait: Double, leaving: Double
  ) -> Double {
    guard agents >= 0, areFit(load, wait, leaving) else { return .nan }
    return Queue(load: load, wait: wait, leaving: leaving, staying: leaving).late(agents)
  }

  /// Bounds on ``late(load:agents:wait:leaving:)`` while the share that leaves and the time that the
  /// others wait have a `leaving` each: one falls with patience, the other rises.
  public static func late(
    load: Double, agents: Double, wait: Double, leaving: Double, staying: Double
  ) -> Double {
    guard agents >= 0, areFit(load, wait, leaving), staying >= 0 else { return .nan }
    return Queue(load: load, wait: wait, leaving: leaving, staying: staying).late(agents)
  }

  /// The least number of agents with a service level of at least `level`.
  ///
  /// - Undefined: a level of 1 and above, which no number of agents reaches.
  public static func agents(
    load: Double, level: Double, wait: Double, leaving: Double
  ) -> Double {
    guard level < 1, areFit(load, wait, leaving) else { return .nan }
    return Queue(load: load, wait: wait, leaving: leaving, staying: leaving).agents(1 - level)
  }

  /// Bounds on ``agents(load:level:wait:leaving:)``; `slack` is a factor on the share that may be late,
  /// so that rounding cannot put a bound on the wrong side.
  public static func agents(
    load: Double, level: Double, wait: Double, leaving: Double, staying: Double, slack: Double
  ) -> Double {
    guard level < 1, areFit(load, wait, leaving), staying >= 0 else { return .nan }
    return Queue(load: load, wait: wait, leaving: leaving, staying: staying)
      .agents((1 - level) * slack)
  }

  private static func areFit(_ load: Double, _ wait: Double, _ leaving: Double) -> Bool {
    load >= 0 && load <= largestLoad && wait >= 0 && leaving >= 0
  }

  /// 1 / B by the recursion 1/Bₙ = 1 + (n/A) · 1/Bₙ₋₁, begun where what came before is lost in rounding.
  static func inverseBlocking(_ load: Double, _ agents: Double) -> Double {
    let reach = 9 * load.squareRoot() + 1
    let least = agents < load ? agents : load
    var agent = least > reach ? (least - reach).rounded(.down) : 0
    var inverse = 1.0
    while agent < agents, inverse < .infinity {
      agent += 1
      inverse = 1 + inverse * (agent / load)
    }
    return inverse
  }
}

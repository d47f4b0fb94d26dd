import Formulas

/// How far an input, or inputs that move together, can go before a check fails.
public struct Headroom: Sendable {
  /// What moves.
  public enum Subject: Sendable {
    /// One input, through its own values.
    case input(Input)
    /// Several inputs by one factor.
    case group(InputGroup)
  }

  public let subject: Subject
  /// On the way down and on the way up.
  public let falling: Side
  public let rising: Side

  /// What was met on one way.
  public struct Side: Sendable {
    /// How far was looked: a value of the input, or a factor on the group.
    public let end: Double
    /// Whether the input can go no farther anyway.
    public let isWhole: Bool
    /// Where the first check fails; nil where none does.
    public let limit: Limit?
    /// Whether it is certain that no check fails before; not so where only points were looked at.
    public let isProven: Bool
  }

  /// Where a check ends to hold.
  public struct Limit: Sendable {
    public let check: Check
    /// The last value, or factor, at which it holds.
    public let position: Double
    /// The factor from where the input stands, of a share above one half on what it leaves.
    ///
    /// Nil for an input that is 0, and where several move each by its own.
    public let factor: Double?
    /// How far off it is, 1 being here: equal factors up and down are equally far.
    ///
    /// Whole numbers are counted from the first that fails, and 0 as one of them: (n + 1) / (m + 1).
    public let distance: Double
    public let kind: Kind

    /// What happens at a limit.
    public enum Kind: String, Sendable {
      /// The figure reaches the limit and goes on.
      case reached
      /// The figure jumps past it.
      case jump
      /// The figure loses its value.
      case undefined
    }
  }

  /// The nearer limit of both ways.
  public var nearest: (limit: Limit, isRising: Bool)? {
    guard let down = falling.limit else { return rising.limit.map { ($0, true) } }
    guard let up = rising.limit, up.rank < down.rank else { return (down, false) }
    return (up, true)
  }
}

extension Standpoint {
  /// How far an amount without an end is followed: to so many times what it is.
  public static let reach = 1000.0
  /// How far one that is 0 is followed.
  static let reachFromNothing = 1_000_000.0

  /// The headroom of a group of inputs, by factors; nil where all of them are 0.
  public func headroom(
    of group: InputGroup, _ checks: [Check]
  ) throws(ModelFaults) -> Headroom? {
    let paths = Set(group.paths)
    guard inputs.contains(where: { paths.contains($0.path) && $0.value != 0 }) else { return nil }
    func side(_ end: Double) throws(ModelFaults) -> Headroom.Side {
      let direction = Direction(
        group.statement, min(1, end)...max(1, end), isLogarithmic: end > 1
      ) { factor in
        group.paths.map { Stress.Change(path: $0, kind: .multiply, amount: factor) }
      }
      return try self.side(checks, direction, from: 1, to: end, isWhole: false) { ($0, $0) }
    }
    return Headroom(
      subject: .group(group), falling: try side(1 / Self.reach), rising: try side(Self.reach))
  }

  /// The headroom of one input; nil where no check rests on it.
  public func headroom(of input: Input, _ checks: [Check]) throws(ModelFaults) -> Headroom? {
    let checks = checks.filter { rests($0, on: input) }
    guard !checks.isEmpty else { return nil }
    let (low, high) = input.lookedThrough
    return Headroom(
      subject: .input(input), falling: try side(checks, input, to: low),
      rising: try side(checks, input, to: high))
  }

  private func side(
    _ checks: [Check], _ input: Input, to end: Double
  ) throws(ModelFaults) -> Headroom.Side {
    let direction = Direction(
      value: input, min(input.value, end)...max(input.value, end), isLogarithmic: end > input.value)
    let isWhole = end == input.domain.low || end == input.domain.high
    return try side(checks, direction, from: input.value, to: end, isWhole: isWhole) { limit in
      let factor = input.factor(to: limit)
      guard input.domain.isWhole else { return (factor, factor) }
      let failing = end > input.value ? limit + 1 : limit - 1
      return (factor, (failing + 1) / (input.value + 1))
    }
  }

  /// - Parameter factors: the factor to a limit, and the one by which it is far or near.
  private func side(
    _ checks: [Check], _ direction: Direction, from start: Double, to end: Double, isWhole: Bool,
    factors: (Double) -> (own: Double?, ranked: Double?)
  ) throws(ModelFaults) -> Headroom.Side {
    let failure = try firstFailure(of: checks, along: direction, from: start, to: end)
    return Headroom.Side(
      end: end, isWhole: isWhole,
      limit: failure.point.map { point in
        let (own, ranked) = factors(point.at)
        let distance = ranked.map { $0 > 0 ? max($0, 1 / $0) : .infinity } ?? .infinity
        return Headroom.Limit(
          check: point.check, position: point.at, factor: own, distance: distance,
          kind: point.kind)
      }, isProven: failure.isProven)
  }
}

extension Input {
  /// All that it can be, or for an amount without an end as far as is sensible.
  fileprivate var lookedThrough: (low: Double, high: Double) {
    let size = abs(value) > 0 ? abs(value) * Standpoint.reach : Standpoint.reachFromNothing
    var low = domain.low > -Domain.largest ? domain.low : value - size
    if domain.excludesLow { low = min(value, max(low, value / Standpoint.reach)) }
    let high = domain.high < Domain.largest ? max(value, domain.high) : value + size
    return (low, high)
  }

  /// The factor from where it stands to another value; of a share above one half, on what it leaves.
  public func factor(to other: Double) -> Double? {
    if isJudgedByRest { return value < 1 ? (1 - other) / (1 - value) : nil }
    return value != 0 ? other / value : nil
  }
}

import Formulas

/// A place along a direction at which one plan overtakes another.
public struct Crossover: Sendable, Equatable {
  /// The better plan up to there, and the better one beyond.
  public let before: String
  public let beyond: String
  public let position: Double
  /// Whether they never are equal: a figure of one jumps past that of the other.
  public let isJump: Bool
}

/// Which plan is the best at which place along a direction, by one figure of each.
public struct PlanRace: Sendable {
  /// Whether the least or the most of the figure is the best.
  public enum Aim: Sendable { case lowest, highest }

  /// A part of the way on which one plan is the best.
  public struct Stretch: Sendable, Equatable {
    public let plan: String
    public let from: Double
    public let to: Double
  }

  /// Up to so many plans are compared each with each; of more, only those that lead.
  public static let mostPlans = 8

  public let direction: Direction
  /// Every place at which one plan overtakes another, rising.
  public let crossovers: [Crossover]
  /// Who leads from one end to the other.
  public let stretches: [Stretch]
  /// Whether every pair was compared, and not only those that follow each other in the lead.
  public let hasAllPairs: Bool
  /// Whether interval arithmetic has shown that there are no more crossovers, but for the thousandth
  /// behind each.
  public let isProven: Bool
}

/// One figure of each plan along a direction.
struct PlanTrack {
  let model: CostModel
  let direction: Direction
  let aim: PlanRace.Aim
  let stress: [Stress.Change]
  let plans: [String]
  /// The path of the figure of each plan.
  let outputs: [String]
  let positions: [Double]
  /// The figure of each plan at each position.
  let numbers: [[Double]]
  /// The figures of all plans at any position between.
  let way: Way

  /// Whether one figure is better than another by more than rounding; no figure is the worst.
  func isBetter(_ a: Double, _ b: Double) -> Bool {
    if a.isNaN || b.isNaN { return b.isNaN && !a.isNaN }
    let gap = aim == .highest ? a - b : b - a
    return gap > 1e-12 * max(abs(a), abs(b))
  }

  /// Who leads at a position, by its place among them.
  private func leader(at place: Int) -> Int {
    numbers.indices.dropFirst().reduce(0) {
      isBetter(numbers[$1][place], numbers[$0][place]) ? $1 : $0
    }
  }

  /// The best of some figures, the first of equal ones.
  func leader(_ figures: [Double]) -> Int {
    figures.indices.dropFirst().reduce(0) { isBetter(figures[$1], figures[$0]) ? $1 : $0 }
  }

  /// Where one plan overtakes another between two positions at which their order differs.
  func crossover(
    from first: Int, to second: Int, between low: Double, and high: Double
  ) throws(ModelFaults) -> Crossover {
    let way = way.narrowed(to: [first, second])
    var (low, high) = (low, high)
    while let middle = way.middle(low, high) {
      let figures = try way.figures(middle)
      let isBehind = aim == .highest ? figures[1] > figures[0] : figures[1] < figures[0]
      if isBehind || figures[0].isNaN { high = middle } else { low = middle }
    }
    let figures = try way.figures(high)
    let scale = max(abs(figures[0]), abs(figures[1]))
    // One number further on, equal figures differ by rounding and slope alone.
    let isJump = !(abs(figures[0] - figures[1]) <= 1e-9 * max(scale, 1e-9))
    return Crossover(
      before: plans[first], beyond: plans[second], position: high, isJump: isJump)
  }
}

extension PlanTrack {
  /// The race of all plans, pairs found between neighbouring positions and solved there.
  func race() throws(ModelFaults) -> PlanRace {
    let hasAllPairs = plans.count <= PlanRace.mostPlans
    var found: [Crossover] = []
    if hasAllPairs {
      for first in plans.indices {
        for second in plans.indices.dropFirst(first + 1) { found += try crossovers(first, second) }
      }
    } else {
      let leaders = positions.indices.map(leader(at:))
      for place in positions.indices.dropLast() where leaders[place] != leaders[place + 1] {
        found += try overtakings(
          leaders[place], leaders[place + 1], between: positions[place], and: positions[place + 1],
          depth: 6)
      }
    }
    return try race(found, hasAllPairs: hasAllPairs, isProven: false)
  }

  /// The crossovers of two plans, each between two positions where the better one changes.
  private func crossovers(_ first: Int, _ second: Int) throws(ModelFaults) -> [Crossover] {
    var found: [Crossover] = []
    var leading: (plan: Int, at: Double)?
    for (place, position) in positions.enumerated() {
      let (a, b) = (numbers[first][place], numbers[second][place])
      guard isBetter(a, b) || isBetter(b, a), !a.isNaN, !b.isNaN else { continue }
      let better = isBetter(a, b) ? first : second
      if let leading, leading.plan != better {
        found.append(
          try crossover(from: leading.plan, to: better, between: leading.at, and: position))
      }
      leading = (better, position)
    }
    return found
  }

  /// How the lead goes from one plan to another between two positions, perhaps by way of others.
  private func overtakings(
    _ first: Int, _ second: Int, between low: Double, and high: Double, depth: Int
  ) throws(ModelFaults) -> [Crossover] {
    guard first != second else { return [] }
    let found = try crossover(from: first, to: second, between: low, and: high)
    let figures = try way.figures(found.position)
    let best = leader(figures)
    guard best != first, best != second, depth > 0, isBetter(figures[best], figures[second]) else {
      return [found]
    }
    return try overtakings(first, best, between: low, and: found.position, depth: depth - 1)
      + overtakings(best, second, between: found.position, and: high, depth: depth - 1)
  }

  /// Puts the places in order, and sees who leads between them.
  func race(
    _ found: [Crossover], hasAllPairs: Bool, isProven: Bool
  ) throws(ModelFaults) -> PlanRace {
    let crossovers = found.sorted { $0.position < $1.position }
    let (start, end) = (direction.range.lowerBound, direction.range.upperBound)
    var stretches: [PlanRace.Stretch] = []
    let ends = [start] + crossovers.map(\.position).filter { $0 > start && $0 < end } + [end]
    for (low, high) in zip(ends, ends.dropFirst()) {
      // Several pairs may cross at one place, told apart by rounding alone.
      guard high - low > 1e-11 * abs(high), let middle = way.middle(low, high) else {
        if let last = stretches.popLast() {
          stretches.append(.init(plan: last.plan, from: last.from, to: high))
        }
        continue
      }
      let figures = try way.figures(middle)
      guard !figures.allSatisfy(\.isNaN) else { continue }
      let plan = plans[leader(figures)]
      if let last = stretches.last, last.plan == plan, last.to == low {
        stretches[stretches.count - 1] = .init(plan: plan, from: last.from, to: high)
      } else {
        stretches.append(.init(plan: plan, from: low, to: high))
      }
    }
    return PlanRace(
      direction: direction, crossovers: crossovers, stretches: stretches,
      hasAllPairs: hasAllPairs, isProven: isProven)
  }
}

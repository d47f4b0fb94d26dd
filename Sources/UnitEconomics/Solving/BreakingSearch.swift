import Formulas

/// Finds the first failure of each check along a way, breadth first.
struct BreakingSearch {
  /// How many stretches are bounded at the most; what is left then is not proven.
  private static let budget = 3000
  /// How often the way is halved at the most: to a millionth.
  private static let levels = 20
  /// Positions that are looked at before anything is bounded, and all there is to look at where the
  /// model changes its shape.
  private static let scanned = 64

  /// A stretch whose ends were looked at, and the checks that may still fail inside.
  private struct Stretch {
    let low: Double
    let high: Double
    var open: [Int]
  }

  private let way: Way
  /// For each check, the last position known to hold before the first known to fail, and that one.
  private var brackets: [(low: Double, high: Double)?]
  private var isAtStart: [Bool]
  private var isProven: [Bool]

  init(_ way: Way) {
    self.way = way
    brackets = way.checks.map { _ in nil }
    isAtStart = way.checks.map { _ in false }
    isProven = way.checks.map { _ in true }
  }

  /// The first failure of each check.
  mutating func found() throws(ModelFaults) -> [BreakingPoint] {
    var stretches = try scan()
    var spent = 0
    for _ in 0..<Self.levels where !stretches.isEmpty && way.isContinuous {
      var next: [Stretch] = []
      for stretch in stretches {
        let open = stillOpen(stretch)
        guard !open.isEmpty else { continue }
        spent += 1
        guard spent <= Self.budget else {
          next.append(Stretch(low: stretch.low, high: stretch.high, open: open))
          continue
        }
        let holds = way.hold(from: stretch.low, to: stretch.high)
        let unsure = open.filter { !holds[$0] }
        guard !unsure.isEmpty else { continue }
        guard let middle = way.middle(stretch.low, stretch.high) else { continue }
        try note(unsure, at: middle, after: stretch.low)
        next.append(Stretch(low: stretch.low, high: middle, open: unsure))
        next.append(Stretch(low: middle, high: stretch.high, open: unsure))
      }
      stretches = next
      if spent > Self.budget { break }
    }
    for stretch in stretches { leaveUnproven(stretch) }
    var points: [BreakingPoint] = []
    for check in way.checks.indices {
      points.append(
        BreakingPoint(
          check: way.checks[check], place: try place(check), isProven: isProven[check]))
    }
    return points
  }

  /// Looks at some positions on the way; the stretches between them are still to be judged.
  private mutating func scan() throws(ModelFaults) -> [Stretch] {
    let positions = way.positions(Self.scanned)
    for (check, distance) in try way.distances(way.start).enumerated() where !(distance >= 0) {
      isAtStart[check] = true
    }
    let all = way.checks.indices.filter { !isAtStart[$0] }
    for (low, high) in zip(positions, positions.dropFirst()) {
      try note(all, at: high, after: low)
    }
    return zip(positions, positions.dropFirst()).map { Stretch(low: $0, high: $1, open: all) }
  }

  /// Narrows the bracket of each check that fails at a position; `low` is where it is known to hold.
  private mutating func note(
    _ checks: [Int], at position: Double, after low: Double
  ) throws(ModelFaults) {
    let distances = try way.distances(position)
    for check in checks {
      if !(distances[check] >= 0) {
        if isBefore(position, brackets[check]?.high) { brackets[check] = (low, position) }
      } else if let bracket = brackets[check], isBefore(position, bracket.high),
        isBefore(bracket.low, position)
      {
        brackets[check] = (position, bracket.high)
      }
    }
  }

  /// Whether a position comes before another on the way; before nothing known, always.
  private func isBefore(_ position: Double, _ other: Double?) -> Bool {
    guard let other else { return true }
    return way.start <= way.end ? position < other : position > other
  }

  /// The checks of a stretch that could still first fail inside it.
  private func stillOpen(_ stretch: Stretch) -> [Int] {
    stretch.open.filter { isBefore(stretch.low, brackets[$0]?.high) }
  }

  /// A stretch that nobody could bound leaves its checks unproven, unless it is narrow and lies just
  /// before the failure, where bounds always overlap the limit.
  private mutating func leaveUnproven(_ stretch: Stretch) {
    guard !way.isCounted else { return }
    for check in stillOpen(stretch) {
      let end = brackets[check]?.high ?? way.end
      let isNear = abs(end - stretch.low) <= 1e-3 * abs(way.end - way.start)
      if !isNear || !way.isContinuous { isProven[check] = false }
    }
  }

  /// Halves a check's bracket down to two neighbouring numbers.
  private func place(_ check: Int) throws(ModelFaults) -> BreakingPoint.Place {
    if isAtStart[check] { return .atStart }
    guard var (low, high) = brackets[check] else { return .never }
    while let middle = way.middle(low, high) {
      if try way.distances(middle)[check] >= 0 { low = middle } else { high = middle }
    }
    let (before, after) = (try way.figures(low)[check], try way.figures(high)[check])
    if after.isNaN { return .undefined(at: low) }
    let limit = way.checks[check].limit.value
    let isJump = abs(after - before) > 1e-9 * max(abs(limit), 1e-3)
    let isLowNearer = abs(before - limit) <= abs(after - limit)
    return .at(isJump || isLowNearer ? low : high, isJump: isJump)
  }
}

extension Way {
  /// Whether every position that means anything is looked at, so that nothing is left to prove.
  fileprivate var isCounted: Bool { direction.isWhole && abs(end - start) <= 4096 }

  /// Positions from start to end, both among them; every whole one where only those mean anything.
  fileprivate func positions(_ count: Int) -> [Double] {
    if isCounted {
      let step = end >= start ? 1.0 : -1
      return (0...Int(abs(end - start))).map { start + Double($0) * step }
    }
    let part = Direction(
      direction.name, min(start, end)...max(start, end), isLogarithmic: direction.isLogarithmic,
      changes: direction.changes)
    let positions = part.positions(isContinuous ? count : count * 4)
    return start <= end ? positions : positions.reversed()
  }
}

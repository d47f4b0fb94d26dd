import Formulas

/// A number at which a figure reaches a limit.
public struct Crossing: Sendable, Equatable {
  /// Where along the direction.
  public let position: Double
  /// Whether the figure lies above the limit beyond it.
  public let isRising: Bool
  /// Whether the figure jumps past the limit there without ever equalling it.
  ///
  /// So it does where a further person is employed or a threshold is missed. `position` is then the
  /// last number on the near side; of whole numbers, the first on the far side.
  public let isJump: Bool

  public init(position: Double, isRising: Bool, isJump: Bool) {
    self.position = position
    self.isRising = isRising
    self.isJump = isJump
  }
}

/// What was found along a direction.
public struct Crossings: Sendable {
  public let crossings: [Crossing]
  /// The least and the most that the figure takes at the scanned positions; nil where it never has a
  /// value.
  public let attained: ClosedRange<Double>?
}

extension CostModel {
  /// A figure after changes; not a number where it is undefined.
  public func figure(_ output: String, _ changes: [Stress.Change]) throws(ModelFaults) -> Double {
    let changed = scenario.changed(by: changes).inputs
    return try shaped(by: changed).values(changed: changed)[output]?.value ?? .nan
  }

  /// Every number along a direction at which a figure reaches a limit, to the last bit.
  ///
  /// The direction is scanned first and each change of side then halved down to two neighbouring
  /// numbers. So a hole narrower than a step of the scan can be missed, and a jump is told from a
  /// crossing by whether the figure comes near the limit from both sides.
  ///
  /// - Parameters:
  ///   - output: the figure, by its name.
  ///   - limit: what it reaches, in its unit.
  ///   - direction: what moves, from end to end.
  ///   - steps: how many positions to scan; every one is a point of the batch reading.
  ///   - stress: changes that are made first, and stay.
  public func crossings(
    of output: String, at limit: Double, along direction: Direction, steps: Int = 512,
    under stress: [Stress.Change] = []
  ) throws(ModelFaults) -> Crossings {
    let positions = direction.positions(steps)
    let figures = try scan([output], along: direction, at: positions, under: stress)[0]
    var found: [Crossing] = []
    for (index, figure) in figures.enumerated() {
      if figure == limit {
        let next = index + 1 < figures.count ? figures[index + 1] : figure
        let isPlateau = index > 0 && figures[index - 1] == limit
        let last = index > 0 ? figures[index - 1] : limit
        if !isPlateau {
          found.append(
            Crossing(
              position: positions[index], isRising: next > limit || last < limit, isJump: false))
        }
        continue
      }
      guard index > 0, figures[index - 1] != limit else { continue }
      let before = figures[index - 1]
      guard !before.isNaN, !figure.isNaN, (before < limit) != (figure < limit) else { continue }
      found.append(
        try crossing(
          output, limit, direction, (positions[index - 1], before), (positions[index], figure),
          stress))
    }
    let defined = figures.filter { !$0.isNaN }
    let attained = defined.min().flatMap { low in defined.max().map { low...$0 } }
    return Crossings(crossings: found, attained: attained)
  }

  private func crossing(
    _ output: String, _ limit: Double, _ direction: Direction, _ low: (at: Double, figure: Double),
    _ high: (at: Double, figure: Double), _ stress: [Stress.Change]
  ) throws(ModelFaults) -> Crossing {
    var (low, high) = (low, high)
    let isRising = low.figure < limit
    let step = high.at - low.at
    while true {
      var middle = low.at + (high.at - low.at) / 2
      if direction.isWhole { middle = middle.rounded(.down) }
      guard middle > low.at, middle < high.at else { break }
      let figure = try self.figure(output, stress + direction.changes(middle))
      if figure == limit { return Crossing(position: middle, isRising: isRising, isJump: false) }
      if (figure < limit) == (low.figure < limit), !figure.isNaN {
        low = (middle, figure)
      } else {
        high = (middle, figure)
      }
    }
    // Whole numbers have no values between them, so the first on the far side is the answer.
    if direction.isWhole {
      return Crossing(position: high.at, isRising: isRising, isJump: true)
    }
    // Two neighbouring numbers whose figures still lie apart have a jump between them.
    let gap = abs(high.figure - low.figure)
    let isJump = !(gap <= 1e-9 * max(abs(limit), 1e-9) * max(1, abs(low.at / step)))
    let isLowNearer = abs(low.figure - limit) <= abs(high.figure - limit) || isJump
    return Crossing(
      position: isLowNearer ? low.at : high.at, isRising: isRising, isJump: isJump)
  }
}

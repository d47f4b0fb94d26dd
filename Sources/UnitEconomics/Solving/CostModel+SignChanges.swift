import Formulas

/// Where a figure changes its sign along a direction.
struct SignChanges {
  /// The places, rising; one is rising where the figure is above 0 beyond it.
  let places: [(position: Double, isRising: Bool)]
  /// Whether interval arithmetic has shown that there are no others, but for the thousandth behind each.
  let isProven: Bool
}

extension CostModel {
  /// Every place along a direction at which a figure changes its sign.
  ///
  /// The way is followed from one breaking point to the next: where "at least 0" first fails, "at most
  /// 0" takes over. A stretch on which the figure is 0 belongs to the sign before it.
  func signChanges(
    of output: String, along direction: Direction, under stress: [Stress.Change]
  ) throws(ModelFaults) -> SignChanges {
    let end = direction.range.upperBound
    func check(_ side: Check.Side) -> Check {
      Check(name: "", output: output, side: side, limit: Input("", "", 0, .one), stresses: [])
    }
    func next(_ sides: [Check.Side], from start: Double) throws(ModelFaults) -> [BreakingPoint] {
      try breakingPoints(
        of: sides.map(check), along: direction, from: start, to: end, under: stress)
    }
    var places: [(position: Double, isRising: Bool)] = []
    var isProven = true
    var start = direction.range.lowerBound
    // At the beginning either sign may be the one that lasts.
    var sides: [Check.Side] = [.min, .max]
    while start < end, places.count < 100 {
      let points = try next(sides, from: start).filter { $0.place != .atStart }
      guard let point = points.min(by: { ($0.position ?? end) < ($1.position ?? end) }) else {
        // It has no value there, or changes its sign again at once.
        isProven = false
        break
      }
      if !points.allSatisfy(\.isProven) {
        // Next to where it changed its sign no bounds can tell the signs apart, so they are asked again
        // a thousandth further on.
        let later = places.isEmpty ? points : try next(sides, from: start * 1.001)
        isProven = isProven && later.allSatisfy { $0.isProven && $0.place == point.place }
      }
      guard case .at(let position, _) = point.place else { break }
      places.append((position, point.check.side == .max))
      sides = [point.check.side == .min ? .max : .min]
      // Just there both signs are a matter of rounding.
      start = position * (1 + 1e-9)
    }
    return SignChanges(places: places, isProven: isProven)
  }
}

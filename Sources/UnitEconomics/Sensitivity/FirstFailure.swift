import Formulas

/// The first check to fail along a direction.
struct FirstFailure {
  /// Which, and the last number at which it holds; nil where all hold to the end.
  let point: (check: Check, at: Double, kind: Headroom.Limit.Kind)?
  /// Whether it is certain that nothing fails before.
  let isProven: Bool
}

extension Standpoint {
  /// Where the first of some checks fails, all of which hold where the way begins.
  ///
  /// A failure is looked for first at a few positions, each twice as far as the one before: only as
  /// far as that does anything need proof.
  func firstFailure(
    of checks: [Check], along direction: Direction, from start: Double, to end: Double
  ) throws(ModelFaults) -> FirstFailure {
    guard start != end else { return FirstFailure(point: nil, isProven: true) }
    var way = try Way(model, checks, direction, start, end, changes, around: reading.values)
    if !direction.isWhole {
      for parts in (1...12).reversed() {
        let position = start + (end - start) / Double(1 << parts)
        if try way.distances(position).contains(where: { !($0 >= 0) }) {
          way.end = position
          break
        }
      }
    }
    var search = BreakingSearch(way)
    let points = try search.found()
    let nearest = points.filter { $0.position != nil }.min {
      abs($0.position! - start) < abs($1.position! - start)
    }
    return FirstFailure(
      point: nearest.flatMap { point in point.limit.map { (point.check, $0.position, $0.kind) } },
      isProven: points.allSatisfy(\.isProven))
  }
}

extension BreakingPoint {
  /// The place as a limit; nil where there is none.
  fileprivate var limit: (position: Double, kind: Headroom.Limit.Kind)? {
    switch place {
    case .at(let position, let isJump): (position, isJump ? .jump : .reached)
    case .undefined(let position): (position, .undefined)
    case .atStart, .never: nil
    }
  }
}

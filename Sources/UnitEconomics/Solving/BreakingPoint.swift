import Formulas

/// Where a check first fails on the way along a direction.
public struct BreakingPoint: Sendable {
  public let check: Check
  public let place: Place
  /// Whether interval arithmetic has shown that nothing before the place fails.
  ///
  /// Where it has not, some stretch was only looked at point by point, and a hole narrower than the
  /// steps could hide there.
  public let isProven: Bool

  /// Where on the way.
  public enum Place: Sendable, Equatable {
    /// It fails, or has no value, where the way begins.
    case atStart
    /// The figure reaches its limit there and is past it beyond. With a jump it goes past the limit
    /// without ever equalling it: the place is the last at which the check holds.
    case at(Double, isJump: Bool)
    /// The figure has a value, and the check holds, up to there and has none beyond.
    case undefined(at: Double)
    /// It holds all the way.
    case never
  }

  /// The number at which it first fails; nil where it holds all the way, or fails from the start.
  public var position: Double? {
    switch place {
    case .at(let position, _), .undefined(let position): position
    case .atStart, .never: nil
    }
  }
}

extension CostModel {
  /// For each check, where it first fails as a direction's number goes from one end to the other.
  ///
  /// Stretches that interval arithmetic shows to be free of failures are passed over; every other is
  /// halved, the left half first, until a failure stands or the rest is narrower than a millionth of
  /// the way. So a hole behind a tier boundary or a further person employed is found, and a value put
  /// back gives the limit to the last digits.
  ///
  /// - Parameters:
  ///   - checks: which must hold.
  ///   - direction: what moves.
  ///   - start: where the way begins; it may be the larger end.
  ///   - end: where the way ends.
  ///   - stress: changes that are made first, and stay.
  /// - Throws: `ModelFaults` where units do not fit, which a scenario that was read never has.
  public func breakingPoints(
    of checks: [Check], along direction: Direction, from start: Double, to end: Double,
    under stress: [Stress.Change] = []
  ) throws(ModelFaults) -> [BreakingPoint] {
    let known = checks.filter { graph.positions[$0.output] != nil }
    var search = BreakingSearch(try Way(self, known, direction, start, end, stress))
    var found = try search.found()[...]
    return checks.map { check in
      graph.positions[check.output] != nil
        ? found.removeFirst() : BreakingPoint(check: check, place: .atStart, isProven: true)
    }
  }
}

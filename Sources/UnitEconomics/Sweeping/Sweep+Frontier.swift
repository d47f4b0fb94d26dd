import Formulas

/// Where a check first fails along an axis, in the axis's own amounts.
public struct SweepBreak: Sendable {
  public let point: BreakingPoint
  /// The amount of each pattern there; empty where there is no such place on the way.
  public let amounts: [Double]
  /// The inputs as they are there; empty likewise.
  public let inputs: [Input]

  /// Whether it is certain that the check fails nowhere before.
  public var isProven: Bool { point.isProven }

  public var check: Check { point.check }
}

extension Sweep {
  /// Where each check first fails along an axis while the others stand still.
  ///
  /// It is solved along the way, and not read off the points of the sweep.
  ///
  /// - Parameters:
  ///   - axis: which one, by its place among the axes.
  ///   - positions: where the other axes stand; that of the axis itself is not looked at.
  public func breaks(along axis: Int, at positions: [Int]) throws(ModelFaults) -> [SweepBreak] {
    let moving = axes[axis]
    let others = axes.indices.filter { $0 != axis }
    let before = stressChanges + others.flatMap { axes[$0].changes(at: positions[$0]) }
    let points = try model.breakingPoints(
      of: checks, along: moving.direction, from: moving.start, to: moving.end, under: before)
    return points.map { point in
      guard let position = point.position else {
        return SweepBreak(point: point, amounts: [], inputs: [])
      }
      let changes = before + moving.direction.changes(position)
      let changed = model.scenario.changed(by: changes).inputs
      return SweepBreak(
        point: point, amounts: moving.amounts(at: position),
        inputs: moving.lanes.flatMap(\.paths).compactMap { changed[$0] })
    }
  }

  /// Which of some breaks comes first on the way along an axis; nil where every check holds.
  public func first(of breaks: [SweepBreak], along axis: Int) -> SweepBreak? {
    func distance(_ found: SweepBreak) -> Double {
      switch found.point.place {
      case .atStart: -1
      case .at(let position, _), .undefined(let position): abs(position - axes[axis].start)
      case .never: .infinity
      }
    }
    return breaks.filter { $0.point.place != .never }.min { distance($0) < distance($1) }
  }

  /// The first break along an axis from each of some positions of another.
  ///
  /// - Parameters:
  ///   - axis: the one to follow, by its place among the axes.
  ///   - other: the one whose positions it is followed from.
  ///   - positions: those of the other.
  ///   - others: where the remaining axes stand.
  public func frontier(
    along axis: Int, from other: Int, at positions: [Int], others: [Int]
  ) throws(ModelFaults) -> [SweepBreak?] {
    var frontier: [SweepBreak?] = []
    for position in positions {
      var place = others
      place[other] = position
      frontier.append(first(of: try breaks(along: axis, at: place), along: axis))
    }
    return frontier
  }

  /// What had to be bent at the ends of the axes so that the figures make sense, each said once.
  public func notes() throws(ModelFaults) -> [String] {
    let firsts = axes.map { _ in 0 }
    let lasts = axes.map { $0.count - 1 }
    var corners = [firsts, lasts]
    for axis in axes.indices {
      corners.append(firsts)
      corners[corners.count - 1][axis] = lasts[axis]
    }
    var seen: Set<String> = []
    var notes: [String] = []
    for corner in corners {
      let stress = Stress(name: "", changes: changes(at: corner))
      notes += try CaseReading(stress, on: model).notes.filter { seen.insert($0).inserted }
    }
    return notes
  }
}

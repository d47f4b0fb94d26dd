import Formulas

/// What a sweep came to: its ends, and where along each axis the checks first fail.
public struct SweepFindings: Sendable {
  public let sweep: Sweep
  public let summary: SweepSummary
  /// Where every axis begins.
  public let base: SweepPoint
  /// Where each check first fails along each axis, the others where they begin.
  public let breaks: [[SweepBreak]]
  /// The same with the others where they end; empty where there is one axis only.
  public let breaksAtEnds: [[SweepBreak]]
  /// What had to be bent so that the figures make sense.
  public let notes: [String]

  /// - Parameters:
  ///   - sweep: what was read.
  ///   - summary: of all points of the sweep.
  public init(_ sweep: Sweep, _ summary: SweepSummary) throws(ModelFaults) {
    self.sweep = sweep
    self.summary = summary
    base = try sweep.firstPoint()
    var breaks: [[SweepBreak]] = []
    var atEnds: [[SweepBreak]] = []
    for axis in sweep.axes.indices {
      breaks.append(try sweep.breaks(along: axis, at: sweep.axes.map { _ in 0 }))
      if sweep.axes.count > 1 {
        atEnds.append(try sweep.breaks(along: axis, at: sweep.axes.map { $0.count - 1 }))
      }
    }
    self.breaks = breaks
    breaksAtEnds = atEnds
    notes = try sweep.notes()
  }

  /// The check that fails first along an axis, the others where they begin; nil where all hold.
  public func first(along axis: Int) -> SweepBreak? {
    sweep.first(of: breaks[axis], along: axis)
  }

  /// The same with the others where they end.
  public func firstAtEnds(along axis: Int) -> SweepBreak? {
    breaksAtEnds.isEmpty ? nil : sweep.first(of: breaksAtEnds[axis], along: axis)
  }
}

/// A figure over two axes, or one, the others standing still: what a page shows of a sweep.
public struct SweepMap: Sendable {
  /// The positions of the first axis that are shown.
  public let rows: [Int]
  /// The positions of the second axis that are shown; one where there is no second.
  public let columns: [Int]
  /// Where every axis stands; what it says of the first two means nothing.
  public let others: [Int]
  public let points: [[SweepPoint]]
  /// For each row where along the second axis the first check fails, solved and not read off; empty
  /// where there is no second axis.
  public let frontier: [SweepBreak?]

  /// Reads some rows and columns of a sweep.
  public init(
    _ sweep: Sweep, rows: [Int], columns: [Int], others: [Int]
  ) throws(ModelFaults) {
    self.rows = rows
    self.columns = columns
    self.others = others
    let isFlat = sweep.axes.count > 1
    let places = [rows] + (isFlat ? [columns] : []) + others.dropFirst(2).map { [$0] }
    let all = try sweep.points(places)
    let width = isFlat ? columns.count : 1
    points = rows.indices.map { Array(all[$0 * width..<($0 + 1) * width]) }
    frontier = isFlat ? try sweep.frontier(along: 1, from: 0, at: rows, others: others) : []
  }
}

import Formulas
import Testing
import UnitEconomics

@Suite("A sweep reads every combination as the model alone would, and finds where checks break")
struct SweepTests {
  @Test("every point is what the model gives for the same changes, to the last bit")
  func points() throws {
    for sweep in try Self.sweeps() {
      let all = try sweep.points(sweep.axes.map { Array(0..<$0.count) })
      #expect(all.count == sweep.count)
      for (row, point) in all.enumerated() {
        #expect(point.positions == sweep.positions(ofRow: row))
        let changes = sweep.changes(at: point.positions)
        for (name, figure) in zip(sweep.figures, point.figures) {
          #expect(figure.value == (try sweep.model.figure(name, changes)))
        }
        for (check, distance) in zip(sweep.checks, point.distances) {
          let figure = try sweep.model.figure(check.output, changes)
          let wanted =
            check.side == .min ? figure - check.limit.value : check.limit.value - figure
          #expect(distance == wanted)
        }
      }
    }
  }

  @Test("read in boxes of any size, every row comes once and is the same", arguments: [1, 7])
  func boxes(rows: Int) throws {
    for sweep in try Self.sweeps() {
      let whole = try sweep.points(sweep.axes.map { Array(0..<$0.count) })
      let seen = Seen(sweep.count, outputs: sweep.outputs.count)
      var next = 0
      for box in sweep.boxes(rows: rows) {
        #expect(box.rows.lowerBound == next && box.rows.count <= rows)
        next = box.rows.upperBound
        try sweep.read(box) { part, start, count, blocks in
          for index in 0..<count { seen.take(part.row(of: start + index), blocks, index) }
        }
      }
      #expect(next == sweep.count)
      for (row, point) in whole.enumerated() {
        #expect(seen.times[row] == 1)
        #expect(seen.numbers[row].prefix(sweep.figures.count) == point.figures.map(\.value)[...])
      }
    }
  }

  @Test("the summary is that of the points, however they come together")
  func summary() throws {
    for sweep in try Self.sweeps() {
      let points = try sweep.points(sweep.axes.map { Array(0..<$0.count) })
      let parts = Parts(sweep)
      for box in sweep.boxes(rows: 9) {
        try sweep.read(box, by: .alone(pieces: 3)) { parts.take($0, $1, $2, $3) }
      }
      var summary = SweepSummary(sweep)
      for part in parts.summaries.reversed() { summary.merge(part) }
      #expect(summary.count == sweep.count)
      #expect(summary.failing == points.filter { !$0.isPassed }.count)
      for check in sweep.checks.indices {
        #expect(summary.failures[check] == points.filter { $0.failures.contains(check) }.count)
      }
      for figure in sweep.figures.indices {
        let values = points.map { $0.figures[figure].value }
        let known = values.compactMap(\.self)
        let ends = summary.figures[figure]
        #expect(ends.undefined == values.count - known.count)
        #expect(ends.lowest?.value == known.min() && ends.highest?.value == known.max())
        #expect(ends.lowest?.row == values.firstIndex { $0 == known.min() })
        #expect(ends.highest?.row == values.firstIndex { $0 == known.max() })
      }
    }
  }

  @Test("a figure without a value says why, and fails its check")
  func undefined() throws {
    let sweep = try Self.sweep([Self.axis("volume.segments.*.customers", .multiply, [1, 0])])
    let points = try sweep.points([[0, 1]])
    #expect(points[0].figures[1].value != nil && points[1].figures[1].value == nil)
    #expect(points[1].figures[1].reason?.contains("completedTasks is 0") == true)
    #expect(points[1].failures.contains(0))
    #expect(points[1].headroom(of: points[0]) == -.infinity)
  }

  @Test("headroom is 1 where it is measured from, 0 at the limit, and below beyond")
  func headroom() throws {
    let base = SweepPoint(positions: [0], figures: [], distances: [0.2, 0.4])
    func point(_ distances: Double...) -> Double? {
      SweepPoint(positions: [1], figures: [], distances: distances).headroom(of: base)
    }
    #expect(point(0.2, 0.4) == 1)
    #expect(point(0.1, 0.4) == 0.5)
    #expect(point(0.3, 0) == 0)
    #expect(point(-0.1, 0.4) == -0.5)
    let unjudged = SweepPoint(positions: [0], figures: [], distances: [])
    #expect(unjudged.headroom(of: unjudged) == nil)
  }

  @Test("positions between the ends can be typed, and a million of them cost nothing")
  func amounts() {
    #expect(
      Array(AxisAmounts(from: 0.02, to: 0.2, count: 10))
        == [0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2])
    #expect(Array(AxisAmounts(from: 4, to: 1, count: 4)) == [4, 3, 2, 1])
    #expect(
      Array(AxisAmounts(from: 1, to: 100, count: 5, isLogarithmic: true))
        == [1, 3.16227766017, 10, 31.6227766017, 100])
    let close = AxisAmounts(from: 1, to: 1 + 1e-12, count: 5)
    #expect(zip(close, close.dropFirst()).allSatisfy { $0 < $1 })
    let many = AxisAmounts(from: 1, to: 3, count: 1_000_001)
    #expect(many[500_000] == 2 && many[1_000_000] == 3)
  }

  @Test("what had to be held is said once")
  func notes() throws {
    let sweep = try Self.sweep([
      Self.axis("outcomes.wrongDetected", .multiply, [1, 2, 3]),
      Self.axis("tools.*.latency.*", .multiply, [1, 2]),
    ])
    #expect(
      try sweep.notes() == ["outcomes.wrongDetected would be 180 % and is held at 100 %"])
  }

  // MARK: What is swept

  static func axis(
    _ pattern: String, _ kind: Stress.Change.Kind, _ amounts: [Double]
  ) -> StatedAxis.Lane {
    let inputs = scenario().inputs.filter { PathPattern(pattern).matches($0.path) }
    return StatedAxis.Lane(
      pattern: pattern, kind: kind, paths: inputs.map(\.path),
      unit: kind == .multiply ? .one : inputs[0].unit, amounts: AxisAmounts(amounts))
  }

  static func sweep(
    _ lanes: [StatedAxis.Lane], shaping: Set<Int> = [], under stress: Stress? = nil
  ) throws -> Sweep {
    try sweep(
      lanes.enumerated().map { StatedAxis([$1], shapesModel: shaping.contains($0)) }, under: stress)
  }

  static func sweep(_ axes: [StatedAxis], under stress: Stress? = nil) throws -> Sweep {
    var scenario = scenario()
    func check(_ output: String, _ side: Check.Side, _ limit: Double) -> Check {
      Check(
        name: output, output: output, side: side,
        limit: Input("checks.\(output)", "limit", limit, .one), stresses: [])
    }
    scenario.checks = [
      check("costPerCompletedTask", .max, 1.1), check("grossMargin", .min, 0.1),
      check("tsr", .min, 0.9),
    ]
    return Sweep(
      try CostModel(scenario), axes, figures: ["grossMargin", "costPerCompletedTask"],
      under: stress)
  }

  /// Sweeps of every kind: whole numbers that shape the model at the front, in the middle and last,
  /// patterns that move together, on top of a stress that moves the same inputs.
  static func sweeps() throws -> [Sweep] {
    let escalation = axis("outcomes.escalation.*", .multiply, [1, 1.7, 2.5, 4])
    let latency = axis("tools.*.latency.*", .multiply, [1, 2, 5])
    let rate = axis("humanReview.rate", .set, [20, 38, 90])
    let wrong = axis("outcomes.wrongResult", .add, [0, 0.04])
    let attempts = axis("outcomes.maxAttempts", .set, [1, 3])
    let retries = axis("tools.*.maxRetries", .set, [0, 2, 3])
    let stress = Stress(
      name: "both",
      changes: escalation.changes(1.5) + wrong.changes(0.01)
        + [Stress.Change(path: "outcomes.maxAttempts", kind: .set, amount: 2)])
    return [
      try sweep([escalation]),
      try sweep([escalation, latency, rate]),
      try sweep([rate, attempts, latency], shaping: [1], under: stress),
      try sweep([attempts, escalation, retries], shaping: [0, 2]),
      try sweep([attempts, retries], shaping: [0, 1], under: stress),
      try sweep([StatedAxis([latency, rate]), StatedAxis([wrong])], under: stress),
    ]
  }
}

/// What was read of each row.
private final class Seen: @unchecked Sendable {
  private(set) var times: [Int]
  private(set) var numbers: [[Double?]]

  init(_ rows: Int, outputs: Int) {
    times = Array(repeating: 0, count: rows)
    numbers = Array(repeating: [], count: rows)
  }

  func take(_ row: Int, _ blocks: [UnsafePointer<Double>?], _ index: Int) {
    times[row] += 1
    numbers[row] = blocks.map { block in block.map { $0[index] }.flatMap { $0.isNaN ? nil : $0 } }
  }
}

/// A summary for every block.
private final class Parts: @unchecked Sendable {
  private let empty: SweepSummary
  private(set) var summaries: [SweepSummary] = []

  init(_ sweep: Sweep) { empty = SweepSummary(sweep) }

  func take(_ part: SweepPart, _ start: Int, _ count: Int, _ blocks: [UnsafePointer<Double>?]) {
    var summary = empty
    summary.add(part, start, count, blocks)
    summaries.append(summary)
  }
}

import Formulas
import Testing
import UnitEconomics

@Suite("A sweep's frontier is solved, not read off its points")
struct SweepFrontierTests {
  @Test("what is found along each axis, put back, gives the limit to 1e-9")
  func putBack() throws {
    var found = 0
    for sweep in try SweepTests.sweeps() {
      for axis in sweep.axes.indices where !sweep.axes[axis].shapesModel {
        for first in [true, false] {
          let place = sweep.axes.map { first ? 0 : $0.count - 1 }
          for broken in try sweep.breaks(along: axis, at: place) {
            found += try putBack(broken, sweep, axis, place) ? 1 : 0
          }
        }
      }
    }
    #expect(found > 20)
  }

  @Test("from every row of the first axis, where the second breaks first")
  func rows() throws {
    let sweep = try SweepTests.sweep([
      SweepTests.axis("humanReview.rate", .set, [20, 30, 40]),
      SweepTests.axis("outcomes.escalation.*", .multiply, [1, 1.5, 2, 2.5]),
    ])
    let map = try SweepMap(sweep, rows: [0, 1, 2], columns: [0, 1, 2, 3], others: [0, 0])
    #expect(map.frontier.count == 3)
    for (row, found) in map.frontier.enumerated() {
      let found = try #require(found)
      #expect(try putBack(found, sweep, 1, [row, 0]))
      // The points on either side of it agree.
      let points = map.points[row]
      for (column, point) in points.enumerated() {
        let amount = sweep.axes[1].lanes[0].amounts[column]
        #expect(point.isPassed == (amount <= found.amounts[0]))
      }
    }
    let places = map.frontier.compactMap { $0?.amounts[0] }
    #expect(places == places.sorted(by: >), "dearer people leave less room")
  }

  @Test("patterns that move together break together, in even steps between two positions")
  func zipped() throws {
    let lanes = [
      SweepTests.axis("outcomes.escalation.*", .multiply, [1, 2, 4]),
      SweepTests.axis("humanReview.rate", .set, [38, 40, 41]),
    ]
    let sweep = try SweepTests.sweep([StatedAxis(lanes)])
    let found = try #require(
      try sweep.breaks(along: 0, at: [0]).first { $0.check.name == "costPerCompletedTask" })
    #expect(try putBack(found, sweep, 0, [0]))
    let (factor, rate) = (found.amounts[0], found.amounts[1])
    let isEven =
      factor <= 2 ? isNear(rate, 38 + 2 * (factor - 1)) : isNear(rate, 40 + (factor - 2) / 2)
    #expect(isEven)
  }

  @Test("of whole numbers, the last that holds is named, and that is certain")
  func whole() throws {
    let sweep = try SweepTests.sweep(
      [SweepTests.axis("outcomes.maxAttempts", .set, [1, 2, 3])], shaping: [0])
    for found in try sweep.breaks(along: 0, at: [0]) { #expect(found.isProven) }
  }

  @Test("the check that breaks first on the way is first, also on the way down")
  func first() throws {
    let sweep = try SweepTests.sweep([
      SweepTests.axis("volume.segments.*.customers", .multiply, [1, 0.01])
    ])
    let breaks = try sweep.breaks(along: 0, at: [0])
    let places = breaks.compactMap(\.point.position)
    #expect(places.count > 1)
    #expect(sweep.first(of: breaks, along: 0)?.point.position == places.max())
    let summary = SweepSummary(sweep)
    let findings = try SweepFindings(sweep, summary)
    #expect(findings.first(along: 0)?.point.position == places.max())
    #expect(findings.breaksAtEnds.isEmpty && findings.firstAtEnds(along: 0) == nil)
  }

  /// Whether a break lies at a place, and the limit is reached there.
  private func putBack(
    _ found: SweepBreak, _ sweep: Sweep, _ axis: Int, _ place: [Int]
  ) throws -> Bool {
    guard case .at(_, isJump: false) = found.point.place else { return false }
    var changes: [Stress.Change] = sweep.stress?.changes ?? []
    for other in sweep.axes.indices where other != axis {
      changes += sweep.axes[other].changes(at: place[other])
    }
    for (lane, amount) in zip(sweep.axes[axis].lanes, found.amounts) {
      changes += lane.changes(amount)
    }
    let figure = try sweep.model.figure(found.check.output, changes)
    #expect(abs(figure - found.check.limit.value) <= 1e-9 * found.check.limit.value)
    let inputs = sweep.model.scenario.changed(by: changes).inputs
    for input in found.inputs { #expect(inputs[input.path]?.value == input.value) }
    return true
  }
}

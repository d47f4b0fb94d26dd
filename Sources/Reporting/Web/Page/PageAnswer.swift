import Formulas
import UnitEconomics

/// All that a page shows of one scenario.
public struct PageAnswer: Sendable {
  public let subject: Subject
  /// Escalation by tool latency; nil where the scenario has none of one of them.
  let map: EscalationMap?
  /// What moves the main figure; nil where that has no value.
  let tornado: Tornado?
  /// Every plan side by side, and over scale; nil where nothing is sold.
  let plans: PlansAnswer?
  /// The main figures as distributions, where they were asked for.
  let simulation: SimulationFindings?
  /// Whether the agent is ready, where that was asked for.
  public let readiness: ReadinessAnswer?
  /// Words of the command line that had a part in it, beside the settings.
  let asked: [String]

  public init(
    _ subject: Subject, map: EscalationMap?, tornado: Tornado?, plans: PlansAnswer?,
    simulation: SimulationFindings? = nil, readiness: ReadinessAnswer? = nil,
    asked: [String] = []
  ) {
    self.readiness = readiness
    self.subject = subject
    self.map = map
    self.tornado = tornado
    self.plans = plans
    self.simulation = simulation
    self.asked = asked
  }

  var curves: PlanCurves? { plans?.curves }
}

/// The main figure over escalation and tool latency, and where along escalation a check first fails.
public struct EscalationMap: Sendable {
  let sweep: Sweep
  let points: [[SweepPoint]]
  /// For each position of latency the factor on escalation from which a check fails.
  ///
  /// 0 where one fails at once, nil where none does; empty where there are no checks.
  let breaks: [Double?]

  static let (rows, columns) = (13, 9)

  /// - Returns: nil where no task escalates for a stated reason, or no tool is called.
  public init?(_ subject: Subject) throws(ModelFaults) {
    guard let sweep = subject.escalationByLatency(rows: Self.rows, columns: Self.columns) else {
      return nil
    }
    self.sweep = sweep
    let all = try sweep.points([Array(0..<Self.rows), Array(0..<Self.columns)])
    points = (0..<Self.rows).map { Array(all[$0 * Self.columns..<($0 + 1) * Self.columns]) }
    var breaks: [Double?] = []
    for column in 0..<Self.columns where !sweep.checks.isEmpty {
      breaks.append(sweep.firstFailure(points.map { $0[column] }, column))
    }
    self.breaks = breaks
  }

  /// How far up each break lies, in rows from the first one's middle.
  var frontier: [Double?] {
    breaks.map { found in
      guard let found else { return nil }
      return found == 0 ? -0.5 : (found - 1) / 3 * Double(Self.rows - 1)
    }
  }
}

extension Sweep {
  /// The factor along the first axis from which a check fails, at a position of the second: halved
  /// between the last point that passes and the first that does not, as the page's script does it.
  fileprivate func firstFailure(_ points: [SweepPoint], _ column: Int) -> Double? {
    let factors = axes[0].lanes[0].amounts
    guard let first = points.firstIndex(where: { !$0.isPassed }) else { return nil }
    guard first > 0 else { return 0 }
    var (low, high) = (factors[first - 1], factors[first])
    for _ in 0..<44 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if holds(at: middle, column) { low = middle } else { high = middle }
    }
    return high
  }

  private func holds(at factor: Double, _ column: Int) -> Bool {
    let lane = axes[0].lanes[0]
    let changed = model.scenario.changed(
      by: axes[1].changes(at: column) + lane.changes(factor)
    ).inputs
    let values = model.values(changed: changed)
    return checks.allSatisfy { check in values[check.output]?.value.map(check.holds) ?? false }
  }
}

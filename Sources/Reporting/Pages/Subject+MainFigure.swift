import Formulas
import UnitEconomics

extension Subject {
  /// The figure that a page is about: the margin where something is sold, else the cost of a task.
  public var mainOutput: Output {
    reading.base.values[.grossMargin].value == nil ? .costPerCompletedTask : .grossMargin
  }

  /// The main figure where up to four times as many tasks escalate, downwards, and tools are up to five
  /// times as slow.
  ///
  /// - Returns: nil where no task escalates for a stated reason, or no tool is called.
  func escalationByLatency(rows: Int, columns: Int) -> Sweep? {
    let model = reading.model
    let places = model.places
    func axis(_ pattern: String, to end: Double, _ count: Int) -> StatedAxis? {
      let matcher = PathPattern(pattern)
      let inputs = model.scenario.inputs.filter {
        matcher.matches($0.path) && places[$0.path] != nil && $0.value > 0
      }
      guard !inputs.isEmpty else { return nil }
      let amounts = AxisAmounts(from: 1, to: end, count: count)
      return StatedAxis([
        .init(
          pattern: pattern, kind: .multiply, paths: inputs.map(\.path), unit: .one,
          amounts: amounts)
      ])
    }
    guard let down = axis("outcomes.escalation.*", to: 4, rows),
      let across = axis("tools.*.latency.*", to: 5, columns)
    else { return nil }
    return Sweep(model, [down, across], figures: [mainOutput.rawValue], under: nil)
  }
}

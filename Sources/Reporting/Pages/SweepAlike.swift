import Formulas
import UnitEconomics

/// What is easily overlooked where an axis sets several inputs to one and the same value.
public struct SweepAlike {
  /// The pattern that matches them.
  public let pattern: String
  /// What happens to them, and what moves them in proportion instead.
  public let words: String

  /// The pattern and what is to be known of it, as one sentence.
  public var sentence: String { pattern + words }

  /// Every pattern of a sweep with values for more than one input.
  public static func all(of sweep: Sweep, _ subject: Subject) -> [SweepAlike] {
    sweep.axes.flatMap(\.lanes).compactMap { lane in
      guard lane.kind == .set, lane.paths.count > 1 else { return nil }
      let values = lane.paths.compactMap { subject.scenario.inputs[$0]?.value }
      return SweepAlike(lane, total: sweep.stress == nil ? values.reduce(0, +) : 0)
    }
  }

  /// - Parameter total: what the inputs add up to as stated; 0 where nobody can say.
  private init(_ lane: StatedAxis.Lane, total: Double) {
    pattern = lane.pattern
    let count = Double(lane.paths.count)
    let ends = [lane.amounts[0], lane.amounts[lane.amounts.count - 1]]
    let start = " is \(lane.paths.count) inputs, each set to the same value"
    // Shares of one whole have a total that somebody may have meant; prices and waits have none.
    guard lane.unit == .share, total > 0, total <= 1 else {
      words = start + "; to keep their proportions use factors, such as ×1..×2"
      return
    }
    func range(_ sign: String, _ style: NumberStyle, _ values: [Double]) -> String {
      values.map { sign + (style.text(for: $0) ?? "n/a") }.joined(separator: "..")
    }
    words =
      start + ", \(range("", .share, ends.map { $0 * count })) in all; to move their total to "
      + "\(range("", .share, ends)) use factors, "
      + range("×", .quantity(digits: 3), ends.map { $0 / total })
  }
}

import Formulas

/// The values of one input at which a figure hits a target.
public struct Solution: Sendable {
  public let input: Input
  public let output: String
  public let outputUnit: Unit
  public let target: Double
  /// The stress under which it was solved; nil for the base case.
  public let stress: String?
  /// The values that were looked through.
  public let range: ClosedRange<Double>
  /// The figure as the scenario stands.
  public let current: Reading
  /// Every value found, rising.
  public let roots: [Crossing]
  /// What the figure can be over the range; nil where it never has a value.
  public let attained: ClosedRange<Double>?
}

extension CostModel {
  /// The values of an input at which a figure hits a target, all of those in a range.
  ///
  /// - Parameters:
  ///   - path: the path of the input.
  ///   - output: the figure, by its name.
  ///   - target: what it should be, in its unit.
  ///   - stress: what is solved under; the base case where nil.
  ///   - range: where to look; by default all that the input can sensibly be, or for amounts
  ///     without an end from nothing to a thousand times what is stated.
  /// - Throws: `ModelFaults` where units do not fit, which a scenario that was read never has.
  public func solve(
    for path: String, output: String, target: Double, under stress: Stress? = nil,
    range: ClosedRange<Double>? = nil
  ) throws(ModelFaults) -> Solution? {
    guard let input = scenario.inputs[path], let position = graph.positions[output] else {
      return nil
    }
    let changes = stress?.changes ?? []
    let range = range ?? input.searchRange
    var roots: [Crossing] = []
    var attained: ClosedRange<Double>?
    for direction in input.directions(over: range) {
      let found = try crossings(
        of: output, at: target, along: direction,
        steps: input.domain.isWhole ? Int(range.upperBound - range.lowerBound) + 1 : 2048,
        under: changes)
      roots += found.crossings
      if let reached = found.attained {
        attained =
          attained.map {
            min($0.lowerBound, reached.lowerBound)...max($0.upperBound, reached.upperBound)
          } ?? reached
      }
    }
    let current = try figure(output, changes)
    return Solution(
      input: input, output: output, outputUnit: graph.nodes[position].unit, target: target,
      stress: stress?.name, range: range,
      current: current.isNaN
        ? .undefined(because: "\(output) is undefined as the scenario stands") : .defined(current),
      roots: roots.unlikeNeighbours,
      attained: attained)
  }
}

extension Input {
  /// Where a value may be looked for when nobody says.
  fileprivate var searchRange: ClosedRange<Double> {
    if domain.high < Domain.largest { return domain.low...domain.high }
    let reach = abs(value) > 0 && value.isFinite ? abs(value) * 1000 : 1_000_000
    return max(domain.low, -reach)...min(domain.high, max(reach, domain.low + 1))
  }

  /// A range by equal steps and, where the values span magnitudes, once more by equal factors: the
  /// first finds what lies far out, the second what lies close to nothing.
  fileprivate func directions(over range: ClosedRange<Double>) -> [Direction] {
    let even = Direction(value: self, range)
    let start = max(range.lowerBound, range.upperBound * 1e-9)
    guard !domain.isWhole, range.upperBound > 0, range.upperBound > start * 1000,
      range.lowerBound >= 0, start < range.upperBound
    else { return [even] }
    let byFactors = Direction(value: self, start...range.upperBound, isLogarithmic: true)
    return [even, byFactors]
  }
}

extension [Crossing] {
  /// In rising order, each once: what two scans both found differs by rounding at the most.
  fileprivate var unlikeNeighbours: [Crossing] {
    sorted { $0.position < $1.position }.reduce(into: []) { kept, next in
      if let last = kept.last,
        abs(last.position - next.position) <= 1e-9 * Swift.max(abs(next.position), 1e-12)
      {
        return
      }
      kept.append(next)
    }
  }
}

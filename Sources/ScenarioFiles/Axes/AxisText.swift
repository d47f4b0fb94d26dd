import UnitEconomics

/// Axes of a sweep as someone types them.
///
///     outcomes.escalation.*=×1..×4:13
///     tools.crm.price=$0.001 / call, $0.01 / call, $0.1 / call
///     outcomes.escalation.*=×1..×4 & tools.*.latency.*=×1..×5
///
/// An axis is `PATTERN=POSITIONS`, and several such joined by `&` move together. Positions are a range,
/// `LOW..HIGH`, with `:COUNT` for other than 13 positions and ` log` behind it for equal factors
/// between them, or a list with commas. Ends and values are written as in a stress (`× 2`, `+ 5%`,
/// `- 1 s`), or plainly as the input's own value.
public enum AxisText {
  /// The axes, and what is wrong with them; with anything wrong there are none.
  public struct Reading: Sendable {
    public let axes: [StatedAxis]
    public let diagnostics: [Diagnostic]
    /// The texts that the diagnostics point into.
    public let sources: SourceMap
  }

  /// How many positions a range has when nobody says.
  public static let defaultCount = 13
  /// The most positions of an axis.
  public static let mostPositions = 1_000_000

  /// Reads axes, a text each, over the inputs of a scenario.
  public static func read(_ texts: [String], of scenario: Scenario) -> Reading {
    var sources = SourceMap()
    let files = texts.map { sources.add(name: "--axis", bytes: Array($0.utf8)) }
    let decoding = Decoding(sources, root: nil, isPartial: false)
    decoding.prepare(for: scenario)
    let reader = AxisReader(decoding, scenario)
    let axes = files.map { file in
      reader.axis(Span(file: Int32(file), 0..<sources[file].bytes.count))
    }
    reader.refuseDoubles(axes)
    let isRight = !decoding.hasErrors
    return Reading(
      axes: isRight ? axes.compactMap { StatedAxis($0) } : [], diagnostics: decoding.findings,
      sources: sources)
  }
}

/// One pattern of an axis as it was read.
struct AxisLane {
  let pattern: String
  let patternSpan: Span
  let inputs: [Input]
  let kind: Stress.Change.Kind
  let amounts: AxisAmounts
  let isLogarithmic: Bool
}

extension StatedAxis {
  /// Nil where a pattern could not be read.
  fileprivate init?(_ lanes: [AxisLane]?) {
    guard let lanes, !lanes.isEmpty else { return nil }
    self.init(
      lanes.map { lane in
        Lane(
          pattern: lane.pattern, kind: lane.kind, paths: lane.inputs.map(\.path),
          unit: lane.kind == .multiply ? .one : lane.inputs[0].unit, amounts: lane.amounts,
          isLogarithmic: lane.isLogarithmic)
      }, shapesModel: lanes.contains { $0.inputs.contains(where: \.domain.isWhole) })
  }
}

extension Decoding {
  /// Reads quantities as the file of a scenario does that has been read already.
  func prepare(for scenario: Scenario) {
    currency = scenario.currency
    learnTaskWords(scenario.workUnit.name)
    for input in scenario.inputs { keep(input) }
  }
}

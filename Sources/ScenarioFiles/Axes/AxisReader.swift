import Formulas
import UnitEconomics

/// Reads the axes of a sweep, and reports what is wrong with them where it stands.
struct AxisReader {
  let decoding: Decoding
  let scenario: Scenario

  init(_ decoding: Decoding, _ scenario: Scenario) {
    self.decoding = decoding
    self.scenario = scenario
  }

  /// The patterns of one axis; nil where one of them cannot be read.
  func axis(_ text: Span) -> [AxisLane]? {
    let stated = parts(of: text).map { part in
      part.flatMap { part -> (AxisPart, [Input], AxisPositions)? in
        guard let inputs = inputs(part), let positions = positions(part, inputs) else { return nil }
        return (part, inputs, positions)
      }
    }
    guard !stated.contains(where: { $0 == nil }) else { return nil }
    let lanes = stated.compactMap(\.self)
    // A range without a count takes as many positions as what it moves along with.
    let counts = lanes.compactMap(\.2.count)
    let count = counts.first ?? AxisText.defaultCount
    if let other = counts.first(where: { $0 != count }) {
      decoding.report(
        .error(Wording.unlikeCounts(count, other), at: text, help: Wording.oneCount))
      return nil
    }
    return lanes.map { part, inputs, positions in
      let amounts = positions.amounts(count)
      reportSteps(amounts, part, inputs)
      return AxisLane(
        pattern: part.path, patternSpan: part.pattern, inputs: inputs, kind: positions.kind,
        amounts: amounts, isLogarithmic: positions.isLogarithmic)
    }
  }

  /// Every pattern with its positions, nil for one that has no `=`.
  private func parts(of text: Span) -> [AxisPart?] {
    let bytes = decoding.sources[Int(text.file)].bytes
    var parts: [AxisPart?] = []
    var start = 0
    // Behind an = the next & ends the positions; before it, it belongs to a name.
    repeat {
      let equals = bytes[start...].firstIndex(of: UInt8(ascii: "="))
      let end = equals.flatMap { bytes[$0...].firstIndex(of: UInt8(ascii: "&")) } ?? bytes.count
      let pattern = bytes.withoutBlanks(start..<(equals ?? end))
      if let equals, !pattern.isEmpty {
        let positions = bytes.withoutBlanks(equals + 1..<end)
        parts.append(
          AxisPart(
            path: InputPath.normal(String(decoding: bytes[pattern], as: UTF8.self)),
            pattern: Span(file: text.file, pattern),
            positions: Span(file: text.file, positions)))
      } else {
        decoding.report(
          .error(
            Wording.axisNeedsEquals, at: Span(file: text.file, bytes.withoutBlanks(start..<end)),
            help: Wording.axisExample))
        parts.append(nil)
      }
      start = end + 1
    } while start <= bytes.count
    return parts
  }

  /// The inputs that a pattern matches.
  private func inputs(_ part: AxisPart) -> [Input]? {
    let pattern = PathPattern(part.path)
    let inputs = scenario.inputs.filter { pattern.matches($0.path) }
    if inputs.isEmpty { decoding.reportUnknownInput(decoding.text(part.pattern), at: part.pattern) }
    return inputs.isEmpty ? nil : inputs
  }

  /// Whole numbers that a range does not fall on.
  private func reportSteps(_ amounts: AxisAmounts, _ part: AxisPart, _ inputs: [Input]) {
    guard let whole = inputs.first(where: \.domain.isWhole),
      amounts.contains(where: { $0 != $0.rounded() })
    else { return }
    decoding.report(
      .error(
        Wording.unevenSteps(whole.path, amounts.count), at: part.positions,
        help: Wording.everyWholeNumber))
  }

  /// An input may move once only.
  func refuseDoubles(_ axes: [[AxisLane]?]) {
    var seen: Set<String> = []
    for lane in axes.compactMap(\.self).flatMap(\.self) {
      let double = lane.inputs.first { seen.contains($0.path) }
      if let double {
        decoding.report(.error(Wording.movesTwice(double.path), at: lane.patternSpan))
      }
      seen.formUnion(lane.inputs.map(\.path))
    }
  }
}

/// One pattern of an axis and its positions, as they were typed.
struct AxisPart {
  let path: String
  let pattern: Span
  let positions: Span
}

extension [UInt8] {
  /// A stretch of text without the blanks at its ends.
  func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let start = self[range].firstIndex { !isBlank($0) } ?? range.upperBound
    let end = self[range].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return start..<end
  }
}

import Formulas
import UnitEconomics

/// The positions of one pattern as they were stated: a range or a list.
struct AxisPositions {
  /// What moves the inputs; an amount that is taken away is a negative one that is added.
  let kind: Stress.Change.Kind
  let isLogarithmic: Bool
  /// How many there must be; nil where a range does not say.
  let count: Int?
  /// The ends of a range, or every value of a list.
  fileprivate let values: [Double]
  fileprivate let isRange: Bool

  /// The amount at each of so many positions.
  func amounts(_ count: Int) -> AxisAmounts {
    isRange
      ? AxisAmounts(from: values[0], to: values[1], count: count, isLogarithmic: isLogarithmic)
      : AxisAmounts(values)
  }
}

extension AxisReader {
  /// The positions of a pattern, read in the unit of its inputs; nil, and a report, where they cannot
  /// be.
  func positions(_ part: AxisPart, _ inputs: [Input]) -> AxisPositions? {
    let bytes = decoding.sources[Int(part.positions.file)].bytes
    let range = Int(part.positions.start)..<Int(part.positions.end)
    let dots = Array("..".utf8)
    guard let between = bytes[range].firstRange(of: dots) else {
      let parts = bytes[range].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let spans = parts.map { Span(file: part.positions.file, bytes.withoutBlanks($0.indices)) }
      return list(part, spans, inputs)
    }
    let file = part.positions.file
    let first = Span(file: file, bytes.withoutBlanks(range.lowerBound..<between.lowerBound))
    guard let rest = count(bytes, between.upperBound..<range.upperBound, part, inputs) else {
      return nil
    }
    let last = Span(file: file, bytes.withoutBlanks(rest.end))
    guard let (kind, values) = values([first, last], inputs) else { return nil }
    guard values[0] != values[1] else {
      decoding.report(
        .error(Wording.emptyAxis, at: part.positions, help: Wording.oneValueIsSet))
      return nil
    }
    if rest.isLogarithmic, let place = values.firstIndex(where: { $0 <= 0 }) {
      decoding.report(
        .error(Wording.logFromZero, at: [first, last][place], help: Wording.leaveLogOut))
      return nil
    }
    var count = rest.count
    if count == nil, inputs.contains(where: \.domain.isWhole) {
      count = Int(abs(values[1] - values[0])) + 1
    }
    return AxisPositions(
      kind: kind, isLogarithmic: rest.isLogarithmic, count: count, values: values, isRange: true)
  }

  private func list(_ part: AxisPart, _ spans: [Span], _ inputs: [Input]) -> AxisPositions? {
    guard spans.count > 1 else {
      decoding.report(
        .error(Wording.onePosition, at: part.positions, help: Wording.writeAxisRange))
      return nil
    }
    guard let (kind, values) = values(spans, inputs) else { return nil }
    let pairs = zip(values, values.dropFirst())
    guard pairs.allSatisfy({ $0 < $1 }) || pairs.allSatisfy({ $0 > $1 }) else {
      decoding.report(.error(Wording.unorderedList, at: part.positions))
      return nil
    }
    return AxisPositions(
      kind: kind, isLogarithmic: false, count: values.count, values: values, isRange: false)
  }

  /// What stands behind the second end of a range: `:13 log`.
  private func count(
    _ bytes: [UInt8], _ range: Range<Int>, _ part: AxisPart, _ inputs: [Input]
  ) -> (end: Range<Int>, count: Int?, isLogarithmic: Bool)? {
    var rest = bytes.withoutBlanks(range)
    let word = Array("log".utf8)
    var isLogarithmic = false
    if bytes[rest].suffix(3).elementsEqual(word), rest.count > 3,
      bytes[rest.upperBound - 4] == 0x20
    {
      isLogarithmic = true
      rest = bytes.withoutBlanks(rest.lowerBound..<rest.upperBound - 3)
    }
    guard let colon = bytes[rest].lastIndex(of: UInt8(ascii: ":")) else {
      return (rest, nil, isLogarithmic)
    }
    let place = bytes.withoutBlanks(colon + 1..<rest.upperBound)
    let text = String(decoding: bytes[place], as: UTF8.self)
    guard let count = Int(text), (2...AxisText.mostPositions).contains(count) else {
      let span = Span(file: part.positions.file, place.isEmpty ? colon..<colon + 1 : place)
      decoding.report(.error(Wording.badCount(text), at: span, help: Wording.countExample))
      return nil
    }
    return (rest.lowerBound..<colon, count, isLogarithmic)
  }
}

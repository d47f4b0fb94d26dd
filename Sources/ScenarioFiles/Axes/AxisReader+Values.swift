import Formulas
import UnitEconomics

extension AxisReader {
  /// Values of an axis, all written in one way, and what they do to the inputs.
  func values(_ spans: [Span], _ inputs: [Input]) -> (Stress.Change.Kind, [Double])? {
    let written = spans.map { Written($0, decoding.text($0)) }
    if let empty = written.first(where: \.text.isEmpty) {
      _ = amount(empty, inputs)
      return nil
    }
    guard let first = written.first else { return nil }
    if let other = written.first(where: { $0.kind != first.kind }) {
      decoding.report(
        .error(Wording.unlikeValues, at: other.span, help: Wording.writtenAlike(first.kind.sign)))
      return nil
    }
    guard fits(first, inputs) else { return nil }
    var values: [Double] = []
    for value in written {
      guard let amount = amount(value, inputs) else { return nil }
      values.append(value.isTakenAway ? -amount : amount)
    }
    return (first.kind, values)
  }

  /// Whether all inputs can be moved so: whole numbers by values only, and values in one unit.
  private func fits(_ value: Written, _ inputs: [Input]) -> Bool {
    if value.kind != .set, let whole = inputs.first(where: \.domain.isWhole) {
      decoding.report(
        .error(Wording.wholeNeedsValues(whole.path), at: value.span, help: Wording.wholeExample))
      return false
    }
    guard value.kind != .multiply else { return true }
    let unlike = inputs.first { $0.unit != inputs[0].unit || currency($0) != currency(inputs[0]) }
    if let unlike {
      decoding.report(
        .error(
          Wording.unlikeUnits(
            inputs[0].path, unit(inputs[0]), unlike.path, unit(unlike)), at: value.span,
          help: Wording.useFactors))
      return false
    }
    return true
  }

  private func currency(_ input: Input) -> String { input.foreignCurrency ?? scenario.currency }

  private func unit(_ input: Input) -> String {
    let text = input.unit.inHomeMoney.text(currency: currency(input))
    return text.isEmpty ? Wording.noUnit : text
  }

  /// The amount that is meant for every input; what is wrong is said of the first that it is wrong for.
  private func amount(_ value: Written, _ inputs: [Input]) -> Double? {
    let node = JSONNode(span: value.span, value: .string(value.text))
    var result: Double?
    for input in inputs {
      guard
        let amount = decoding.amountOfChange(value.kind, node, input, sign: value.sign)
      else { return nil }
      result = amount
    }
    return result
  }
}

/// A value of an axis as it was typed.
private struct Written {
  let span: Span
  let kind: Stress.Change.Kind
  /// Whether the amount behind the sign is one to take away.
  let isTakenAway: Bool
  /// The value behind its sign.
  let text: String

  /// What an example of such a value begins with.
  var sign: String { kind == .set ? "" : "\(kind.sign) " }

  init(_ span: Span, _ text: String) {
    self.span = span
    let (kind, rest) = Stress.Change.Kind.split(text) ?? (.set, text)
    self.kind = kind == .subtract ? .add : kind
    isTakenAway = kind == .subtract
    self.text = rest
  }
}

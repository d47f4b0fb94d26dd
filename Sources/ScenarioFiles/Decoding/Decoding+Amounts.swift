import Formulas
import UnitEconomics

extension Decoding {
  /// The value of one quantity in the unit that is expected; nil, and a report, where there is none.
  func amount(
    _ node: JSONNode, _ path: String, _ unit: Unit, _ domain: Domain, impliesMonth: Bool = false
  ) -> (value: Double, currency: String?)? {
    guard let quantity = quantity(node, path, unit) else { return nil }
    if case .number = node.value, quantity.value(in: unit, impliesMonth: impliesMonth) == nil {
      report(
        .error(
          Wording.bareNumber(path, spelling(node.span)), at: node.span,
          help: Wording.writeLike(unit.example(currency: currency))))
      return nil
    }
    guard let value = quantity.value(in: unit, impliesMonth: impliesMonth) else {
      report(
        .error(
          Wording.wrongUnit(
            path, spelling(node.span),
            is: quantity.unit.unit.text(currency: quantity.currency ?? currency),
            wanted: unit.text(currency: currency)),
          at: node.span, help: Wording.writeLike(unit.example(currency: currency))))
      return nil
    }
    guard admit(value, node, path, unit, domain, isPercent: quantity.isPercent) else { return nil }
    return (value, quantity.currency)
  }

  /// The quantity as written, whatever its unit.
  func quantity(_ node: JSONNode, _ path: String, _ unit: Unit) -> Quantity? {
    switch node.value {
    case .number(let number):
      return Quantity(number: number.value, unit: WrittenUnit(unit: .one))
    case .string(let text):
      do {
        return try Quantity.read(text, home: currency, taskWords: taskWords)
      } catch {
        var help = error.help
        if help.isEmpty { help = [Wording.writeLike(unit.example(currency: currency))] }
        report(
          Diagnostic(
            severity: .error, message: Wording.inPath(path, error.message),
            span: part(error.range, of: node, text), help: help))
        return nil
      }
    default:
      report(
        .error(
          Wording.expectedQuantity(path), at: node.span,
          help: Wording.writeLike(unit.example(currency: currency))))
      return nil
    }
  }

  /// The place of a part of a string, where the string is written without escapes; else all of it.
  private func part(_ range: Range<Int>, of node: JSONNode, _ text: String) -> Span {
    let bytes = sources[Int(node.span.file)].bytes
    let inner = Int(node.span.start) + 1..<Int(node.span.end) - 1
    guard inner.count == text.utf8.count, bytes[inner].elementsEqual(text.utf8) else {
      return node.span
    }
    return Span(
      file: node.span.file, start: node.span.start + 1 + Int32(range.lowerBound),
      end: node.span.start + 1 + Int32(range.upperBound))
  }

  /// Whether the value can be taken; what is wrong with it is reported.
  private func admit(
    _ value: Double, _ node: JSONNode, _ path: String, _ unit: Unit, _ domain: Domain,
    isPercent: Bool
  ) -> Bool {
    if domain.contains(value) { return true }
    let stated = isPercent ? "\(spelling(node.span).dropFirst().dropLast())" : spelling(node.span)
    var help: [String] = []
    let isBareShare = !isPercent && unit == .share && value > 1 && value <= 100
    if isBareShare { help = [Wording.percentOf(spelling(node.span))] }
    report(
      Diagnostic(
        severity: .error,
        message: value.isNaN || value.isInfinite || abs(value) > Domain.largest
          ? Wording.tooLarge(path, stated)
          : Wording.outside(path, stated, Wording.range(of: domain, isShare: unit == .share)),
        span: node.span, help: help))
    return false
  }

  /// The input after the changes that the command line asks for.
  func adjusted(_ input: Input) -> Input {
    var input = input
    for index in adjustments.indices where adjustments[index].pattern.matches(input.path) {
      adjustments[index].isUsed = true
      guard let change = change(adjustments[index], of: input) else { continue }
      input = input.changed(change)
    }
    return input
  }

  private func change(_ adjustment: Adjustment, of input: Input) -> Stress.Change? {
    amountOfChange(adjustment.kind, adjustment.node, input).map {
      Stress.Change(path: input.path, kind: adjustment.kind, amount: $0)
    }
  }

  /// The factor or the amount of a change, in the input's unit and currency.
  func amountOfChange(
    _ kind: Stress.Change.Kind, _ node: JSONNode, _ input: Input
  ) -> Double? {
    let unit = kind == .multiply ? .one : input.unit.inHomeMoney
    let domain = kind == .set ? input.domain : .notNegative
    let amount = amount(node, input.path, unit, domain, impliesMonth: kind != .multiply)
    if let stated = amount?.currency, stated != input.foreignCurrency ?? currency {
      report(.error(Wording.mixedCurrencies(input.path), at: node.span))
      return nil
    }
    return amount?.value
  }
}

import Formulas
import UnitEconomics

extension Decoding {
  /// The value of one quantity in the unit that is expected; nil, and a report, where there is none.
  func amount(
    _ node: JSONNode, _ path: String, _ unit: Unit, _ domain: Domain, impliesMonth: Bool = false,
    sign: String = ""
  ) -> (value: Double, currency: String?)? {
    // Worked out only where something is wrong: most quantities need no example.
    func example() -> String { sign + unit.example(currency: currency) }
    guard let quantity = quantity(node, path, example) else { return nil }
    if case .number = node.value, quantity.value(in: unit, impliesMonth: impliesMonth) == nil {
      report(
        Diagnostic(
          severity: .error, message: Wording.bareNumber(path, spelling(node.span)),
          span: node.span, help: [Wording.writeLike(example())] + shellHelp(node, unit)))
      return nil
    }
    guard let value = quantity.value(in: unit, impliesMonth: impliesMonth) else {
      let isRate = unit == .money / .foreignMoney
      report(
        Diagnostic(
          severity: .error,
          message: Wording.wrongUnit(
            path, spelling(node.span), hasUnit: quantity.unit.unit != .one,
            wanted: isRate ? currency : unit.text(currency: currency)),
          span: node.span,
          help: [Wording.writeLike(example())]
            + (quantity.value(in: unit / .money) == nil ? [] : shellHelp(node, unit))))
      return nil
    }
    guard admit(value, node, path, unit, domain, isPercent: quantity.isPercent) else { return nil }
    return (value, quantity.currency)
  }

  /// What a shell may have made of an amount of money: of `=$40 / h` without quotes it leaves `=0 / h`.
  private func shellHelp(_ node: JSONNode, _ unit: Unit) -> [String] {
    let isTyped = ["--set", "--axis"].contains(sources[Int(node.span.file)].name)
    let isDollar = Currency.code(ofSymbol: "$", home: currency) == currency
    return isTyped && unit.isMoney && isDollar ? [Wording.shellTakesDollar] : []
  }

  /// The quantity as written, whatever its unit.
  private func quantity(_ node: JSONNode, _ path: String, _ example: () -> String) -> Quantity? {
    switch node.value {
    case .number(let number):
      return Quantity(number: number.value, unit: WrittenUnit(unit: .one))
    case .string(let text):
      do {
        return try Quantity.read(text, home: currency, taskWords: taskWords)
      } catch {
        var help = error.help
        if help.isEmpty { help = [Wording.writeLike(example())] }
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
          help: Wording.writeLike(example())))
      return nil
    }
  }

  /// The place of a part of a string, where the string is written without escapes; else all of it.
  ///
  /// In a setting of the command line a string may stand without quotes, and with blanks around it.
  private func part(_ range: Range<Int>, of node: JSONNode, _ text: String) -> Span {
    let bytes = sources[Int(node.span.file)].bytes[Int(node.span.start)..<Int(node.span.end)]
    let quoted = bytes.dropFirst().dropLast()
    let start: Int
    if quoted.elementsEqual(text.utf8) {
      start = quoted.startIndex
    } else if let found = bytes.firstRange(of: Array(text.utf8)), !text.isEmpty {
      start = found.lowerBound
    } else {
      return node.span
    }
    return Span(
      file: node.span.file, start: Int32(start + range.lowerBound),
      end: Int32(start + range.upperBound))
  }

  /// Whether the value can be taken; what is wrong with it is reported.
  private func admit(
    _ value: Double, _ node: JSONNode, _ path: String, _ unit: Unit, _ domain: Domain,
    isPercent: Bool
  ) -> Bool {
    // A limit of 65 for a share is hardly ever 6,500 %, and would be missed in silence.
    let isBareShare = !isPercent && unit == .share && abs(value) > 1 && abs(value) <= 100
    let isLimit = isBareShare && domain == .any
    if domain.contains(value), !isLimit { return true }
    let stated = Wording.withoutQuotes(spelling(node.span))
    let help = isBareShare ? [Wording.percentOf(stated)] : []
    report(
      Diagnostic(
        severity: .error,
        message: isLimit
          ? Wording.bareShare(path, stated, unit.stated(value, currency: currency))
          : value.isNaN || value.isInfinite || abs(value) > Domain.largest
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
      let wanted = change.applied(to: input.value)
      let words = Wording.withoutQuotes(spelling(adjustments[index].node.span))
      input = input.changed(change).credited("then \(words) by --set")
      if input.value != wanted, wanted.isFinite {
        report(
          .warning(
            input.heldNote(wanted, currency: currency), at: adjustments[index].node.span))
      }
    }
    return input
  }

  private func change(_ adjustment: Adjustment, of input: Input) -> Stress.Change? {
    amountOfChange(adjustment.kind, adjustment.node, input).map {
      Stress.Change(path: input.path, kind: adjustment.kind, amount: $0)
    }
  }

  /// The factor or the amount of a change, in the input's unit and currency.
  ///
  /// - Parameter sign: what an example begins with; by default the sign of the change.
  func amountOfChange(
    _ kind: Stress.Change.Kind, _ node: JSONNode, _ input: Input, sign: String? = nil
  ) -> Double? {
    let unit = kind == .multiply ? .one : input.unit.inHomeMoney
    let domain = kind == .set ? input.domain : .notNegative
    let amount = amount(
      node, input.path, unit, domain, impliesMonth: kind != .multiply,
      sign: sign ?? "\(kind.sign) ")
    let home = input.foreignCurrency ?? currency
    if let stated = amount?.currency, stated != home, !isCurrencyUnknown {
      report(.error(Wording.mixedCurrencies(input.path, home, stated), at: node.span))
      return nil
    }
    return amount?.value
  }
}

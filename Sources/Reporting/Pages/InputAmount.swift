import Formulas
import UnitEconomics

extension Subject {
  /// An input's value as people say it: `$47.08 / h`, `3.2%`, `9 min / task`.
  ///
  /// - Parameter other: a value that it must not read the same as, unless it is the same.
  func amount(_ value: Double, of input: Input, unlike other: Double? = nil) -> String {
    amount(value, unlike: other) { part(of: $0, input, digits: $1) + unitBehind(input) }
  }

  /// The same without what goes without saying beside the input's path: `$47.08`, `3.2%`, `9 min`.
  func shortAmount(_ value: Double, of input: Input, unlike other: Double? = nil) -> String {
    let unit = unitBehind(input)
    let first = unit.split(separator: " ", maxSplits: 1).first.map(String.init) ?? ""
    let isSpoken = ["s", "min", "h", "kB", "GB"].contains(first)
    return amount(value, unlike: other) {
      part(of: $0, input, digits: $1) + (isSpoken ? " \(first)" : "")
    }
  }

  private func amount(
    _ value: Double, unlike other: Double?, _ text: (Double, Int) -> String
  ) -> String {
    for digits in 4..<12 {
      let shown = text(value, digits)
      if other == nil || other == value || shown != text(other!, digits) { return shown }
    }
    return text(value, 12)
  }

  /// The number, with its sign of currency or per cent.
  private func part(of value: Double, _ input: Input, digits: Int) -> String {
    if input.unit == .share { return Self.percent(value, digits: digits) }
    let style: NumberStyle =
      if let currency = currency(of: input) {
        digits > 4 ? .fixed(.money(currency), digits: digits - 2) : .price(currency)
      } else {
        .quantity(digits: digits)
      }
    return style.text(for: value.withoutNoise) ?? "n/a"
  }

  /// The currency of an amount of money; nil for anything else, a rate of exchange included.
  private func currency(of input: Input) -> String? {
    if scenario.exchangeRates.values.contains(where: { $0.path == input.path }) { return nil }
    return input.unit.inHomeMoney.isMoney ? input.foreignCurrency ?? currency : nil
  }

  /// What stands behind the number: ` / h`, ` min / task`.
  private func unitBehind(_ input: Input) -> String {
    if input.unit == .share { return "" }
    guard currency(of: input) != nil else {
      let text = unitText(input.unit, of: input.path)
      return text.isEmpty ? "" : " " + text
    }
    return input.unit.inHomeMoney.text(currency: "")
  }

  /// A share in per cent, its digits counted on what is the smaller: it, or what it leaves.
  static func percent(_ share: Double, digits: Int = 4) -> String {
    var count = digits
    var rest = 1 - share
    while rest > 0, rest < 0.1, count < 15 {
      rest *= 10
      count += 1
    }
    // Shifted on its decimal digits, so that 0.9995 reads 99.95 and not a neighbour of it.
    let text = NumberStyle.quantity(digits: count).text(for: (share * 1e14).rounded() / 1e12)
    return (text ?? "n/a") + "%"
  }

  /// How far a limit lies from where an input stands: `+82%`, `4.88×`, and of a share above one half
  /// `rest 14.3×`.
  func change(to limit: Headroom.Limit, of input: Input) -> String {
    if input.domain.isWhole {
      return NumberStyle.change(.count).text(for: limit.position - input.value) ?? "n/a"
    }
    guard let factor = limit.factor else { return "" }
    let isNear = factor > 0.5 && factor < 2
    let text =
      isNear
      ? NumberStyle.change(.share).text(for: factor - 1) : NumberStyle.factor.text(for: factor)
    return (input.isJudgedByRest ? "rest " : "") + (text ?? "n/a")
  }
}

extension Double {
  /// The number to twelve significant digits: what adding a tenth leaves behind is nobody's digits.
  fileprivate var withoutNoise: Double {
    guard isFinite, self != 0, abs(self) > 1e-280, abs(self) < 1e280 else { return self }
    var scale = 1.0
    while abs(self) * scale < 1e11 { scale *= 10 }
    while abs(self) * scale >= 1e12, scale > 1 { scale /= 10 }
    return abs(self) < 1e12 ? (self * scale).rounded() / scale : self
  }
}

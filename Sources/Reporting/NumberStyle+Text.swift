extension NumberStyle {
  /// The number as a person reads it, or nil for NaN and infinity, which never reach a reader.
  ///
  ///     NumberStyle.money("USD").text(for: 0.8086606)    // "$0.809"
  ///     NumberStyle.money("CHF").text(for: -12.3)        // "-CHF 12.30"
  ///     NumberStyle.share.text(for: 0.29711729551217764) // "29.7%"
  ///
  /// Thousands are grouped with `,` and the decimal mark is `.`, whatever the machine's locale. Halves
  /// round away from zero on the decimal value. From 10^15 up, and below a millionth where the style
  /// shows significant digits, the number is in scientific notation: `$1.23e18`. Zero has no sign.
  public func text(for value: Double) -> String? {
    guard let digits = DecimalDigits(value) else { return nil }
    let spelling = spelling
    let (shown, body) = spelling.rule.body(of: digits.shifted(by: spelling.shift))
    let sign = shown.isNegative ? "-" : spelling.saysPlus && !shown.isZero ? "+" : ""
    return sign + spelling.prefix + body + spelling.suffix
  }

  /// What stands around the digits, and how many of them there are.
  private struct Spelling {
    var prefix = ""
    var suffix = ""
    var shift = 0
    var saysPlus = false
    var rule: DigitRule
  }

  private var spelling: Spelling {
    switch self {
    case .money(let currency, let unit):
      return Spelling(prefix: currencyPrefix(currency), suffix: perUnit(unit), rule: .money)
    case .price(let currency, let unit):
      return Spelling(prefix: currencyPrefix(currency), suffix: perUnit(unit), rule: .price)
    case .share: return Spelling(suffix: "%", shift: 2, rule: .share)
    case .percentagePoints: return Spelling(suffix: " pp", shift: 2, rule: .share)
    case .count: return Spelling(rule: .count)
    case .factor: return Spelling(suffix: "×", rule: .significant(3))
    case .quantity(let digits, let unit):
      return Spelling(suffix: unit.map { " " + $0 } ?? "", rule: .significant(max(1, digits)))
    case .seconds: return Spelling(suffix: " s", rule: .significant(3))
    case .fixed(let style, let digits):
      var spelling = style.spelling
      spelling.rule = .fixed(max(0, digits))
      return spelling
    case .change(let style):
      var spelling = style.spelling
      spelling.saysPlus = true
      return spelling
    }
  }
}

/// What stands before an amount: a symbol touches it (`$12`), a code keeps a space (`CHF 12`).
func currencyPrefix(_ currency: String) -> String {
  switch currency {
  case "USD": "$"
  case "EUR": "€"
  case "GBP": "£"
  case "JPY": "¥"
  case "INR": "₹"
  default: currency.last?.isLetter == true ? currency + " " : currency
  }
}

private func perUnit(_ unit: String?) -> String { unit.map { " / " + $0 } ?? "" }

/// How many digits a number is worth showing.
private enum DigitRule {
  case money, price, share, count
  case fixed(Int), significant(Int)

  /// The number as rounded for display, and its magnitude as text.
  func body(of number: DecimalDigits) -> (DecimalDigits, String) {
    var places = places(for: number)
    var shown = number.rounded(toFraction: places)
    // Rounding may carry into a magnitude that is worth fewer digits: 999.996 is $1,000.
    if shown.point > number.point { places = min(places, self.places(for: shown)) }
    shown = shown.rounded(toFraction: places)
    let isTiny = !number.isZero && number.point < -5 && !hasFixedPlaces
    guard shown.point > 15 || isTiny else { return (shown, shown.plain(fractionDigits: places)) }
    return (number, number.scientific(significant: 3))
  }

  private var hasFixedPlaces: Bool {
    if case .fixed = self { true } else { false }
  }

  private func places(for number: DecimalDigits) -> Int {
    switch self {
    case .fixed(let places): return places
    case .money:
      // From 1 up money has cents and from 1,000 up none; below 1 three significant digits.
      if number.isZero || number.point > 3 { return 0 }
      return max(2, 3 - number.point)
    case .price:
      let exact = number.digits.count - number.point
      return number.isZero ? 0 : min(DigitRule.money.places(for: number), max(2, exact))
    case .share:
      return number.isZero ? 1 : max(1, 2 - number.point)
    case .count:
      // An expected 0.4 of a task must not read as no task.
      return number.point > 2 ? 0 : DigitRule.significant(3).places(for: number)
    case .significant(let count):
      // A value that is shorter than the cut is exact and shown as it stands: 69, not 69.0.
      let exact = number.digits.count - number.point
      return max(0, min(exact, count - number.point))
    }
  }
}

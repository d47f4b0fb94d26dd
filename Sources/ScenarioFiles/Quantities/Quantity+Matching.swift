import Formulas

extension Quantity {
  /// The value in the unit that an input is kept in; nil where the quantity measures something else.
  ///
  /// - Parameter impliesMonth: whether "a month" may go without saying, as in `included: 500`.
  func value(in target: Unit, impliesMonth: Bool = false) -> Double? {
    let wanted = impliesMonth && target.isCountAMonth ? [target, target * .month] : [target]
    for target in wanted {
      guard let (times, over) = unit.unit.reading(as: target) else { continue }
      return number * (unit.multiplier * times) / (unit.divisor * over)
    }
    return nil
  }
}

extension Unit {
  /// A quantity of this unit, well written: what a message shows as an example.
  func example(currency: String) -> String {
    if self == .share { return "8%" }
    if self == .money / .foreignMoney { return "1.08 \(currency)" }
    let known: [(Unit, String)] = [
      (.one, "3"), (.second, "45 s"), (.minute, "12 min"), (.hour, "48 h"),
      (.month, "12 months"), (.token, "1800 tokens"), (.megatoken, "2 Mtok"),
      (.kilobyte, "180 kB"), (.token / .second, "140 tokens / s"),
      (.hour / .month, "140 h / month"), (.one / .month, "1200 / month"),
      (.one / .minute, "2000 / min"),
    ]
    if let match = known.first(where: { $0.0.isRead(as: self) }) { return match.1 }
    let text = text(currency: currency)
    if isMoney {
      let rest = text.dropFirst(currency.count)
      return "\(Currency.symbol(ofCode: currency))1.20\(rest)"
    }
    return text.hasPrefix("1 /") ? text : "3 \(text)"
  }

  /// Whether a number in this unit is the same number in the other, which people may shorten to it.
  private func isRead(as other: Unit) -> Bool {
    guard let (times, over) = reading(as: other) else { return false }
    return times == 1 && over == 1
  }
}

import Formulas

extension Quantity {
  /// The value in the unit that an input is kept in; nil where the quantity measures something else.
  ///
  /// - Parameter impliesMonth: whether "a month" may go without saying, as in `included: 500`.
  func value(in target: Unit, impliesMonth: Bool = false) -> Double? {
    let wanted = impliesMonth ? [target, target * .month] : [target]
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
    let known: [(Unit, String)] = [
      (.share, "8%"), (.second, "45 s"), (.minute, "12 min"), (.hour, "48 h"),
      (.month, "12 months"), (.token, "1800 tokens"), (.megatoken, "2 Mtok"),
      (.kilobyte, "180 kB"), (.token / .second, "140 tokens / s"),
      (.hour / .month, "140 h / month"), (.one, "1.5"),
    ]
    if let match = known.first(where: { reading(as: $0.0) != nil && isLike($0.0) }) {
      return match.1
    }
    let text = text(currency: currency)
    if isMoney {
      let rest = text.dropFirst(currency.count)
      return "\(Currency.symbol(ofCode: currency))1.20\(rest)"
    }
    return text.hasPrefix("1 /") ? text : "\(3) \(text)"
  }

  /// Whether both have the same scale, so that the example is in the unit people expect.
  private func isLike(_ other: Unit) -> Bool {
    let (times, over) = conversion(to: other)
    return times == 1 && over == 1
  }
}

extension Amount {
  /// What one of a million costs that cost this together; nil where that has no exact amount, or is below 0.
  ///
  ///     Amount("0.075")!.millionth   // 0.000000075
  var millionth: Amount? {
    units % 1_000_000 == 0 ? nearestMillionth : nil
  }

  /// The same with its last place rounded, a half to the even digit: a price of 1/12 has no exact amount.
  var nearestMillionth: Amount? {
    guard units >= 0 else { return nil }
    let (each, rest) = units.quotientAndRemainder(dividingBy: 1_000_000)
    let isUp = rest > 500_000 || rest == 500_000 && each & 1 == 1
    return Amount(units: each + (isUp ? 1 : 0))
  }

  /// The amount for a million tokens of what is the amount for one.
  public var forAMillion: Amount { self * 1_000_000 }

  /// The amount so many times, the last place rounded, a half to the even digit.
  ///
  /// - Parameter factor: from 0 to 100.
  func times(_ factor: Amount) -> Amount {
    let one: Int128 = 1_000_000_000_000_000
    let (whole, part) = units.quotientAndRemainder(dividingBy: one)
    let (more, rest) = (part * factor.units).quotientAndRemainder(dividingBy: one)
    let isUp =
      rest.magnitude * 2 > one.magnitude || rest.magnitude * 2 == one.magnitude && more & 1 == 1
    return Amount(units: whole &* factor.units &+ more + (isUp ? (rest < 0 ? -1 : 1) : 0))
  }
}

import Formulas

/// A number with its unit, as written in a scenario: `"$3 / Mtok"`, `"8%"`, `"15k / month"`.
struct Quantity: Equatable {
  /// The number as written, thousands and per cents already worked in.
  var number: Double
  var unit: WrittenUnit
  /// The currency's code, where the quantity is an amount of money.
  var currency: String?
  var isPercent = false
}

/// Why a text is not a quantity, in words, and where in the text.
struct QuantityFault: Error, Equatable {
  var message: String
  var help: [String] = []
  /// The part of the text that is to blame, counted in bytes.
  var range: Range<Int>
}

extension Quantity {
  /// Reads a quantity.
  ///
  ///     quantity = [currency] number ["k" | "M" | "B"] [currency] [unit {"/" unit}]  |  number "%"
  ///
  /// - Parameters:
  ///   - home: the scenario's currency, which a dollar sign stands for where it is a dollar.
  ///   - taskWords: what the scenario calls a task.
  static func read(
    _ text: String, home: String, taskWords: Set<String> = []
  ) throws(QuantityFault) -> Quantity {
    var scanner = QuantityScanner(text)
    scanner.skipSpaces()
    guard !scanner.isAtEnd else {
      throw QuantityFault(message: Wording.emptyQuantity, range: 0..<text.utf8.count)
    }
    var currency = scanner.currency(home: home)
    let number = try scanner.number()
    let shift = scanner.thousands(ofMoney: currency != nil)
    if shift == 0, scanner.take("%") {
      try scanner.expectEnd(after: "%")
      guard currency == nil else {
        throw QuantityFault(message: Wording.percentOfMoney, range: 0..<text.utf8.count)
      }
      return Quantity(
        number: number.value(shiftedBy: -2), unit: WrittenUnit(unit: .share), isPercent: true)
    }
    if currency == nil { currency = scanner.currency(home: home) }
    var unit = WrittenUnit(unit: currency == nil ? .one : .money)
    unit = try scanner.units(after: unit, taskWords: taskWords)
    return Quantity(number: number.value(shiftedBy: shift), unit: unit, currency: currency)
  }
}

/// A decimal number as written, so that a shift by powers of ten loses nothing.
struct DecimalText: Equatable {
  var mantissa: String
  var exponent: Int

  func value(shiftedBy shift: Int) -> Double {
    let exponent = exponent + shift
    return Double(exponent == 0 ? mantissa : "\(mantissa)e\(exponent)") ?? .infinity
  }
}

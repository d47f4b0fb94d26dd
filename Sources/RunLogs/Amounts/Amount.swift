/// An exact amount of money, in whole 10⁻¹⁵ of its currency.
///
///     Amount("0.0000015625")! * 1000   // 0.0015625
///
/// Sums do not depend on the order in which they are made, as those of floating numbers do.
public struct Amount: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// In 10⁻¹⁵ of the currency.
  public private(set) var units: Int128

  /// As many places as an amount has.
  public static let places = 15
  /// As many as a recorded cost is taken at: floating noise lies behind them.
  static let recordedPlaces = 12
  /// As much as a log or a price list may state, so that no sum of it is beyond what adds up.
  private static let mostStated: Int128 = 1_000_000_000_000_000_000_000_000_000

  public static let zero = Amount(units: 0)

  init(units: Int128) { self.units = units }

  /// An amount as it is written: `12`, `0.25`, `7.5e-07`.
  ///
  /// - Parameter places: as many are kept, the last one rounded, a half to the even digit.
  /// - Returns: nil where the text is no decimal number, or one of 10¹² or more.
  public init?(_ text: some StringProtocol, places: Int = Amount.places) {
    var text = String(text)
    guard let amount = text.withUTF8({ Amount(bytes: $0, places: places) }) else { return nil }
    self = amount
  }

  init?(bytes: UnsafeBufferPointer<UInt8>, places: Int = Amount.places) {
    guard let units = Self.plain(bytes, places: places) ?? Self.units(bytes, places: places),
      units.magnitude < Self.mostStated.magnitude
    else { return nil }
    self.units = units
  }

  private static func units(_ bytes: UnsafeBufferPointer<UInt8>, places: Int) -> Int128? {
    var scanner = DecimalScanner()
    for byte in bytes { guard scanner.take(byte) else { return nil } }
    return scanner.units(places: places)
  }

  /// A number of floating point as it is written shortest.
  init?(_ value: Double, places: Int = Amount.places) {
    guard value.isFinite else { return nil }
    self.init(value.description, places: places)
  }

  public static func + (a: Amount, b: Amount) -> Amount { Amount(units: a.units &+ b.units) }
  public static func - (a: Amount, b: Amount) -> Amount { Amount(units: a.units &- b.units) }
  public static func < (a: Amount, b: Amount) -> Bool { a.units < b.units }

  /// The amount so many times; what is beyond what adds up stays there.
  public static func * (amount: Amount, count: Int) -> Amount {
    let (units, isOver) = amount.units.multipliedReportingOverflow(by: Int128(count))
    let most: Int128 = 1_000_000_000_000_000_000_000_000_000_000
    if isOver || units > most { return Amount(units: most) }
    return Amount(units: units)
  }

  /// The nearest number of floating point.
  public var value: Double { Double(description) ?? 0 }

  /// The amount for each of so many, as the number of floating point nearest to it.
  ///
  ///     Amount("229.978759475")!.each(of: 500)   // 0.45995751895
  public func each(of count: Int) -> Double? {
    guard count > 0 else { return nil }
    // As many digits more as there is room for: a quotient seldom lies so near between two numbers.
    var (scaled, power) = (units, Self.places)
    while scaled.magnitude < Self.room, power < 60 {
      scaled *= 10
      power += 1
    }
    return Double("\(scaled / Int128(count))e-\(power)")
  }

  private static let room: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000_000
}

extension Amount: CustomStringConvertible {
  /// The amount in full: `229.978759475`.
  public var description: String {
    let size = units.magnitude
    let power: UInt128 = 1_000_000_000_000_000
    let (whole, rest) = size.quotientAndRemainder(dividingBy: power)
    var text = units < 0 ? "-" : ""
    text += whole.description
    guard rest > 0 else { return text }
    let digits = rest.description
    let all = String(repeating: "0", count: Self.places - digits.count) + digits
    let end = all.lastIndex { $0 != "0" } ?? all.startIndex
    return text + "." + all[...end]
  }
}

/// Digits, point and exponent of a decimal number as they come.
private struct DecimalScanner {
  private enum Place { case start, whole, fraction, exponentStart, exponent }

  private var place = Place.start
  private var isNegative = false
  private var digits: UInt128 = 0
  /// What the digits are to be multiplied by, as a power of ten.
  private var power = 0
  private var exponent = 0
  private var isExponentNegative = false
  private var hasDigits = false
  private var hasExponent = true
  /// Whether a digit other than 0 came that was not kept.
  private var hasRest = false

  mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit(Int(byte - UInt8(ascii: "0")))
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      switch place {
      case .start where !hasDigits && !isNegative:
        isNegative = byte == UInt8(ascii: "-")
        place = .whole
      case .exponentStart:
        isExponentNegative = byte == UInt8(ascii: "-")
        place = .exponent
      default: return false
      }
    case UInt8(ascii: "."):
      guard place == .start || place == .whole else { return false }
      place = .fraction
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      guard hasDigits, place == .whole || place == .fraction else { return false }
      place = .exponentStart
      hasExponent = false
    default: return false
    }
    return true
  }

  private mutating func digit(_ digit: Int) {
    switch place {
    case .exponentStart, .exponent:
      place = .exponent
      hasExponent = true
      if exponent < 10_000 { exponent = exponent * 10 + digit }
    case .start, .whole, .fraction:
      if place == .start { place = .whole }
      hasDigits = true
      if digits < 1_000_000_000_000_000_000_000_000_000_000_000 {
        digits = digits * 10 + UInt128(digit)
        if place == .fraction { power -= 1 }
      } else {
        if digit > 0 { hasRest = true }
        if place == .whole { power += 1 }
      }
    }
  }

  /// In 10⁻¹⁵, rounded to so many places; nil where it is no number or too large.
  func units(places: Int) -> Int128? {
    guard hasDigits, hasExponent else { return nil }
    var shift = power + (isExponentNegative ? -exponent : exponent) + places
    var value = digits
    if value == 0 { return 0 }
    while shift > 0 {
      guard value < 1_000_000_000_000_000_000_000_000_000_000_000_000 else { return nil }
      value *= 10
      shift -= 1
    }
    if shift < 0 {
      guard shift > -38 else { return 0 }
      let divisor = (0..<(-shift)).reduce(UInt128(1)) { power, _ in power * 10 }
      let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
      let half = divisor / 2
      let isUp = rest > half || rest == half && (hasRest || quotient & 1 == 1)
      value = quotient + (isUp ? 1 : 0)
    }
    for _ in places..<Amount.places { value *= 10 }
    guard value < 100_000_000_000_000_000_000_000_000_000_000_000 else { return nil }
    return isNegative ? -Int128(value) : Int128(value)
  }
}

/// A finite number as its shortest decimal digits, so that rounding for display is exact.
///
///     value = ± 0.digits × 10^point
///
/// The digits are those of `Double.description`: the shortest that read back as the same number. A
/// price typed as 0.125 is therefore rounded as 0.125, not as its nearest binary neighbour.
///
/// - Undefined: NaN and infinity have no digits; the initialiser returns nil.
struct DecimalDigits: Equatable, Sendable {
  var isNegative: Bool
  /// The digits as one whole number, 17 at most and without zeros at its end; 0 for zero.
  private(set) var digits: UInt64
  /// How many digits there are; none for zero.
  private(set) var count: Int
  /// How many digits stand before the decimal point; zero or less for a pure fraction.
  private(set) var point: Int

  var isZero: Bool { digits == 0 }

  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    var digits: UInt64 = 0
    // The power of ten that the last digit counts.
    var power = 0
    var afterPoint = false
    var description = value.magnitude.description
    description.withUTF8 { bytes in
      for (place, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "e") {
          power += Int(String(decoding: bytes[(place + 1)...], as: UTF8.self)) ?? 0
          break
        }
        if byte == UInt8(ascii: ".") {
          afterPoint = true
        } else {
          digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
          if afterPoint { power -= 1 }
        }
      }
    }
    self.digits = digits
    (count, point) = (0, 0)
    trim(power)
  }

  /// The value times ten to a power, exactly: a share becomes a percentage without a multiplication.
  func shifted(by places: Int) -> DecimalDigits {
    var result = self
    if !isZero { result.point += places }
    return result
  }

  /// Rounded to so many digits after the point, halves away from zero.
  func rounded(toFraction places: Int) -> DecimalDigits {
    let dropped = count - (point + places)
    guard dropped > 0 else { return self }
    var result = self
    let power = Self.powerOfTen(dropped)
    result.digits = dropped > count ? 0 : digits / power
    // A number that is cut in front of all its digits is less than a half.
    if dropped <= count, digits % power >= power / 2 { result.digits += 1 }
    result.trim(point - count + dropped)
    return result
  }

  /// Rounded to so many significant digits, halves away from zero.
  func rounded(toSignificant count: Int) -> DecimalDigits {
    rounded(toFraction: count - point)
  }

  /// Takes zeros off the end, the last digit counting a power of ten, and finds where the point stands.
  ///
  /// A number that rounds to nothing is zero, and zero has no sign.
  private mutating func trim(_ power: Int) {
    (count, point) = (0, 0)
    guard !isZero else {
      isNegative = false
      return
    }
    var power = power
    while digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    var next: UInt64 = 1
    while digits >= next {
      count += 1
      next *= 10
    }
    point = count + power
  }

  /// Ten to a power, as far as a whole number reaches: 10¹⁹.
  private static func powerOfTen(_ power: Int) -> UInt64 {
    (0..<min(power, 19)).reduce(1) { product, _ in product * 10 }
  }
}

extension DecimalDigits {
  /// The magnitude in plain notation, thousands grouped with commas: `110,936`, `0.0124`.
  func plain(fractionDigits: Int) -> String {
    let whole = max(1, point)
    let fraction = max(0, fractionDigits)
    let length = whole + (whole - 1) / 3 + (fraction > 0 ? fraction + 1 : 0)
    let hidden = max(0, count - point - fraction)
    var rest = hidden > count ? 0 : digits / Self.powerOfTen(hidden)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { text in
      // Written from the end, where zeros may stand behind the last digit.
      var zeros = max(0, point + fraction - count)
      var end = length
      for place in -fraction..<whole {
        if place == 0, fraction > 0 {
          end -= 1
          text[end] = UInt8(ascii: ".")
        } else if place > 0, place % 3 == 0 {
          end -= 1
          text[end] = UInt8(ascii: ",")
        }
        end -= 1
        if zeros > 0 {
          zeros -= 1
          text[end] = UInt8(ascii: "0")
        } else {
          text[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// The number in plain notation with so many significant digits at most, and none that is zero at the
  /// end: `1.2` for 1.2000000000000002.
  func brief(significant: Int) -> String {
    let rounded = rounded(toSignificant: significant)
    let places = max(0, rounded.count - rounded.point)
    return (rounded.isNegative ? "-" : "") + rounded.plain(fractionDigits: places)
  }

  /// The magnitude in scientific notation: `1.23e18`.
  func scientific(significant: Int) -> String {
    let rounded = rounded(toSignificant: significant)
    var text = [rounded.digit(at: 0)]
    if significant > 1 { text.append(UInt8(ascii: ".")) }
    for place in 1..<max(1, significant) { text.append(rounded.digit(at: place)) }
    return String(decoding: text, as: UTF8.self) + "e\(rounded.point - 1)"
  }

  /// In ASCII.
  private func digit(at place: Int) -> UInt8 {
    guard place < count else { return UInt8(ascii: "0") }
    let digit = digits / Self.powerOfTen(count - 1 - place) % 10
    return UInt8(ascii: "0") + UInt8(digit)
  }
}

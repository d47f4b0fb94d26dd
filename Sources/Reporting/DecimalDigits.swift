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
  /// Most significant first, without zeros at either end; empty for zero.
  private(set) var digits: [UInt8]
  /// How many digits stand before the decimal point; zero or less for a pure fraction.
  private(set) var point: Int

  var isZero: Bool { digits.isEmpty }

  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    digits.reserveCapacity(20)
    point = 0
    var exponent = 0
    var afterPoint = false
    var description = value.magnitude.description
    description.withUTF8 { bytes in
      for (place, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "e") {
          exponent = Int(String(decoding: bytes[(place + 1)...], as: UTF8.self)) ?? 0
          break
        }
        if byte == UInt8(ascii: ".") {
          afterPoint = true
        } else {
          digits.append(byte - UInt8(ascii: "0"))
          if !afterPoint { point += 1 }
        }
      }
    }
    point += exponent
    trimZeros()
  }

  /// The value times ten to a power, exactly: a share becomes a percentage without a multiplication.
  func shifted(by places: Int) -> DecimalDigits {
    var result = self
    if !isZero { result.point += places }
    return result
  }

  /// Rounded to so many digits after the point, halves away from zero.
  func rounded(toFraction places: Int) -> DecimalDigits {
    let kept = point + places
    guard kept < digits.count else { return self }
    var result = self
    guard kept >= 0 else {
      result.digits = []
      result.trimZeros()
      return result
    }
    let roundsUp = digits[kept] >= 5
    result.digits.removeSubrange(kept...)
    if roundsUp { result.incrementLast() }
    result.trimZeros()
    return result
  }

  /// Rounded to so many significant digits, halves away from zero.
  func rounded(toSignificant count: Int) -> DecimalDigits {
    rounded(toFraction: count - point)
  }

  private mutating func incrementLast() {
    var index = digits.count
    while index > 0 {
      index -= 1
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// A number that rounds to nothing is zero, and zero has no sign.
  private mutating func trimZeros() {
    while digits.last == 0 { digits.removeLast() }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    point -= leading
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }
}

extension DecimalDigits {
  /// The magnitude in plain notation, thousands grouped with commas: `110,936`, `0.0124`.
  func plain(fractionDigits: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(max(1, point) * 4 / 3 + max(0, fractionDigits) + 1)
    if point <= 0 { text.append(UInt8(ascii: "0")) }
    for place in 0..<max(0, point) {
      if place > 0, (point - place) % 3 == 0 { text.append(UInt8(ascii: ",")) }
      text.append(digit(at: place))
    }
    if fractionDigits > 0 {
      text.append(UInt8(ascii: "."))
      for place in 0..<fractionDigits { text.append(digit(at: point + place)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The number in plain notation with so many significant digits at most, and none that is zero at the
  /// end: `1.2` for 1.2000000000000002.
  func brief(significant: Int) -> String {
    let rounded = rounded(toSignificant: significant)
    let places = max(0, rounded.digits.count - rounded.point)
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
    UInt8(ascii: "0") + (digits.indices.contains(place) ? digits[place] : 0)
  }
}

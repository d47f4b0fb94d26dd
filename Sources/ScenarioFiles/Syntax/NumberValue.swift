/// The double nearest to a decimal number that keeps the grammar: digits, a point, an exponent.
///
/// Up to 2^53 and with a power of ten that a double holds exactly, one multiplication or division
/// rounds once and so correctly. Any other number goes to the standard library, cut to 800 digits
/// and one that says whether more came: no double lies closer to a decision than 770.
func decimalValue(_ text: UnsafeBufferPointer<UInt8>) -> Double {
  var mantissa: UInt64 = 0
  var digits = 0
  var power = 0
  var isFraction = false
  var at = 0
  while at < text.count {
    let byte = text[at]
    if byte == UInt8(ascii: ".") {
      isFraction = true
    } else if (0x30...0x39).contains(byte) {
      if digits > 0 || byte != 0x30 {
        digits += 1
        if digits <= 19 { mantissa = mantissa &* 10 &+ UInt64(byte - 0x30) }
      }
      if isFraction { power -= 1 }
    } else if byte | 0x20 == UInt8(ascii: "e") {
      break
    }
    at += 1
  }
  if digits == 0 { return 0 }
  power += exponentValue(text, from: at + 1)
  if digits <= 19, mantissa <= 1 << 53, abs(power) < exactPowersOfTen.count {
    let exact = Double(mantissa)
    return power < 0 ? exact / exactPowersOfTen[-power] : exact * exactPowersOfTen[power]
  }
  if digits + power > 320 { return .infinity }
  if digits + power < -340 { return 0 }
  return roundedValue(text[..<at], digits: digits, power: power)
}

/// A hexadecimal number behind its `0x`, rounded once.
func hexadecimalValue(_ text: UnsafeBufferPointer<UInt8>) -> Double {
  var value: UInt64 = 0
  var power = 0
  for byte in text.dropFirst(2) {
    let digit = UInt64(byte <= 0x39 ? byte - 0x30 : (byte | 0x20) - 0x57)
    if value >> 60 == 0 {
      value = value << 4 | digit
    } else {
      // Too far right to count, but it decides a tie.
      if digit != 0 { value |= 1 }
      power += 4
    }
  }
  if value == 0 { return 0 }
  return power > 2000 ? .infinity : Double(sign: .plus, exponent: power, significand: Double(value))
}

/// 10^0 to 10^22, each an exact double.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/// The exponent's digits, held at a size no text is long enough to undo.
private func exponentValue(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  guard start < text.count else { return 0 }
  var value = 0
  for byte in text[start...] where (0x30...0x39).contains(byte) {
    value = min(value * 10 + Int(byte - 0x30), 1 << 40)
  }
  return text[start] == UInt8(ascii: "-") ? -value : value
}

private func roundedValue(
  _ text: Slice<UnsafeBufferPointer<UInt8>>, digits: Int, power: Int
) -> Double {
  let kept = 800
  var spelling: [UInt8] = []
  var hasMore = false
  for byte in text where (0x30...0x39).contains(byte) && (!spelling.isEmpty || byte != 0x30) {
    if spelling.count < kept { spelling.append(byte) } else if byte != 0x30 { hasMore = true }
  }
  let dropped = digits - spelling.count
  if hasMore { spelling.append(UInt8(ascii: "1")) }
  let exponent = power + dropped - (hasMore ? 1 : 0)
  spelling += Array("e\(exponent)".utf8)
  return Double(String(decoding: spelling, as: UTF8.self)) ?? .infinity
}

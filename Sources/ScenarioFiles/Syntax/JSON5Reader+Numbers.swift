/// Numbers, and what looks like one.
extension JSON5Reader {
  /// What a number that cannot be read has wrong.
  enum NumberFault { case leadingZero, noHexDigits, noExponentDigits, noDigits, separators }

  mutating func readNumber() {
    let start = at
    var (end, fault) = scanNumber(start)
    if let separated = separatedEnd(start, end) { (end, fault) = (separated, .separators) }
    guard endsValue(end) else { return readUnquoted() }
    at = end
    guard let fault else { return deliver(number(start, end), from: start) }
    let written = excerpt(start, end)
    report(Wording.badNumber(fault, written, at: span(start, end)))
    guard fault != .noDigits, fault != .noHexDigits else {
      lastEnd = at
      return deliver(nil)
    }
    // What was most likely meant stands in the tree.
    let digits = text[start..<end].filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: ",") }
    let value = digits.withUnsafeBufferPointer(decimalValue)
    deliver(.number(JSONNumber(text[start] == UInt8(ascii: "-") ? -value : value)), from: start)
  }

  private func number(_ start: Int, _ end: Int) -> JSONValue {
    let hasSign = byte(start) == UInt8(ascii: "-") || byte(start) == UInt8(ascii: "+")
    let unsigned = hasSign ? start + 1 : start
    let digits = UnsafeBufferPointer(rebasing: text[unsigned..<end])
    let value: Double
    if text[unsigned] > UInt8(ascii: "9"), case .number(let named) = literal(unsigned, end) {
      value = named.value
    } else if byte(unsigned + 1) | 0x20 == UInt8(ascii: "x") {
      value = hexadecimalValue(digits)
    } else {
      value = decimalValue(digits)
    }
    return .number(JSONNumber(byte(start) == UInt8(ascii: "-") ? -value : value))
  }

  /// Where the number that begins here ends by the grammar, and what it lacks.
  private func scanNumber(_ start: Int) -> (end: Int, fault: NumberFault?) {
    let hasSign = byte(start) == UInt8(ascii: "-") || byte(start) == UInt8(ascii: "+")
    let first = hasSign ? start + 1 : start
    if byte(first) == UInt8(ascii: "I") || byte(first) == UInt8(ascii: "N") {
      let end = identifierEnd(first, limit: 8)
      if case .number = literal(first, end) { return (end, nil) }
      return (first, .noDigits)
    }
    if byte(first) == UInt8(ascii: "0"), byte(first + 1) | 0x20 == UInt8(ascii: "x") {
      var end = first + 2
      while hexValue(end, digits: 1) != nil { end += 1 }
      return (end, end == first + 2 ? .noHexDigits : nil)
    }
    var end = digitsEnd(first)
    var count = end - first
    let hasLeadingZero = count > 1 && byte(first) == UInt8(ascii: "0")
    if byte(end) == UInt8(ascii: ".") {
      let fraction = end + 1
      end = digitsEnd(fraction)
      count += end - fraction
    }
    if count == 0 { return (end, .noDigits) }
    if byte(end) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(end + 1) == UInt8(ascii: "-") || byte(end + 1) == UInt8(ascii: "+")
      let exponent = sign ? end + 2 : end + 1
      end = digitsEnd(exponent)
      if end == exponent { return (end, .noExponentDigits) }
    }
    return (end, hasLeadingZero ? .leadingZero : nil)
  }

  private func digitsEnd(_ offset: Int) -> Int {
    var end = offset
    while isDigit(end) { end += 1 }
    return end
  }

  /// The end of a number written with separators, `1_000` or, in an object, `1,000`.
  private func separatedEnd(_ start: Int, _ end: Int) -> Int? {
    let allowsComma = isInObject
    var last = end
    while last > start, isDigit(last - 1) {
      if byte(last) == UInt8(ascii: "_"), isDigit(last + 1) {
        last = digitsEnd(last + 1)
      } else if allowsComma, isThousandsComma(last, from: start) {
        last += 4
      } else {
        break
      }
    }
    if last > end, byte(last) == UInt8(ascii: "."), isDigit(last + 1) { last = digitsEnd(last + 1) }
    return last > end ? last : nil
  }
}

extension QuantityScanner {
  /// Digits behind a comma, space, apostrophe or underscore: said with what they could mean.
  func refuseGroups(from start: Int) throws(QuantityFault) {
    guard separatorWidth(position) > 0 else { return }
    var end = position
    var separators = 0
    while end < bytes.count {
      if isDigit(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
        end += 1
      } else if separatorWidth(end) > 0 {
        end += separatorWidth(end)
        separators += 1
      } else {
        break
      }
    }
    let written = String(decoding: bytes[start..<end], as: UTF8.self)
    let hasComma = bytes[position] == UInt8(ascii: ",")
    let digits = written.filter { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    var meanings = [digits]
    if hasComma, separators == 1 {
      // A comma behind a point can only be a decimal one; without a point it may be either.
      let withPoint = written.filter { $0 != "." }.replacing(",", with: ".").withoutTrailingZeros
      let decimals = written.split(separator: ",").last?.count
      if written.contains(".") {
        meanings = bytes[start..<position].contains(UInt8(ascii: ".")) ? [withPoint] : [digits]
      } else {
        // Thousands come in threes, so that 3,5 can only be three and a half.
        meanings = decimals == 3 ? [digits, withPoint] : [withPoint]
      }
    }
    throw QuantityFault(
      message: meanings.count > 1 ? Wording.groupedDigits(written) : Wording.separators(written),
      help: [Wording.meantAs(meanings)], range: start..<end)
  }

  /// The bytes of what groups digits at this place, with a digit behind it; 0 where nothing does.
  private func separatorWidth(_ offset: Int) -> Int {
    guard offset < bytes.count else { return 0 }
    let groups = [",", " ", "'", "_", "\u{2019}", "\u{A0}", "\u{2009}", "\u{202F}"]
    let width = groups.lazy.map(\.utf8).first { bytes[offset...].starts(with: $0) }?.count ?? 0
    let next = offset + width
    return width > 0 && next < bytes.count && isDigit(bytes[next]) ? width : 0
  }
}

extension String {
  /// A decimal without the zeros at its end, which say nothing: `3` for `3.000`.
  var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    var text = self[...]
    while text.last == "0" { text = text.dropLast() }
    if text.last == "." { text = text.dropLast() }
    return String(text)
  }
}

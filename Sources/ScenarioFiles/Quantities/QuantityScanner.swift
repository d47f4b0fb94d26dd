import Formulas
import UnitEconomics

/// Walks over the text of one quantity.
struct QuantityScanner {
  private let bytes: [UInt8]
  private let text: String
  private var position = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  mutating func skipSpaces() {
    while let byte = byte() {
      if byte == 0x20 || byte == 0x09 {
        position += 1
      } else if byte == 0xC2, self.byte(1) == 0xA0 {
        position += 2  // no-break space
      } else if byte == 0xE2, self.byte(1) == 0x80, [0x89, 0xAF].contains(self.byte(2)) {
        position += 3  // thin and narrow no-break space
      } else {
        return
      }
    }
  }

  /// Takes one character if it comes next.
  mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    let wanted = Array(String(character).utf8)
    guard bytes[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// A currency's symbol or code, if one comes next.
  mutating func currency(home: String) -> String? {
    skipSpaces()
    // Most quantities begin with a digit or go on with a lower-case word: no need to look closer.
    guard let byte = byte(), byte >= 0x80 || byte == 0x24 || (65...90).contains(byte) else {
      return nil
    }
    let rest = Substring(decoding: bytes[position...], as: UTF8.self)
    guard let first = rest.first else { return nil }
    if let code = Currency.code(ofSymbol: first, home: home) {
      position += String(first).utf8.count
      return code
    }
    let word = rest.prefix { $0.isLetter }
    guard Currency.isCode(word), !["FTE"].contains(word) else { return nil }
    position += word.utf8.count
    return String(word)
  }

  /// The number itself; grouped digits are refused, since a comma means two things.
  mutating func number() throws(QuantityFault) -> DecimalText {
    skipSpaces()
    let start = position
    var mantissa = ""
    if take("-") || take("\u{2212}") { mantissa = "-" } else { _ = take("+") }
    let digits = position
    while let byte = byte(), isDigit(byte) || byte == UInt8(ascii: ".") {
      mantissa.append(Character(Unicode.Scalar(byte)))
      position += 1
    }
    let isNumber = mantissa.contains { $0.isNumber } && mantissa.filter { $0 == "." }.count < 2
    guard position > digits, isNumber else {
      throw QuantityFault(
        message: Wording.noNumber(text), range: start..<max(bytes.count, start + 1))
    }
    try refuseGroups(from: start)
    if mantissa.hasSuffix(".") { mantissa.append("0") }
    return DecimalText(mantissa: mantissa, exponent: exponent())
  }

  private mutating func exponent() -> Int {
    guard byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") else { return 0 }
    var offset = 1
    var sign = 1
    if byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") {
      sign = byte(1) == UInt8(ascii: "-") ? -1 : 1
      offset = 2
    }
    guard let first = byte(offset), isDigit(first) else { return 0 }
    var value = 0
    while let digit = byte(offset), isDigit(digit) {
      value = min(value * 10 + Int(digit - 48), 99_999)
      offset += 1
    }
    position += offset
    return sign * value
  }

  /// Digits behind a comma, space, apostrophe or underscore: said with what they could mean.
  private func refuseGroups(from start: Int) throws(QuantityFault) {
    guard let separator = byte(), let next = byte(1), isDigit(next) else { return }
    guard [",", " ", "'", "_"].contains(where: { UInt8(ascii: $0) == separator }) else { return }
    var end = position + 1
    while end < bytes.count, isDigit(bytes[end]) || bytes[end] == separator || bytes[end] == 0x2E {
      end += 1
    }
    let written = String(decoding: bytes[start..<end], as: UTF8.self)
    let separatorText = Character(Unicode.Scalar(separator))
    let joined = written.filter { $0 != separatorText }
    var meanings = [joined]
    if separator == UInt8(ascii: ","), written.filter({ $0 == "," }).count == 1 {
      meanings.append(written.replacing(",", with: "."))
    }
    throw QuantityFault(
      message: Wording.groupedDigits(written), help: [Wording.meantAs(meanings)],
      range: start..<end)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The power of ten of a `k`, `M` or `B` that stands at the number and begins no longer word.
  mutating func thousands() -> Int {
    let powers: [Character: Int] = ["k": 3, "K": 3, "M": 6, "B": 9]
    guard let byte = byte(), let power = powers[Character(Unicode.Scalar(byte))] else { return 0 }
    if let next = self.byte(1), isLetter(next) { return 0 }
    position += 1
    return power
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
  }

  /// The units up to the end of the text: words, with `/` or "per" before those that divide.
  mutating func units(
    after first: WrittenUnit, taskWords: Set<String>
  ) throws(QuantityFault) -> WrittenUnit {
    var unit = first
    skipSpaces()
    while !isAtEnd {
      var divides = take("/")
      skipSpaces()
      let start = position
      while let byte = byte(), isLetter(byte) || byte == UInt8(ascii: "-") { position += 1 }
      var word = String(decoding: bytes[start..<position], as: UTF8.self)
      if word == "per", !divides {
        divides = true
        skipSpaces()
        let next = position
        while let byte = byte(), isLetter(byte) { position += 1 }
        word = String(decoding: bytes[next..<position], as: UTF8.self)
      }
      guard !word.isEmpty else {
        throw QuantityFault(
          message: Wording.notAUnit(rest(from: start)), range: start..<max(bytes.count, start + 1))
      }
      guard let known = WrittenUnit(word: word, taskWords: taskWords) else {
        let near = nearestWord(to: word, among: WrittenUnit.knownWords)
        throw QuantityFault(
          message: Wording.unknownUnit(word), help: near.map { [Wording.didYouMean($0)] } ?? [],
          range: start..<position)
      }
      unit = divides ? unit / known : unit * known
      skipSpaces()
    }
    return unit
  }

  mutating func expectEnd(after symbol: String) throws(QuantityFault) {
    skipSpaces()
    guard !isAtEnd else { return }
    throw QuantityFault(
      message: Wording.moreAfter(symbol, rest(from: position)), range: position..<bytes.count)
  }

  private func rest(from start: Int) -> String {
    String(decoding: bytes[start...], as: UTF8.self)
  }
}

import Formulas
import UnitEconomics

/// Walks over the text of one quantity.
struct QuantityScanner {
  let bytes: [UInt8]
  let text: String
  private(set) var position = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  mutating func skipSpaces() {
    while true {
      let width = spaceWidth()
      guard width > 0 else { return }
      position += width
    }
  }

  /// The bytes of a space that comes next, 0 where none does.
  private func spaceWidth() -> Int {
    switch byte() {
    case 0x20, 0x09: 1
    case 0xC2 where byte(1) == 0xA0: 2  // no-break space
    case 0xE2 where byte(1) == 0x80 && [0x89, 0xAF].contains(byte(2)): 3  // thin, narrow no-break
    default: 0
    }
  }

  /// Takes one character if it comes next.
  mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    if let ascii = character.asciiValue {
      guard byte() == ascii else { return false }
      position += 1
      return true
    }
    let wanted = String(character).utf8
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
    // MIN and FTE are three capital letters too.
    guard Currency.isCode(word), WrittenUnit(word: word.lowercased(), taskWords: []) == nil else {
      return nil
    }
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
        message: Wording.noNumber(text), range: start..<bytes.count)
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

  func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// The power of ten of a `k`, `M` or `B` that begins no longer word.
  ///
  /// A `B` apart from its number counts bytes, unless an amount of money came before it.
  mutating func thousands(ofMoney isMoney: Bool) -> Int {
    let start = position
    skipSpaces()
    guard let byte = byte(), let power = Self.powers[byte],
      !(self.byte(1).map(isLetter) ?? false),
      byte != UInt8(ascii: "B") || isMoney || position == start
    else { return 0 }
    position += 1
    return power
  }

  private static let powers: [UInt8: Int] = [
    UInt8(ascii: "k"): 3, UInt8(ascii: "K"): 3, UInt8(ascii: "M"): 6, UInt8(ascii: "B"): 9,
  ]

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
          message: isAtEnd ? Wording.noUnitBehindSlash : Wording.notAUnit(rest(from: start)),
          range: isAtEnd ? start - 1..<start : start..<bytes.count)
      }
      guard let known = WrittenUnit(word: word, taskWords: taskWords) else {
        throw QuantityFault(
          message: Wording.unknownUnit(word), help: Self.help(instead: word),
          range: position - word.utf8.count..<position)
      }
      unit = divides ? unit / known : unit * known
      skipSpaces()
    }
    return unit
  }

  private static func help(instead word: String) -> [String] {
    if word == "m" { return [Wording.meantAs(["min", "months"])] }
    let near = nearestWord(to: word, among: WrittenUnit.knownWords)
    return near.map { [Wording.didYouMean($0)] } ?? []
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

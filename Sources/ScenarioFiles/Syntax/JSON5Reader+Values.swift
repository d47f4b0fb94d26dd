/// Values, and text that stands where a value should.
extension JSON5Reader {
  mutating func readValue() {
    let start = at
    if sawLineEnd, let key = open.last?.key?.span, startsKeyAndColon(at) {
      return reportMissingValue(of: key)
    }
    switch text[at] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): openBracket()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): deliver(.string(readString()), from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      readNumber()
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "}"), UInt8(ascii: "]"):
      readNothing()
    case UInt8(ascii: ":"):
      report(Wording.unexpected(":", at: span(at, at + 1)))
      at += 1
    default:
      if smartQuoteWidth(at) > 0 {
        deliver(.string(readSmartString()), from: start)
      } else {
        readWord()
      }
    }
  }

  /// A comma or closer where a value should stand.
  private mutating func readNothing() {
    if let key = open.last?.key?.span { return reportMissingValue(of: key) }
    // The value has no key, and that was said already; or the file begins like this.
    guard open.isEmpty else { return awaiting = .separator }
    let isCloser = text[at] == UInt8(ascii: "}") || text[at] == UInt8(ascii: "]")
    let here = span(at, at + 1)
    report(
      isCloser
        ? Wording.strayCloser(excerpt(at, at + 1), at: here) : Wording.nothingBeforeComma(at: here))
    at += 1
  }

  private mutating func readWord() {
    let start = at
    let end = identifierEnd(start, limit: 8)
    if let literal = literal(start, end), endsValue(end) {
      at = end
      deliver(literal, from: start)
    } else {
      readUnquoted()
    }
  }

  func literal(_ start: Int, _ end: Int) -> JSONValue? {
    guard (3...8).contains(end - start) else { return nil }
    switch String(decoding: text[start..<end], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "Infinity": return .number(JSONNumber(.infinity))
    case "NaN": return .number(JSONNumber(.nan))
    default: return nil
    }
  }

  /// Whether a number or literal that ends here is the whole value; `12 min` is not.
  func endsValue(_ end: Int) -> Bool {
    let next = pastSpaces(end)
    let character = byte(next)
    if endsRun(next) { return true }
    if next == end { return false }
    switch character {
    case UInt8(ascii: "#"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return !isInObject
    default:
      if isInObject { return startsKeyAndColon(next) }
      return literal(next, identifierEnd(next, limit: 8)) != nil
    }
  }

  /// Text that needs quotes to be a value, such as `8%`: noted, and read as the string it means.
  mutating func readUnquoted() {
    let start = at
    at = max(runEnd(at), at + scalar(at).width)
    let written = excerpt(start, at)
    if open.isEmpty {
      report(Wording.notAScenario(written, at: span(start, at)))
      return halt()
    }
    report(Wording.unquotedValue(written, at: span(start, at)))
    deliver(.string(String(decoding: text[start..<at], as: UTF8.self)), from: start)
  }

  /// Something that is no comma stands after a value.
  mutating func recoverAfterValue() {
    let isObject = isInObject
    let character = text[at]
    let startsItem =
      isObject
      ? startsKeyAndColon(at) || (sawLineEnd && keyEnd(at) > at)
      : keyEnd(at) > at || startsNumberOrBracket(character) || smartQuoteWidth(at) > 0
    if at == lastEnd, keyEnd(at) > at, endsString(at - 1), !startsKeyAndColon(at) {
      skipQuoteInString()
    } else if startsItem {
      if !isCommaForgiven { report(Wording.missingComma(at: span(lastEnd, lastEnd))) }
      awaiting = .item
    } else if character == UInt8(ascii: ":"), !isObject {
      report(Wording.colonInArray(at: span(at, at + 1)))
      at += 1
      awaiting = .value
    } else if character == UInt8(ascii: "{") || character == UInt8(ascii: "[") {
      report(Wording.unexpected(excerpt(at, at + 1), at: span(at, at + 1)))
      open[open.count - 1].dropKey()
      awaiting = .value
    } else {
      let end = max(runEnd(at), at + scalar(at).width)
      if !isCommaForgiven { report(Wording.unexpected(excerpt(at, end), at: span(at, end))) }
      at = pastStrings(end)
      lastEnd = at
    }
  }

  /// Where the entry goes on behind strings that belong to a text that is not JSON5: `"a" + "b"`.
  private func pastStrings(_ offset: Int) -> Int {
    var end = offset
    while true {
      let next = pastSpaces(end)
      let isQuote = byte(next) == UInt8(ascii: "\"") || byte(next) == UInt8(ascii: "'")
      guard isQuote, !startsKeyAndColon(next) else { return end }
      end = runEnd(quotedEnd(next, limit: .max))
    }
  }

  private func startsNumberOrBracket(_ character: UInt8) -> Bool {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "{"), UInt8(ascii: "["):
      true
    default: false
    }
  }
}

/// Keys, and the colon between a key and its value.
extension JSON5Reader {
  mutating func readKey() {
    let start = at
    open[open.count - 1].dropKey()
    let name: String
    switch text[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): name = readString()
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"):
      report(Wording.missingKey(at: span(at, at + 1)))
      if text[at] == UInt8(ascii: ":") { at += 1 }
      awaiting = .value
      return
    default:
      if smartQuoteWidth(at) > 0 {
        name = readSmartString()
      } else if let key = readOddKey() ?? readIdentifier() {
        name = key
      } else {
        return skipKeylessText()
      }
    }
    let place = span(start, at)
    if let first = open[open.count - 1].expect(name, at: place) {
      let firstPlace = self.place(Int(first.start))
      report(Wording.repeatedKey(excerpt(start, at), first: firstPlace, at: place))
    }
    lastEnd = at
    sawLineEnd = false
    skipBlanks()
    readColon(after: place)
  }

  private mutating func readColon(after key: Span) {
    awaiting = .value
    switch byte(at) {
    case UInt8(ascii: ":"): at += 1
    case UInt8(ascii: "="):
      let width = byte(at + 1) == UInt8(ascii: ">") || byte(at + 1) == UInt8(ascii: "=") ? 2 : 1
      report(Wording.notAColon(excerpt(at, at + width), at: span(at, at + width)))
      at += width
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "}"), UInt8(ascii: "]"):
      reportMissingValue(of: key)
    case 0: break
    default:
      if sawLineEnd, startsKeyAndColon(at) { return reportMissingValue(of: key) }
      report(Wording.missingColon(at: span(lastEnd, lastEnd)))
    }
  }

  /// A key came, and no value did.
  mutating func reportMissingValue(of key: Span) {
    report(Wording.missingValue(of: excerpt(Int(key.start), Int(key.end)), at: key))
    isCommaForgiven = true
    open[open.count - 1].dropKey()
    awaiting = .separator
  }

  /// A key that would need quotes, such as `my-key` or `1h`; nil when a plain word or no key is here.
  private mutating func readOddKey() -> String? {
    let start = at
    let wordEnd = identifierEnd(start)
    switch byte(pastSpaces(wordEnd)) {
    case UInt8(ascii: ":") where wordEnd > start, UInt8(ascii: "="), 0: return nil
    default: break
    }
    // An odd key is short and ends in a colon on its own line.
    var colon = start
    while byte(colon) != UInt8(ascii: ":") {
      guard colon < start + 200, !endsRun(colon) else { return nil }
      colon += 1
    }
    var end = colon
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    at = end
    report(Wording.keyNeedsQuotes(excerpt(start, end), at: span(start, end)))
    return excerpt(start, end)
  }

  /// Text where a key should stand, and no colon after it.
  private mutating func skipKeylessText() {
    let end = max(runEnd(at), at + scalar(at).width)
    report(Wording.notAKey(excerpt(at, end), at: span(at, end)))
    at = end
    lastEnd = end
    isCommaForgiven = true
    awaiting = .separator
  }

  /// A word and the colon that makes it a key stand here.
  func startsKeyAndColon(_ offset: Int) -> Bool {
    let end = keyEnd(offset)
    guard end > offset else { return false }
    let next = byte(pastSpaces(end))
    return next == UInt8(ascii: ":") || next == UInt8(ascii: "=")
  }

  /// The end of the word or the quoted key at this place; the place itself when there is none.
  func keyEnd(_ offset: Int) -> Int {
    let isQuoted = byte(offset) == UInt8(ascii: "\"") || byte(offset) == UInt8(ascii: "'")
    return isQuoted ? quotedEnd(offset, limit: 400) : identifierEnd(offset, limit: 400)
  }
}

/// Strings in single or double quotes.
extension JSON5Reader {
  /// Reads the string that begins here; one that is not closed ends with its line.
  mutating func readString() -> String {
    let start = at
    let quote = text[start]
    at += 1
    let plainEnd = plainEnd(quote)
    if byte(plainEnd) == quote {
      let plain = text[at..<plainEnd]
      at = plainEnd + 1
      return String(decoding: UnsafeBufferPointer(rebasing: plain), as: UTF8.self)
    }
    var content: [UInt8] = []
    while true {
      let end = self.plainEnd(quote)
      content += text[at..<end]
      at = end
      switch byte(at) {
      case quote:
        at += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): readEscape(into: &content)
      default: return endUnclosed(start, content)
      }
    }
  }

  /// Where the part of a string that means itself ends.
  private func plainEnd(_ quote: UInt8) -> Int {
    var end = at
    while end < text.count {
      let next = text[end]
      if next == quote || next == UInt8(ascii: "\\") || next == 0x0A || next == 0x0D { break }
      end += 1
    }
    return end
  }

  /// The line ended before the string did.
  ///
  /// Commas and closers at the line's end were hardly meant to be in the string: reading goes on at
  /// them, so that one forgotten quote is one mistake.
  private mutating func endUnclosed(_ start: Int, _ content: [UInt8]) -> String {
    if let end = laterQuote(text[start]) {
      report(Wording.stringOverLines(at: span(start, at)))
      defer { at = end + 1 }
      return String(decoding: content + text[at..<end], as: UTF8.self)
    }
    report(Wording.unclosedString(at: span(start, at), quote: excerpt(start, start + 1)))
    quiet = start..<at
    isCommaForgiven = true
    let line = source.lineStart(of: start)
    var closers = open.reversed().prefix { $0.start >= line && !$0.isImplied }.count
    var end = at
    while end > start + 1 {
      switch text[end - 1] {
      case 0x20, 0x09, UInt8(ascii: ","): break
      case UInt8(ascii: "}") where closers > 0, UInt8(ascii: "]") where closers > 0: closers -= 1
      default:
        let given = String(decoding: content.dropLast(min(at - end, content.count)), as: UTF8.self)
        at = end
        return given
      }
      end -= 1
    }
    at = end
    return ""
  }

  /// The closing quote of a string written over several lines; nil when the lines that follow look
  /// like entries of their own, or no quote is left over in them.
  private func laterQuote(_ quote: UInt8) -> Int? {
    let limit = min(text.count, at + 2_000)
    var line = at
    while line < limit {
      if text[line] == 0x0D, byte(line + 1) == 0x0A { line += 1 }
      let first = pastSpaces(line + 1)
      // Spaces alone may reach further than is looked.
      guard first < limit else { return nil }
      if endsRun(first) || startsKeyAndColon(first) { return nil }
      line = source.lineEnd(from: first, before: limit)
      let quotes = (first..<line).filter { text[$0] == quote }
      if !quotes.isEmpty { return quotes.count % 2 == 1 ? quotes[0] : nil }
    }
    return nil
  }

  /// Whether the byte before this text closed a string.
  func endsString(_ offset: Int) -> Bool {
    byte(offset) == UInt8(ascii: "\"") || byte(offset) == UInt8(ascii: "'")
  }

  /// Text goes on right behind a closing quote, as in `"he said "hi" to me"`: passes over it, to the
  /// quote that an entry's end follows.
  mutating func skipQuoteInString() {
    let quote = text[at - 1]
    report(Wording.quoteInString(excerpt(at - 1, at), at: span(at - 1, at)))
    let limit = source.lineEnd(from: at, before: at + 2_000)
    let closing = (at..<limit).first { text[$0] == quote && endsEntry($0 + 1) }
    at = closing.map { $0 + 1 } ?? max(runEnd(at), at + 1)
    lastEnd = at
  }

  private func endsEntry(_ offset: Int) -> Bool {
    switch byte(pastSpaces(offset)) {
    case 0, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): true
    default: false
    }
  }

  /// The value of so many hexadecimal digits, nil when one of them is none.
  func hexValue(_ offset: Int, digits: Int) -> UInt32? {
    var value: UInt32 = 0
    for next in offset..<(offset + digits) {
      switch byte(next) {
      case 0x30...0x39: value = value << 4 | UInt32(byte(next) - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte(next) - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte(next) - 0x57)
      default: return nil
      }
    }
    return value
  }
}

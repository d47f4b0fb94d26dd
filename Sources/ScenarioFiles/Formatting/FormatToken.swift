/// A piece of a file that layout moves as a whole.
struct FormatToken: Equatable {
  enum Kind: Equatable {
    case open, close, colon, comma
    /// A key, or a value that is no bracket.
    case word
    /// To the end of its line.
    case lineComment
    case blockComment
  }

  var kind: Kind
  var text: String
  /// How many lines end between the piece before it and this one.
  var lineEnds: Int

  var isComment: Bool { kind == .lineComment || kind == .blockComment }
}

/// Cuts a text that has no mistake into pieces.
struct FormatTokens {
  private var reader: JSON5Reader
  private var lineEnds = 0
  private var found: [FormatToken] = []

  /// - Parameter source: a text in which the reader found no mistake.
  static func of(_ source: SourceText) -> [FormatToken] {
    source.bytes.withUnsafeBufferPointer { text in
      var tokens = FormatTokens(reader: JSON5Reader(source: source, file: 0, text: text))
      while tokens.reader.at < text.count { tokens.step() }
      return tokens.found
    }
  }

  private init(reader: JSON5Reader) { self.reader = reader }

  private var at: Int { reader.at }

  private mutating func step() {
    let byte = reader.byte(at)
    switch byte {
    case 0x0A:
      lineEnds += 1
      reader.at += 1
    case 0x0D:
      lineEnds += 1
      reader.at += reader.byte(at + 1) == 0x0A ? 2 : 1
    case 0x20, 0x09, 0x0B, 0x0C: reader.at += 1
    case UInt8(ascii: "{"), UInt8(ascii: "["): take(.open, to: at + 1)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): take(.close, to: at + 1)
    case UInt8(ascii: ":"): take(.colon, to: at + 1)
    case UInt8(ascii: ","): take(.comma, to: at + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): take(.word, to: endOfString(byte))
    case UInt8(ascii: "/") where reader.byte(at + 1) == UInt8(ascii: "/"):
      take(.lineComment, to: endOfLine())
    case UInt8(ascii: "/"): take(.blockComment, to: endOfBlock())
    case 0x80... where reader.isLineSeparator(at):
      lineEnds += 1
      reader.at += 3
    case 0x80... where reader.blankWidth(at) > 0: reader.at += reader.blankWidth(at)
    default: take(.word, to: endOfWord())
    }
  }

  private mutating func take(_ kind: FormatToken.Kind, to end: Int) {
    var text = String(decoding: reader.text[at..<end], as: UTF8.self)
    if kind == .lineComment { text = text.withoutTrailingBlanks }
    found.append(FormatToken(kind: kind, text: text, lineEnds: lineEnds))
    lineEnds = 0
    reader.at = end
  }

  private func endOfString(_ quote: UInt8) -> Int {
    var end = at + 1
    while end < reader.text.count, reader.text[end] != quote {
      end += reader.text[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end + 1, reader.text.count)
  }

  private func endOfLine() -> Int {
    var end = at
    while end < reader.text.count, reader.text[end] != 0x0A, reader.text[end] != 0x0D,
      !reader.isLineSeparator(end)
    { end += 1 }
    return end
  }

  private func endOfBlock() -> Int {
    var end = at + 2
    while end < reader.text.count,
      reader.text[end] != UInt8(ascii: "*") || reader.byte(end + 1) != UInt8(ascii: "/")
    { end += 1 }
    return min(end + 2, reader.text.count)
  }

  private func endOfWord() -> Int {
    var end = at
    while end < reader.text.count {
      switch reader.text[end] {
      case 0x00...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        return end
      case 0x80...:
        if reader.blankWidth(end) > 0 { return end }
        end += reader.scalar(end).width
      default: end += 1
      }
    }
    return end
  }
}

extension String {
  /// The text without blanks at its end.
  var withoutTrailingBlanks: String {
    var text = self[...]
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}

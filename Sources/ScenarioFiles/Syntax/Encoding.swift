/// Whether a file is text in UTF-8, before anything else is asked of it.
enum Encoding {
  /// What is wrong with the bytes, nil when they are UTF-8 without a NUL.
  ///
  /// One answer a file: whoever saves it anew as text puts all of its bytes right at once.
  static func refusal(of text: UnsafeBufferPointer<UInt8>, file: Int32) -> Diagnostic? {
    let top = Span(file: file, 0..<min(text.count, 1))
    guard text.count < Int(Int32.max) else {
      return Wording.fileTooLong(at: Span(file: file, start: 0, end: 0))
    }
    if let name = wideEncoding(text) { return Wording.wideEncoding(name, at: top) }
    if let kind = packedFormat(text) { return Wording.notText(kind, at: top) }
    guard let at = firstBadByte(text) else { return nil }
    let span = Span(file: file, at..<(at + 1))
    return text[at] == 0 ? Wording.nulByte(at: span) : Wording.notUTF8(text[at], at: span)
  }

  /// UTF-16 or UTF-32, told by its byte order mark or by every other byte being NUL.
  private static func wideEncoding(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    let head = Array(text.prefix(4))
    guard head.count >= 2 else { return nil }
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard head.count == 4 else { return nil }
    let isNUL = head.map { $0 == 0 }
    return isNUL == [true, false, true, false] || isNUL == [false, true, false, true]
      ? "UTF-16" : nil
  }

  private static func packedFormat(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    if text.starts(with: [0x50, 0x4B, 3, 4]) { return "a zip archive, perhaps a workbook" }
    if text.starts(with: [0x1F, 0x8B]) { return "compressed with gzip" }
    if text.starts(with: [0x25, 0x50, 0x44, 0x46]) { return "a PDF" }
    return nil
  }

  /// The first byte that is NUL or that no UTF-8 character has in this place.
  private static func firstBadByte(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    var at = 0
    while at < text.count {
      // Eight bytes at a time while all are ASCII and none is NUL.
      while at + 8 <= text.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let nul = (word &- 0x0101_0101_0101_0101) & ~word
        guard (word | nul) & 0x8080_8080_8080_8080 == 0 else { break }
        at += 8
      }
      guard at < text.count else { break }
      let length = characterLength(text, at)
      if length == 0 { return at }
      at += length
    }
    return nil
  }

  /// How many bytes the character at this place has, 0 when it is not one.
  private static func characterLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let lead = text[at]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x01...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard at + length <= text.count, second.contains(text[at + 1]) else { return 0 }
    for next in (at + 2)..<max(at + 2, at + length) where text[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

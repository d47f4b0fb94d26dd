/// Files that are not text in UTF-8.
extension Wording {
  static func fileTooLong(at span: Span) -> Diagnostic {
    .error("the file is longer than 2 GB, and a scenario is not", at: span)
  }

  static func wideEncoding(_ name: String, at span: Span) -> Diagnostic {
    .error(
      "the file is \(name), and a scenario is UTF-8", at: span,
      help: "save it as UTF-8 in your editor, or run: iconv -f \(name) -t UTF-8")
  }

  static func notText(_ kind: String, at span: Span) -> Diagnostic {
    .error("the file is \(kind), and a scenario is text", at: span)
  }

  static func nulByte(at span: Span) -> Diagnostic {
    .error("the file has a NUL byte, and a scenario is text", at: span, label: "NUL")
  }

  static func notUTF8(_ byte: UInt8, at span: Span) -> Diagnostic {
    let digits = String(byte, radix: 16, uppercase: true)
    return .error(
      "the byte 0x\(digits) is not UTF-8 here, and a scenario is UTF-8", at: span,
      help: "save the file as UTF-8 in your editor")
  }
}

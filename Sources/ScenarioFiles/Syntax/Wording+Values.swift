import UnitEconomics

/// Strings and numbers.
extension Wording {
  static func unclosedString(at span: Span, quote: String) -> Diagnostic {
    .error(
      "a string ends on its line, and this one has no closing \(quote)", at: span,
      label: "write \(quote) after its last word")
  }

  static func quoteInString(_ quote: String, at span: Span) -> Diagnostic {
    .error(
      "a string ends at its next \(quote), and text goes on behind this one", at: span,
      help: "write \\\(quote) for a quote inside a string")
  }

  static func stringOverLines(at span: Span) -> Diagnostic {
    .error(
      "a string ends on its line, and this one goes on", at: span,
      help: #"write \ at the end of each line that goes on, or put it all on one line"#)
  }

  static func smartQuotes(_ quote: String, content: String, at span: Span) -> Diagnostic {
    .error(
      "a string stands in straight quotes, and \(quote) is not one", at: span,
      help: "write \(inQuotes(content))")
  }

  static func unquotedValue(_ written: String, at span: Span) -> Diagnostic {
    let literals = ["true", "false", "null", "Infinity", "NaN"]
    let nothing = ["undefined", "nil", "none", "n/a", "na"]
    var diagnostic = Diagnostic.error(
      "a value that is not a plain number stands in quotes", at: span,
      help: written.hasSuffix("…") ? "put it in quotes" : "write \(inQuotes(written))")
    if nothing.contains(written.lowercased()) {
      diagnostic.help.append("for no value, write null")
    } else if let literal = nearestWord(to: written, among: literals) {
      diagnostic.help.append("or \(literal), if that is meant")
    }
    return diagnostic
  }

  static func hexEscape(_ escape: String, digits: String, at span: Span) -> Diagnostic {
    .error(
      "\(escape) needs \(digits) hexadecimal digits after it", at: span,
      help: #"for a backslash itself, write \\"#)
  }

  static func bracedEscape(at span: Span) -> Diagnostic {
    .error(
      #"\u{…} is not JSON5"#, at: span,
      help: #"write the character itself, or four hexadecimal digits: \u00e9"#)
  }

  static func digitEscape(_ escape: String, at span: Span) -> Diagnostic {
    .error(
      "\(escape) is not an escape", at: span, label: #"only \0 without a digit after it is"#,
      help: #"for a backslash itself, write \\"#)
  }

  static func loneSurrogate(_ escape: String, at span: Span) -> Diagnostic {
    .error(
      "\(escape) is half of a surrogate pair, and the other half is missing", at: span,
      help: "write the character itself")
  }

  static func badNumber(
    _ fault: JSON5Reader.NumberFault, _ written: String, at span: Span
  ) -> Diagnostic {
    switch fault {
    case .leadingZero:
      .error(
        "a number does not begin with 0", at: span,
        help: "write \(String(written.drop { $0 == "0" })), or quotes around what is not a number")
    case .noHexDigits: .error("0x needs hexadecimal digits after it", at: span)
    case .noExponentDigits: .error("an exponent has digits, and this one has none", at: span)
    case .noDigits: .error("a number has digits, and this one has none", at: span)
    case .separators:
      .error(
        "a number is written without separators", at: span,
        help: "write \(String(written.filter { $0 != "," && $0 != "_" }))")
    }
  }
}

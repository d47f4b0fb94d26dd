/// Mistakes of syntax.
extension Wording {
  static func emptyFile(at span: Span, isBlank: Bool) -> Diagnostic {
    .error(
      isBlank ? "the file has nothing but white space and comments" : "the file is empty",
      at: span, label: isBlank ? "no value follows" : "", help: "a scenario begins with {")
  }

  static func notAScenario(_ written: String, at span: Span) -> Diagnostic {
    .error(
      "a scenario begins with {, and this file with \(written)", at: span,
      help: "write it in JSON5: { key: value, … }")
  }

  static func missingBraces(at span: Span) -> Diagnostic {
    .error(
      "a scenario stands in braces, and this file begins with a key", at: span,
      label: "no { before it", help: "write { before the first key and } after the last value")
  }

  static func missingComma(at span: Span) -> Diagnostic {
    .error(
      "a comma stands between two entries, and none is here", at: span, label: "write , here")
  }

  static func semicolon(at span: Span) -> Diagnostic {
    .error("entries are separated by commas, and this is a semicolon", at: span, label: "write ,")
  }

  static func nothingBeforeComma(at span: Span) -> Diagnostic {
    .error(
      "an entry stands before a comma, and none is here", at: span, label: "one comma too many")
  }

  static func missingColon(at span: Span) -> Diagnostic {
    .error(
      "a colon stands between a key and its value, and none is here", at: span,
      label: "write : here")
  }

  static func notAColon(_ written: String, at span: Span) -> Diagnostic {
    .error(
      "a colon stands between a key and its value, and this is \(written)", at: span,
      label: "write :")
  }

  static func missingValue(of key: String, at span: Span) -> Diagnostic {
    .error("the key \(key) has no value", at: span, help: "write a value after it, or remove it")
  }

  static func missingKey(at span: Span) -> Diagnostic {
    .error("a value in an object has a key before it, and this one has none", at: span)
  }

  static func notAKey(_ written: String, at span: Span) -> Diagnostic {
    .error(
      "an object holds keys with values, and \(written) is neither", at: span,
      label: "a key is expected", help: "write it as key: value")
  }

  static func keyNeedsQuotes(_ key: String, at span: Span) -> Diagnostic {
    .error(
      "a key that is not a plain word stands in quotes", at: span,
      help: "write \(inQuotes(key)): …")
  }

  static func repeatedKey(_ key: String, first: String, at span: Span) -> Diagnostic {
    .error(
      "a key stands once in an object, and \(key) is repeated", at: span,
      label: "first at \(first)")
  }

  static func colonInArray(at span: Span) -> Diagnostic {
    .error(
      "a list in [ ] holds values only, and a colon makes a key", at: span,
      help: "write { key: value } for an entry with a key")
  }

  static func unexpected(_ written: String, at span: Span) -> Diagnostic {
    .error(
      "\(written) is not expected here", at: span, label: "expected a comma or a closing bracket")
  }

  static func textAfterEnd(at span: Span) -> Diagnostic {
    .error(
      "the file ends with its first value, and more text follows", at: span,
      help: "remove it, or move it into the braces")
  }

  static func hashComment(at span: Span) -> Diagnostic {
    .error("a comment begins with //, and this is #", at: span, label: "write //")
  }

  static func unclosedComment(at span: Span) -> Diagnostic {
    .error("a comment that begins with /* ends with */, and this one does not end", at: span)
  }

  static func tooDeep(at span: Span) -> Diagnostic {
    .error(
      "brackets nest at most \(JSON5.deepest) deep, and this is one more", at: span,
      label: "what it holds is not read")
  }

  static var moreMistakes: Diagnostic {
    .note("after \(JSON5.mostMistakes) mistakes of syntax the reading stops: more, not shown")
  }
}

/// Brackets.
extension Wording {
  static func strayCloser(_ closer: String, at span: Span) -> Diagnostic {
    .error("this \(closer) closes nothing", at: span, label: "no bracket is open")
  }

  static func wrongCloser(
    _ closer: String, wanted: String, opener: String, at span: Span
  ) -> Diagnostic {
    .error(
      "\(closer) cannot close the \(wanted == "]" ? "[" : "{") of \(opener)", at: span,
      label: "write \(wanted)")
  }

  static func missingCloser(
    _ missing: String, opener: String, found: String, at span: Span
  ) -> Diagnostic {
    .error(
      "the \(missing == "]" ? "[" : "{") of \(opener) is still open at this \(found)", at: span,
      label: "write \(missing) before it")
  }

  static func unclosed(
    _ bracket: String, _ closer: String, around: Int, at span: Span
  ) -> Diagnostic {
    let others = around == 1 ? "one more bracket" : "\(around) more brackets"
    return .error(
      "the file ends, and this \(bracket) is still open"
        + (around > 0 ? ", as \(around == 1 ? "is" : "are") \(others) around it" : ""),
      at: span, label: "no \(closer) closes it")
  }
}

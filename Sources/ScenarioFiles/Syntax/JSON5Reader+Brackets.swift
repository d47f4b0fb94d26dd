/// Brackets that open, close, close the wrong thing or are forgotten.
extension JSON5Reader {
  mutating func openBracket() {
    guard open.count < JSON5.deepest else {
      report(Wording.tooDeep(at: span(at, at + 1)))
      skipBracket()
      return deliver(nil)
    }
    open.append(OpenBracket(isObject: text[at] == UInt8(ascii: "{"), start: at))
    at += 1
    lastEnd = at
    awaiting = .item
  }

  mutating func closeBracket() {
    let isObject = text[at] == UInt8(ascii: "}")
    let inner = open[open.count - 1]
    if inner.isImplied {
      report(Wording.strayCloser(closer(isObject), at: span(at, at + 1)))
      at += 1
      awaiting = .separator
      return
    }
    if inner.isObject != isObject {
      let outer = open.lastIndex { $0.isObject == isObject && !$0.isImplied }
      if let outer, !closesInner(inner, orOuter: outer) {
        report(
          Wording.missingCloser(
            closer(inner.isObject), opener: place(inner.start), found: closer(isObject),
            at: span(at, at + 1)))
        while open.count > outer + 1, let forgotten = open.popLast() {
          deliver(forgotten.node(span(forgotten.start, at)))
        }
      } else {
        report(
          Wording.wrongCloser(
            closer(isObject), wanted: closer(inner.isObject), opener: place(inner.start),
            at: span(at, at + 1)))
      }
    }
    at += 1
    lastEnd = at
    if let closed = open.popLast() { deliver(closed.node(span(closed.start, at))) }
  }

  /// Whether a closer of the wrong kind was meant for the innermost bracket, and not for an outer one
  /// whose inner bracket was forgotten: the layout of the lines tells.
  private func closesInner(_ inner: OpenBracket, orOuter outer: Int) -> Bool {
    if outer == 0 { return !isLastOfText(at + 1) }
    let innerLine = source.lineStart(of: inner.start)
    let line = source.lineStart(of: at)
    if line == innerLine {
      // As many closers as brackets that opened on the line: this one only has the wrong shape.
      return closersOnLine(at) >= open.filter { $0.start >= line && !$0.isImplied }.count
    }
    let indent = pastSpaces(line) - line
    return line + indent != at || indent >= pastSpaces(innerLine) - innerLine
  }

  /// How many closers stand from here to the end of the line, strings left out.
  private func closersOnLine(_ offset: Int) -> Int {
    var count = 0
    var end = offset
    let limit = source.lineEnd(from: offset, before: offset + 2_000)
    while end < limit {
      switch text[end] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): end = quotedEnd(end, limit: .max) - 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): count += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["): count -= 1
      default: break
      }
      end += 1
    }
    return count
  }

  private func isLastOfText(_ offset: Int) -> Bool {
    var rest = self
    rest.at = offset
    rest.skipBlanks()
    return rest.at == text.count
  }

  /// The file ends while brackets are open: one mistake, at the innermost.
  mutating func endInsideBrackets() {
    let unclosed = open.filter { !$0.isImplied }
    if let inner = unclosed.last {
      report(
        Wording.unclosed(
          inner.isObject ? "{" : "[", closer(inner.isObject), around: unclosed.count - 1,
          at: span(inner.start, inner.start + 1)))
    }
    lastEnd = text.count
    halt()
  }

  mutating func endDocument() {
    if at < text.count {
      let isCloser = text[at] == UInt8(ascii: "}") || text[at] == UInt8(ascii: "]")
      report(
        isCloser
          ? Wording.strayCloser(closer(text[at] == UInt8(ascii: "}")), at: span(at, at + 1))
          : Wording.textAfterEnd(at: span(at, max(at + 1, runEnd(at)))))
    }
    halt()
  }

  /// Passes over a bracket and all it holds.
  private mutating func skipBracket() {
    var depth = 0
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): at = quotedEnd(at, limit: .max) - 1
      case UInt8(ascii: "/") where byte(at + 1) == UInt8(ascii: "/"),
        UInt8(ascii: "/") where byte(at + 1) == UInt8(ascii: "*"):
        skipBlanks()
        at -= 1
      default: break
      }
      at += 1
      lastEnd = at
      if depth == 0 { return }
    }
    halt()
  }

  private func closer(_ isObject: Bool) -> String { isObject ? "}" : "]" }

  func place(_ offset: Int) -> String {
    let (line, column) = source.position(of: offset)
    return "line \(line), column \(column)"
  }
}

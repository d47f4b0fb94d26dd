/// Lays the pieces of a file out: indents, blanks, commas and quotes are ours, line breaks the author's.
///
///     {                                    a group that begins with a line break: two blanks in, a
///       tools: {                           comma behind everything, its bracket on a line of its own
///         search: { price: "$0.02 / call",
///                   callsPerAttempt: 2 },  a group that begins on its line: what follows stands below
///       },                                 what came first, and the bracket closes behind the last
///     }
struct FormatWriter {
  /// A bracket that is open.
  private struct Group {
    /// Whether its members begin on lines of their own.
    let isBlock: Bool
    let isObject: Bool
    /// Where its members stand.
    let indent: Int
    /// Where its bracket stands when it closes on a line of its own.
    let base: Int
    var isEmpty = true
  }

  private let tokens: [FormatToken]
  /// Whether a file is plain JSON and is to stay that.
  private let isPlain: Bool
  private var lines: [String] = []
  private var line = ""
  private var open: [Group] = []
  /// Nothing may follow on the line, since it ends in a comment.
  private var mustBreak = false
  private var awaitsValue = false

  /// The text that some pieces make.
  static func text(_ tokens: [FormatToken]) -> String {
    var writer = FormatWriter(tokens)
    for index in writer.tokens.indices { writer.put(index) }
    writer.endLine()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private init(_ tokens: [FormatToken]) {
    // Commas are put anew where they belong; what a comma stood behind has the same line ends.
    var kept: [FormatToken] = []
    var carried = 0
    for token in tokens {
      if token.kind == .comma {
        carried += token.lineEnds
      } else {
        var token = token
        token.lineEnds += carried
        carried = 0
        kept.append(token)
      }
    }
    self.tokens = kept
    let keys = kept.indices.dropLast().filter { kept[$0 + 1].kind == .colon }.map { kept[$0].text }
    isPlain =
      !keys.isEmpty && keys.allSatisfy { $0.hasPrefix("\"") } && !kept.contains(where: \.isComment)
  }

  private mutating func put(_ index: Int) {
    let token = tokens[index]
    switch token.kind {
    case .comma: break
    case .colon: line += ":"
    case .lineComment, .blockComment: comment(token)
    case .open:
      place(token, index)
      begin(token, index)
    case .close:
      end(token)
      finish(index)
    case .word:
      place(token, index)
      let isKey = isKey(index)
      line += isKey ? key(token.text) : Self.quoted(token.text)
      if !isKey { finish(index) }
    }
    awaitsValue = token.kind == .colon || awaitsValue && token.isComment
  }

  /// Goes to where a key or a value stands.
  private mutating func place(_ token: FormatToken, _ index: Int) {
    defer { if !open.isEmpty, !awaitsValue { open[open.count - 1].isEmpty = false } }
    guard !awaitsValue else {
      if mustBreak { breakLine(indent: (open.last?.indent ?? 0) + 2) } else { line += " " }
      return
    }
    guard let group = open.last else {
      if token.lineEnds > 0 || mustBreak { breakLine(blank: token.lineEnds > 1) }
      return
    }
    let breaks = mustBreak || (group.isEmpty ? group.isBlock : token.lineEnds > 0)
    if breaks {
      breakLine(indent: group.indent, blank: token.lineEnds > 1 && !isAfterOpening(index))
    } else if !group.isEmpty || group.isObject || line.hasSuffix("*/") {
      line += " "
    }
  }

  private mutating func begin(_ token: FormatToken, _ index: Int) {
    let isObject = token.text == "{"
    let next = tokens[index...].dropFirst().first { !$0.isComment || $0.lineEnds > 0 }
    let isBlock = next.map { $0.lineEnds > 0 && $0.kind != .close } ?? false
    let isCommented = tokens[index...].dropFirst().first?.kind == .lineComment
    line += token.text
    // Groups that open on one line are indented once.
    let base = line.prefix { $0 == " " }.count
    let indent = isBlock || isCommented ? base + 2 : line.count + (isObject ? 1 : 0)
    open.append(
      Group(isBlock: isBlock || isCommented, isObject: isObject, indent: indent, base: base))
  }

  private mutating func end(_ token: FormatToken) {
    guard let group = open.popLast() else { return }
    if mustBreak || closesAlone(group, token) {
      breakLine(indent: group.isBlock ? group.base : group.indent - (group.isObject ? 2 : 1))
    } else if group.isObject, !group.isEmpty || !line.hasSuffix("{") {
      line += " "
    }
    line += token.text
  }

  /// Puts a comma behind a value where one belongs.
  private mutating func finish(_ index: Int) {
    guard let group = open.last else { return }
    let next = tokens[index...].dropFirst().first { !$0.isComment }
    let isLast = next?.kind == .close
    let isFollowed = tokens[index...].dropFirst().first?.kind == .lineComment
    if !isLast || !isPlain && (next.map { closesAlone(group, $0) } ?? false || isFollowed) {
      line += ","
    }
  }

  /// Whether a bracket closes on a line of its own: where its author put it there, and it opened so.
  private func closesAlone(_ group: Group, _ token: FormatToken) -> Bool {
    group.isBlock && token.lineEnds > 0
  }

  private mutating func comment(_ token: FormatToken) {
    let isFirst = lines.isEmpty && line.isEmpty
    if mustBreak || token.lineEnds > 0, !isFirst {
      let isFirstInside = open.last?.isEmpty ?? false
      breakLine(
        indent: (open.last?.indent ?? 0) + (awaitsValue ? 2 : 0),
        blank: token.lineEnds > 1 && !isFirstInside)
    } else if !line.isEmpty {
      line += " "
    }
    line += token.text
    if token.kind == .lineComment { mustBreak = true }
  }

  private mutating func breakLine(indent: Int = 0, blank: Bool = false) {
    endLine()
    if blank, lines.last?.isEmpty == false { lines.append("") }
    line = String(repeating: " ", count: indent)
  }

  private mutating func endLine() {
    if !line.isEmpty || !lines.isEmpty { lines.append(line.withoutTrailingBlanks) }
    (line, mustBreak) = ("", false)
  }

  private func isKey(_ index: Int) -> Bool {
    tokens[index...].dropFirst().first { !$0.isComment }?.kind == .colon
  }

  private func isAfterOpening(_ index: Int) -> Bool {
    tokens[..<index].last?.kind == .open
  }

  /// A key without quotes where it needs none.
  private func key(_ text: String) -> String {
    let quoted = Self.quoted(text)
    guard !isPlain, quoted.hasPrefix("\"") else { return quoted }
    return JSON5.key(quoted.dropFirst().dropLast(), quoted: quoted)
  }

  /// A text in double quotes, where that changes nothing else.
  private static func quoted(_ text: String) -> String {
    guard text.hasPrefix("'"), !text.contains("\""), !text.contains("\\") else { return text }
    return "\"\(text.dropFirst().dropLast())\""
  }
}

/// A text broken into lines of at most so many terminal cells, at spaces where it can.
///
///     wrap("cost per completed task", width: 12)  // ["cost per", "completed", "task"]
///
/// A word wider than the line is broken inside. Runs of spaces and line breaks count as one space.
public func wrap(_ text: String, width: Int) -> [String] {
  wrap([InkedText(text: text, ink: .plain)], width: width).map { line in
    line.map(\.text).joined()
  }
}

/// A stretch of text in one ink.
struct InkedText: Equatable {
  var text: String
  var ink: Ink
}

/// The same for text in several inks; a word may change ink halfway and still holds together.
func wrap(_ pieces: [InkedText], width: Int) -> [[InkedText]] {
  var lines = WrappedLines(width: max(1, width))
  var word: [InkedText] = []
  for piece in pieces {
    let parts = harmless(piece.text).split(separator: " ", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        lines.append(word)
        word = []
      }
      if !part.isEmpty { word.append(InkedText(text: String(part), ink: piece.ink)) }
    }
  }
  lines.append(word)
  return lines.finished
}

private struct WrappedLines {
  let width: Int
  var lines: [[InkedText]] = []
  var line: [InkedText] = []
  var used = 0

  init(width: Int) { self.width = width }

  var finished: [[InkedText]] { line.isEmpty && !lines.isEmpty ? lines : lines + [line] }

  mutating func append(_ word: [InkedText]) {
    guard let first = word.first else { return }
    let needed = word.reduce(0) { $0 + displayWidth($1.text) }
    if used > 0, used + 1 + needed > width { breakLine() }
    if used > 0 { add(" ", line.last?.ink == first.ink ? first.ink : .plain) }
    for piece in word {
      if used + displayWidth(piece.text) <= width {
        add(piece.text, piece.ink)
      } else {
        addBroken(piece)
      }
    }
  }

  /// Breaks a word that is wider than the line: behind a dot where it has one, as paths do.
  private mutating func addBroken(_ piece: InkedText) {
    for part in piece.text.split(after: ".") {
      let needed = displayWidth(part)
      if needed <= width {
        if used > 0, used + needed > width { breakLine() }
        add(part, piece.ink)
      } else {
        addBroken(part, piece.ink)
      }
    }
  }

  private mutating func addBroken(_ part: String, _ ink: Ink) {
    for character in part {
      let text = String(character)
      if used > 0, used + displayWidth(text) > width { breakLine() }
      add(text, ink)
    }
  }

  private mutating func breakLine() {
    lines.append(line)
    line = []
    used = 0
  }

  private mutating func add(_ text: String, _ ink: Ink) {
    used += displayWidth(text)
    if line.last?.ink == ink {
      line[line.count - 1].text += text
    } else {
      line.append(InkedText(text: text, ink: ink))
    }
  }
}

extension String {
  /// The parts of a text that end with a sign, and what is left after the last.
  fileprivate func split(after sign: Character) -> [String] {
    var parts = [""]
    for character in self {
      parts[parts.count - 1].append(character)
      if character == sign { parts.append("") }
    }
    return parts.filter { !$0.isEmpty }
  }
}

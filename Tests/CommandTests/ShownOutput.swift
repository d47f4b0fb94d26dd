import Foundation

/// What a page shows of an output: lines of it, and a line with … for what it leaves out.
struct ShownOutput {
  /// Lines that stand together, between what is left out.
  private var pieces: [[String]] = [[]]
  private let isQuoted: Bool

  /// - Parameter isQuoted: whether it may begin and end anywhere in the output, without a … that says so.
  init(_ text: String, isQuoted: Bool) {
    for line in text.components(separatedBy: "\n") {
      if line == "…" { pieces.append([]) } else { pieces[pieces.count - 1].append(line) }
    }
    self.isQuoted = isQuoted
    if isQuoted { pieces = [[]] + pieces + [[]] }
  }

  /// The first line that the output has not, or has elsewhere; nil where all is as shown.
  func mistake(in output: String) -> String? {
    let lines = Self.lines(output)
    var start = 0
    for (index, piece) in pieces.enumerated() where !piece.isEmpty {
      let isFirst = index == 0
      let isLast = index == pieces.count - 1
      let latest = lines.count - piece.count
      guard start <= latest else { return piece[0] }
      let first = isLast ? latest : start
      let last = isFirst ? start : latest
      guard first <= last,
        let at = (first...last).first(where: { lines[$0...].starts(with: piece) })
      else { return piece[0] }
      start = at + piece.count
    }
    return nil
  }

  /// The same pieces as an output has them now, each where most of it is alike, for the record.
  func renewed(from output: String) -> String {
    let lines = Self.lines(output)
    guard pieces.count > 1 else { return lines.joined(separator: "\n") }
    guard mistake(in: output) != nil else { return joined(pieces) }
    var start = 0
    var shown: [[String]] = []
    for (index, piece) in pieces.enumerated() {
      let latest = lines.count - piece.count
      guard !piece.isEmpty, start <= latest else {
        shown.append(piece)
        continue
      }
      let places = index == 0 ? start...start : start...latest
      let at = places.max {
        Self.likeness(piece, lines[$0...]) < Self.likeness(piece, lines[$1...])
      }
      shown.append(Array(lines[at!..<at! + piece.count]))
      start = at! + piece.count
    }
    return joined(shown)
  }

  private func joined(_ pieces: [[String]]) -> String {
    let shown = isQuoted ? Array(pieces.dropFirst().dropLast()) : pieces
    return shown.joined(separator: ["…"]).joined(separator: "\n")
  }

  private static func likeness(_ piece: [String], _ lines: ArraySlice<String>) -> Int {
    zip(piece, lines).reduce(0) { $0 + $1.0.commonPrefix(with: $1.1).count }
  }

  private static func lines(_ output: String) -> [String] {
    var lines = output.replacing("\r\n", with: "\n").components(separatedBy: "\n")
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}

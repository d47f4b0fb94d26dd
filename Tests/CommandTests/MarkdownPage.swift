import Foundation
import Synchronization

/// A page of Markdown as far as it shows things that can be tried: its blocks of code, in order.
struct MarkdownPage {
  /// The path from the project's folder.
  let path: String
  private(set) var lines: [String]
  private(set) var blocks: [Block] = []

  /// A block of code, fenced or indented by four spaces.
  struct Block {
    /// What stands behind the fence; an indented block has none.
    let language: String
    let text: String
    /// Where its text stands in the page, fences left out.
    let place: Range<Int>
    /// The paragraph that stands right above it, as one line.
    let introduction: String

    /// Whether it is to be typed into a shell.
    var isShell: Bool {
      let first = text.split(separator: " ").first ?? ""
      return language == "sh" || language == "" && ["unitecon", "swift"].contains(first)
    }

    /// Its command lines, each whole where it goes on behind a backslash.
    var commands: [String] {
      text.replacing("\\\n", with: "").split(separator: "\n").map {
        $0.replacing(/\ {2,}/, with: " ").trimmingCharacters(in: .whitespaces)
      }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// The file that the paragraph above names, where it ends with a colon: the block is its text.
    var file: String? {
      guard introduction.hasSuffix(":") else { return nil }
      return introduction.matches(of: /`([\w.\/-]+\.\w+)`/).last.map { String($0.1) }
    }
  }

  init(_ path: String) throws {
    self.path = path
    lines = try HouseTests.text(path).components(separatedBy: "\n")
    var paragraph: [String] = []
    var introduction = ""
    var next = 0
    while next < lines.count {
      let line = lines[next]
      let start = next
      next += 1
      if line.hasPrefix("```") {
        next = lines[next...].firstIndex { $0.hasPrefix("```") } ?? lines.count
        add(String(line.dropFirst(3)), start + 1..<next, paragraph, introduction)
        next += 1
        (paragraph, introduction) = ([], "")
      } else if line.hasPrefix("    "), paragraph.isEmpty {
        next = lines[next...].firstIndex { !$0.hasPrefix("    ") } ?? lines.count
        add("", start..<next, paragraph, introduction)
        introduction = ""
      } else if line.isEmpty {
        if !paragraph.isEmpty { introduction = paragraph.joined(separator: " ") }
        paragraph = []
      } else {
        paragraph.append(line)
      }
    }
  }

  private mutating func add(
    _ language: String, _ place: Range<Int>, _ paragraph: [String], _ introduction: String
  ) {
    let text = lines[place].map {
      language.isEmpty && $0.hasPrefix("    ") ? String($0.dropFirst(4)) : $0
    }
    blocks.append(
      Block(
        language: language, text: text.joined(separator: "\n"), place: place,
        introduction: paragraph.isEmpty ? introduction : paragraph.joined(separator: " ")))
  }

  /// The command lines that stand within sentences and tables, in backticks.
  var inlineCommands: [String] {
    var outside = lines
    for block in blocks.reversed() { outside.removeSubrange(block.place) }
    return outside.flatMap { line in
      line.matches(of: /`(unitecon [a-z][^`]*)`/).map {
        String($0.1).replacing("\\|", with: "|")
      }
    }
  }

  /// Held by who writes a page anew: tests of one page run side by side.
  private static let writing = Mutex(())

  /// Writes a page anew, as it stands at that moment with a change.
  static func rewrite(_ path: String, _ change: (MarkdownPage) throws -> String) throws {
    try writing.withLock { _ in
      let text = try change(try MarkdownPage(path))
      try Data(text.utf8).write(to: Command.root.appending(path: path))
    }
  }

  /// The page with other texts in some of its blocks, by their numbers.
  func text(_ texts: [Int: String]) -> String {
    var lines = lines
    for (number, text) in texts.sorted(by: { $0.key > $1.key }) {
      lines.replaceSubrange(blocks[number].place, with: text.components(separatedBy: "\n"))
    }
    return lines.joined(separator: "\n")
  }
}

import Foundation
import TestSupport
import Testing

@testable import unitecon

/// Follows a page as its reader would: writes the files that it shows, types what it says to type, and
/// compares what the program answers with what stands below.
struct PageWalk {
  let page: MarkdownPage
  /// Whether its blocks show any part of an output, and not its beginning and its end.
  let isQuoted: Bool
  /// What is shown there and tried elsewhere, each with where.
  let elsewhere: [String: String]

  private let scratch: Scratch
  /// What was answered since a block last showed it.
  private var answer: String?
  /// Commands that could not be answered, and whose message has not been shown yet.
  private var refusals: [String] = []
  /// What blocks should show, by their numbers.
  private var renewed: [Int: String] = [:]
  /// Which of ``elsewhere`` the page still has.
  private(set) var passed: Set<String> = []

  init(_ path: String, isQuoted: Bool = false, elsewhere: [String: String] = [:]) throws {
    page = try MarkdownPage(path)
    self.isQuoted = isQuoted
    self.elsewhere = elsewhere
    scratch = try Scratch()
    for folder in ["Scenarios", "Tests", "Reports"] {
      try FileManager.default.createSymbolicLink(
        at: scratch.folder.appending(path: folder),
        withDestinationURL: Command.root.appending(path: folder))
    }
  }

  /// Goes through all blocks; where goldens are recorded, shown outputs are renewed.
  mutating func follow() throws {
    for (number, block) in page.blocks.enumerated() {
      switch block.language {
      case _ where block.isShell: try type(block)
      case "text": try compare(block, number)
      case "yaml": try readWorkflow(block)
      default: try keep(block)
      }
    }
    #expect(refusals.isEmpty, "\(page.path) does not show what is wrong with \(refusals)")
    for command in page.inlineCommands { try expectCommandLine(command) }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try MarkdownPage.rewrite(page.path) { $0.text(renewed) }
    }
    #expect(passed == Set(elsewhere.keys), "\(page.path) no longer shows all of it")
    for place in elsewhere.values {
      #expect(
        FileManager.default.fileExists(atPath: Command.root.appending(path: place).path), "\(place)"
      )
    }
  }

  /// Runs the commands of a block, one after the other.
  private mutating func type(_ block: MarkdownPage.Block) throws {
    #expect(refusals.isEmpty, "\(page.path) does not show what is wrong with \(refusals)")
    (answer, refusals) = (nil, [])
    for line in block.commands {
      for command in ShellLine(line).commands where command.first == "unitecon" {
        try expectCommandLine(line, command)
      }
      if elsewhere[line] != nil {
        passed.insert(line)
        continue
      }
      let typed = line.replacing("swift run -c release ", with: "")
      let isOurs = typed.contains(#/(^|[|;&] )(unitecon|Benchmarks) /#)
      #expect(isOurs, "\(page.path) shows what no test runs: \(line)")
      guard isOurs else { continue }
      let run = try Command(
        shell: "unitecon() { $unitecon \"$@\"; }\n"
          + "Benchmarks() { $(dirname $unitecon)/Benchmarks \"$@\"; }\n" + typed,
        in: scratch.folder)
      answer = (answer ?? "") + run.output + run.errors
      // A check that fails is an answer; a mistake is meant only where its message is shown.
      #expect(run.status <= 1 || run.errors.contains("error: "), "\(line): \(run.errors)")
      if run.status > 1 { refusals.append(line) }
    }
  }

  private mutating func compare(_ block: MarkdownPage.Block, _ number: Int) throws {
    refusals = []
    let first = String(block.text.prefix { $0 != "\n" })
    if elsewhere[first] != nil {
      passed.insert(first)
      return
    }
    let answer = try #require(self.answer, "\(page.path): nothing was typed to show this: \(first)")
    let shown = ShownOutput(block.text, isQuoted: isQuoted)
    renewed[number] = shown.renewed(from: answer)
    let mistake = shown.mistake(in: answer)
    #expect(mistake == nil, "\(page.path) shows what is not said:\n\(mistake ?? "")\n\n\(answer)")
    self.answer = nil
  }

  /// Holds the command lines of a workflow against the program's verbs and flags.
  private func readWorkflow(_ block: MarkdownPage.Block) throws {
    #expect(block.file != nil, "\(page.path): a workflow without the name of its file")
    let lines = block.text.replacing(#/\\\n */#, with: "").split(separator: "\n")
    var commands = 0
    for line in lines where line.contains("unitecon ") {
      let words = line.replacing(#/^ *(- )?(run: |if )?/#, with: "")
      for command in ShellLine(String(words)).commands where command.first == "unitecon" {
        try expectCommandLine(String(words), command)
        commands += 1
      }
    }
    #expect(commands > 0, "\(page.path): a workflow that runs nothing")
  }

  /// Writes the file that a block shows, or what it adds to one or replaces in one.
  private mutating func keep(_ block: MarkdownPage.Block) throws {
    if isQuoted || block.language == "swift" { return }
    if block.language.isEmpty {
      #expect(!block.text.contains("unitecon "), "\(page.path): no shell, and yet a command")
      return
    }
    let name = try #require(block.file, "\(page.path): a block without a name: \(block.text)")
    let place = scratch.folder.appending(path: name)
    var text = block.text + "\n"
    if block.introduction.contains(#/[Aa]dd to `/#) || block.introduction.contains(#/[Rr]eplace /#)
    {
      var lines = try String(contentsOf: place, encoding: .utf8).components(separatedBy: "\n")
      let key = try #require(block.text.firstMatch(of: /^ *\w+:/)).0
      if let old = lines.firstIndex(where: { $0.hasPrefix(key) }) { lines.remove(at: old) }
      let end = try #require(lines.lastIndex(of: "}"))
      lines.insert(contentsOf: block.text.components(separatedBy: "\n"), at: end)
      text = lines.joined(separator: "\n")
    }
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// Holds all command lines against the program's verbs and flags, and runs none.
  func read() throws {
    for line in page.inlineCommands + page.blocks.filter(\.isShell).flatMap(\.commands) {
      try expectCommandLine(line)
    }
  }

  private func expectCommandLine(_ line: String) throws {
    for command in ShellLine(line).commands { try expectCommandLine(line, command) }
  }

  /// Whether the program knows the verb and the flags, whatever they are given.
  private func expectCommandLine(_ line: String, _ words: [String]) throws {
    guard words.first == "unitecon", words.count > 1, words[1].first?.isLowercase == true else {
      return
    }
    let verb = try #require(Verb.all.first { $0.name == words[1] }, "\(page.path): \(line)")
    #expect(throws: Never.self, "\(page.path): \(line)") {
      _ = try Invocation(Array(words.dropFirst(2)), verb: verb)
    }
  }
}

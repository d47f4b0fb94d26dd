import Foundation
import TestSupport

/// The built command, run as a user runs it.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `unitecon` with some words and waits for its end.
  init(
    _ words: String..., input: String = "", in folder: URL = Command.root,
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      executable: Command.program, words, input: input, in: folder, environment: environment)
  }

  /// Runs a line of shell in which `$unitecon` is the command.
  init(shell line: String, in folder: URL = Command.root) throws {
    try self.init(
      executable: URL(filePath: "/bin/bash"), ["-c", line], in: folder,
      environment: ["unitecon": Command.program.path])
  }

  private init(
    executable: URL, _ words: [String], input: String = "", in folder: URL,
    environment: [String: String]
  ) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
      .merging(environment) { $1 }
    let scratch = try Scratch()
    let output = scratch.folder.appending(path: "output")
    let errors = scratch.folder.appending(path: "errors")
    let standardInput = scratch.folder.appending(path: "input")
    for file in [output, errors] { try Data().write(to: file) }
    try Data(input.utf8).write(to: standardInput)
    process.standardInput = try FileHandle(forReadingFrom: standardInput)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    self.errors = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
  }

  /// The project's folder.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let fixtures = "Tests/CommandTests/Fixtures"
  static let example = "\(fixtures)/worked-example.json5"
  static let desk = "\(fixtures)/small-desk.json5"
  /// The same a month later.
  static let nextMonth = "\(fixtures)/next-month.json5"
  /// A desk whose escalations are answered in time.
  static let queue = "\(fixtures)/review-queue.json5"

  /// The command stands beside the test bundle that is running.
  static let program: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "unitecon")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return root.appending(path: ".build/debug/unitecon")
  }()
}

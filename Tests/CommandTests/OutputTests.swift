import Foundation
import TestSupport
import Testing

@Suite("Results go where they should, whole or not at all")
struct OutputTests {
  @Test("the extension picks the format", arguments: ["txt", "md", "csv", "json"])
  func formats(ending: String) throws {
    let scratch = try Scratch()
    let file = scratch.path("out.\(ending)")
    let command = try Command("run", Command.example, "-o", file)
    #expect(command.status == 1)
    #expect(command.output.isEmpty)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let starts = [
      "txt": "Support tickets at target scale\n═══", "md": "# Support tickets at target scale\n",
      "csv": "scenario,file,case,", "json": "{\n  \"version\": 1,",
    ]
    #expect(text.hasPrefix(try #require(starts[ending])))
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    #expect(scratch.names == ["out.\(ending)"], "no temporary file stays")
  }

  @Test("--format overrides, and - is standard output")
  func standardOutput() throws {
    let command = try Command("run", Command.example, "-o", "-", "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8))
    #expect((json as? [String: Any])?["version"] as? Int == 1)
  }

  @Test("a scenario on standard input is read as -")
  func standardInput() throws {
    let text = try String(
      contentsOf: Command.root.appending(path: Command.example), encoding: .utf8)
    let command = try Command("check", "-", input: text)
    #expect(command.status == 1)
    #expect(command.output.contains("standard input"))
  }

  @Test("a closed pipe ends quietly with 0")
  func closedPipe() throws {
    let command = try Command(
      shell: "$unitecon explain \(Command.example) grossMargin | head -1; echo ${PIPESTATUS[0]}")
    #expect(command.output.hasSuffix("\n0\n"))
    #expect(command.errors.isEmpty)
  }

  @Test(
    "a full device is said, with 2",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
  func fullDevice() throws {
    for line in [
      "$unitecon run \(Command.example) > /dev/full",
      "$unitecon run \(Command.example) -o /dev/full --format txt",
    ] {
      let command = try Command(shell: line)
      #expect(command.status == 2)
      #expect(command.errors.contains("no space left"), "\(command.errors)")
    }
  }

  @Test("a file that cannot grow is absent, and the old one is kept")
  func noRoom() throws {
    let scratch = try Scratch()
    let example = Command.root.appending(path: Command.example).path
    let line = "ulimit -f 1; $unitecon run \(example) -o out.json"
    let command = try Command(shell: line, in: scratch.folder)
    #expect(command.status == 2)
    #expect(scratch.names.isEmpty)

    try Data("old".utf8).write(to: scratch.folder.appending(path: "out.json"))
    _ = try Command(shell: line, in: scratch.folder)
    #expect(scratch.names == ["out.json"])
    #expect(try String(contentsOfFile: scratch.path("out.json"), encoding: .utf8) == "old")
  }

  @Test("from another folder, the same figures")
  func otherFolder() throws {
    let scratch = try Scratch()
    let example = Command.root.appending(path: Command.example).path
    let there = try Command("run", example, "--format", "csv", in: scratch.folder)
    let here = try Command("run", example, "--format", "csv")
    #expect(there.output == here.output)
    #expect(scratch.names.isEmpty)
  }

  @Test("a link stays a link, and what it points to is replaced")
  func link() throws {
    let scratch = try Scratch()
    let command = try Command(
      shell: """
        touch real.json; ln -s real.json link.json
        $unitecon run \(Command.root.appending(path: Command.example).path) -o link.json
        [ -L link.json ] && grep -c version real.json
        """, in: scratch.folder)
    #expect(command.status == 0)
  }

  @Test("the same input gives the same bytes, whatever the locale")
  func deterministic() throws {
    let plain = try Command("run", Command.example)
    let german = try Command(
      "run", Command.example, environment: ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"])
    #expect(plain.output == german.output)
  }

  @Test("colour is off unless asked for or on a terminal")
  func color() throws {
    #expect(!(try Command("run", Command.example).output.contains("\u{1B}")))
    let colored = try Command(
      "run", Command.example, "--color", "always", environment: ["NO_COLOR": "1"])
    #expect(colored.output.contains("\u{1B}[31m✗ Not ready"))
  }

  @Test("CSV for Excel and for a decimal comma")
  func spreadsheets() throws {
    let excel = try Command("run", Command.example, "--format", "csv", "--excel")
    #expect(Array(excel.output.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let german = try Command("run", Command.example, "--format", "csv", "--decimal", ",")
    #expect(german.output.contains(";costPerCompletedTask;0,80866061527"))
  }

  @Test("several files are several rows")
  func severalFiles() throws {
    let command = try Command("run", Command.example, Command.example)
    #expect(command.output.split(separator: "\n").filter { $0.contains("$0.809") }.count == 2)
  }
}

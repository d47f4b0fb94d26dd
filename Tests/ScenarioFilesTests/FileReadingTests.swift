import Foundation
import Testing

@testable import ScenarioFiles

@Suite("A file is read whole, or the reason is said")
struct FileReadingTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "unitecon-files-\(UUID().uuidString)")

  /// Runs with a folder that has one file of six bytes, and takes the folder away again.
  private func withFolder(_ body: (String) throws -> Void) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{ a:1}".utf8).write(to: folder.appendingPathComponent("support.json5"))
    try body(folder.path)
  }

  private func message(_ path: String, limit: Int = 100) -> [String] {
    switch FileReading.read(path: path, limit: limit) {
    case .success(let bytes): ["\(bytes.count) bytes"]
    case .failure(let problem): [problem.diagnostic.message] + problem.diagnostic.help
    }
  }

  @Test("a file gives its bytes, up to the limit and not over it")
  func whole() throws {
    try withFolder { folder in
      let path = folder + "/support.json5"
      #expect(FileReading.read(path: path) == .success(Array("{ a:1}".utf8)))
      #expect(message(path, limit: 6) == ["6 bytes"])
      #expect(
        message(path, limit: 5) == ["\(path): the file has 6 bytes, and a scenario has at most 5"])
      #expect(message("/dev/null") == ["0 bytes"])
    }
  }

  @Test("a missing file is told with the nearest name there is")
  func missing() throws {
    try withFolder { folder in
      #expect(
        message(folder + "/suport.json5")
          == ["there is no file \(folder)/suport.json5", "did you mean \(folder)/support.json5?"])
      #expect(message(folder + "/quite-other") == ["there is no file \(folder)/quite-other"])
      #expect(
        message(folder + "/no/a.json5") == [
          "there is no file \(folder)/no/a.json5",
          "the folder \(folder)/no is missing or cannot be listed",
        ])
      #expect(message(folder) == ["\(folder) is a folder, and a scenario is a file"])
      #expect(
        message(folder + "/support.json5/x").first == "there is no file \(folder)/support.json5/x")
    }
  }

  @Test("a file that never ends is left at the limit")
  func endless() {
    #expect(
      message("/dev/zero", limit: 1_000_000)
        == ["/dev/zero: the file goes on after 1 000 000 bytes, and a scenario has no more"])
  }

  @Test("a name that no file can have is refused")
  func names() {
    #expect(message("") == ["a file has a name, and this one is empty"])
    #expect(message("a\0b") == ["a file name has no NUL in it, and a\0b has"])
    let long = String(repeating: "x", count: 5_000)
    #expect(message(long) == ["the file name \(long.prefix(40))… is too long"])
  }

  @Test("large numbers are written in groups of three")
  func groups() {
    #expect(
      [0, 999, 1_000, 16_000_000, 104_857_600].map(Wording.grouped)
        == ["0", "999", "1 000", "16 000 000", "104 857 600"])
  }

  @Test("a file without permission is told so, unless it is the system's master who asks")
  func permission() throws {
    try withFolder { folder in
      let path = folder + "/support.json5"
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
      let answer = message(path)
      #expect(
        answer == ["6 bytes"]
          || answer == ["\(path) may not be read by you", "ask its owner, or chmod +r it"])
    }
  }
}

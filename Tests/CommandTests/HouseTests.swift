import Foundation
import Testing

@Suite("The house is in order")
struct HouseTests {
  @Test("no source file needs a map")
  func sizes() throws {
    for file in try Self.files(in: "Sources", ending: ".swift") {
      let lines = try Self.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 200, "\(file) has \(lines.count) lines")
    }
  }

  @Test(
    "pure rooms import nothing that could read or write",
    arguments: ["Blocks", "Formulas", "UnitEconomics", "Readiness", "SyntheticLogs"])
  func pureRooms(room: String) throws {
    for file in try Self.files(in: "Sources/\(room)", ending: ".swift") {
      let imports = try Self.text(file).matches(
        of: /^ {0,2}import ([A-Za-z]+)/.anchorsMatchLineEndings()
      ).map { String($0.1) }
      let allowed: Set = [
        "Blocks", "Formulas", "UnitEconomics", "Readiness", "Glibc", "Musl", "Darwin",
        "Synchronization",
      ]
      #expect(Set(imports).isSubset(of: allowed), "\(file) imports \(imports)")
    }
  }

  @Test("no full Foundation in the command, which would start twice as slowly")
  func lightCommand() throws {
    for file in try Self.files(in: "Sources", ending: ".swift") {
      #expect(try !Self.text(file).contains("import Foundation\n"), "\(file)")
    }
  }

  @Test("the manifest names no other package")
  func noPackages() throws {
    #expect(try !Self.text("Package.swift").contains(".package("))
  }

  @Test("every room says what it is for, what it refuses to know and where to start")
  func readmes() throws {
    let rooms = try FileManager.default.contentsOfDirectory(
      atPath: Command.root.appending(path: "Sources").path)
    for room in rooms where !room.hasPrefix(".") {
      #expect(try Self.text("Sources/\(room)/README.md").count > 300, "\(room)")
    }
  }

  @Test("no name of a drawer: Utils, Helpers, Manager")
  func names() throws {
    for file in try Self.files(in: "Sources", ending: ".swift") {
      let name = try #require(file.split(separator: "/").last)
      for drawer in ["Util", "Helper", "Manager", "Misc"] { #expect(!name.contains(drawer)) }
    }
  }

  @Test("public types say what they are")
  func documentedTypes() throws {
    let declaration = /^\s*public (?:final )?(?:indirect )?(?:struct|enum|class|protocol) (\w+)/
    for file in try Self.files(in: "Sources", ending: ".swift") {
      let lines = try Self.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        guard let match = try declaration.firstMatch(in: line), index > 0 else { continue }
        let above = lines[index - 1].trimmingCharacters(in: .whitespaces)
        #expect(above.hasPrefix("///"), "\(file): \(match.1) has no comment")
      }
    }
  }

  @Test("every link of a page leads to a file that is there")
  func links() throws {
    let link = /\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)]*)?\)/
    var pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    for folder in ["Sources", "Scenarios", "Tests"] {
      pages += try Self.files(in: folder, ending: ".md")
    }
    var count = 0
    for page in pages where !page.contains("/Goldens/") && !page.contains("/Fixtures/") {
      let folder = Command.root.appending(path: page).deletingLastPathComponent()
      for match in try Self.text(page).matches(of: link) {
        let target = folder.appending(path: String(match.1)).standardizedFileURL.path
        #expect(FileManager.default.fileExists(atPath: target), "\(page): \(match.1)")
        count += 1
      }
    }
    #expect(count > 30)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: Command.root.appending(path: path), encoding: .utf8)
  }

  static func files(in folder: String, ending: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(
      atPath: Command.root.appending(path: folder).path)
    return all.filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
  }
}

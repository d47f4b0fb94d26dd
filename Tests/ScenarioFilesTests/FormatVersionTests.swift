import Formulas
import Foundation
import Testing
import UnitEconomics

@testable import ScenarioFiles

/// A scenario of each version of the file format, kept as it was, in `Fixtures/formats`.
///
/// Who raises the version adds a file of the new one, and leaves the others: each is still read, with the
/// figures that it had, or refused with what to change.
@Suite("Scenarios of every version of the format are read, or refused in words")
struct FormatVersionTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/formats")

  private static func path(_ version: Int) -> String {
    folder.appending(path: "\(version).json5").path
  }

  private static let current = Int(Decoding.formatVersion)

  /// Source: Tests/Outside/exact_model.py, the tables of `every-feature`.
  private static let figures: [Int: [(path: String, value: Double)]] = [
    1: [
      ("totalCost", 119178.8945563311), ("costPerCompletedTask", 1.5531792317106206),
      ("revenue", 119022.25264681976),
    ]
  ]

  @Test("each version up to the program's has a scenario, and no other has")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(names) == Set((1...Self.current).map { "\($0).json5" }))
    #expect(Set(Self.figures.keys) == Set(1...Self.current))
  }

  @Test("it has the figures that it had, or says what to change", arguments: 1...current)
  func kept(version: Int) throws {
    let loaded = ScenarioLoader().load(Self.path(version))
    guard loaded.diagnostics.isEmpty, let model = loaded.model else {
      #expect(version < Self.current)
      #expect(loaded.diagnostics.allSatisfy { $0.span != nil && !$0.help.isEmpty })
      return
    }
    for (path, value) in try #require(Self.figures[version]) {
      let own = try #require(model.values()[path]?.value)
      #expect(abs(own - value) <= 1e-12 * value, "\(path) is \(own)")
    }
  }

  @Test(
    "another version is refused where it is stated, with the version to write",
    arguments: ["0", "2", "1.5", "\"1\"", "-1", "null"])
  func others(version: String) throws {
    let text = try String(contentsOfFile: Self.path(Self.current), encoding: .utf8)
      .replacing("unitecon: \(Self.current),", with: "unitecon: \(version),")
    let folder = try ScenarioFolder(["a.json5": text])
    let messages = folder.messages(folder.load())
    #expect(messages.first?.hasPrefix("a.json5:3:") == true, "\(messages)")
    #expect(messages.contains { $0.contains("unitecon: \(Self.current)") }, "\(messages)")
  }
}

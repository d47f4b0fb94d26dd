import Foundation
import UnitEconomics

@testable import ScenarioFiles

/// Files of one test in a folder of their own, which goes when the test has ended.
final class ScenarioFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "unitecon-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let place = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  func load(
    _ name: String = "a.json5", settings: [String] = [], priceBook: String? = nil
  ) -> ScenarioLoader.Loaded {
    ScenarioLoader(settings: settings, priceBook: priceBook.map { "\(path)/\($0)" })
      .load("\(path)/\(name)")
  }

  /// What is wrong, as `file:line:column message` and each help after `= `.
  func messages(_ loaded: ScenarioLoader.Loaded) -> [String] {
    loaded.diagnostics.flatMap { diagnostic in
      var place = ""
      if let span = diagnostic.span {
        let source = loaded.sources[Int(span.file)]
        let (line, column) = source.position(of: Int(span.start))
        place = "\(source.name):\(line):\(column) "
      }
      return ([place + diagnostic.message] + diagnostic.help.map { "= \($0)" })
        .map { $0.replacing(path + "/", with: "") }
    }
  }

  func printed(_ loaded: ScenarioLoader.Loaded) -> String {
    DiagnosticPrinter().text(loaded.diagnostics, in: loaded.sources, color: false)
      .replacing(path + "/", with: "")
  }
}

/// The scenario that is the file format by example, and its values in 40-digit arithmetic.
enum WorkedExample {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let path = fixtures.appending(path: "worked-example.json5").path
  static let valuesPath = fixtures.appending(path: "worked-example-values.json").path

  static let text: String =
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? "{ the fixture is missing }"

  /// The example with a part of its text replaced; a part that is not there is a mistake of the test.
  static func replacing(_ part: String, _ other: String) -> String {
    precondition(text.contains(part), "the worked example has no \(part)")
    return text.replacing(part, with: other)
  }

  /// The example with more entries at its top.
  static func adding(_ entries: String) -> String {
    replacing("  unitecon: 1,", "  unitecon: 1, \(entries)")
  }

  /// Loads the example with a part replaced, and says what is wrong.
  static func messages(_ part: String, _ other: String) throws -> [String] {
    let folder = try ScenarioFolder(["a.json5": replacing(part, other)])
    return folder.messages(folder.load())
  }
}

import Foundation

@testable import ScenarioFiles

/// The files in `Tests/ErrorGallery`, and the page on which each stands with what is said about it.
enum ErrorGallery {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "ErrorGallery")

  static let page = folder.appending(path: "README.md")

  /// The chapters of the page; a file belongs to the one that its name begins with.
  static let chapters: [(prefix: String, title: String)] = [
    ("file", "Files"), ("encoding", "Encoding"), ("syntax", "Syntax"),
    ("quantity", "Quantities"), ("meaning", "Keys and words"), ("problem", "What cannot be right"),
    ("stress", "Stresses"), ("check", "Checks"), ("setting", "Settings of the command line"),
    ("extends", "Files that extend others"), ("book", "Price books"),
  ]

  struct Entry: Sendable {
    let name: String
    let settings: [String]
    let diagnostics: [Diagnostic]
    let printed: String
  }

  static func entries(_ prefix: String) throws -> [Entry] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasPrefix(prefix + "-") && $0.hasSuffix(".json5") }
      .map { entry(String($0.dropLast(".json5".count))) }
  }

  private static func entry(_ name: String) -> Entry {
    let texts = try? String(contentsOf: folder.appending(path: name + ".set"), encoding: .utf8)
    let settings = texts.map { $0.split(separator: "\n").map(String.init) } ?? []
    let loaded = ScenarioLoader(settings: settings)
      .load(folder.appending(path: name + ".json5").path)
    let printed = DiagnosticPrinter().text(loaded.diagnostics, in: loaded.sources, color: false)
    return Entry(
      name: name, settings: settings, diagnostics: loaded.diagnostics,
      printed: printed.replacing(folder.path + "/", with: ""))
  }

  /// The whole page.
  static func document() throws -> String {
    var text = """
      # What the reader says

      Each message of the reader and of the checks behind it, with a small file that provokes it. Most
      files lay themselves over [base.json5](base.json5). A test compares this page;
      `RECORD_GALLERY=1 swift test --filter ErrorGallery` writes it anew, to be read before it is
      committed.

      """
    for (prefix, title) in chapters {
      text += "\n## \(title)\n"
      for entry in try entries(prefix) { text += section(entry) }
    }
    return text
  }

  private static func section(_ entry: Entry) -> String {
    let bytes = (try? Data(contentsOf: folder.appending(path: entry.name + ".json5"))) ?? Data()
    var text = "\n### \(entry.name)\n"
    if bytes.count < 600, let source = String(data: bytes, encoding: .utf8), !source.isEmpty {
      let shown = source.split(separator: "\n", omittingEmptySubsequences: true)
        .map { Display.harmless(String($0)) }.joined(separator: "\n")
      text += "\n```json5\n\(shown)\n```\n"
    }
    for setting in entry.settings { text += "\n`--set \"\(setting)\"`\n" }
    return text + "\n```text\n\(entry.printed)```\n"
  }
}

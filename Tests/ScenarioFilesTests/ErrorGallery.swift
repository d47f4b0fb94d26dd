import Foundation
import Testing

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
    ("distribution", "Distributions"), ("correlation", "Correlations"),
    ("stress", "Stresses"), ("check", "Checks"), ("rollback", "Releases"),
    ("readiness", "Readiness"),
    ("setting", "Settings of the command line"),
    ("assumptions", "Assumptions from a spreadsheet"), ("axis", "Axes of a sweep"),
    ("extends", "Files that extend others"), ("book", "Price books"),
  ]

  struct Entry: Sendable {
    let name: String
    let settings: [String]
    /// Axes of a sweep over the base scenario.
    let axes: [String]
    let diagnostics: [Diagnostic]
    let printed: String
  }

  static func entries(_ prefix: String) throws -> [Entry] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasPrefix(prefix + "-") && ($0.hasSuffix(".json5") || $0.hasSuffix(".axis")) }
      .map { name in
        let stem = String(name.prefix { $0 != "." })
        return name.hasSuffix(".axis") ? try axisEntry(stem) : entry(stem)
      }
  }

  private static func lines(_ name: String) -> [String] {
    let texts = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return texts.map { $0.split(separator: "\n").map(String.init) } ?? []
  }

  private static func axisEntry(_ name: String) throws -> Entry {
    let base = ScenarioLoader().load(folder.appending(path: "base.json5").path)
    let axes = lines(name + ".axis")
    let reading = AxisText.read(axes, of: try #require(base.model).scenario)
    return Entry(
      name: name, settings: [], axes: axes, diagnostics: reading.diagnostics,
      printed: DiagnosticPrinter().text(reading.diagnostics, in: reading.sources, color: false))
  }

  private static func entry(_ name: String) -> Entry {
    let settings = lines(name + ".set")
    let csv = folder.appending(path: name + ".csv").path
    let hasCSV = FileManager.default.fileExists(atPath: csv)
    let loaded = ScenarioLoader(
      settings: settings, assumptions: hasCSV ? csv : nil, decimalComma: hasDecimalComma(name),
      readsReadiness: true
    ).load(folder.appending(path: name + ".json5").path)
    let printed = DiagnosticPrinter().text(loaded.diagnostics, in: loaded.sources, color: false)
    return Entry(
      name: name, settings: settings, axes: [], diagnostics: loaded.diagnostics,
      printed: printed.replacing(folder.path + "/", with: ""))
  }

  /// Files of numbers with a decimal comma have it in their name.
  private static func hasDecimalComma(_ name: String) -> Bool { name.contains("-decimal-comma") }

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
    let csv = (try? Data(contentsOf: folder.appending(path: entry.name + ".csv"))) ?? Data()
    if let shown = String(data: csv, encoding: .utf8), !shown.isEmpty {
      let flag = hasDecimalComma(entry.name) ? " --decimal ," : ""
      text += "\n`--assumptions \(entry.name).csv\(flag)`\n\n```csv\n\(shown)```\n"
    }
    for setting in entry.settings { text += "\n`--set \"\(setting)\"`\n" }
    for axis in entry.axes { text += "\n`--axis '\(axis)'`\n" }
    return text + "\n```text\n\(entry.printed)```\n"
  }
}

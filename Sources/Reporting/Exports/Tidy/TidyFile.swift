import Formulas
import UnitEconomics

/// One of the CSV files that a scenario is told in: one kind of thing, a row each, ready to pivot.
public struct TidyFile: Sendable {
  /// The file's name without its ending: `breakdown`.
  public let name: String
  public let table: Table
  /// What each column holds, in the order of the columns.
  public let meanings: [String]

  /// - Parameter columns: each with what it holds.
  init(
    _ name: String, _ columns: KeyValuePairs<String, String>, _ content: [Row]
  ) {
    self.name = name
    table = Table(columns: columns.map { Column($0.key) }, rows: content)
    meanings = columns.map(\.value)
  }
}

extension Subject {
  /// The scenario in tidy files, what made them, and what every column holds.
  ///
  /// Inputs, breakdown, outcomes, plans, stresses, changes, checks, sweep; what a scenario does not have
  /// has no file.
  ///
  /// - Parameter plans: the plans side by side; nil where the scenario states none.
  /// - Throws: ``ModelFaults`` where a sweep meets units that do not fit.
  public func tidyFiles(
    _ plans: PlanComparison?, program: Program
  ) throws(ModelFaults) -> [TidyFile] {
    var files = [tidyInputs, tidyBreakdown, tidyOutcomes]
    if let plans { files.append(tidyPlans(plans)) }
    if !reading.stresses.isEmpty { files += [tidyStresses, tidyChanges] }
    if !reading.checks.isEmpty { files.append(tidyChecks) }
    if let sweep = try tidySweep() { files.append(sweep) }
    files.append(tidyProvenance(program))
    return files + [Self.tidyColumns(of: files)]
  }

  /// The first two fields of most files: which scenario, and which of its cases.
  func place(_ reading: CaseReading) -> [Cell] {
    [.text(scenario.name), .text(reading.stress ?? "base")]
  }

  private func tidyProvenance(_ program: Program) -> TidyFile {
    var facts = [
      ("program", program.name, program.version), ("currency", currency, ""),
      ("month", "hours", "730"),
    ]
    facts += sources.map { ("file", $0.name, $0.sha256) }
    facts += settings.map { ("setting", $0, "") }
    facts += cases.flatMap { reading in
      reading.notes.map { ("note", reading.stress ?? "base", $0) }
    }
    return TidyFile(
      "provenance",
      [
        "what": "program, currency, month, file, setting (what --set replaced) or note",
        "name": "which: a file as it was named, the case that a note is about",
        "value": "a program's version, a file's SHA-256, a note's words",
      ], facts.map { Row([.text($0), .text($1), .text($2)]) })
  }

  private static func tidyColumns(of files: [TidyFile]) -> TidyFile {
    TidyFile(
      "columns",
      ["file": "which file", "column": "which column", "holds": "what stands in it"],
      files.flatMap { file in
        zip(file.table.columns, file.meanings).map { column, meaning in
          Row([.text(file.name + ".csv"), .text(column.heading), .text(meaning)])
        }
      })
  }
}

enum TidyMeaning {
  static let scenario = "the scenario's name"
  static let place = "base, or the name of the stress"
  static let unit = "what the value counts"
  static let reason = "why there is no value, where there is none"
}

import Spreadsheets
import UnitEconomics

/// What made the workbook, what its colours mean, and what had to be bent.
struct ProvenanceSheet {
  let workbook: ModelWorkbook

  /// What was asked of which files, by which program.
  static func sheet(of subject: Subject, asked: [String] = [], program: Program) -> Sheet {
    var sheet = Sheet("Provenance", widths: [28, 100])
    func add(_ what: String, _ text: String) {
      sheet.rows.append([.text(what, .strong), .text(text)])
    }
    add("program", "\(program.name) \(program.version)")
    for source in subject.sources {
      add("file", source.name)
      add("SHA-256", source.sha256)
    }
    for setting in subject.settings { add("--set", setting) }
    for words in asked { add("asked", words) }
    add("currency", subject.currency)
    add("month", WorkbookWords.monthOfHours)
    return sheet
  }

  var sheet: Sheet {
    var sheet = Self.sheet(of: workbook.subject, program: workbook.program)
    for reading in workbook.cases {
      for note in reading.notes {
        sheet.rows.append([.text("note, \(reading.title)", .strong), .text(note)])
      }
    }
    sheet.rows += [
      [], [.text("colours", .strong)],
      [SheetCell(.text("input"), .input(nil)), .text(WorkbookWords.blueMayChange)],
      [.text("formula"), .text(WorkbookWords.blackFollows)],
      [SheetCell(.text("fixed"), .fixed(nil)), .text(WorkbookWords.greyStays)],
    ]
    return sheet
  }
}

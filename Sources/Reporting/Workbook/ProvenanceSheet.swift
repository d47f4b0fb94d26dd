import Spreadsheets
import UnitEconomics

/// What made the workbook, what its colours mean, and what had to be bent.
struct ProvenanceSheet {
  let workbook: ModelWorkbook

  var sheet: Sheet {
    let subject = workbook.subject
    var sheet = Sheet("Provenance", widths: [28, 100])
    func add(_ what: String, _ text: String) {
      sheet.rows.append([.text(what, .strong), .text(text)])
    }
    add("program", "\(workbook.program.name) \(workbook.program.version)")
    for source in subject.sources {
      add("file", source.name)
      add("SHA-256", source.sha256)
    }
    for setting in subject.settings { add("--set", setting) }
    add("currency", subject.currency)
    add("month", WorkbookWords.monthOfHours)
    for reading in workbook.cases {
      for note in reading.notes { add("note, \(reading.title)", note) }
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

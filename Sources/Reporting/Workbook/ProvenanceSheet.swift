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
    add("month", Wording.monthOfHours)
    for reading in workbook.cases {
      for note in reading.notes { add("note, \(reading.title)", note) }
    }
    sheet.rows += [
      [], [.text("colours", .strong)],
      [SheetCell(.text("input"), .input(nil)), .text(Wording.blueMayChange)],
      [.text("formula"), .text(Wording.blackFollows)],
      [SheetCell(.text("fixed"), .fixed(nil)), .text(Wording.greyStays)],
    ]
    return sheet
  }
}

extension Workbook {
  /// A scenario as a workbook that recalculates when an input is changed.
  public static func report(_ subject: Subject, program: Program) -> Workbook {
    let own = ModelWorkbook(subject, program)
    let (inputs, model) = (InputsSheet(workbook: own), ModelSheet(workbook: own))
    var sheets = [SummarySheet(workbook: own).sheet, inputs.sheet, model.sheet]
    if !subject.scenario.plans.isEmpty {
      let plans = PlansSheet(workbook: own)
      sheets += [plans.sheet, plans.segments]
    }
    sheets.append(StressesSheet(workbook: own).sheet)
    SweepSheet(workbook: own).sheet.map { sheets.append($0) }
    sheets.append(ChecksSheet(workbook: own).sheet)
    sheets.append(ProvenanceSheet(workbook: own).sheet)
    return Workbook(
      title: subject.scenario.name, creator: "\(program.name) \(program.version)", sheets: sheets,
      names: inputs.names + model.names)
  }
}

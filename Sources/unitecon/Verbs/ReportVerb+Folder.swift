import Formulas
import Machine
import Reporting
import ScenarioFiles
import Spreadsheets
import UnitEconomics

extension Verb {
  /// `report --all`: a folder of files for each scenario, and an index of several.
  static func reportFolders(_ invocation: Invocation) throws -> ExitStatus {
    if invocation.has(Flags.format) {
      throw UsageError(Wording.allIsEveryForm(Flags.format), verb: invocation.verb)
    }
    if invocation.has(Flags.against) {
      throw UsageError(Wording.needsText(Flags.against), verb: invocation.verb)
    }
    let target = OutputFolder(path: invocation[Flags.output] ?? "Reports")
    guard target.path != "-" else {
      throw UsageError(Wording.needsFolder, verb: invocation.verb)
    }
    let csv = try CSVRenderer(invocation)
    let files = try invocation.operands.flatMap { operand throws(NoAnswer) in
      guard OutputFolder.exists(operand) else { return [operand] }
      let found = try OutputFolder.files(in: operand, ending: ".json5")
      guard !found.isEmpty else { throw NoAnswer([.error(Wording.noScenarios(operand))]) }
      return found
    }
    let names = files.map { fileStem(of: $0) ?? $0 }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw UsageError(Wording.sameFolder(twice), verb: invocation.verb)
    }
    let subjects = try Subject.load(invocation, files: files)
    for (subject, name) in zip(subjects, names) {
      let folder = OutputFolder(path: target.place(name))
      let written = try FolderRequest(invocation, subject, csv: csv).files()
      try folder.make()
      try folder.write(written)
    }
    if subjects.count > 1 {
      let index = HTMLRenderer.own.render(
        zip(subjects, names).map { IndexEntry($0, folder: $1) }, files: FolderRequest.linked,
        program: .this)
      try target.write([("index.html", Array(index.utf8))])
    }
    return subjects.status
  }

  /// `report --format csv` into a folder.
  static func reportCSV(
    _ subject: Subject, into folder: OutputFolder, _ csv: CSVRenderer
  ) throws -> ExitStatus {
    let files = try subject.csvFiles(csv)
    try folder.make()
    try folder.write(files)
    return [subject].status
  }
}

extension Subject {
  /// The tidy files of a scenario, each by its name with its bytes.
  fileprivate func csvFiles(
    _ csv: CSVRenderer
  ) throws(ModelFaults) -> [(name: String, bytes: [UInt8])] {
    let hasPlans = !reading.model.scenario.plans.isEmpty
    let plans = hasPlans ? try PlanComparison(reading) : nil
    return try tidyFiles(plans, program: .this).map { file in
      (file.name + ".csv", Array(csv.render(file.table).utf8))
    }
  }
}

extension OutputFolder {
  /// Writes the files, each whole, and says so.
  fileprivate func write(_ files: [(name: String, bytes: [UInt8])]) throws(NoAnswer) {
    for (name, bytes) in files {
      try OutputFile(path: place(name)).write(bytes)
      try Destination.writeToStandardOutput(Array((place(name) + "\n").utf8))
    }
  }
}

/// Every form of one scenario.
private struct FolderRequest {
  let subject: Subject
  let page: PageRequest
  let csv: CSVRenderer

  /// The files that an index leads to, the page first.
  static let linked = [
    ("report.html", "page"), ("model.xlsx", "workbook"), ("report.md", "Markdown"),
    ("report.txt", "text"), ("report.json", "JSON"), ("breakdown.csv", "CSV"),
  ]

  init(_ invocation: Invocation, _ subject: Subject, csv: CSVRenderer) throws {
    self.subject = subject
    self.csv = csv
    page = try PageRequest(invocation, subject)
  }

  private enum Part { case page, workbook, words, tables }

  /// The forms do not wait for each other where there are cores.
  func files() throws -> [(name: String, bytes: [UInt8])] {
    try Machine.map([Part.page, .workbook, .tables, .words]) { part in
      Result { try bytes(of: part) }
    }.flatMap { try $0.get() }
  }

  private func bytes(of part: Part) throws -> [(name: String, bytes: [UInt8])] {
    switch part {
    case .page:
      let text = HTMLRenderer.own.render(try page.answer(), program: .this)
      return [("report.html", Array(text.utf8))]
    case .workbook:
      var bytes: [UInt8] = []
      try WorkbookWriter<any Error>.write(Workbook.report(subject, program: .this)) { bytes += $0 }
      return [("model.xlsx", bytes)]
    case .words:
      let report = Report.run(subject, program: .this)
      var json: [UInt8] = []
      JSONWriter(layout: .pretty).write(.run([subject], program: .this), into: &json)
      return [
        ("report.md", Array(MarkdownRenderer().render(report).utf8)),
        ("report.txt", Array(TerminalRenderer(width: 100, color: false).render(report).utf8)),
        ("report.json", json),
      ]
    case .tables: return try subject.csvFiles(csv)
    }
  }
}

import Reporting
import ScenarioFiles
import Spreadsheets
import UnitEconomics

extension Verb {
  static let reportVerb = Verb(
    "report", .answers, "the whole answer as files: a page for the board, a live workbook, tables",
    usage: "report FILE… [-o report.html | --all] [flags]",
    details: """
      Writes one HTML file that stands alone: the verdict, what a completed task costs part by part, \
      every plan and every stress, where escalation and slow tools break the margin, which inputs \
      matter, and every input with its source. It fetches nothing, needs no script to be read, and \
      prints. With its script, any input can be moved and every figure and drawing follows at once, by \
      the same formulas; the address carries what was moved, and the lines to write it back are shown.

      As xlsx it is a workbook that recalculates: every input with its unit, range and source, every \
      figure as a formula on them, in the base case and under each stress, plans and checks. Change \
      an input or the amount of a stress there, and all of it follows.

      With --draws the page adds how the main figure is distributed over uncertain inputs, and with --on \
      whether the agent is ready, by a checklist and by logs, as readiness judges it. As txt, \
      md and json it is what run writes, and so it is as csv to one file; --format csv into a folder \
      writes tidy tables, one kind of thing each: inputs, breakdown, outcomes, plans, stresses, \
      changes, checks, sweep, and columns.csv, which says what every column holds.

      As Markdown it is made for a pull request: the verdict first, long tables folded; with \
      --against it says what a completed task costs more than in an earlier file, and why.

      With --all every form goes into a folder named after the scenario, in the folder that -o names, \
      Reports by default. A folder stands for the scenarios in it, and several scenarios get an \
      index.html that compares them. The exit code is 1 where a check fails, or on no-go.
      """,
    examples: [
      "unitecon report Scenarios/support-ticket.json5 -o report.html",
      "unitecon report Scenarios/support-ticket.json5 -o model.xlsx",
      "unitecon report ticket.json5 --draws 100000 -o report.html",
      "unitecon report ticket.json5 --on 2026-11-22 --log traces.jsonl -o report.html",
      "unitecon report ticket.json5 --format csv -o tables/",
      "unitecon report ticket.json5 --against main/ticket.json5 -o comment.md",
      "unitecon report Scenarios --all -o Reports",
      "unitecon report ticket.json5 --set 'humanReview.rate=$45/h' -o dearer.html",
    ],
    flags: [
      Flags.all, Flags.against, Flags.draws, Flags.seed, Flags.day, Flags.log, Flags.checklist,
      Flags.tasks, Flags.before,
    ] + Flags.ofInputs
  ) { invocation in
    if invocation.has(Flags.all), !invocation.operands.isEmpty {
      return try reportFolders(invocation)
    }
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(
        invocation.operands.isEmpty ? Wording.noFile(invocation.verb) : Wording.oneReport,
        verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.html, .xlsx])
    let subject = try Subject.load(invocation, files: [file])[0]
    for flag in [Flags.log, Flags.checklist, Flags.tasks, Flags.before]
    where invocation.has(flag) && !invocation.has(Flags.day) {
      throw UsageError(Wording.needsOn(flag), verb: invocation.verb)
    }
    for flag in [Flags.draws, Flags.seed, Flags.day] where invocation.has(flag) {
      guard destination.format == .html else {
        throw UsageError(Wording.needsPage(flag), verb: invocation.verb)
      }
    }
    if invocation.has(Flags.against), !destination.format.isText {
      throw UsageError(Wording.needsText(Flags.against), verb: invocation.verb)
    }
    if destination.format == .csv, let path = destination.file, OutputFolder.isMeant(path) {
      return try reportCSV(subject, into: OutputFolder(path: path), destination.csv)
    }
    let earlier = try invocation[Flags.against].map {
      try ComparedCases([$0, file], invocation)
        .comparison(of: Output.costPerCompletedTask.rawValue, by: nil)
    }
    switch destination.format {
    case .html:
      let answer = try PageRequest(invocation, subject).answer()
      try destination.write(page: HTMLRenderer.own.render(answer, program: .this))
      if answer.readiness?.verdict.isGo == false { return .checkFailed }
    case .xlsx: try destination.write(Workbook.report(subject, program: .this))
    case .txt, .md, .csv, .json, .json5, .py, .sql:
      try destination.write(
        report: { .run(subject, against: earlier, program: .this) },
        table: { .runFacts([subject]) },
        json: { .run([subject], program: .this) })
    }
    return [subject].status
  }
}

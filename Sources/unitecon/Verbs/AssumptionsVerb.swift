import Reporting
import UnitEconomics

extension Verb {
  static let assumptionsVerb = Verb(
    "assumptions", .evidence, "every input with its range and source, to a spreadsheet and back",
    usage: "assumptions export FILE [flags]",
    details: """
      Writes every input of a scenario as a row of CSV: path, value, unit, low, high, source, note. \
      Edit it in a spreadsheet, and give it back to any verb with --assumptions: rows that say \
      something else than the file replace its inputs, rows that were taken out change nothing. A \
      comma, a semicolon or a tab may separate fields, whichever the spreadsheet writes; 8% may \
      have become 0.08.
      """,
    examples: [
      "unitecon assumptions export Scenarios/support-ticket.json5 -o a.csv",
      "unitecon run Scenarios/support-ticket.json5 --assumptions a.csv",
      "unitecon assumptions export ticket.json5 --excel --decimal , -o a.csv",
    ],
    flags: Flags.ofInputs, words: ["export"]
  ) { invocation in
    guard invocation.operands.count == 2, invocation.operands[0] == "export" else {
      throw UsageError(Wording.sayExport, verb: invocation.verb)
    }
    let destination = try Destination(invocation, usual: .csv)
    let subject = try Subject.load(invocation, files: [invocation.operands[1]])[0]
    let table = Table.assumptions(subject)
    try destination.write(
      report: { Report(title: subject.reading.model.scenario.name, blocks: [.table(table)]) },
      table: { table }, json: { .assumptions(subject, program: .this) })
    return .done
  }
}

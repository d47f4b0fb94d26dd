import Reporting
import Spreadsheets
import UnitEconomics

extension Verb {
  static let reportVerb = Verb(
    "report", .answers, "the whole answer as a file to hand on: a workbook that recalculates",
    usage: "report FILE -o model.xlsx [flags]",
    details: """
      Writes a scenario as a workbook: every input with its unit, range and source, every figure as \
      a formula on them, in the base case and under each stress, plans and checks. Change an input \
      there, and all of it follows.
      """,
    examples: [
      "unitecon report Scenarios/support-ticket.json5 -o model.xlsx"
    ],
    flags: [Flags.set, Flags.assumptions, Flags.prices]
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation, also: [.xlsx])
    let subject = try Subject.load(invocation, files: [file])[0]
    try destination.write(
      report: { .run(subject, program: .this) }, table: { .runFacts([subject]) },
      json: { .run([subject], program: .this) },
      workbook: { .report(subject, program: .this) })
    return [subject].status
  }
}

import Reporting
import UnitEconomics

extension Verb {
  static let runVerb = Verb(
    "run", .answers, "what does a completed task cost, and what margin does each plan leave?",
    usage: "run FILE… [flags]",
    details: """
      Reads scenario files and prints the cost of one completed task beside the same task done by \
      people, every priced line under it, how tasks end, each segment, plan and stress, and every \
      check. Several files are a table with a row each. With --format csv, one fact stands in a \
      row, ready to pivot; with json, every named figure is there in full precision.
      """,
    examples: [
      "unitecon run Scenarios/support-ticket.json5",
      "unitecon run Scenarios/*.json5 -o month.csv --excel",
      "unitecon run ticket.json5 --set 'humanReview.rate=$45/h' --set \"tools.*.latency.*=× 2\"",
    ],
    flags: Flags.ofInputs
  ) { invocation in
    guard !invocation.operands.isEmpty else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    if invocation.operands.count > 1, destination.format.isText {
      let rows = try Subject.load(invocation, SummaryRow.init)
      try destination.write(.summary(rows, program: .this))
      return rows.allSatisfy(\.isPassed) ? .done : .checkFailed
    }
    let subjects = try Subject.load(invocation)
    try destination.write(
      report: { .run(subjects[0], program: .this) }, table: { .runFacts(subjects) },
      json: { .run(subjects, program: .this) })
    return subjects.status
  }
}

extension [Subject] {
  /// Whether every check of every scenario passes.
  var status: ExitStatus { allSatisfy(\.reading.isPassed) ? .done : .checkFailed }
}

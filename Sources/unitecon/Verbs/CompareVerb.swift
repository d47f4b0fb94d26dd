import Formulas
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let compareVerb = Verb(
    "compare", .answers, "why do two scenarios differ, driver by driver?",
    usage: "compare FILE FILE | FILE --stress STRESS | FILE --set PATH=VALUE [flags]",
    details: """
      Bridges a figure from one case to another: from one file to the next, from the base case to a \
      stress, or from a file as it stands to the same with settings. The difference is split among \
      the drivers by their Shapley values: what a driver adds, averaged over all orders in which the \
      drivers could have changed, so that no order is preferred and the shares add up to the \
      difference. Tools, segments, plans or charges that only one of the files has are drivers too. \
      Below stand the cost components, the main figures side by side, and the checks that changed \
      their verdict. With two files or a stress, --set applies to both sides.
      """,
    examples: [
      "unitecon compare september.json5 october.json5",
      "unitecon compare Scenarios/support-ticket.json5 --stress both",
      "unitecon compare ticket.json5 --set 'humanReview.rate=$45/h' --of grossMargin",
    ],
    flags: [
      Flags.stress, Flags.pack, Flags.of, Flags.by,
    ] + Flags.ofInputs
  ) { invocation in
    let destination = try Destination(invocation)
    let cases = try ComparedCases(invocation)
    let comparison = try cases.comparison(
      of: invocation[Flags.of],
      by: invocation[Flags.by].flatMap(Grouping.init(rawValue:)))
    try destination.write(
      report: { .compare(comparison, program: .this) },
      table: { .compareFacts(comparison) },
      json: { .compare(comparison, program: .this) })
    return .done
  }
}

import Formulas
import Reporting
import UnitEconomics

extension Verb {
  static let stressVerb = Verb(
    "stress", .answers, "does the margin stand pessimistic assumptions, and which break it?",
    usage: "stress FILE [flags]",
    details: """
      Puts the base case and every stress of the file side by side: cost, margin by plan, task \
      success rate, escalation, which checks fail, and how far each is from its limit. Every check \
      is held under every stress here, whatever it names. A file that states no stress gets the \
      pessimistic pack, and --pack adds it to those of a file that does: escalation × 1.5 and × 2, \
      tools 2 and 3 times slower, both; tokens × 1.5; model prices + 25 %; half the volume, and \
      twice the volume at twice the peak; people 15 % dearer; no cache reads; the worst of all \
      together.
      """,
    examples: [
      "unitecon stress Scenarios/support-ticket.json5",
      "unitecon stress Scenarios/support-ticket.json5 --pack",
      "unitecon stress ticket.json5 --pack -o stresses.csv",
    ],
    flags: [Flags.pack, Flags.set, Flags.prices]
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let stated = try Subject.load(invocation, files: [file])[0]
    let scenario = stated.reading.model.scenario.packed(besideOwn: invocation.has(Flags.pack))
    let subject = Subject(
      reading: try ScenarioReading(stated.reading.model.with(scenario)), file: stated.file,
      sources: stated.sources, settings: stated.settings)
    try destination.write(
      report: { .stress(subject, program: .this) }, table: { .runFacts([subject]) },
      json: { .run([subject], program: .this) })
    return [subject].status
  }
}

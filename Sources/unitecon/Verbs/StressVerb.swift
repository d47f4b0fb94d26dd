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

      With --axis it looks between and beyond them: figures at every combination of positions along \
      one axis or more, drawn as a table or a map, and where along each axis every check first \
      fails, solved to the last digit. As CSV, every point is a row. The exit code is 1 where a \
      check fails at the first position of the axes already; what fails further on is what was \
      looked for.
      """,
    examples: [
      "unitecon stress Scenarios/support-ticket.json5",
      "unitecon stress ticket.json5 --pack -o stresses.csv",
      "unitecon stress ticket.json5 --axis 'outcomes.escalation.*=×1..×4' \\\n"
        + "    --axis 'tools.*.latency.*=×1..×5:17' -o sweep.csv",
    ],
    flags: [
      Flags.pack, Flags.axis, Flags.figure, Flags.under, Flags.yes,
    ] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    if invocation.has(Flags.axis) { return try sweep(invocation, file) }
    for flag in [Flags.figure, Flags.under, Flags.yes] where invocation.has(flag) {
      throw UsageError(Wording.needsAxis(flag), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let subject = try Subject.load(invocation, files: [file])[0]
      .packed(besideOwn: invocation.has(Flags.pack))
    try destination.write(
      report: { .stress(subject, program: .this) }, table: { .runFacts([subject]) },
      json: { .run([subject], program: .this) })
    return [subject].status
  }
}

extension Subject {
  /// The same with the pessimistic pack where the file states no stress, or beside those it states.
  func packed(besideOwn: Bool) throws(ModelFaults) -> Subject {
    let scenario = reading.model.scenario.packed(besideOwn: besideOwn)
    return Subject(
      reading: try ScenarioReading(reading.model.with(scenario)), file: file, sources: sources,
      settings: settings)
  }
}

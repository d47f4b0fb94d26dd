import Reporting

extension Verb {
  static let checkVerb = Verb(
    "check", .answers, "does every check hold, in the base case and under every stress?",
    usage: "check FILE… [flags]",
    details: """
      Judges every check of the scenario files: in the base case, and under every stress that the \
      check names, or under all where it names none. The exit code is 1 where one fails, so that a \
      launch can be gated on it.
      """,
    examples: [
      "unitecon check Scenarios/support-ticket.json5",
      "unitecon check agents/*.json5 --format json -o checks.json",
      "unitecon check ticket.json5 --set \"outcomes.escalation.*=× 1.5\"",
    ],
    flags: Flags.ofInputs
  ) { invocation in
    guard !invocation.operands.isEmpty else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let subjects = try Subject.load(invocation)
    // A gate that nothing can fail would be green for ever.
    let unchecked = subjects.filter { $0.reading.model.scenario.checks.isEmpty }.map(\.file)
    guard unchecked.isEmpty else {
      throw NoAnswer(unchecked.map { .error(Wording.noChecks($0), help: Wording.stateCheck) })
    }
    try destination.write(
      report: { .check(subjects, program: .this) },
      table: { .checkFacts(subjects) },
      json: { .check(subjects, program: .this) })
    return subjects.status
  }
}

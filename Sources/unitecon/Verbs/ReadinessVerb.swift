import Readiness
import Reporting
import ScenarioFiles

extension Verb {
  static let readinessVerb = Verb(
    "readiness", .evidence, "may the agent go live? every item of a checklist, and go or no-go",
    usage: "readiness FILE [LOG…] --on DAY [flags]",
    details: """
      Judges every item of a checklist, by what proves it: what the scenario states in its readiness \
      block, what its model says, and what logs of runs hold. Each item ends as met, not met, unproven \
      or not applicable, with its evidence and what it costs a month; a document counts until it \
      expires. Task success and escalation are judged on their 95 % intervals.

      No-go where one of three things cannot be done: quantify success and escalation, reconstruct an \
      incident from the logs, block risky actions with policy; each is proved by doing it. No-go, too, \
      while an item that blocks is not met or unproven. What stands in the way is named with the \
      cheapest way out, and with what it costs until then where the model can say. The exit code is 1 \
      on no-go.

      In traces the calls of tools that the readiness block names are looked at: whether arguments fit \
      their schema, whether anything was done twice, whether tries again wait, whether risky calls have a \
      decision of policy and an approval before them, and who gave it. Logs are read as measure reads \
      them. With --before, the runs of LOG are held against those before a release.

      Items, limits and ways are data: --items lists them, and a checklist of one's own extends or \
      replaces the shipped one.
      """,
    examples: [
      "unitecon readiness Scenarios/support-ticket.json5 --on 2026-11-22",
      "unitecon readiness ticket.json5 traces.jsonl --tasks tickets.csv --on 2026-11-22",
      "unitecon readiness ticket.json5 traces.jsonl --on \"$(date +%F)\" -o readiness.html",
      "unitecon readiness ticket.json5 canary.jsonl --before control.jsonl --on 2026-11-22",
      "unitecon readiness --items",
    ],
    flags: [
      Flags.day, Flags.checklist, Flags.items, Flags.tasks, Flags.before, Flags.match, Flags.map,
      Flags.outcome, Flags.reason, Flags.logPrices, Flags.service, Flags.region, Flags.helpdesk,
      Flags.approvals, Flags.rate, Flags.bill, Flags.billOnly, Flags.strict, Flags.draws,
      Flags.seed, Flags.set, Flags.assumptions,
    ]
  ) { invocation in
    if invocation.has(Flags.items) { return try listItems(invocation) }
    let request = try ReadinessRequest(invocation)
    let destination = try Destination(invocation, also: [.html])
    let answer = try request.answer()
    if destination.format == .html {
      try destination.write(
        page: HTMLRenderer.own.render(.readiness(answer, program: .this)))
    } else {
      try destination.write(
        report: { .readiness(answer, program: .this) }, table: { .readinessFacts(answer) },
        json: { .readiness(answer, program: .this) })
    }
    return answer.verdict.isGo ? .done : .checkFailed
  }

  private static func listItems(_ invocation: Invocation) throws -> ExitStatus {
    guard invocation.operands.isEmpty else {
      throw UsageError(Wording.itemsAlone, verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let loaded = try ScenarioLoader.knownChecklist(invocation[Flags.checklist])
    try destination.write(
      report: {
        .checklist(loaded.checklist, sources: loaded.sources, program: .this)
      }, table: { .checklistFacts(loaded.checklist) },
      json: { .checklist(loaded.checklist, program: .this) })
    return .done
  }
}

extension ScenarioLoader {
  /// A checklist by its path; the shipped one where none is named.
  static func knownChecklist(
    _ path: String?
  ) throws(NoAnswer) -> (checklist: Checklist, sources: [Subject.Source]) {
    let loaded = checklist(path ?? ShippedChecklist.name)
    guard let checklist = loaded.checklist else {
      throw NoAnswer(
        text: DiagnosticPrinter().text(
          loaded.diagnostics, in: loaded.sources, color: Terminal.standardError.takesColor))
    }
    return (checklist, loaded.files.map { Subject.Source(name: $0.name, sha256: $0.sha256) })
  }
}

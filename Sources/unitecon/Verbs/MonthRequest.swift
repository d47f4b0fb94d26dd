import Formulas
import Machine
import Reporting
import UnitEconomics

/// What the command line asks of months as they happen.
struct MonthRequest {
  let plan: MonthPlan
  let subject: Subject

  /// What belongs to draws of uncertain inputs alone.
  private static let flagsOfInputs = [
    Flags.precision, Flags.sampling, Flags.quantiles, Flags.figure, Flags.shard,
  ]

  init(_ invocation: Invocation, _ subject: Subject) throws {
    self.subject = subject
    if let flag = Self.flagsOfInputs.first(where: invocation.has) {
      throw UsageError(Wording.monthWith(flag), verb: invocation.verb)
    }
    let stress = try subject.stress(named: invocation[Flags.under])
    let draws = try invocation.count(Flags.draws, in: 2...MonthPlan.mostDraws) ?? 100_000
    plan = try MonthPlan(
      subject.reading.model, under: stress, seed: try invocation.seed(), draws: draws)
    if let (path, reason) = plan.gap { throw NoAnswer.noMonth(path, reason) }
  }

  /// Draws, and writes what the months say.
  func answer(to destination: Destination) throws(NoAnswer) -> ExitStatus {
    let progress = Progress(total: plan.customerMonths, unit: "months")
    let findings = plan.findings(by: Machine.crew) { progress.advance(by: $0) }
    progress.end()
    try destination.write(
      report: { .month(findings, of: subject, program: .this) },
      table: { .monthFacts(findings, of: subject) },
      json: { .month(findings, of: subject, program: .this) })
    let checks = findings.whole?.checks ?? []
    return checks.contains { $0.failing.value > 0.5 } ? .checkFailed : .done
  }
}

extension NoAnswer {
  fileprivate static func noMonth(_ path: String, _ reason: String) -> NoAnswer {
    NoAnswer([.error(Wording.noMonth(path, reason))])
  }
}

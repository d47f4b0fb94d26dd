import Formulas
import Machine
import Reporting
import ScenarioFiles
import UnitEconomics

extension Verb {
  static let simulateVerb = Verb(
    "simulate", .answers, "how cost and margin are distributed, and which uncertainty matters",
    usage: "simulate FILE [flags]",
    details: """
      Draws every input that the file states a distribution for, or a low and a high, and works the \
      figures out for each draw: mean, spread and quantiles of the cost of a completed task and of \
      every plan's gross margin, how likely each check fails, each with what chance leaves open; \
      and which uncertain input matters how much. The same seed gives the same draws on any machine \
      and any number of cores. Low and high are the ends of uniform, triangular and PERT \
      distributions, and the 5th and 95th of 100 of normal and lognormal ones; without a \
      distribution they are taken as the ends of a PERT distribution.

      Up to 1,048,576 draws are kept and their quantiles exact; of more, quantiles are read from \
      counts, within 0.013 %. With --precision, draws end as soon as the mean of the first figure \
      is known so well. Interrupted, it says what it has. The exit code is 1 where a check fails in \
      more than half of the draws.

      With --shard the draws are shared out among machines: each makes its part and writes it as a \
      line of JSON, which merge puts together to what one machine would have said, to the last \
      digit. The same flags go to every shard; the exit code is then 0 whatever checks do.

      With --month every input stays as stated, and what happens is drawn: how many tasks each \
      customer has, how they end, how long people take. It says what one customer of each segment \
      pays and costs, month by month, on every plan with its whole invoice, how often that loses \
      money and earns a kicker, and the same of the whole month of all customers.
      """,
    examples: [
      "unitecon simulate Scenarios/support-ticket.json5",
      "unitecon simulate ticket.json5 --draws 1e7 --seed 7 --under slowTools",
      "unitecon simulate ticket.json5 --precision 0.1% -o draws.json",
      "unitecon simulate ticket.json5 --draws 10000 --samples draws.csv",
      "unitecon simulate ticket.json5 --draws 1e10 --shard 3/64 -o shard-3.json",
      "unitecon simulate ticket.json5 --month",
    ],
    flags: [
      Flags.month, Flags.draws, Flags.seed, Flags.precision, Flags.sampling, Flags.quantiles,
      Flags.figure, Flags.samples, Flags.shard, Flags.under,
    ] + Flags.ofInputs
  ) { invocation in
    guard let file = invocation.operands.first, invocation.operands.count == 1 else {
      throw UsageError(Wording.noFile(invocation.verb), verb: invocation.verb)
    }
    let destination = try Destination(invocation)
    let subject = try Subject.load(invocation, files: [file])[0]
    if invocation.has(Flags.month) {
      let request = try MonthRequest(invocation, subject)
      if let samples = invocation[Flags.samples] {
        try request.writeSamples(to: samples, csv: destination.csv)
      }
      return try request.answer(to: destination)
    }
    let request = try SimulationRequest(invocation, subject)
    if let samples = invocation[Flags.samples] {
      try request.writeSamples(to: samples, csv: destination.csv)
    }
    let simulation = request.run()
    if let shard = request.shard {
      let origin = request.origin(shards: shard.count)
      try destination.write(
        json: .shard(simulation, shard, origin, of: subject), layout: .compact)
      return .done
    }
    return try request.answer(simulation, to: destination)
  }
}

extension SimulationRequest {
  /// Writes what a simulation says.
  func answer(_ simulation: Simulation, to destination: Destination) throws(NoAnswer) -> ExitStatus
  {
    let findings = simulation.findings(by: Machine.crew)
    let drivers = isInterrupted ? [] : drivers()
    try destination.write(
      report: {
        .simulation(
          findings, drivers: drivers, of: subject, notes: notes(findings), program: .this)
      },
      table: { .simulationFacts(findings, drivers: drivers, of: subject) },
      json: { .simulation(findings, drivers: drivers, of: subject, program: .this) })
    if isInterrupted { return .interrupted }
    return findings.checks.contains { $0.failing.value > 0.5 } ? .checkFailed : .done
  }
}
